"""Shortcut triples (`kim kg:met putin`), derived by the SPARQL rules of `ontology/rules`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QueryTriples, Store

from kg.config import ontology_dir
from kg.errors import DataError
from kg.graph.vocab import PREFIXES


def shortcut_quads(store: Store, graph: NamedNode, folder: Path | None = None) -> Iterator[Quad]:
    """Run every rule over the union of the store's graphs.

    Args:
        store: A store that holds entities and events.
        graph: The graph that the derived triples go to.
        folder: The rules; `ontology/rules` when left out.

    Yields:
        Quads of that graph.

    Raises:
        DataError: A rule is not a SPARQL CONSTRUCT query.
    """
    for path in sorted((folder or ontology_dir() / "rules").glob("*.rq")):
        rule = path.read_text(encoding="utf-8")
        try:
            found = store.query(rule, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise DataError(str(error), str(path), "A rule is a SPARQL CONSTRUCT query") from None
        if not isinstance(found, QueryTriples):
            raise DataError("not a CONSTRUCT query", str(path), "A rule makes triples")
        for triple in found:
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
