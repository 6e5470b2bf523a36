"""When the claims of two articles are of one happening.

Two things are asked for: that nothing the claims say tells them apart (type, actors, days,
place), and that something they say ties them together: both sides of the act, its site,
the day of a deed, or the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.graph.background import Background
from kg.graph.stated import (
    Span,
    StatedClaim,
    dated_deed,
    mutual,
    personal,
    seed,
    sides,
    site,
)
from kg.model import SYMMETRIC

#: A date wider than this is too vague to meet a day in it.
_VAGUE_DAYS = 31

#: Two articles without a date of their own are of one happening when this close.
_SAME_NEWS_DAYS = 3

#: Sentences that share this part of the shorter one's words tell the same, and these many:
#: unlike reports of one speaker share a third at most, in the corpus that this was tried on.
_SAME_WORDS, _FEWEST_WORDS = 0.6, 5

#: Types that articles choose between when two people sit down together.
ENCOUNTERS = frozenset({"Meeting", "Negotiation", "Visit"})


@dataclass(frozen=True)
class Group:
    """The claims of one seed, and what they have in common.

    Attributes:
        agent: Who does it; for symmetric types, everybody.
    """

    seed: str
    claims: tuple[StatedClaim, ...]
    agent: frozenset[str]
    recipient: frozenset[str]
    place: frozenset[str]
    span: Span | None

    @property
    def type(self) -> str:
        """The event type."""
        return self.claims[0].event_type

    @cached_property
    def personal(self) -> bool:
        """Whether it is people meeting people."""
        return personal(self.claims[0])

    @cached_property
    def site(self) -> frozenset[str]:
        """The places that tell it from other deeds of its kind."""
        return frozenset(place for claim in self.claims for place in site(claim))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each claim."""
        return tuple({frozenset(claim.words): None for claim in self.claims})

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that say it."""
        return frozenset(claim.article for claim in self.claims)

    @property
    def published(self) -> date:
        """When it was first said."""
        return min(claim.published or date.max for claim in self.claims)


def groups(claims: Iterable[StatedClaim], known: Background) -> Iterator[Group]:
    """Claims by their seeds.

    Args:
        claims: What the articles say.
        known: What is known of the entities.
    """
    by_seed: defaultdict[str, list[StatedClaim]] = defaultdict(list)
    for claim in claims:
        by_seed[seed(claim, known)].append(claim)
    for id, members in by_seed.items():
        agent, recipient = sides(members[0], known)
        yield Group(
            seed=id,
            claims=tuple(sorted(members, key=lambda claim: claim.id)),
            agent=agent,
            recipient=recipient,
            place=frozenset(place for claim in members for place in claim.place),
            span=members[0].span,
        )


def compatible(a: Group, b: Group, known: Background) -> bool:
    """Whether nothing that they say tells the two apart.

    Args:
        a: A group of claims.
        b: Another.
        known: What is known of the entities.
    """
    if a.type != b.type:
        return _same_encounter(a, b)
    return _same_actors(a, b, known) and _same_days(a, b) and _same_place(a, b, known)


def tied(a: Group, b: Group, known: Background) -> bool:
    """Whether something that both say ties compatible groups together.

    Args:
        a: A group of claims.
        b: Another that is compatible with it.
        known: What is known of the entities.
    """
    if a.type != b.type:
        return True
    both_dated = bool(a.span and b.span and a.span.stated and b.span.stated)
    if not _equal_or_part(a, b):
        # A person beside his state: they act apart on most days.
        return both_dated or _same_words(a, b)
    if mutual(a.claims[0]) and mutual(b.claims[0]):
        return True
    if any(known.nested(x, y) for x in a.site for y in b.site):
        return True
    return (dated_deed(a.claims[0]) and dated_deed(b.claims[0])) or _same_words(a, b)


def _same_words(a: Group, b: Group) -> bool:
    return any(overlap(x, y) for x in a.words for y in b.words)


def overlap(
    a: frozenset[str], b: frozenset[str], part: float = _SAME_WORDS, fewest: int = _FEWEST_WORDS
) -> bool:
    """Whether two sets of words share so great a part of the smaller one, and so many."""
    return len(a & b) >= max(fewest, part * min(len(a), len(b)))


def _same_encounter(a: Group, b: Group) -> bool:
    """Two people at one time, which one article calls talks and another a meeting.

    An article that tells both keeps them apart.
    """
    if not {a.type, b.type} <= ENCOUNTERS or a.articles & b.articles:
        return False
    people = a.agent | a.recipient
    if people != b.agent | b.recipient or len(people) != 2:
        return False
    if not all(id.startswith("person/") for id in people) or not _same_days(a, b):
        return False
    both_dated = bool(a.span and b.span and a.span.stated and b.span.stated)
    return both_dated or bool(a.site & b.site)


def _same_actors(a: Group, b: Group, known: Background) -> bool:
    """Equal sides; one article may leave out one of several, never all but one."""
    if _equal_or_part(a, b):
        return True
    return known.alike(a.agent, b.agent) and known.alike(a.recipient, b.recipient)


def _equal_or_part(a: Group, b: Group) -> bool:
    if a.type in SYMMETRIC:
        return a.agent == b.agent or (_part(a.agent, b.agent) and len(a.agent & b.agent) > 1)
    return a.agent == b.agent and (a.recipient == b.recipient or _part(a.recipient, b.recipient))


def _part(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and (a < b or b < a)


def _same_days(a: Group, b: Group) -> bool:
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


def _tolerance(a: Group, b: Group) -> int:
    """One day where the same people meet in the same place: a slip, not a second meeting."""
    return int(a.personal and b.personal and bool(a.place & b.place))


def _same_place(a: Group, b: Group, known: Background) -> bool:
    if not a.place or not b.place or (a.personal and b.personal):
        return True
    return any(known.nested(x, y) for x in a.place for y in b.place)
