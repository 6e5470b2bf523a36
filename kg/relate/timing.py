"""When a happening was: the time expression of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.model import TimeExpression
from kg.relate.scene import Scene
from kg.relate.tables import clause_words


def time_of(
    scene: Scene, number: int, at: int, times: Sequence[TimeExpression]
) -> tuple[date | None, date | None, str]:
    """The time expression of a clause, the nearest before an offset first.

    Args:
        scene: The sentence.
        number: Index of the clause (a domain).
        at: Offset of the trigger.
        times: The sentence's time expressions.

    Returns:
        First and last day, and the words (or why there is none).
    """
    domain = scene.domains[number]
    begin = scene.tokens[domain.first].begin
    end = scene.tokens[domain.last - 1].end
    inside = [t for t in times if begin <= t.begin and t.end <= end and not _limits(scene, t)]
    if not inside:
        return None, None, "none in the clause"
    before = [t for t in inside if t.end <= at]
    best = before[-1] if before else inside[0]
    return best.first, best.last, best.text


def _limits(scene: Scene, time: TimeExpression) -> bool:
    """'After 2019', 'since April' bound a time and are not it."""
    last = time.text.split()[-1]
    after = next((t.text for t in scene.tokens if t.begin >= time.end), "")
    return bool({last, after} & clause_words().limits.words)
