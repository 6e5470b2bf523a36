"""What the articles together say of an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kg.graph.background import Background
from kg.graph.disagreement import disagreements
from kg.graph.sources import originals, voices
from kg.graph.stated import StatedClaim
from kg.model import Event, Status

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

_Sides = tuple[tuple[str, ...], tuple[str, ...]]


def consensus(id: str, claims: Sequence[StatedClaim], known: Background) -> Event:
    """One event out of the claims about it.

    Args:
        id: The event's id.
        claims: At least one claim.
        known: What is known of the entities.
    """
    first_hand = originals(claims)
    agent, recipient = _sides(first_hand)
    begin, end = _days(first_hand)
    types = Counter(claim.event_type for claim in first_hand)
    return Event(
        id=id,
        event_type=min(types, key=lambda type: (-types[type], type)),
        types=tuple(sorted({claim.event_type for claim in claims})),
        agent=agent,
        recipient=recipient,
        place=tuple(sorted({place for claim in claims for place in claim.place})),
        status=best_status(claims),
        claims=tuple(sorted(claim.id for claim in claims)),
        articles=tuple(sorted({claim.article for claim in claims})),
        sources=len(voices(first_hand)),
        begin=begin,
        end=end,
        disagreement=tuple(sorted(disagreements(claims, known))),
    )


def best_status(claims: Sequence[StatedClaim]) -> Status:
    """The best supported status among the claims."""
    return min((claim.status for claim in claims), key=RANK.index)


def _sides(claims: Sequence[StatedClaim]) -> _Sides:
    """The agents and recipients that most articles give; the fuller where they tie."""
    reports = {(claim.article, claim.agent, claim.recipient) for claim in claims}
    votes = Counter((tuple(sorted(a)), tuple(sorted(r))) for _, a, r in reports)

    def weight(sides: _Sides) -> tuple[int, int]:
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
