"""Claims of the same happening, joined across articles into one event.

The claims of one seed (see `kg.graph.stated.seed`) are one group. Groups join an
event when they agree in type, actors, days and place with every group already in it:
complete linkage, so that a chain of near misses never pulls a year into one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.graph.consensus import consensus, nested
from kg.graph.stated import Span, StatedClaim, actors, personal, seed
from kg.graph.vocab import SYMMETRIC
from kg.model import Entity, Event

#: A date wider than this is too vague to meet a day in it.
_VAGUE_DAYS = 31

#: Two articles without a date of their own are of one happening when this close.
_SAME_NEWS_DAYS = 3


_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """The claims of one seed, and what they have in common."""

    seed: str
    claims: tuple[StatedClaim, ...]
    agent: frozenset[str]
    recipient: frozenset[str]
    place: frozenset[str]
    span: Span | None
    personal: bool

    @property
    def published(self) -> date:
        return min(claim.published or date.max for claim in self.claims)

    @property
    def order(self) -> tuple[bool, int, date, str]:
        """Exact days first: they are what the vague ones can attach to."""
        if self.span is None:
            return True, 0, date.max, self.seed
        return not self.span.stated, self.span.length, self.span.first, self.seed


def join_events(
    claims: Iterable[StatedClaim], entities: Mapping[str, Entity] | None = None
) -> tuple[Event, ...]:
    """Join the claims of all articles into events.

    The result does not depend on the order of the claims. An event's id is the seed
    of its earliest published group, so that later articles never rename it; `former`
    gives the seeds that it stands for besides.

    Args:
        claims: What the articles say.
        entities: Entities by id, for the states that capitals act for and the places
            that hold one another.

    Returns:
        The events, sorted by id.
    """
    known = entities or {}
    events: list[list[_Group]] = []
    near: defaultdict[_Key, set[int]] = defaultdict(set)
    for group in sorted(_groups(claims, known), key=lambda group: group.order):
        keys = list(_keys(group))
        numbers = {number for key in keys for number in near[key]}
        fitting = [n for n in numbers if all(_same(group, other, known) for other in events[n])]
        if fitting:
            number = min(fitting, key=lambda n: (_distance(group, events[n][0]), n))
            events[number].append(group)
        else:
            number = len(events)
            events.append([group])
        for key in keys:
            near[key].add(number)
    return tuple(sorted((_event(groups, known) for groups in events), key=lambda e: e.id))


def former(
    events: Iterable[Event], claims: Iterable[StatedClaim], entities: Mapping[str, Entity]
) -> Iterator[tuple[str, str]]:
    """Ids that a build of fewer articles may have given, each with today's id.

    Args:
        events: The joined events.
        claims: The claims they were joined from.
        entities: Entities by id.

    Yields:
        The former id and the id of the event that took its claims.
    """
    event_of = {claim: event.id for event in events for claim in event.claims}
    pairs = {(seed(claim, entities), event_of[claim.id]) for claim in claims}
    yield from sorted((old, new) for old, new in pairs if old != new)


def _keys(group: _Group) -> Iterator[_Key]:
    """Where to look for events of the group: those of an actor of it, in a month of it."""
    if group.span is None:
        return
    first, last = group.span.first, group.span.last
    months = range(first.year * 12 + first.month - 2, last.year * 12 + last.month + 1)
    for actor in group.agent:
        yield from ((group.claims[0].event_type, actor, month) for month in months)


def _groups(claims: Iterable[StatedClaim], entities: Mapping[str, Entity]) -> Iterator[_Group]:
    by_seed: defaultdict[str, list[StatedClaim]] = defaultdict(list)
    for claim in claims:
        by_seed[seed(claim, entities)].append(claim)
    for id, members in by_seed.items():
        first = members[0]
        agent, recipient = actors(first.agent, entities), actors(first.recipient, entities)
        if first.event_type in SYMMETRIC:
            agent, recipient = agent | recipient, frozenset()
        yield _Group(
            seed=id,
            claims=tuple(sorted(members, key=lambda claim: claim.id)),
            agent=agent,
            recipient=recipient,
            place=frozenset(place for claim in members for place in claim.place),
            span=first.span,
            personal=personal(first),
        )


def _event(groups: list[_Group], entities: Mapping[str, Entity]) -> Event:
    founder = min(groups, key=lambda group: (group.published, group.seed))
    return consensus(founder.seed, [c for group in groups for c in group.claims], entities)


def _distance(group: _Group, anchor: _Group) -> tuple[bool, int]:
    """How far a group is from an event's first: another place first, then days."""
    assert group.span and anchor.span  # groups without days fit no other
    return not group.place & anchor.place, abs((group.span.last - anchor.span.last).days)


def _same(a: _Group, b: _Group, entities: Mapping[str, Entity]) -> bool:
    return _same_actors(a, b) and _same_days(a, b) and _same_place(a, b, entities)


def _same_actors(a: _Group, b: _Group) -> bool:
    """Equal sides; one article may leave out one of several, never all but one."""
    if a.claims[0].event_type in SYMMETRIC:
        return a.agent == b.agent or (_part(a.agent, b.agent) and len(a.agent & b.agent) > 1)
    return a.agent == b.agent and (a.recipient == b.recipient or _part(a.recipient, b.recipient))


def _part(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and (a < b or b < a)


def _same_days(a: _Group, b: _Group) -> bool:
    one, two = a.span, b.span
    if one is None or two is None:
        return False
    if not (one.stated or two.stated) and (one.first < one.last) == (two.first < two.last):
        alike = abs((one.first - two.first).days), abs((one.last - two.last).days)
        if max(alike) <= _SAME_NEWS_DAYS:
            return True
    stated = [span.length for span in (one, two) if span.stated]
    if stated and max(stated) > max(_VAGUE_DAYS, 3 * min(stated) if len(stated) > 1 else 0):
        return False
    gap = (max(one.first, two.first) - min(one.last, two.last)).days
    return gap <= _tolerance(a, b)


def _tolerance(a: _Group, b: _Group) -> int:
    """One day where the same people meet in the same place: a slip, not a second meeting."""
    return int(a.personal and b.personal and bool(a.place & b.place))


def _same_place(a: _Group, b: _Group, entities: Mapping[str, Entity]) -> bool:
    if not a.place or not b.place or (a.personal and b.personal):
        return True
    return any(nested(x, y, entities) for x in a.place for y in b.place)
