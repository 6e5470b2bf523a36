"""Just enough of SPARQL's surface to refuse what is not a question, and to bind variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import regex
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

Term = NamedNode | Literal
Value = Term | str | int | float | bool | date

_TOKEN = regex.compile(
    r"""
    (?P<skip> \#[^\n]* | <[^<>"{}|^`\\\s]*>
      | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$][^\s(){}.,;/|*+<>=!&^]+            # a variable may be called ?service
      | [^\s(){}<>"'?$:#]*:[^\s(){}<>"'?$,;]*  # and a prefixed name kg:with
    )
    | (?P<word> [A-Za-z]+ )
    | (?P<brace> [{}] )
    """,
    regex.VERBOSE,
)

#: A number, after blanks and comments.
_NUMBER = regex.compile(r"(?:\s|\#[^\n]*\n)*([0-9]+)")

_CHANGES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def refuse_unsafe(query: str) -> None:
    """Refuse what would change the graph or reach for the network.

    Args:
        query: SPARQL text.

    Raises:
        QueryError: It is an update, or it asks another server (SERVICE).
    """
    words = [(text.upper(), at) for kind, text, at in _tokens(query) if kind == "word"]
    for word, at in words:
        if word in _FORMS:
            break
        if word in _CHANGES:
            what = f"{word} changes the graph, and a graph is only read here"
            raise QueryError(what, _where(query, at), "Build the graph anew to change it")
    for word, at in words:
        if word == "SERVICE":
            what = "SERVICE asks another server, and nothing here uses the network"
            raise QueryError(what, _where(query, at), "Load the other graph into one store")


def has_dataset(query: str) -> bool:
    """Whether the query names its own default graph with FROM.

    >>> has_dataset("SELECT * FROM <http://x/g> { ?s ?p ?o }"), has_dataset("ASK { ?from ?p 1 }")
    (True, False)
    """
    return any(kind == "word" and text.upper() == "FROM" for kind, text, _ in _tokens(query))


def form(query: str) -> str:
    r"""SELECT, ASK, CONSTRUCT or DESCRIBE; empty when it is no query.

    >>> form("PREFIX ask: <http://x/> # SELECT\nCONSTRUCT WHERE { ?s ask:select ?o }")
    'CONSTRUCT'
    """
    words = (text.upper() for kind, text, _ in _tokens(query) if kind == "word")
    return next((word for word in words if word in _FORMS), "")


def window(query: str, rows: int, skip: int = 0) -> tuple[str, bool]:
    r"""A query that gives no more than some of its rows, and whether it might have more.

    Its own LIMIT and OFFSET hold within the window.

    Args:
        query: SPARQL text.
        rows: The largest number of rows.
        skip: How many of its rows to leave out first.

    >>> window("SELECT * { ?s ?p ?o } LIMIT 9 VALUES ?s { 1 }", 5)
    ('SELECT * { ?s ?p ?o }  LIMIT 5 OFFSET 0 VALUES ?s { 1 }', True)
    >>> window("SELECT * { ?s ?p ?o } OFFSET 2", 5, skip=5)
    ('SELECT * { ?s ?p ?o } \n LIMIT 5 OFFSET 7', True)
    """
    given, spans, end = _modifiers(query)
    left = given["LIMIT"] - skip if "LIMIT" in given else rows + 1
    for begin, stop in reversed(spans):
        query = query[:begin] + query[stop:]
        end -= stop - begin if stop <= end else 0
    most = max(0, min(rows, left))
    # A comment may stand at the end, so that ours goes into a line of its own.
    added = f"{'' if query[end:] else chr(10)} LIMIT {most} OFFSET {given.get('OFFSET', 0) + skip}"
    return f"{query[:end]}{added} {query[end:]}".rstrip(), left > rows


def bind(query: str, bindings: Mapping[str, Sequence[Term]]) -> str:
    """Fix variables to terms, by a VALUES block at the start of the query's WHERE.

    The terms are written by the RDF library, so that no text can end its own quotes.

    Args:
        query: SPARQL text.
        bindings: The terms that each variable may have, by its name.

    Raises:
        QueryError: A name is not that of a variable, or the query has no WHERE group.

    >>> bind("SELECT * WHERE { ?s ?p ?o }", {"s": [NamedNode("http://x/a")]})
    'SELECT * WHERE { VALUES ?s { <http://x/a> } ?s ?p ?o }'
    """
    if not bindings:
        return query
    for name in bindings:
        if not regex.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise QueryError(f"{name!r} is no name of a variable", hint="Use ASCII letters")
    blocks = [
        f" VALUES ?{name} {{ {' '.join(str(term) for term in terms)} }}"
        for name, terms in sorted(bindings.items())
    ]
    at = _where_group(query)
    return query[:at] + "".join(blocks) + query[at:]


def term(value: Value) -> Term:
    r"""The RDF term of a Python value; text that begins like a web address is an IRI.

    Args:
        value: A term, text, number, truth value or day.

    Raises:
        QueryError: The address is not a valid IRI.

    >>> str(term("http://x/a")), str(term('a"b')), str(term(date(2023, 9, 13)))
    ('<http://x/a>', '"a\\"b"', '"2023-09-13"^^<http://www.w3.org/2001/XMLSchema#date>')
    """
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(value, date):
        datatype = NamedNode("http://www.w3.org/2001/XMLSchema#date")
        return Literal(value.isoformat(), datatype=datatype)
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        try:
            return NamedNode(value)
        except ValueError as error:
            raise QueryError(f"{value!r} is no IRI: {error}") from None
    return Literal(value)


def _tokens(query: str) -> Iterator[tuple[str, str, int]]:
    for match in _TOKEN.finditer(query):
        if match.lastgroup and match.lastgroup != "skip":
            yield match.lastgroup, match.group(), match.start()


def _modifiers(query: str) -> tuple[dict[str, int], list[tuple[int, int]], int]:
    """LIMIT and OFFSET of the outermost query, where they stand, and where others would."""
    given: dict[str, int] = {}
    spans = []
    depth, end = 0, len(query)
    for kind, text, at in _tokens(query):
        if kind == "brace":
            depth += 1 if text == "{" else -1
        elif depth == 0 and text.upper() in {"LIMIT", "OFFSET"}:
            number = _NUMBER.match(query, at + len(text))
            if number:
                given[text.upper()] = int(number[1])
                spans.append((at, number.end()))
        elif depth == 0 and text.upper() == "VALUES":
            end = at
    return given, spans, end


def _where_group(query: str) -> int:
    """Offset after the brace that opens the outermost WHERE."""
    depth, seen_where, first = 0, False, None
    for kind, text, at in _tokens(query):
        if kind == "word":
            seen_where |= depth == 0 and text.upper() == "WHERE"
        elif text == "{":
            if depth == 0 and seen_where:
                return at + 1
            first = at + 1 if first is None else first
            depth += 1
        else:
            depth -= 1
    if first is None or "CONSTRUCT" in query.upper():
        raise QueryError("the query has no WHERE { … } to bind variables in", hint="Write one")
    return first


def _where(query: str, at: int) -> str:
    line = query.count("\n", 0, at) + 1
    return f"line {line}, column {at - query.rfind(chr(10), 0, at)}"
