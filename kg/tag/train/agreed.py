"""Sentences of raw news that two models tag alike: more to learn from than annotators gave.

Two models that were made differently seldom err alike. What they agree on, sentence by
sentence, is learnt from beside the tagged sets (co-training in the sense of Zhou and Li 2005;
a learner made noisier than its teachers, Xie et al. 2020).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import numpy as np

from kg.tag.stanza_ner import load_ner
from kg.tag.train.corpus import Example, join_adjacent
from kg.tag.train.sentences import split_ends
from kg.tag.train.texts import news, text_words

#: How many sentences are tagged, and how many words they may have.
_TAGGED, _SHORTEST, _LONGEST = 50_000, 6, 40

#: Of sentences without a name, so many are kept: most say nothing.
_NAMELESS = 0.3


def agreed_sentences(
    data: Path, models: Sequence[Path], left_out: Container[str], seed: int
) -> list[Example]:
    """Draws news sentences and keeps those that all models tag alike.

    Args:
        data: The folder that holds the raw text.
        models: Folders of models.
        left_out: Keys of sentences that are measured on.
        seed: Of the drawing.

    Raises:
        InputError: The news are missing.
    """
    draw = np.random.default_rng(seed)
    found = list(dict.fromkeys(_sentences(data, left_out)))
    words = [found[index] for index in draw.permutation(len(found))[:_TAGGED]]
    taggings = [load_ner(model).predict(words) for model in models]
    return [
        Example("raw", sentence, tags[0])
        for sentence, *each in zip(words, *taggings, strict=True)
        if len(set(tags := [_joined(own) for own in each])) == 1
        and (any(tag != "O" for tag in tags[0]) or draw.random() < _NAMELESS)
    ]


def _sentences(data: Path, left_out: Container[str]) -> Iterator[tuple[str, ...]]:
    for paragraph in news(data):
        for words in split_ends(text_words(paragraph)):
            if _SHORTEST <= len(words) <= _LONGEST and " ".join(words) not in left_out:
                yield tuple(words)


def _joined(tags: Sequence[str]) -> tuple[str, ...]:
    return tuple(join_adjacent(tag.rpartition("-")[2] for tag in tags))
