"""Every rule of the shapes catches a graph that breaks it, and says so in its own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, SH, BNode, Graph, URIRef

from kg.config import ontology_dir
from kg.graph import KG, Violation, validate
from kg.graph.literals import integer
from kg.graph.vocab import node

GRAPH = NamedNode("http://x/broken")
NONSENSE = Literal("nonsense", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#anyURI"))

#: A class of its own for those whose instances are all of a sub-class, and one too many.
INSTANCE = {KG.Entity: (KG.Person, KG.Country), KG.Event: (KG.Meeting, KG.Visit)}


def rules() -> Iterator[tuple[str, NamedNode, list[Quad]]]:
    """For each rule its words, a node that breaks it, and what the graph says of the node."""
    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    targets = {
        (str(shapes.value(rule, SH.message)), rule, target)
        for shape, target in shapes.subject_objects(SH.targetClass)
        for rule in shapes.objects(shape, SH.property)
    }
    ordered = sorted(targets, key=lambda found: (found[0], str(found[2])))
    for number, (message, rule, target) in enumerate(ordered):
        subject = NamedNode(f"{GRAPH.value}/{number}")
        kind, other = INSTANCE.get(target, (target, target))
        said = [(RDF.type, node(kind)), *breaking(shapes, rule, other)]
        yield message, subject, [Quad(subject, node(p), o, GRAPH) for p, o in said]


def breaking(
    shapes: Graph, rule: object, other: URIRef
) -> list[tuple[URIRef, NamedNode | Literal]]:
    """What a node says that breaks a rule: too little, too much, or nonsense."""
    path = shapes.value(rule, SH.path)  # type: ignore[arg-type]
    greater = shapes.value(rule, SH.lessThan)  # type: ignore[arg-type]
    if path == RDF.type:
        return [(RDF.type, node(other))]
    if greater:
        return [(path, integer(5)), (greater, integer(3))]  # type: ignore[list-item]
    if shapes.value(rule, SH.minCount):  # type: ignore[arg-type]
        return []
    return [(KG.killed if isinstance(path, BNode) else path, NONSENSE)]  # type: ignore[list-item]


RULES = list(rules())


@pytest.fixture(scope="module")
def found() -> list[Violation]:
    """What the shapes say of a graph of nothing but broken nodes."""
    store = Store()
    store.extend(quad for *_, quads in RULES for quad in quads)
    return validate(store)


@pytest.mark.parametrize(("message", "subject"), [rule[:2] for rule in RULES])
def test_a_broken_rule_is_named(found: list[Violation], message: str, subject: NamedNode) -> None:
    """The violation has the graph, the node, and the rule in words."""
    said = [v for v in found if v.node == subject.value and v.message == message]
    assert said
    assert {v.article for v in said} == {GRAPH.value}
