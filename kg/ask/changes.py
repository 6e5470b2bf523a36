"""What is new, changed, contradicted or withdrawn between two builds of a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from pyoxigraph import NamedNode, Store
from rdflib import DCTERMS, OWL, RDF, SDO, SKOS, URIRef

from kg.ask.graph import Graph
from kg.graph import KG, NIF, SEM
from kg.graph.vocab import node, value

Values = tuple[str, ...]
Facts = dict[str, Values]

_ENTITIES = (KG.Person, KG.Country, KG.Place, KG.Organization)
#: Of each kind of thing, what is compared.
_ASPECTS: Mapping[str, Mapping[URIRef, str]] = {
    "article": {
        DCTERMS.title: "title",
        SDO.datePublished: "published",
        DCTERMS.publisher: "publisher",
        NIF.isString: "text",
    },
    "entity": {
        RDF.type: "type",
        SKOS.prefLabel: "name",
        OWL.sameAs: "same",
        KG.disagreement: "disagreement",
    },
    "event": {
        RDF.type: "type",
        KG.agent: "agent",
        KG.recipient: "recipient",
        SEM.hasPlace: "place",
        SEM.hasBeginTimeStamp: "begin",
        SEM.hasEndTimeStamp: "end",
        KG.status: "status",
        KG.articleCount: "articles",
        KG.disagreement: "disagreement",
    },
}
_AGAINST = {str(KG.Denied), str(KG.Negated)}


class Verdict(StrEnum):
    """What became of a thing; in this order they are told."""

    NEW = "new"
    CHANGED = "changed"
    CONTRADICTED = "contradicted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Detail:
    """One aspect that differs: IRIs and literals before and after."""

    aspect: str
    before: Values
    after: Values


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same in both builds.

    Attributes:
        verdict: What became of it.
        kind: `article`, `entity`, `event` or `relation`.
        id: Its IRI; of a relation, subject, predicate and object with spaces between.
        facts: What it is, by aspect, in the build that has it (the later of two).
        details: What differs, where both have it.
    """

    verdict: Verdict
    kind: str
    id: str
    facts: Mapping[str, Values]
    details: tuple[Detail, ...] = ()


def changes(before: Graph, after: Graph) -> tuple[Difference, ...]:
    """Compare two builds.

    An event that was joined with another, or parted from it, is compared with what it
    became (`dcterms:isReplacedBy`). Contradicted is what has a disagreement that it did
    not have, or is now denied where it was affirmed, or the other way round.

    Args:
        before: The older build.
        after: The newer build.

    Returns:
        The differences, sorted by verdict, kind and IRI.
    """
    found: list[Difference] = []
    for kind in (*_ASPECTS, "relation"):
        old, new = _things(before.store, kind), _things(after.store, kind)
        pairs = sorted(set(_pairs(before.store, after.store, old, new)))
        met, meeting = {a for a, _ in pairs}, {b for _, b in pairs}
        found += (Difference(Verdict.NEW, kind, id, new[id]) for id in new if id not in meeting)
        found += (Difference(Verdict.WITHDRAWN, kind, id, old[id]) for id in old if id not in met)
        found += chain.from_iterable(_compared(kind, a, b, old[a], new[b]) for a, b in pairs)
    order = {verdict: number for number, verdict in enumerate(Verdict)}
    return tuple(sorted(found, key=lambda d: (order[d.verdict], d.kind, d.id)))


def _pairs(
    before: Store, after: Store, old: Mapping[str, Facts], new: Mapping[str, Facts]
) -> Iterator[tuple[str, str]]:
    """What is the same thing in both builds: by its IRI, or by the one that replaced it."""
    yield from ((id, id) for id in old if id in new)
    replaced = node(DCTERMS.isReplacedBy)
    for quad in after.quads_for_pattern(None, replaced, None, None):
        a, b = value(quad.subject), value(quad.object)
        if a in old and a not in new and b in new:
            yield a, b
    for quad in before.quads_for_pattern(None, replaced, None, None):
        b, a = value(quad.subject), value(quad.object)
        if b in new and b not in old and a in old:
            yield a, b


def _compared(kind: str, a: str, b: str, old: Facts, new: Facts) -> Iterator[Difference]:
    details = [
        Detail(aspect, old.get(aspect, ()), new.get(aspect, ()))
        for aspect in _ASPECTS.get(kind, {}).values()
        if old.get(aspect) != new.get(aspect)
    ]
    if a != b:
        details.append(Detail("event", (a,), (b,)))
    if details:
        against = any(_contradicts(detail) for detail in details)
        verdict = Verdict.CONTRADICTED if against else Verdict.CHANGED
        yield Difference(verdict, kind, b, new, tuple(details))


def _contradicts(detail: Detail) -> bool:
    if detail.aspect == "disagreement":
        return not set(detail.after) <= set(detail.before)
    denied = bool(_AGAINST & set(detail.before)), bool(_AGAINST & set(detail.after))
    return detail.aspect == "status" and denied[0] != denied[1]


def _things(store: Store, kind: str) -> dict[str, Facts]:
    if kind == "relation":
        return {" ".join(triple): _relation(store, *triple) for triple in _relations(store)}
    return {value(subject): _facts(store, subject, kind) for subject in _subjects(store, kind)}


def _subjects(store: Store, kind: str) -> list[NamedNode]:
    if kind == "event":
        quads = store.quads_for_pattern(None, node(KG.claimCount), None, None)
    else:
        classes = _ENTITIES if kind == "entity" else (SDO.NewsArticle,)
        quads = chain.from_iterable(
            store.quads_for_pattern(None, node(RDF.type), node(each), None) for each in classes
        )
    found = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    return sorted(found, key=lambda subject: subject.value)


def _facts(store: Store, subject: NamedNode, kind: str) -> Facts:
    aspects = {node(predicate): aspect for predicate, aspect in _ASPECTS[kind].items()}
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(subject, None, None, None):
        if quad.predicate in aspects:
            found.setdefault(aspects[quad.predicate], set()).add(value(quad.object))
    if kind == "article":
        found["id"] = set(_objects(store, subject, DCTERMS.identifier))
    return {aspect: tuple(sorted(values)) for aspect, values in found.items()}


def _relations(store: Store) -> list[tuple[str, ...]]:
    """The standing relations that articles state; those of the gazetteer alone say nothing new."""
    statements = store.quads_for_pattern(None, node(RDF.type), node(KG.StandingRelation), None)
    found = set()
    for quad in statements:
        if isinstance(statement := quad.subject, NamedNode):
            parts = (RDF.subject, RDF.predicate, RDF.object)
            found.add(tuple(_objects(store, statement, part)[0] for part in parts))
    return sorted(found)


def _relation(store: Store, subject: str, predicate: str, object: str) -> Facts:
    """The two sides; of a position, whose it is and how it is called."""
    of = _objects(store, NamedNode(object), KG["of"])
    facts = {"subject": (subject,), "predicate": (predicate,), "object": of or (object,)}
    return facts | {"role": _objects(store, NamedNode(object), KG.role)}


def _objects(store: Store, subject: NamedNode, predicate: URIRef) -> Values:
    quads = store.quads_for_pattern(subject, node(predicate), None, None)
    return tuple(sorted({value(quad.object) for quad in quads}))
