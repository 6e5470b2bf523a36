"""Entity F1: how many names are found with the right edges and the right label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.tag.train.corpus import join_adjacent

#: Labels that are read as another one when scored: no set but one knows `GPE`.
_READ_AS = {"GPE": "LOC"}


@dataclass(frozen=True, slots=True)
class Score:
    """How many names are in the gold, were predicted, and are both."""

    gold: int
    predicted: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when nothing is right."""
        return 2 * self.right / (self.gold + self.predicted) if self.right else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f} ({self.right} right of {self.predicted}, {self.gold} in the gold)"


def entity_scores(
    gold: Iterable[Sequence[str]], predicted: Iterable[Sequence[str]]
) -> dict[str, Score]:
    """Scores BIO (or BIOES) tags against gold ones, sentence by sentence.

    Adjacent tokens of one label count as one name in gold and prediction alike,
    and `GPE` counts as `LOC`.

    Args:
        gold: The right tags.
        predicted: The tags to be scored, of equal lengths.

    Returns:
        A score for each label, and for all together under `all`.

    >>> scores = entity_scores([["B-PER", "B-PER", "O"]], [["B-PER", "I-PER", "B-LOC"]])
    >>> scores["PER"].f1, scores["all"]
    (1.0, Score(gold=1, predicted=2, right=1))
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("gold", "predicted", "right")}
    for gold_tags, predicted_tags in zip(gold, predicted, strict=True):
        wanted, found = entities(gold_tags), entities(predicted_tags)
        for name, spans in (("gold", wanted), ("predicted", found), ("right", wanted & found)):
            counts[name].update(label for label, _, _ in spans)
            counts[name]["all"] += len(spans)
    labels = sorted({label for counter in counts.values() for label in counter})
    return {label: Score(**{name: counts[name][label] for name in counts}) for label in labels}


def entities(tags: Sequence[str]) -> set[tuple[str, int, int]]:
    """The names of a sentence as (label, first token, token after the last)."""
    spans: set[tuple[str, int, int]] = set()
    start = 0
    labels = [_label(tag) for tag in tags]
    joined = [*join_adjacent(labels), "O"]
    for position, tag in enumerate(joined):
        if position and joined[position - 1] != "O" and not tag.startswith("I-"):
            spans.add((labels[position - 1], start, position))
        if tag.startswith("B-"):
            start = position
    return spans


def _label(tag: str) -> str:
    label = tag.rpartition("-")[2]
    return _READ_AS.get(label, label)
