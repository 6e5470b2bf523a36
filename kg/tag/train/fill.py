"""Names that an annotator overlooked, filled in from the sets that have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from kg.tag.train.corpus import Example, join_adjacent

_SEEN = 3
_SHARE = 0.9


def filled(
    examples: Iterable[Example],
    trusted: Iterable[Example],
    labels: Container[str],
) -> Iterator[Example]:
    """Tags the untagged words that trusted sets tag nearly always.

    The annotated news tells persons, places and organisations but not times; a model that
    learns from it as it is learns to overlook them.

    Args:
        examples: Sentences with gaps.
        trusted: Sentences without.
        labels: What may be filled in.

    Yields:
        The sentences with the gaps filled.
    """
    usual = {word: label for word, label in _usual_labels(trusted).items() if label in labels}
    for example in examples:
        tags = (
            usual.get(word, "O") if tag == "O" else tag.rpartition("-")[2]
            for word, tag in zip(example.words, example.tags, strict=True)
        )
        yield Example(example.source, example.words, tuple(join_adjacent(tags)))


def _usual_labels(trusted: Iterable[Example]) -> dict[str, str]:
    """The label that a word has in nine of ten places, where that is not `O`."""
    counts: dict[str, Counter[str]] = {}
    for example in trusted:
        for word, tag in zip(example.words, example.tags, strict=True):
            counts.setdefault(word, Counter())[tag.rpartition("-")[2]] += 1
    usual = {}
    for word, counter in counts.items():
        label, count = counter.most_common(1)[0]
        if label != "O" and count >= _SEEN and count >= _SHARE * counter.total():
            usual[word] = label
    return usual
