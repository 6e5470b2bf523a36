"""What the claims of one encounter tell each other: its day, its place, where a visit went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Claim, Entity, Status
from kg.relate.merge import holds, states_of

#: What happens when people come together: of the same people on the same day.
ENCOUNTERS = frozenset({"Meeting", "Hosting", "Agreement"})

#: The same at one place, where talks may take days.
AT_ONE_PLACE = ENCOUNTERS | {"Negotiation"}

#: So many sentences after an arrival the welcome may be told.
ARRIVAL = 2

HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


def share(claims: Sequence[Claim], entities: Mapping[str, Entity]) -> tuple[Claim, ...]:
    """Give the day and the place of one part of an encounter to its parts that have none.

    Who welcomed whom on Wednesday and met him met him then: claims of an encounter that
    took place, of the same people, share the only day and the only place that one of them
    has. A visit to a country went to the town where the visitor met somebody there.

    Args:
        claims: The claims of one article.
        entities: Entities by id.

    Returns:
        The claims in the same order.
    """
    shared = [_placed(_dated(c, claims, entities), claims, entities) for c in claims]
    shared = [_received(c, shared) for c in shared]
    return tuple(_visited(c, shared, entities) for c in shared)


def _together(
    claim: Claim, claims: Iterable[Claim], entities: Mapping[str, Entity], kinds: frozenset[str]
) -> list[Claim]:
    """The other claims of the same people's encounter, if it took place."""
    states = states_of(entities)
    parties = states(claim.agent + claim.recipient)
    if claim.event_type not in kinds or claim.status is not Status.OCCURRED:
        return []
    return [
        c
        for c in claims
        if c.event_type in kinds
        and c.status is Status.OCCURRED
        and states(c.agent + c.recipient) == parties
    ]


def _dated(claim: Claim, claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Claim:
    if claim.begin is not None:
        return claim
    parts = _together(claim, claims, entities, ENCOUNTERS)
    days = {c.begin for c in parts if c.begin is not None and c.begin == c.end}
    if len(days) != 1:
        return claim
    day = days.pop()
    note = "time: that of the same encounter"
    return replace(claim, begin=day, end=day, notes=(*claim.notes, note))


def _placed(claim: Claim, claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Claim:
    if claim.place:
        return claim
    parts = _together(claim, claims, entities, AT_ONE_PLACE)
    places = {c.place[:1] for c in parts if c.place}
    if len(places) != 1:
        return claim
    return replace(
        claim, place=places.pop(), notes=(*claim.notes, "place: that of the same encounter")
    )


def _received(claim: Claim, claims: Iterable[Claim]) -> Claim:
    """Who is welcomed on arrival is welcomed where and when he arrived."""
    if claim.event_type != "Hosting" or claim.place or claim.status is not Status.OCCURRED:
        return claim
    at = claim.evidence[0].sentence
    came = [
        c
        for c in claims
        if c.event_type == "Visit" and c.status in HAPPENED and c.place
        if {*claim.recipient} & {*c.agent}
        if any(0 < at - e.sentence <= ARRIVAL for e in c.evidence)
    ]
    if len(came) != 1:
        return claim
    visit, dated = came[0], claim.begin is not None
    return replace(
        claim,
        place=visit.place[:1],
        begin=claim.begin if dated else visit.begin,
        end=claim.end if dated else visit.end,
        notes=(*claim.notes, "place: that of the arrival"),
    )


def _visited(claim: Claim, claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Claim:
    """The town of a visit for which only the country is named."""
    if claim.event_type != "Visit" or not claim.place or not _only_country(claim):
        return claim
    country, happened = claim.place[0], claim.status in HAPPENED
    towns = {
        c.place[:1]
        for c in claims
        if c.event_type in AT_ONE_PLACE
        and (c.status in HAPPENED) == happened
        and set(claim.agent) & {*c.agent, *c.recipient}
        and c.place
        and not _only_country(c)
        and all(holds(country, p, entities) for p in c.place)
    }
    if len(towns) != 1:
        return claim
    return replace(claim, place=towns.pop(), notes=(*claim.notes, "place: that of the encounter"))


def _only_country(claim: Claim) -> bool:
    return all(p.startswith("country/") for p in claim.place)
