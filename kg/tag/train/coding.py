"""Sentences as the numbers that the network reads, each different word looked up once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.train.encoder import Batch

if TYPE_CHECKING:
    import torch

#: Letters of a word that are read while training; all are read in use.
_LETTERS = 24

#: Stanza's ids of padding and of what is unknown.
_PAD, _UNKNOWN = 0, 1

Ids = NDArray[np.int64]


class Coder:
    """Knows the words of a text by their numbers.

    Args:
        vocab: Stanza's vocabularies `word`, `delta` and `char`.
        words: All different words that will be coded.
    """

    def __init__(self, vocab: Mapping[str, Any], words: Sequence[str]) -> None:
        self._words, self._deltas = (
            _lookup(vocab[kind], [word.lower() for word in words]) for kind in ("word", "delta")
        )
        # As Stanza has it: no correction for a word that has a vector of its own.
        self._deltas[(self._deltas == _UNKNOWN) & (self._words != _UNKNOWN)] = _PAD
        letters = vocab["char"]._unit2id
        self._letters = np.zeros((len(words), _LETTERS), np.int64)
        self._lengths = np.array([min(len(word), _LETTERS) for word in words])
        cut = [word[:_LETTERS] for word in words]
        filled = np.arange(_LETTERS) < self._lengths[:, None]
        self._letters[filled] = [letters.get(letter, _UNKNOWN) for letter in chain(*cut)]

    @property
    def vectors(self) -> Ids:
        """The id of the vector of each word."""
        return self._words

    def batch(self, sentences: Sequence[Ids], hidden: NDArray[np.bool_] | None = None) -> Batch:
        """Sentences side by side.

        Args:
            sentences: Numbers of words.
            hidden: Of all words one after the other those whose vector is not shown.
        """
        import torch

        lengths = np.array([len(sentence) for sentence in sentences])
        filled = np.arange(lengths.max()) < lengths[:, None]
        flat = np.concatenate(sentences)
        different, place = np.unique(flat, return_inverse=True)
        order = np.argsort(-self._lengths[different], kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        words, deltas = self._words[flat], self._deltas[flat]
        if hidden is not None:
            words, deltas = np.where(hidden, _UNKNOWN, words), np.where(hidden, _UNKNOWN, deltas)
        used = different[order]
        return Batch(
            words=side_by_side(words, filled),
            deltas=side_by_side(deltas, filled),
            spelt=side_by_side(rank[place], filled),
            letters=torch.from_numpy(self._letters[used]),
            word_lengths=torch.from_numpy(self._lengths[used]),
            lengths=torch.from_numpy(lengths),
        )


def side_by_side(flat: Ids, filled: NDArray[np.bool_]) -> torch.Tensor:
    """What stands one after the other, put where `filled` says; elsewhere zero."""
    import torch

    rows = np.zeros(filled.shape, np.int64)
    rows[filled] = flat
    return torch.from_numpy(rows)


def _lookup(vocab: Any, words: Sequence[str]) -> Ids:
    ids: Mapping[str, int] = vocab._unit2id
    return np.array([ids.get(word, _UNKNOWN) for word in words], np.int64)
