"""On what the articles that report one event differ; each side stays in its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.graph.background import Background
from kg.graph.stated import StatedClaim, sides
from kg.model import Status

_AGAINST = frozenset({Status.DENIED, Status.NEGATED})


def disagreements(claims: Sequence[StatedClaim], known: Background) -> Iterator[str]:
    """The aspects on which the claims of one event differ.

    Args:
        claims: At least one claim.
        known: What is known of the entities.

    Yields:
        Some of status, place, time, agent, recipient, number.
    """
    if len({claim.status in _AGAINST for claim in claims}) > 1:
        yield "status"
    if _other_places(claims, known):
        yield "place"
    spans = {span for claim in claims if (span := claim.span) and span.stated}
    if any(a.last < b.first or b.last < a.first for a, b in combinations(spans, 2)):
        yield "time"
    agents, recipients = _sides_by_article(claims, known)
    if _differ(agents, known):
        yield "agent"
    if _differ(recipients, known):
        yield "recipient"
    if _other_numbers(claims):
        yield "number"


def _other_places(claims: Sequence[StatedClaim], known: Background) -> bool:
    """Two places, or one place that two articles put into different ones."""
    places = sorted({claim.place for claim in claims if claim.place})
    if any(_apart(a, b, known) for a, b in combinations(places, 2)):
        return True
    articles = {claim.article for claim in claims}
    return any(known.located_apart(id, articles) for id in {id for ids in places for id in ids})


def _apart(a: tuple[str, ...], b: tuple[str, ...], known: Background) -> bool:
    return not any(known.nested(x, y) for x in a for y in b)


def _differ(named: dict[str, frozenset[str]], known: Background) -> bool:
    """Whether two articles name others; a person is no other than the state he acts for."""
    distinct = sorted(set(named.values()), key=sorted)
    return any(not known.alike(a, b) for a, b in combinations(distinct, 2))


def _sides_by_article(
    claims: Sequence[StatedClaim], known: Background
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """All whom each article names on each side."""
    agents: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    recipients: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for claim in claims:
        agent, recipient = sides(claim, known)
        agents[claim.article] |= agent
        recipients[claim.article] |= recipient
    return agents, recipients


def _other_numbers(claims: Sequence[StatedClaim]) -> bool:
    """Whether two articles count the same thing differently."""
    counted: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for what, number in claim.numbers:
            counted[what][claim.article].add(number)
    return any(
        not a & b
        for by_article in counted.values()
        for a, b in combinations(by_article.values(), 2)
    )
