"""What matters most in a graph, for people who read a page of it and no more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Skipped
from kg.show.page import ArticleText, PageData, ShownClaim, ShownEvent


@dataclass(frozen=True, slots=True)
class Connected:
    """Somebody, with how many others and in how many events."""

    id: str
    others: int
    events: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What a report tells of a graph.

    Attributes:
        events: All, those that most articles report first, then the surest.
        differing: Those on which the articles differ, in the same order.
        people: Persons, those that have to do with most others first.
        states: Countries, likewise.
        silent: Articles in which no event was found.
        undated: Articles that tell no day of publication.
        skipped: Input that is not in the graph.
    """

    data: PageData
    events: tuple[ShownEvent, ...]
    differing: tuple[ShownEvent, ...]
    people: tuple[Connected, ...]
    states: tuple[Connected, ...]
    silent: tuple[ArticleText, ...]
    undated: tuple[ArticleText, ...]
    skipped: tuple[Skipped, ...]


def digest(data: PageData, skipped: Iterable[Skipped] = ()) -> Digest:
    """Put the events, names and articles of a graph in the order of their weight.

    Args:
        data: What the page shows.
        skipped: Input that is not in the graph.
    """
    events = sorted(data.events, key=lambda event: (-len(told_by(event)), -_sure(event), event.id))
    connected = _connected(data)
    heard = {claim.article for event in events for claim in event.claims}
    return Digest(
        data=data,
        events=tuple(events),
        differing=tuple(event for event in events if event.disagreement),
        people=_of_kind(data, connected, "Person"),
        states=_of_kind(data, connected, "Country"),
        silent=tuple(article for article in data.articles if article.id not in heard),
        undated=tuple(article for article in data.articles if article.published is None),
        skipped=tuple(skipped),
    )


def told_by(event: ShownEvent) -> tuple[str, ...]:
    """Ids of the articles that report an event, sorted."""
    return tuple(sorted({claim.article for claim in event.claims}))


def surest(event: ShownEvent) -> ShownClaim:
    """The surest claim that quotes a sentence and agrees with the event: done, or only planned."""

    def weight(claim: ShownClaim) -> tuple[bool, bool, float, str]:
        agrees = claim.status == event.status
        return bool(claim.evidence), agrees, claim.confidence, claim.id

    return max(event.claims, key=weight)


def _sure(event: ShownEvent) -> float:
    return max(claim.confidence for claim in event.claims)


def _connected(data: PageData) -> list[Connected]:
    others: dict[str, set[str]] = defaultdict(set)
    events: Counter[str] = Counter()
    for event in data.events:
        actors = {*event.agents, *event.recipients}
        events.update(actors)
        for actor in actors:
            others[actor] |= actors - {actor}
    found = [Connected(id, len(others[id]), events[id]) for id in events]
    return sorted(found, key=lambda each: (-each.others, -each.events, each.id))


def _of_kind(data: PageData, found: Sequence[Connected], kind: str) -> tuple[Connected, ...]:
    ids = {node.id for node in data.nodes if node.type == kind}
    return tuple(each for each in found if each.id in ids)
