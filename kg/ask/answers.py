"""What a worker does: answer a query in a form, within its limits."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat, serialize

from kg.ask.graph import Graph, Graphs
from kg.ask.limits import Limits
from kg.ask.syntax import form, window
from kg.errors import QueryError
from kg.graph import PREFIXES


class TooLargeError(Exception):
    """An answer that has more bytes than it may."""


class _Buffer(io.BytesIO):
    """Bytes, up to a number of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: Any, /) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        return super().write(data)


def answer(
    graph: Graph, query: str, media_type: str, limits: Limits, graphs: Graphs | None = None
) -> tuple[bytes, bool]:
    """The answer to a query as bytes, and whether it was cut.

    Args:
        graph: The graph.
        query: SPARQL text.
        media_type: One of `kg.ask.protocol.ROWS` or `TRIPLES`, as the query's form wants.
        limits: Rows and bytes; time and memory are kept by the process that does this.
        graphs: As for `Graph.results`.

    Raises:
        QueryError: The query cannot be answered.
        TooLargeError: The answer has too many bytes.
    """
    if form(query) == "ASK":
        return _written(graph, query, media_type, limits, graphs), False
    first, more = window(query, limits.rows)
    try:
        data = _written(graph, first, media_type, limits, graphs)
    except QueryError:  # told by the lines of the query as it came
        return _written(graph, query, media_type, limits, graphs), False
    # A row has at least one byte: what is shorter was not cut, and need not be asked again.
    cut = more and len(data) > limits.rows and _any(graph, window(query, 1, limits.rows)[0], graphs)
    return data, cut


def handler(graph: Graph, limits: Limits) -> Callable[[bytes], bytes]:
    """What the workers of an endpoint do with a message.

    A message is JSON: `query`, `type`, `default`, `named` to be answered, or `name` and
    `bindings` of a named query whose text is wanted. What they give back is a line of JSON,
    `status` and `cut`, and the bytes of the answer.

    Args:
        graph: The graph.
        limits: Rows and bytes of an answer.
    """

    def handle(message: bytes) -> bytes:
        status, cut = 200, False
        asked = json.loads(message)
        try:
            if "name" in asked:
                data = graph.written(asked["name"], **asked["bindings"]).encode()
            else:
                graphs = (asked["default"], asked["named"])
                chosen = graphs if any(graphs) else None
                data, cut = answer(graph, asked["query"], asked["type"], limits, chosen)
        except QueryError as error:
            status, data = 400, str(error).encode()
        except TooLargeError:
            status, data = 507, f"the answer has more than {limits.size} bytes".encode()
        return json.dumps({"status": status, "cut": cut}).encode() + b"\n" + data

    return handle


def _written(
    graph: Graph, query: str, media_type: str, limits: Limits, graphs: Graphs | None
) -> bytes:
    results = graph.results(query, graphs)
    buffer = _Buffer(limits.size)
    if isinstance(results, QueryTriples):
        format = RdfFormat.from_media_type(media_type)
        prefixes = PREFIXES if format == RdfFormat.TURTLE else None
        serialize(results, buffer, format, prefixes=prefixes)
    else:
        results.serialize(buffer, QueryResultsFormat.from_media_type(media_type))
    return buffer.getvalue()


def _any(graph: Graph, query: str, graphs: Graphs | None) -> bool:
    results = graph.results(query, graphs)
    return not isinstance(results, QueryBoolean) and next(iter(results), None) is not None
