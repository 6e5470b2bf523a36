"""Every statement of an article, with its sentence and what found it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, RDF, SKOS, URIRef

from kg.ask.graph import Graph
from kg.errors import QueryError
from kg.graph import KG, NIF
from kg.graph.vocab import node, value

T = TypeVar("T")

Facts = Mapping[URIRef, Sequence[str]]

_ROLES = ((KG.agent, "agent"), (KG.recipient, "recipient"), (KG.place, "place"))


@dataclass(frozen=True, slots=True)
class Explanation:
    """One statement of an article and why it is there.

    Attributes:
        statement: Who did what to whom, in names.
        status: Its status; empty for standing relations.
        when: First and last day, or empty.
        source: Whose word it is; empty when the article itself says so.
        confidence: 0..1.
        found_by: The frame, rule or table row.
        notes: How each role was filled.
        sentences: The sentences that say it.
    """

    statement: str
    status: str
    when: str
    source: str
    confidence: float
    found_by: str
    notes: tuple[str, ...]
    sentences: tuple[str, ...]


def explain(graph: Graph, article: str, language: str = "bn") -> tuple[Explanation, ...]:
    """Explain every statement of an article, in the order of its sentences.

    Args:
        graph: The built graph.
        article: The article's id, or the end of its id, file name or address.
        language: `bn` or `en`, for names.

    Raises:
        QueryError: There is no such article.
    """
    iri = _article(graph, article)
    found = []
    for kind in (KG.Claim, KG.StandingRelation):
        for quad in graph.store.quads_for_pattern(None, node(RDF.type), node(kind), iri):
            if isinstance(quad.subject, NamedNode):
                facts = _facts(graph, quad.subject)
                first = min(_offsets(graph, facts), default=0)
                found.append((first, kind != KG.Claim, value(quad.subject), facts))
    found.sort(key=lambda item: item[:3])
    return tuple(
        _relation(graph, facts, language) if standing else _claim(graph, facts, language)
        for _, standing, _, facts in found
    )


def pick_article(wanted: str, articles: Mapping[str, T]) -> T:
    """The one article that is meant.

    Args:
        wanted: An id, file name or address, or the end or a part of one.
        articles: The articles by their ids, file names and addresses.

    Raises:
        QueryError: There is no such article, or several.

    >>> pick_article("004", {"001_a.txt": 1, "004_b.txt": 4, "news/004_b.txt": 4})
    4
    """
    for test in (wanted.__eq__, lambda id: id.endswith(wanted), lambda id: wanted in id):
        matches = {articles[id] for id in sorted(articles) if test(id)}
        if len(matches) == 1:
            return matches.pop()
        if matches:
            raise QueryError(f"several articles match “{wanted}”", hint="Give the whole id")
    known = ", ".join(sorted(articles)[:5])
    raise QueryError(f"there is no article “{wanted}”", hint=f"The graph has {known or 'none'}")


def _article(graph: Graph, wanted: str) -> NamedNode:
    ids: dict[str, NamedNode] = {}
    for predicate in (DCTERMS.identifier, DCTERMS.source):
        for quad in graph.store.quads_for_pattern(None, node(predicate), None, None):
            if isinstance(quad.subject, NamedNode):
                ids.setdefault(value(quad.object), quad.subject)
    return pick_article(wanted, ids)


def _facts(graph: Graph, subject: NamedNode) -> Facts:
    facts: dict[URIRef, list[str]] = defaultdict(list)
    for quad in graph.store.quads_for_pattern(subject, None, None, None):
        facts[URIRef(quad.predicate.value)].append(value(quad.object))
    return {predicate: sorted(set(objects)) for predicate, objects in facts.items()}


def _one(facts: Facts, predicate: URIRef) -> str:
    return next(iter(facts.get(predicate, ())), "")


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _name(graph: Graph, iri: str, language: str) -> str:
    labels = {
        quad.object.language: quad.object.value
        for quad in graph.store.quads_for_pattern(NamedNode(iri), node(SKOS.prefLabel), None, None)
        if isinstance(quad.object, Literal)
    }
    return labels.get(language) or next(iter(labels.values()), iri)


def _names(graph: Graph, facts: Facts, predicate: URIRef, language: str) -> str:
    return ", ".join(_name(graph, iri, language) for iri in facts.get(predicate, ()))


def _mentions(graph: Graph, facts: Facts) -> Iterator[Facts]:
    for iri in facts.get(KG.evidence, ()):
        yield _facts(graph, NamedNode(iri))


def _offsets(graph: Graph, facts: Facts) -> list[int]:
    return [int(_one(m, NIF.beginIndex) or 0) for m in _mentions(graph, facts)]


def _sentences(graph: Graph, facts: Facts) -> tuple[str, ...]:
    told = sorted(
        (int(_one(m, NIF.beginIndex) or 0), _one(m, NIF.anchorOf)) for m in _mentions(graph, facts)
    )
    return tuple(text for _, text in told)


def _claim(graph: Graph, facts: Facts, language: str) -> Explanation:
    parts = [
        f"{label}: {names}" for p, label in _ROLES if (names := _names(graph, facts, p, language))
    ]
    days = (_one(facts, KG.begin), _one(facts, KG.end))
    return Explanation(
        statement=f"{_local(_one(facts, KG.eventType))} ({'; '.join(parts)})",
        status=_local(_one(facts, KG.status)),
        when=" – ".join(dict.fromkeys(d for d in days if d)),
        source=_names(graph, facts, KG.attributedTo, language),
        confidence=float(_one(facts, KG.confidence) or 0),
        found_by=", ".join(facts.get(KG.foundBy, ())),
        notes=tuple(facts.get(KG.note, ())),
        sentences=_sentences(graph, facts),
    )


def _relation(graph: Graph, facts: Facts, language: str) -> Explanation:
    held = _one(facts, RDF.object)
    position = _facts(graph, NamedNode(held))
    owner = _one(position, KG["of"])
    role = _one(facts, KG.role)
    subject = _name(graph, _one(facts, RDF.subject), language)
    target = _name(graph, owner or held, language)
    predicate = _local(_one(facts, RDF.predicate))
    return Explanation(
        statement=f"{predicate} ({subject} → {target}{f'; {role}' if role else ''})",
        status="",
        when="",
        source="",
        confidence=float(_one(facts, KG.confidence) or 0),
        found_by=", ".join(facts.get(KG.foundBy, ())),
        notes=(),
        sentences=_sentences(graph, facts),
    )
