"""The graph in the forms that other tools read, with the same bytes on every run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize
from rdflib import RDF, XSD

from kg.graph.vocab import PREFIXES, value


def lines(quads: Iterable[Quad]) -> list[bytes]:
    """The quads as lines of N-Quads, in the order given."""
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)


def by_graph(store: Store) -> Iterator[Quad]:
    """All quads, sorted by graph, subject, predicate and object."""
    for graph in sorted(store.named_graphs(), key=lambda name: name.value):
        yield from sorted(store.quads_for_pattern(None, None, None, graph), key=_order)


def _order(quad: Quad) -> tuple[str, str, str]:
    return value(quad.subject), quad.predicate.value, str(quad.object)


def write_trig(store: Store, path: Path) -> None:
    """Write all graphs as TriG."""
    serialize(by_graph(store), str(path), RdfFormat.TRIG, prefixes=PREFIXES)


def write_turtle(nquads: Path, path: Path) -> None:
    """Write the union of all graphs as Turtle, each triple once.

    Args:
        nquads: Sorted N-Quads, in which equal triples of several graphs are neighbours.
        path: The file to write.
    """

    def triples() -> Iterator[Triple]:
        last = None
        for quad in parse(path=str(nquads), format=RdfFormat.N_QUADS):
            if quad.triple != last:
                yield quad.triple
            last = quad.triple

    serialize(triples(), str(path), RdfFormat.TURTLE, prefixes=PREFIXES)


def write_jsonld(store: Store, path: Path) -> None:
    """Write all graphs as JSON-LD with a context: one line for each resource."""
    context = json.dumps({name: PREFIXES[name] for name in sorted(PREFIXES)})
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {context},\n"@graph": [')
        graphs = groupby(by_graph(store), key=lambda quad: value(quad.graph_name))
        for number, (graph, quads) in enumerate(graphs):
            name = json.dumps(graph, ensure_ascii=False)
            file.write(f'{"," if number else ""}\n{{"@id": {name}, "@graph": [\n')
            nodes = groupby(quads, key=lambda quad: value(quad.subject))
            file.write(",\n".join(_node(subject, said) for subject, said in nodes))
            file.write("\n]}")
        file.write("\n]}\n")


def _node(subject: str, quads: Iterable[Quad]) -> str:
    body: dict[str, Any] = {"@id": subject}
    for predicate, said in groupby(quads, key=lambda quad: quad.predicate.value):
        if predicate == str(RDF.type):
            body["@type"] = [_compact(value(quad.object)) for quad in said]
        else:
            body[_compact(predicate)] = [_value(quad.object) for quad in said]
    return json.dumps(body, ensure_ascii=False)


def _value(term: Any) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"@id": term.value}
    assert isinstance(term, Literal)  # we write neither blank nodes nor triple terms
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == str(XSD.string):
        return {"@value": term.value}
    return {"@value": term.value, "@type": _compact(term.datatype.value)}


def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
