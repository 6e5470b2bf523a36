"""One claim per happening and article: join what headline, lede and body say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import inf

from kg.model import SYMMETRIC, Claim, Entity, Evidence, Status

#: What was planned or thought possible and then took place is one happening.
LIFE = (Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.POSSIBLE)

#: What was intended goes on once it has begun.
GOING = frozenset({Status.PLANNED, Status.POSSIBLE, Status.ONGOING})

#: What ended this many days before the article is no plan of which it still speaks.
_PAST = timedelta(days=60)

#: So many sentences apart the same word means the same encounter.
NEAR = 3

#: What ended this many days before the article is no news of the day.
_OLD = timedelta(days=21)

#: The sentences that may leave out whose word they tell, and how soon after them it is told.
LEDE, SOON = 1, 2


def merge_claims(
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    published: date | None = None,
    apart: frozenset[Claim] = frozenset(),
    kin: Callable[[Claim, Claim], bool] = lambda _a, _b: False,
) -> tuple[Claim, ...]:
    """Join claims of one article that report the same happening, in order of appearance.

    Two claims are the same happening when they have the same type, their parties are equal
    or the one's are part of the other's, neither their times nor their places exclude each
    other, and they do not differ in being denied or asked not to be.

    Args:
        claims: In reading order.
        entities: Entities by id; a capital counts as the state it stands for.
        published: The article's day: a meeting of years ago is not the one now planned.
        apart: Those that their sentences tell as another happening than what was told before.

        kin: Whether the second of two tells of a state what the first tells of who acts for it.

    Returns:
        The joined claims.
    """
    merged: list[Claim] = []
    for claim in claims:
        here = claim.evidence[0].sentence
        found = enumerate(merged)
        told = [i for i, m in found if _same(m, claim, entities, published, kin(m, claim))]
        told = [i for i in told if claim not in apart or merged[i].evidence[0].sentence == here]
        at = next(iter(told), None)
        if at is None:
            merged.append(claim)
        else:
            merged[at] = _join(merged[at], claim)
    return tuple(merged)


def _same(
    a: Claim, b: Claim, entities: Mapping[str, Entity], published: date | None, kin: bool
) -> bool:
    going = kin and {a.status, b.status} <= GOING
    if a.event_type != b.event_type or not (going or _one_life(a, b, published)):
        return False
    if not _times_meet(a, b) or _long_before(a, b, published) or _long_before(b, a, published):
        return False
    if not _places_meet(a, b, entities):
        return False
    if kin:
        return True
    states = states_of(entities)
    if a.event_type in SYMMETRIC:
        one, two = states(a.agent + a.recipient), states(b.agent + b.recipient)
        return one == two or (_within(one, two) and (_several(one, two) or _again(a, b)))
    agents, recipients = (
        (states(a.agent), states(b.agent)),
        (states(a.recipient), states(b.recipient)),
    )
    if agents[0] != agents[1]:
        # One of several who act: the same act only where it is done to the same.
        return _within(*agents) and recipients[0] == recipients[1] != frozenset()
    return _within(*recipients) or not all(recipients)


def _several(one: frozenset[str], two: frozenset[str]) -> bool:
    return min(len(one), len(two)) > 1


def _again(a: Claim, b: Claim) -> bool:
    """The same word near by, once with the other side and once without it."""
    near = any(abs(b.evidence[0].sentence - e.sentence) <= NEAR for e in a.evidence)
    said = a.trigger.split()[:1] == b.trigger.split()[:1] != []
    return near and said and bool(a.agent and b.agent)


def states_of(entities: Mapping[str, Entity]) -> Callable[[Iterable[str]], frozenset[str]]:
    """A function that gives the ids of entities, a capital as the state it stands for.

    Args:
        entities: Entities by id.
    """

    def seats(ids: Iterable[str]) -> frozenset[str]:
        return frozenset((entities[i].seat_of or i) if i in entities else i for i in ids)

    return seats


def _within(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _one_life(a: Claim, b: Claim, published: date | None) -> bool:
    if a.status == b.status:
        return True
    hypothetical = {Status.PLANNED, Status.POSSIBLE}
    if {a.status, b.status} <= hypothetical:
        return True
    if {a.status, b.status} <= {Status.OCCURRED, Status.ONGOING}:
        return a.event_type != "Attack"
    if any(c.end is not None and published and c.end < published - _PAST for c in (a, b)):
        return False
    return a.event_type in {"Meeting", "Visit"} and a.status in LIFE and b.status in LIFE


def _times_meet(a: Claim, b: Claim) -> bool:
    if a.begin is None or b.begin is None or a.end is None or b.end is None:
        return True
    return a.begin <= b.end and b.begin <= a.end


def _places_meet(a: Claim, b: Claim, entities: Mapping[str, Entity]) -> bool:
    """Two towns are two happenings, unless one of the places holds the other."""
    one, two = ({i for i in c.place if not i.startswith("country/")} for c in (a, b))
    return not one or not two or any(holds(x, y, entities) for x in one for y in two)


def holds(one: str, two: str, entities: Mapping[str, Entity]) -> bool:
    """Whether two places are the same or one of them lies in the other.

    Args:
        one: Id of a place or country.
        two: Id of another.
        entities: Entities by id.
    """
    return two in _around(one, entities) or one in _around(two, entities)


def _around(place: str, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """A place and what holds it, as far up as is known."""
    found: list[str] = []
    at: str | None = place
    while at is not None and at not in found:
        found.append(at)
        at = entities[at].located_in if at in entities else None
    return tuple(found)


def _long_before(a: Claim, b: Claim, published: date | None) -> bool:
    """What is dated weeks before the article is not what it tells first, without a date."""
    if published is None or a.end is None or b.end is not None:
        return False
    return a.end < published - _OLD and b.evidence[0].sentence < a.evidence[0].sentence


def _join(a: Claim, b: Claim) -> Claim:
    """Both together: the surer one's words, the firmer status, all evidence and sources."""
    surer = a if a.confidence >= b.confidence else b
    firm = min((a, b), key=_firmness)
    timed = _narrower(a, b)
    equals = a.event_type in SYMMETRIC
    agent = surer.agent if equals else _union(a.agent, b.agent)
    others = _union(a.agent, b.agent) if equals else ()
    # Two sentences make a claim surer than each alone, if it is clear that they tell of one.
    told = bool(a.recipient and b.recipient) or (a.trigger == b.trigger and surer.confidence >= 0.5)
    sure = 1 - (1 - a.confidence) * (1 - b.confidence * 0.5) if told else surer.confidence
    return replace(
        surer,
        agent=agent,
        recipient=tuple(
            e for e in _union(_union(a.recipient, b.recipient), others) if e not in agent
        ),
        place=_places(_union(a.place, b.place)),
        status=firm.status,
        attributed_to=_sources(a, b),
        begin=timed.begin,
        end=timed.end,
        evidence=_evidence(a.evidence + b.evidence),
        confidence=round(sure, 3),
        notes=tuple(dict.fromkeys(a.notes + b.notes)),
    )


def _sources(a: Claim, b: Claim) -> tuple[str, ...]:
    """Nobody's word where the article tells it on its own, too.

    Headline and lede leave out whose word it is where one of the next sentences tells.
    """
    for own, other in ((a, b), (b, a)):
        last = own.evidence[-1].sentence
        soon = last <= LEDE and other.evidence[0].sentence - last <= SOON
        if not (own.attributed_to or soon):
            return ()
    return _union(a.attributed_to, b.attributed_to)


def _firmness(claim: Claim) -> int:
    """The firmest status first; a ban that is kept up goes on, though it was imposed."""
    if claim.event_type == "Sanction" and claim.status is Status.ONGOING:
        return -1
    return LIFE.index(claim.status) if claim.status in LIFE else len(LIFE)


def _narrower(a: Claim, b: Claim) -> Claim:
    def length(c: Claim) -> float:
        return (c.end - c.begin).days if c.begin and c.end else inf

    return min((a, b), key=length)


def _places(ids: tuple[str, ...]) -> tuple[str, ...]:
    """A town beside its country: the town is where it was."""
    towns = tuple(i for i in ids if not i.startswith("country/"))
    return towns or ids


def _union(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a + b))


def _evidence(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(items), key=lambda e: e.sentence))
