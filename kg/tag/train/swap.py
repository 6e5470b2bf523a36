"""More prose with foreign names: names of the headlines set into newspaper sentences.

Names from abroad stand in the headline set, whole sentences in the other two, which
tell of Bangladesh. A model trained on them apart finds জেলেনস্কি in a headline and
misses it in a sentence. So each prose sentence is given a second time, its names
replaced by headline names of the same label and case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from kg.language import inflect
from kg.tag.train.corpus import Example
from kg.tag.train.score import entities

_SWAPPED = ("PER", "LOC", "ORG")

Pool = dict[tuple[str, str], list[tuple[str, ...]]]


def swapped(examples: Sequence[Example]) -> Iterator[Example]:
    """Copies of the prose sentences with names out of the headlines.

    Args:
        examples: Training sentences of all sets.

    Yields:
        A copy of each prose sentence that has a name, the same on every run.
    """
    pool = _pool(example for example in examples if example.source == "headlines")
    for example in examples:
        if example.source != "headlines":
            copy = _swap(example, pool)
            if copy.words != example.words:
                yield copy


def _pool(examples: Iterable[Example]) -> Pool:
    """The names by label and case; frequent ones as often as they occur."""
    pool: Pool = {}
    for example in examples:
        for label, first, last in sorted(entities(example.tags)):
            name = example.words[first:last]
            pool.setdefault((label, _case(name)), []).append(name)
    return pool


def _swap(example: Example, pool: Pool) -> Example:
    words: list[str] = []
    tags: list[str] = []
    done = 0
    for label, first, last in sorted(entities(example.tags), key=lambda span: span[1]):
        name = example.words[first:last]
        names = pool.get((label, _case(name)), []) if label in _SWAPPED else []
        if names:
            digest = hashlib.sha256(f"{first} {example.key}".encode()).digest()
            name = names[int.from_bytes(digest[:8], "big") % len(names)]
        words += [*example.words[done:first], *name]
        tags += [*example.tags[done:first], f"B-{label}", *[f"I-{label}"] * (len(name) - 1)]
        done = last
    return Example(
        f"{example.source}-swapped",
        (*words, *example.words[done:]),
        (*tags, *example.tags[done:]),
    )


def _case(name: Sequence[str]) -> str:
    return inflect(name[-1]).case.value
