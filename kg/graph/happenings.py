"""Events as quads: the graph of events, and the claims' links to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, RDF, URIRef

from kg.graph.background import Background
from kg.graph.claims import event_class
from kg.graph.events import former
from kg.graph.iris import Names
from kg.graph.literals import day, decimal, integer, text
from kg.graph.stated import StatedClaim
from kg.graph.vocab import KG, SEM, node
from kg.model import Event


def event_quads(
    events: Iterable[Event],
    claims: Sequence[StatedClaim],
    known: Background,
    names: Names,
) -> Iterator[Quad]:
    """The events, and the links to them from their claims and their former IRIs.

    Args:
        events: What the claims were joined into.
        claims: The claims of all articles.
        known: What is known of the entities.
        names: The build's IRIs.

    Yields:
        Quads of the events' graph and, for `kg:event`, of the articles' graphs.
    """
    events = tuple(events)
    by_id = {claim.id: claim for claim in claims}
    for event in events:
        subject = names.event(event.id)
        for predicate, object in _said(event, by_id, names):
            yield Quad(subject, node(predicate), object, names.events)
        for id in event.claims:
            graph = names.article(by_id[id].article)
            yield Quad(names.claim(id), node(KG.event), subject, graph)
    for old, new in former(events, claims, known):
        replaced = node(DCTERMS.isReplacedBy)
        yield Quad(names.event(old), replaced, names.event(new), names.events)


def _said(
    event: Event, claims: Mapping[str, StatedClaim], names: Names
) -> Iterator[tuple[URIRef, NamedNode | Literal]]:
    yield RDF.type, event_class(event.event_type, event.id)
    yield from ((KG.eventType, event_class(type, event.id)) for type in event.types)
    yield KG.status, node(KG[event.status.value])
    yield KG.claimCount, integer(len(event.claims))
    yield KG.articleCount, integer(len(event.articles))
    yield KG.sourceCount, integer(event.sources)
    yield KG.confidence, decimal(_confidence(event, claims))
    roles = (
        (KG.agent, event.agent),
        (KG.recipient, event.recipient),
        (SEM.hasActor, event.agent + event.recipient),
        (SEM.hasPlace, event.place),
    )
    for role, entities in roles:
        yield from ((role, names.entity(entity)) for entity in entities)
    if event.begin and event.end:
        yield SEM.hasBeginTimeStamp, day(event.begin)
        yield SEM.hasEndTimeStamp, day(event.end)
    yield from ((KG.disagreement, text(aspect)) for aspect in event.disagreement)


def _confidence(event: Event, claims: Mapping[str, StatedClaim]) -> float:
    """That of the surest claim of the event's status: the others do not support it."""
    mine = (claims[id] for id in event.claims)
    return max(claim.confidence for claim in mine if claim.status == event.status)
