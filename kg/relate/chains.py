"""Times that count from what was told before: একই দিন, পরদিন, এর জবাবে."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.language import in_year, inflections
from kg.model import Case, Claim, Status, TimeExpression
from kg.relate.engine import Context
from kg.relate.frames import VERBAL, event_nouns
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, holds
from kg.relate.timing import clause_time
from kg.relate.whereabouts import meanwhile

#: After so many sentences nobody knows any more which day 'the same day' is.
REACH = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last time that was told: first and last day, the sentence, whether only of speech."""

    first: date
    last: date
    sentence: int
    spoken: bool = False


def going_on(
    times: Iterable[TimeExpression], anchor: Anchor | None, sentence: int, published: date | None
) -> tuple[TimeExpression, ...]:
    """The times of a sentence, days without a year in the year of what was told right before.

    After ১৯৭১ সালের ২৫ মার্চ … a sentence on ৩ ডিসেম্বর goes on with that year's story, unless
    the day would be before what was told.

    Args:
        times: Time expressions of the sentence.
        anchor: The last time told.
        sentence: Index of the sentence.
        published: The article's day.
    """
    old = anchor is not None and published is not None and anchor.first.year < published.year
    if anchor is None or not old or sentence - anchor.sentence > REACH:
        return tuple(times)
    moved = ((t, in_year(t, anchor.first.year)) for t in times)
    return tuple(there if there.first >= anchor.first else here for here, there in moved)


def chained(
    scene: Scene, claims: Iterable[Claim], context: Context, anchor: Anchor | None
) -> tuple[tuple[Claim, ...], Anchor | None]:
    """Date the claims of a sentence that counts from the one before.

    Args:
        scene: The sentence.
        claims: Its claims.
        context: What is known of the article.
        anchor: The last time told.

    Returns:
        The claims, and the last time told for the next sentence.
    """
    near = anchor is not None and scene.sentence.index - anchor.sentence <= REACH
    counted = _count(scene, anchor) if near and anchor is not None else None
    out = tuple(_dated(c, counted) if counted is not None else c for c in claims)
    if near and anchor is not None and meanwhile(scene):
        # What somebody says at the time is of that day; what he tells then may be of another.
        out = tuple(_dated(c, anchor) if c.event_type in VERBAL else c for c in out)
    if near and anchor is not None and not anchor.spoken and _in_course(scene):
        # What is said of an attack is said on another day.
        out = tuple(c if c.event_type in VERBAL else _dated(c, anchor) for c in out)
    told: list[tuple[date | None, date | None]] = [
        (c.begin, c.end) for c in out if c.begin is not None and c.status is Status.OCCURRED
    ]
    told = told or [clause_time(scene, n, context.gone)[:2] for n in range(len(scene.domains))]
    days = next(((first, last) for first, last in told if first and last), None)
    spoken = {c.event_type for c in out if c.begin is not None} <= VERBAL
    only = spoken and any(c.begin is not None for c in out)
    return out, Anchor(*days, scene.sentence.index, only) if days else anchor


def _count(scene: Scene, anchor: Anchor) -> Anchor | None:
    """The days that a sentence's words mean, counted from the anchor's."""
    table, texts = clause_words().chain, [t.text for t in scene.tokens]
    day, first = timedelta(days=1), anchor.first
    if holds(texts, table.moment):
        return anchor
    if holds(texts, table.year):
        return Anchor(date(first.year, 1, 1), date(first.year, 12, 31), anchor.sentence)
    if holds(texts, table.month):
        days = monthrange(first.year, first.month)[1]
        return Anchor(first.replace(day=1), first.replace(day=days), anchor.sentence)
    if first != anchor.last:
        # An answer came in the same month, but hardly on the same day.
        answers = any(tuple(texts[: len(p)]) == p for p in table.answer)
        return anchor if answers else None
    if holds(texts, table.following):
        return Anchor(first + day, first + day, anchor.sentence)
    if holds(texts, table.before):
        return Anchor(first - day, first - day, anchor.sentence)
    return anchor if holds(texts, table.same) else None


def _in_course(scene: Scene) -> bool:
    """Whether a sentence begins with what was told, as a circumstance: এই হামলায় …."""
    first = scene.tokens[:2]
    if len(first) < 2 or first[0].text not in clause_words().echo.words:
        return False
    forms = inflections(first[1].text)
    return any(f.case is Case.LOCATIVE and f.base in event_nouns() for f in forms)


def _dated(claim: Claim, days: Anchor) -> Claim:
    if claim.begin is not None or claim.status is not Status.OCCURRED:
        return claim
    note = f"time: counted from sentence {days.sentence}"
    return replace(claim, begin=days.first, end=days.last, notes=(*claim.notes, note))
