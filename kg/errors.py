"""The errors of the package, each with what happened, where, and what to do.

KgError
├── InputError       an article, folder or stream cannot be read
├── DataError        a table or frame file of the package is malformed
├── ModelError       a Stanza model is missing or does not load
├── GraphError       a built graph is missing, malformed or breaks a shape
├── QueryError       a SPARQL query is unknown, malformed or not allowed
└── ServerError      a graph store cannot be reached, or refuses a graph
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that the package raises on purpose.

    Args:
        what: What happened, one sentence without a full stop.
        where: File, line, node or article, or the empty string.
        hint: What to do about it, or the empty string.
    """

    exit_code = 1

    def __init__(self, what: str, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        place = f"{where}: " if where else ""
        advice = f". {hint}" if hint else ""
        super().__init__(f"{place}{what}{advice}")


class InputError(KgError):
    """An article, folder or stream cannot be read."""

    exit_code = 3


class DataError(KgError):
    """A table or frame file of the package (or the user's own) is malformed."""

    exit_code = 3


class GraphError(KgError):
    """A built graph is missing, malformed or breaks a shape."""

    exit_code = 5


class QueryError(KgError):
    """A SPARQL query is unknown, malformed or not allowed."""

    exit_code = 2


class ModelError(KgError):
    """A Stanza model is missing or does not load."""

    exit_code = 6


class ServerError(KgError):
    """A graph store cannot be reached, or refuses a graph."""

    exit_code = 7
