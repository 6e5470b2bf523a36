"""Claims of the same happening, joined across articles into one event.

The claims of one seed (see `kg.graph.stated.seed`) are one group. A group joins an event
when it is compatible with every group already there and tied to the one that began it
(see `kg.graph.sameness`): so a chain of near misses never pulls a year into one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.graph.background import Background
from kg.graph.consensus import consensus
from kg.graph.sameness import ENCOUNTERS, Group, compatible, groups, tied
from kg.graph.stated import StatedClaim, seed
from kg.model import Event

#: A kind of event, an actor and a month.
_Key = tuple[str, str, int]

#: Begins the key of those who act for a state: no id begins so.
_FOR = "for "


def join_events(
    claims: Iterable[StatedClaim], known: Background | None = None
) -> tuple[Event, ...]:
    """Join the claims of all articles into events.

    The result does not depend on the order of the claims. An event's id is the seed
    of its earliest published group, so that later articles never rename it; `former`
    gives the seeds that it stands for besides.

    Args:
        claims: What the articles say.
        known: What is known of the entities: the states that capitals and people act
            for, the places that hold one another.

    Returns:
        The events, sorted by id.
    """
    known = known or Background()
    events: list[list[Group]] = []
    near: defaultdict[_Key, set[int]] = defaultdict(set)
    for group in sorted(groups(claims, known), key=_order):
        numbers = {number for key in _wanted(group, known) for number in near[key]}
        fitting = [n for n in numbers if _fits(group, events[n], known)]
        if fitting:
            number = min(fitting, key=lambda n: (_distance(group, events[n][0]), n))
            events[number].append(group)
        else:
            number = len(events)
            events.append([group])
        for key in _offered(group, known):
            near[key].add(number)
    return tuple(sorted((_event(found, known) for found in events), key=lambda e: e.id))


def former(
    events: Iterable[Event], claims: Iterable[StatedClaim], known: Background
) -> Iterator[tuple[str, str]]:
    """Ids that a build of fewer articles may have given, each with today's id.

    Args:
        events: The joined events.
        claims: The claims they were joined from.
        known: What is known of the entities.

    Yields:
        The former id and the id of the event that took its claims.
    """
    event_of = {claim: event.id for event in events for claim in event.claims}
    pairs = {(seed(claim, known), event_of[claim.id]) for claim in claims}
    yield from sorted((old, new) for old, new in pairs if old != new)


def _order(group: Group) -> tuple[bool, int, date, str]:
    """Exact days first: they are what the vague ones can attach to."""
    if group.span is None:
        return True, 0, date.max, group.seed
    return not group.span.stated, group.span.length, group.span.first, group.seed


def _offered(group: Group, known: Background) -> Iterator[_Key]:
    """Where the group is to be found: under its actors, and under the states they act for."""
    states = {state for id in group.agent for state in known.states.get(id, ())}
    return _keys(group, [*group.agent, *(_FOR + state for state in states)])


def _wanted(group: Group, known: Background) -> Iterator[_Key]:
    """Where to look for events of the group: its actors, their states, who acts for them."""
    states = {state for id in group.agent for state in known.states.get(id, ())}
    return _keys(group, [*group.agent, *states, *(_FOR + id for id in group.agent)])


def _keys(group: Group, names: Iterable[str]) -> Iterator[_Key]:
    if group.span is None:
        return
    kind = "" if group.type in ENCOUNTERS else group.type
    first, last = group.span.first, group.span.last
    months = range(first.year * 12 + first.month - 2, last.year * 12 + last.month + 1)
    yield from ((kind, name, month) for name in names for month in months)


def _fits(group: Group, event: list[Group], known: Background) -> bool:
    return tied(group, event[0], known) and all(compatible(group, other, known) for other in event)


def _distance(group: Group, anchor: Group) -> tuple[bool, bool, int]:
    """How far a group is from an event's first: its type, another place, then days."""
    assert group.span and anchor.span  # groups without days fit no other
    days = abs((group.span.last - anchor.span.last).days)
    return group.type != anchor.type, not group.place & anchor.place, days


def _event(found: list[Group], known: Background) -> Event:
    founder = min(found, key=lambda group: (group.published, group.seed))
    return consensus(founder.seed, [c for group in found for c in group.claims], known)
