"""What the articles together say of an event, and on what they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from kg.graph.stated import StatedClaim, actors
from kg.graph.vocab import SYMMETRIC
from kg.model import Entity, Event, Status

#: From the best supported down: a report that it happened outweighs every plan.
RANK = (
    Status.OCCURRED,
    Status.ONGOING,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.REQUESTED_NOT,
    Status.DENIED,
    Status.NEGATED,
)

#: Below this a day counts only where no surer claim gives one.
_DOUBTFUL = 0.5

_AGAINST = frozenset({Status.DENIED, Status.NEGATED})


def consensus(id: str, claims: Sequence[StatedClaim], entities: Mapping[str, Entity]) -> Event:
    """One event out of the claims about it.

    Args:
        id: The event's id.
        claims: At least one claim.
        entities: Entities by id.
    """
    agent, recipient = _sides(claims)
    begin, end = _days(claims)
    return Event(
        id=id,
        event_type=claims[0].event_type,
        agent=agent,
        recipient=recipient,
        place=tuple(sorted({place for claim in claims for place in claim.place})),
        status=best_status(claims),
        claims=tuple(sorted(claim.id for claim in claims)),
        articles=tuple(sorted({claim.article for claim in claims})),
        begin=begin,
        end=end,
        disagreement=tuple(sorted(_disagreement(claims, entities))),
    )


def best_status(claims: Sequence[StatedClaim]) -> Status:
    """The best supported status among the claims."""
    return min((claim.status for claim in claims), key=RANK.index)


def nested(a: str, b: str, entities: Mapping[str, Entity]) -> bool:
    """Whether two places are one, or one holds the other.

    Args:
        a: Entity id.
        b: Entity id.
        entities: Entities by id.
    """
    return a in _holders(b, entities) or b in _holders(a, entities)


def _holders(place: str, entities: Mapping[str, Entity]) -> list[str]:
    chain = [place]
    while (entity := entities.get(chain[-1])) and entity.located_in:
        if entity.located_in in chain:
            break
        chain.append(entity.located_in)
    return chain


def _sides(claims: Sequence[StatedClaim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The agents and recipients that most articles give; the fuller where they tie."""
    reports = {(claim.article, claim.agent, claim.recipient) for claim in claims}
    votes = Counter((tuple(sorted(a)), tuple(sorted(r))) for _, a, r in reports)

    def weight(sides: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[int, int]:
        return -votes[sides], -len(sides[0]) - len(sides[1])

    return min(votes, key=lambda sides: (weight(sides), sides))


def _days(claims: Sequence[StatedClaim]) -> tuple[date | None, date | None]:
    """The narrowest days stated: by sure claims of the best status, if these state any."""
    status = best_status(claims)
    stated = [
        ((claim.confidence < _DOUBTFUL, claim.status != status), span)
        for claim in claims
        if (span := claim.span) and span.stated
    ]
    if not stated:
        return None, None
    votes = Counter(span for _, span in stated)
    _, best = min(
        stated, key=lambda item: (item[0], item[1].length, -votes[item[1]], item[1].first)
    )
    return best.first, best.last


def _disagreement(claims: Sequence[StatedClaim], entities: Mapping[str, Entity]) -> Iterator[str]:
    if len({claim.status in _AGAINST for claim in claims}) > 1:
        yield "status"
    places = {claim.place for claim in claims if claim.place}
    if any(_apart(a, b, entities) for a, b in combinations(sorted(places), 2)):
        yield "place"
    spans = {span for claim in claims if (span := claim.span) and span.stated}
    if any(a.last < b.first or b.last < a.first for a, b in combinations(spans, 2)):
        yield "time"
    agents, recipients = _sides_by_article(claims, entities)
    if len(set(agents.values())) > 1:
        yield "agent"
    if len(set(recipients.values())) > 1:
        yield "recipient"


def _sides_by_article(
    claims: Sequence[StatedClaim], entities: Mapping[str, Entity]
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """All whom each article names on each side; symmetric types have but one side."""
    agents: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    recipients: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for claim in claims:
        agents[claim.article] |= actors(claim.agent, entities)
        other = agents if claim.event_type in SYMMETRIC else recipients
        other[claim.article] |= actors(claim.recipient, entities)
    return agents, recipients


def _apart(a: tuple[str, ...], b: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    return not any(nested(x, y, entities) for x in a for y in b)
