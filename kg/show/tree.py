"""Which type of PLOVER stands above each event class, for the filter of the page."""

from __future__ import annotations

from functools import cache

from pyoxigraph import RdfFormat, parse
from rdflib import RDFS

from kg.config import ontology_dir
from kg.graph.vocab import KG, value


@cache
def event_roots() -> dict[str, str]:
    """Read the tree of events from the ontology.

    Returns:
        The root of each event class, in the ontology's order with each root before what is
        below it; a root has itself.

    >>> event_roots()["Meeting"]
    'Consult'
    """
    above = [
        (value(quad.subject), value(quad.object))
        for quad in parse(path=str(ontology_dir() / "kg.ttl"), format=RdfFormat.TURTLE)
        if quad.predicate.value == str(RDFS.subClassOf)
    ]
    roots = [below for below, root in above if root == str(KG.Event)]
    found = {}
    for root in roots:
        for kind in (root, *(below for below, parent in above if parent == root)):
            found[_local(kind)] = _local(root)
    return found


def _local(iri: str) -> str:
    return iri.removeprefix(str(KG._NS))
