"""Claims and standing relations as quads of their article's graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from sys import intern

import regex
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import PROV, RDF, URIRef

from kg.errors import GraphError
from kg.graph.counted import numbers
from kg.graph.iris import Names, claim_id
from kg.graph.literals import day, decimal, integer, text
from kg.graph.stated import StatedClaim
from kg.graph.vocab import KG, node
from kg.model import Article, Claim, Document, Evidence, Reading, Relation

_WORD = regex.compile(r"[\p{L}\p{N}]")


def stated_claims(reading: Reading) -> Iterator[StatedClaim]:
    """The light form of an article's claims, one for each id.

    Args:
        reading: What was read out of one article.
    """
    article = reading.document.article
    for id, same in _by_id(reading):
        claim = same[0]
        yield StatedClaim(
            id=id,
            article=article.id,
            published=article.published,
            event_type=claim.event_type,
            agent=tuple(sorted(set(claim.agent))),
            recipient=tuple(sorted(set(claim.recipient))),
            place=tuple(sorted(set(claim.place))),
            status=claim.status,
            confidence=max(claim.confidence for claim in same),
            begin=claim.begin,
            end=claim.end,
            speakers=tuple(sorted(set(claim.attributed_to))),
            words=_words(claim, reading.document),
            numbers=_numbers(claim, reading.document),
        )


def _words(claim: Claim, document: Document) -> tuple[str, ...]:
    """The different words of the evidence; shared by all claims of the build, to save room."""
    found = {word for sentence in _sentences(claim, document) for word in sentence}
    return tuple(intern(word) for word in sorted(found))


def _numbers(claim: Claim, document: Document) -> tuple[tuple[str, int], ...]:
    said = _sentences(claim, document)
    return tuple(sorted({n for words in said for n in numbers(words, claim.event_type)}))


def _sentences(claim: Claim, document: Document) -> Iterator[list[str]]:
    for evidence in claim.evidence:
        tokens = document.sentences[evidence.sentence].tokens
        yield [token.text for token in tokens if _WORD.search(token.text)]


def claim_quads(reading: Reading, names: Names) -> Iterator[Quad]:
    """What the article says of happenings.

    Claims that say the same on the same evidence are one node; it keeps the highest
    confidence, and every rule that found it.

    Args:
        reading: What was read out of one article.
        names: The build's IRIs.

    Yields:
        Quads of the article's graph, without `kg:event`.

    Raises:
        GraphError: The event type is not one of the ontology.
    """
    article = reading.document.article
    graph = names.article(article.id)
    for id, same in _by_id(reading):
        subject = names.claim(id)
        best = max(claim.confidence for claim in same)
        yield Quad(subject, node(KG.confidence), decimal(best), graph)
        yield Quad(subject, node(RDF.type), node(KG.Claim), graph)
        yield Quad(subject, node(PROV.wasDerivedFrom), graph, graph)
        for claim in same:
            for predicate, object in _said(article, claim, names):
                yield Quad(subject, node(predicate), object, graph)
        for what, number in _numbers(same[0], reading.document):
            yield Quad(subject, node(KG[what]), integer(number), graph)


def _by_id(reading: Reading) -> list[tuple[str, list[Claim]]]:
    article = reading.document.article.id
    pairs = sorted(((claim_id(article, c), c) for c in reading.claims), key=lambda pair: pair[0])
    groups = groupby(pairs, key=lambda pair: pair[0])
    return [(id, [claim for _, claim in group]) for id, group in groups]


def _said(
    article: Article, claim: Claim, names: Names
) -> Iterator[tuple[URIRef, NamedNode | Literal]]:
    yield KG.eventType, event_class(claim.event_type, article.id)
    yield KG.status, node(KG[claim.status.value])
    yield KG.foundBy, text(claim.found_by)
    roles = (
        (KG.agent, claim.agent),
        (KG.recipient, claim.recipient),
        (KG.place, claim.place),
        (KG.attributedTo, claim.attributed_to),
    )
    for role, entities in roles:
        yield from ((role, names.entity(entity)) for entity in entities)
    if claim.begin:
        yield KG.begin, day(claim.begin)
        yield KG.end, day(claim.end or claim.begin)
    if claim.topic:
        yield KG.topic, text(claim.topic, "bn")
    if claim.trigger:
        yield KG.trigger, text(claim.trigger, "bn")
    yield from ((KG.note, text(note)) for note in claim.notes)
    yield from _evidence(article.id, claim.evidence, names)


def event_class(event_type: str, where: str) -> NamedNode:
    """The class of an event type.

    Args:
        event_type: Its local name.
        where: The article or event that has it, for the error.

    Raises:
        GraphError: There is no such class.
    """
    try:
        return node(KG[event_type])
    except AttributeError:
        hint = "Use a class of ontology/kg.ttl"
        raise GraphError(f"{event_type!r} is no event type", where, hint) from None


def _evidence(
    article: str, evidence: Iterable[Evidence], names: Names
) -> Iterator[tuple[URIRef, NamedNode]]:
    for sentence in evidence:
        yield KG.evidence, names.sentence(article, sentence.begin, sentence.end)


def relation_quads(reading: Reading, names: Names) -> Iterator[Quad]:
    """Standing relations: the plain triple, and a statement that tells who says so.

    Args:
        reading: What was read out of one article.
        names: The build's IRIs.

    Yields:
        Quads of the article's graph.
    """
    article = reading.document.article.id
    graph = names.article(article)
    for s, p, o in standing_triples(reading, names):
        yield Quad(s, p, o, graph)
    confidence: dict[NamedNode, float] = {}
    for relation in reading.relations:
        subject = names.relation(article, relation)
        confidence[subject] = max(relation.confidence, confidence.get(subject, 0.0))
        for predicate, object in _statement(article, relation, names):
            yield Quad(subject, node(predicate), object, graph)
        yield Quad(subject, node(PROV.wasDerivedFrom), graph, graph)
    for subject, best in confidence.items():
        yield Quad(subject, node(KG.confidence), decimal(best), graph)


def standing_triples(
    reading: Reading, names: Names
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """The plain triples of the relations, which the entities' graph repeats.

    Args:
        reading: What was read out of one article.
        names: The build's IRIs.
    """
    for relation in reading.relations:
        subject, object = names.entity(relation.subject), _object(relation, names)
        yield subject, node(KG[relation.predicate]), object
        if relation.predicate == "holdsPosition":
            yield object, node(RDF.type), node(KG.Position)
            yield object, node(KG["of"]), names.entity(relation.object)
            if relation.role:
                yield object, node(KG.role), text(relation.role, "bn")
            if relation.role_type:
                yield object, node(KG.roleType), node(KG[relation.role_type.value])


def _object(relation: Relation, names: Names) -> NamedNode:
    if relation.predicate == "holdsPosition":
        return names.position(relation)
    return names.entity(relation.object)


def _statement(
    article: str, relation: Relation, names: Names
) -> Iterator[tuple[URIRef, NamedNode | Literal]]:
    yield RDF.type, node(KG.StandingRelation)
    yield RDF.subject, names.entity(relation.subject)
    yield RDF.predicate, node(KG[relation.predicate])
    yield RDF.object, _object(relation, names)
    if relation.role:
        yield KG.role, text(relation.role, "bn")
    yield KG.foundBy, text(relation.found_by)
    yield from _evidence(article, relation.evidence, names)
