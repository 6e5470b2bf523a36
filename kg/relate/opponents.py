"""Whom an attack hits that names nobody: the one enemy that its doer has in the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.model import Claim, Entity, Status
from kg.relate.containment import above
from kg.relate.merge import holds, states_of
from kg.world import World
from kg.world.wars import War, load_wars

#: So long after a war the attacks of which an article still speaks may be of it.
AFTER = timedelta(days=365)

#: The frame of killings.
KILLING = "assault.kill"

#: Enemies of each party, in the order of the text.
Enemies = Mapping[str, Mapping[str, None]]


def opposed(
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    world: World,
    published: date | None,
) -> tuple[Claim, ...]:
    """Give attacks without another side the one enemy that the article, or a war, tells.

    Args:
        claims: The claims of one article, in reading order.
        entities: Entities of the article by id.
        world: The gazetteer: which body is whose.
        published: The article's day.

    Returns:
        The claims in the same order.
    """
    told, states = _told(claims, entities), states_of(entities)(entities)
    # How long ago an attack may be: of which the article tells whom it hit, a year.
    wars = [w for w in load_wars() if published and _going_on(w, published) and w.other in states]
    recent = published - AFTER if published else date.min
    return tuple(
        _hit(c, ({} if _before(c, recent) else told, _known(wars, c)), entities, world)
        if _open(c)
        else c
        for c in claims
    )


def _open(claim: Claim) -> bool:
    """An attack without another side; who is killed is seldom the other side itself."""
    attack = claim.event_type == "Attack" and claim.found_by != KILLING
    return attack and claim.status is not Status.NEGATED and not claim.recipient


def _before(claim: Claim, day: date) -> bool:
    return claim.end is not None and claim.end < day


def _told(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Enemies:
    """Who attacks whom in the article; who is attacked may strike back.

    Whom a state hits where it fights a movement is another matter.
    """
    states, found = states_of(entities), defaultdict[str, dict[str, None]](dict)
    pairs = [
        (one, other)
        for c in claims
        if c.event_type == "Attack"
        for one in sorted(states(c.agent))
        for other in sorted(states(c.recipient))
        if not any(e.startswith("person/") for e in (one, other))
        if other.startswith("country/") or _alike(one, other)
    ]
    for one, other in pairs:
        found[one].setdefault(other)
        if _alike(one, other):
            found[other].setdefault(one)
    return found


def _known(wars: Iterable[War], claim: Claim) -> Enemies:
    """Who attacked whom then, in the wars whose other side the article names."""
    found = defaultdict[str, dict[str, None]](dict)
    for war in wars:
        if not _before(claim, war.first):
            found[war.one].setdefault(war.other)
    return found


def _going_on(war: War, day: date) -> bool:
    return war.first <= day and (war.last is None or day <= war.last + AFTER)


def _hit(
    claim: Claim, sources: Iterable[Enemies], entities: Mapping[str, Entity], world: World
) -> Claim:
    own = {*states_of(entities)(claim.agent)}
    whole = own | {holder for e in own for holder in above(e, world)}
    for enemies in sources:
        for side in (own, whole):
            found = dict.fromkeys(e for s in sorted(side) for e in enemies.get(s, ()))
            other = [e for e in found if e not in whole]
            if len(other) > 1:
                return claim
            if other and all(holds(place, other[0], entities) for place in claim.place):
                note = "recipient: the other side of the war"
                return replace(claim, recipient=(other[0],), notes=(*claim.notes, note))
    return claim


def _alike(one: str, other: str) -> bool:
    """Whether both are states, or neither is."""
    return one.startswith("country/") == other.startswith("country/")
