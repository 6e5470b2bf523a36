"""The SPARQL 1.1 protocol: what a request asks for, and in which form it is answered.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import mimeparse

from kg.ask.syntax import form

#: Media types of rows and truth values, and of triples; the last is what one gets by default.
ROWS = (
    "text/tab-separated-values",
    "text/csv",
    "application/xml",
    "application/sparql-results+xml",
    "application/json",
    "application/sparql-results+json",
)
TRIPLES = (
    "application/ld+json",
    "application/xml",
    "application/rdf+xml",
    "application/n-triples",
    "text/turtle",
)

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

#: The largest query, in bytes.
MAX_QUERY = 1 << 20


class RefusedError(Exception):
    """A request that is not answered.

    Args:
        status: The status of the HTTP answer.
        reason: What to tell the client.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for.

    Attributes:
        query: SPARQL text; empty when the request only looks at the endpoint.
        default: IRIs of the graphs that make up the default graph.
        named: IRIs of the named graphs.
    """

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def asked(method: str, address: str, media_type: str, body: bytes) -> Asked:
    """Read a request.

    Args:
        method: GET, HEAD or POST.
        address: The query string of its address.
        media_type: Of its body.
        body: Its body.

    Raises:
        RefusedError: It is an update, in no form of the protocol, or too large.
    """
    if len(body) > MAX_QUERY:
        raise RefusedError(413, f"a query may have up to {MAX_QUERY} bytes")
    pairs = _pairs(address)
    if method == "POST":
        kind = media_type.partition(";")[0].strip().casefold()
        if kind == FORM:
            pairs = _pairs(_text(body))
        elif kind == QUERY:
            pairs += [("query", _text(body))]
        elif kind == UPDATE:
            pairs += [("update", "")]
        else:
            raise RefusedError(415, f"send {FORM} or {QUERY}")
    return _asked(pairs, required=method == "POST")


def media_type(accept: str, query: str) -> str:
    """The form of the answer: what the client likes best of what there is for the query.

    Args:
        accept: The request's Accept; empty when it has none.
        query: SPARQL text.

    Raises:
        RefusedError: There is none that it takes.
    """
    return best(accept, TRIPLES if form(query) in {"CONSTRUCT", "DESCRIBE"} else ROWS)


def best(accept: str, offered: Sequence[str]) -> str:
    """The media type that a client likes best.

    Args:
        accept: The request's Accept.
        offered: What there is, the preferred one last.

    Raises:
        RefusedError: It takes none of them.

    >>> best("text/*;q=0.5, application/json", ROWS), best("", ROWS[:2])
    ('application/json', 'text/csv')
    """
    try:
        found: str = mimeparse.best_match(list(offered), accept or "*/*")
    except mimeparse.MimeTypeParseException:
        raise RefusedError(400, f"the header Accept is malformed: {accept}") from None
    if not found:
        raise RefusedError(406, f"there is: {', '.join(reversed(offered))}")
    return found


def _asked(pairs: Sequence[tuple[str, str]], required: bool) -> Asked:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise RefusedError(403, "the graph is only read here; build it anew to change it")
    queries = values.get("query", [])
    if len(queries) > 1 or (required and not queries):
        raise RefusedError(400, "give one query")
    return Asked(
        queries[0] if queries else "",
        tuple(values.get("default-graph-uri", ())),
        tuple(values.get("named-graph-uri", ())),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise RefusedError(400, "the request is not UTF-8") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the request is not UTF-8") from None
