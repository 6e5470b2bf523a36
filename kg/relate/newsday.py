"""The day of the news: headline and lede leave it out, the next sentence begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import Claim, Evidence, Status
from kg.relate.engine import Context
from kg.relate.occasions import LEDE, told_of_before
from kg.relate.scene import Scene
from kg.relate.triggers import find_triggers

#: The last sentence that may begin with the day on which the news happened.
REACH = 3

#: News is so old at most.
NEWS = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class NewsDay:
    """The day with which a sentence near the beginning opens.

    Attributes:
        day: The day.
        evidence: The sentence.
        events: The kinds of happening that it tells itself.
    """

    day: date
    evidence: Evidence
    events: frozenset[str]


def read_news_day(scene: Scene, context: Context) -> tuple[NewsDay, ...]:
    """The day that a sentence right after the lede opens with, if it goes on with the news.

    Args:
        scene: The sentence.
        context: What is known of the article.

    Returns:
        None of them where it begins otherwise, or says whose word something is or when that was.
    """
    published, here = context.published, scene.sentence.index
    if published is None or not LEDE < here <= REACH or any(scene.saying) or told_of_before(scene):
        return ()
    first = next((t for t in context.gone if t.begin == scene.tokens[0].begin), None)
    if first is None or first.first != first.last:
        return ()
    if not timedelta() <= published - first.first <= NEWS:
        return ()
    return (NewsDay(first.first, scene.evidence[0], _told(scene)),)


def on_news_day(
    claims: Sequence[Claim], days: Sequence[NewsDay], before: frozenset[int]
) -> tuple[Claim, ...]:
    """Date what headline and lede tell by the first sentence after them that opens with a day.

    Args:
        claims: The claims of one article, joined.
        days: The days with which its sentences open, in order.
        before: Sentences that go back to what was before.

    Returns:
        The claims in the same order.
    """
    return tuple(
        _dated(c, days[0])
        if days and c.evidence[0].sentence not in before and _meant(c, days[0])
        else c
        for c in claims
    )


def _meant(claim: Claim, told: NewsDay) -> bool:
    """News without a day, and the sentence with the day tells of no other kind of happening.

    What the lede tells on somebody's word may have been at any time.
    """
    news = claim.evidence[0].sentence <= LEDE and claim.status is Status.OCCURRED
    return (
        news
        and not claim.attributed_to
        and claim.begin is None
        and told.events <= {claim.event_type}
    )


def _dated(claim: Claim, told: NewsDay) -> Claim:
    return replace(
        claim,
        begin=told.day,
        end=told.day,
        evidence=tuple(sorted({*claim.evidence, told.evidence}, key=lambda e: e.sentence)),
        notes=(*claim.notes, f"time: told in sentence {told.evidence.sentence}"),
    )


def _told(scene: Scene) -> frozenset[str]:
    """The kinds of happening that the verbs of a sentence tell, whoever did it."""
    return frozenset(t.frame.event for t in find_triggers(scene) if t.verb is not None)
