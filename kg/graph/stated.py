"""What a claim commits to: the little that is kept of each to join them into events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kg.graph.iris import digest
from kg.graph.vocab import SYMMETRIC
from kg.model import Entity, Status

#: A report without a date of its own is of the week before its publication.
BACK = timedelta(days=7)

#: A plan without a date is for the days after its publication.
AHEAD = timedelta(days=10)

#: A pair of people meets in one place on one day: articles that name two, differ.
_PERSONAL = frozenset({"Meeting", "Negotiation", "Communication", "Agreement"})

_LOOKS_FORWARD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.REQUESTED_NOT})


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something can lie; `stated` when the article says them."""

    first: date
    last: date
    stated: bool

    @property
    def length(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """The part of a claim that decides which event it is about.

    Attributes:
        id: Its id, from `kg.graph.iris.claim_id`.
        article: Its article's id.
        published: The article's day, when known.
    """

    id: str
    article: str
    published: date | None
    event_type: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    status: Status
    confidence: float
    begin: date | None = None
    end: date | None = None

    @property
    def span(self) -> Span | None:
        """The days stated, else those that the publication leaves open, else `None`."""
        if self.begin:
            return Span(self.begin, max(self.begin, self.end or self.begin), stated=True)
        if not self.published:
            return None
        if self.status in _LOOKS_FORWARD:
            return Span(self.published, _shift(self.published, AHEAD), stated=False)
        return Span(_shift(self.published, -BACK), self.published, stated=False)


def _shift(day: date, by: timedelta) -> date:
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def actors(ids: tuple[str, ...], entities: Mapping[str, Entity]) -> frozenset[str]:
    """The ids, with a capital or palace replaced by the state that it acts for.

    Args:
        ids: Entity ids.
        entities: Entities by id; unknown ids stand for themselves.
    """
    known = ((id, entities.get(id)) for id in ids)
    return frozenset(entity.seat_of if entity and entity.seat_of else id for id, entity in known)


def personal(claim: StatedClaim) -> bool:
    """Whether it is people meeting people, who cannot be in two places at once."""
    everyone = claim.agent + claim.recipient
    return claim.event_type in _PERSONAL and all(id.startswith("person/") for id in everyone)


def seed(claim: StatedClaim, entities: Mapping[str, Entity]) -> str:
    """The id of the event that this claim alone would make.

    It depends on nothing but the claim, so that claims with equal seeds are of one
    event in every build. A claim of an undated article has a seed of its own.

    Args:
        claim: What an article says.
        entities: Entities by id.
    """
    agent, recipient = actors(claim.agent, entities), actors(claim.recipient, entities)
    if claim.event_type in SYMMETRIC:
        agent, recipient = agent | recipient, frozenset()
    span = claim.span
    time = f"{span.first}/{span.last}/{span.stated}" if span else f"article {claim.article}"
    where = "" if personal(claim) else " ".join(sorted(claim.place))
    sides = " ".join(sorted(agent)), " ".join(sorted(recipient))
    return digest(claim.event_type, *sides, time, where)
