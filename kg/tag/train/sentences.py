"""Sentences of the raw text as numbers of words, as many as the language model reads."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.tag.train.texts import blogs, news, text_words

#: Words that are read in all.
_WORDS = 10_000_000

#: A longer sentence is read in pieces.
_LONGEST = 50

#: Danda, double danda, question and exclamation mark.
_ENDS = frozenset("\u0964\u0965?!")

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences one after the other.

    Attributes:
        words: The different words.
        ids: The number of the word at each place.
        starts: Where each sentence starts, and where the last one ends.
    """

    words: list[str]
    ids: Ids
    starts: Ids

    @property
    def lengths(self) -> Ids:
        """Words of each sentence."""
        return np.diff(self.starts)

    def __getitem__(self, number: int) -> Ids:
        return self.ids[self.starts[number] : self.starts[number + 1]]


def read_sentences(data: Path, seed: int, words: int = _WORDS) -> Sentences:
    """Draws sentences: all news, twice, and as many of the blogs as there is room for.

    Args:
        data: The folder that holds the raw text (`kg.tag.train.texts`).
        seed: Of the drawing.
        words: About so many words in all.

    Raises:
        InputError: A file is missing.
    """
    draw = np.random.default_rng(seed)
    own = list(_sentences(news(data)))
    room = words - 2 * sum(map(len, own))
    others = list(_sentences(blogs(data))) if room > 0 else []
    order = draw.permutation(len(others))
    lengths = np.array([len(others[index]) for index in order], np.int64)
    kept = order[: int(np.searchsorted(np.cumsum(lengths), room))]
    return _numbered([*own, *own, *(others[index] for index in kept)])


def alike(lengths: Ids, most: int) -> list[Ids]:
    """Sentences of like length side by side, about so many words together.

    Args:
        lengths: Of the sentences.
        most: Words.

    Returns:
        Indices of the sentences of each batch, the shortest first.

    >>> [batch.tolist() for batch in alike(np.array([3, 1, 2]), 3)]
    [[1], [2], [0]]
    """
    order = np.argsort(lengths, kind="stable")
    runs = np.cumsum(lengths[order]) // most
    return np.split(order, np.flatnonzero(np.diff(runs)) + 1)


def split_ends(words: Iterable[str]) -> Iterator[list[str]]:
    """Parts a paragraph behind the marks that end a sentence.

    >>> list(split_ends("ab?c!"))
    [['a', 'b', '?'], ['c', '!']]
    """
    sentence: list[str] = []
    for word in words:
        sentence.append(word)
        if word in _ENDS or len(sentence) == _LONGEST:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _sentences(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    """A sentence of one word has nothing before it and nothing behind."""
    for paragraph in paragraphs:
        for sentence in split_ends(text_words(paragraph)):
            if len(sentence) > 1:
                yield sentence


def _numbered(sentences: Iterable[list[str]]) -> Sentences:
    numbers: dict[str, int] = {}
    ids, starts = array("q"), array("q", [0])
    for sentence in sentences:
        ids.extend(numbers.setdefault(word, len(numbers)) for word in sentence)
        starts.append(len(ids))
    return Sentences(list(numbers), np.array(ids, np.int64), np.array(starts, np.int64))
