"""What a claim commits to: the little that is kept of each to join them into events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.graph.background import Background
from kg.graph.iris import digest
from kg.model import SYMMETRIC, Status

#: A report without a date of its own is of the week before its publication.
BACK = timedelta(days=7)

#: A plan without a date is for the days after its publication.
AHEAD = timedelta(days=10)

#: A pair of people meets in one place on one day: articles that name two, differ.
_PERSONAL = frozenset({"Meeting", "Negotiation", "Communication", "Agreement"})

#: Acts of speech: the same person does them many times a week, each about something else.
_SPOKEN = frozenset(
    (
        "Request",
        "Appeal",
        "Support",
        "Accuse",
        "Accusation",
        "Reject",
        "Denial",
        "Refusal",
        "Threaten",
        "Warning",
        "Agree",
        "Promise",
        "Invitation",
        "Communication",
    )
)

_LOOKS_FORWARD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.REQUESTED_NOT})

#: Days as few as these tell one act of a person from the next.
_FEW_DAYS = 3


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
        speakers: On whose word it is; nobody's when the article itself asserts it.
        words: The different words of its evidence, sorted.
        numbers: What it counts (`killed`), and how many.
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
    speakers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()

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


def personal(claim: StatedClaim) -> bool:
    """Whether it is people meeting people, who cannot be in two places at once."""
    return claim.event_type in _PERSONAL and all(map(_is_person, claim.agent + claim.recipient))


def _is_person(id: str) -> bool:
    return id.startswith("person/")


def sides(claim: StatedClaim, known: Background) -> tuple[frozenset[str], frozenset[str]]:
    """Who does it and to whom; symmetric types have but one side.

    Args:
        claim: What an article says.
        known: What is known of the entities.
    """
    agent, recipient = known.actors(claim.agent), known.actors(claim.recipient)
    if claim.event_type in SYMMETRIC:
        return agent | recipient, frozenset()
    return agent, recipient


def site(claim: StatedClaim) -> frozenset[str]:
    """The places that tell one deed from another: none for words, and no whole country."""
    if claim.event_type in _SPOKEN:
        return frozenset()
    return frozenset(place for place in claim.place if not place.startswith("country/"))


def dated_deed(claim: StatedClaim) -> bool:
    """Whether the day alone tells which act of its agents it is: people, and no words."""
    span = claim.span
    if span is None or not span.stated or span.length > _FEW_DAYS:
        return False
    together = len(claim.agent) > 1
    people = bool(claim.agent) and all(map(_is_person, claim.agent))
    return together or (claim.event_type not in _SPOKEN and people)


def mutual(claim: StatedClaim) -> bool:
    """Whether it names both sides."""
    if claim.event_type in SYMMETRIC:
        return len({*claim.agent, *claim.recipient}) > 1
    return bool(claim.recipient)


def seed(claim: StatedClaim, known: Background) -> str:
    """The id of the event that this claim alone would make.

    It depends on nothing but the claim and the seats of governments, so that claims with
    equal seeds are of one event in every build. A claim has a seed of its own where it says
    too little to tell what it is about, or nothing of the time.

    Args:
        claim: What an article says.
        known: What is known of the entities.
    """
    agent, recipient = sides(claim, known)
    span = claim.span
    time = f"{span.first}/{span.last}/{span.stated}" if span else f"article {claim.article}"
    where = "" if personal(claim) else " ".join(sorted(claim.place))
    own = "" if mutual(claim) or site(claim) or dated_deed(claim) else claim.id
    return digest(
        claim.event_type, " ".join(sorted(agent)), " ".join(sorted(recipient)), time, where, own
    )
