"""What the network knows of a word before it reads the sentence: its vectors and letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from kg.tag.lstm import Floats, at_once, read_directions, reversed_places, side_by_side

#: Stanza's ids of padding and of an unknown word or letter.
_PAD, _UNKNOWN = 0, 1

#: Words whose letters are read together.
_TOGETHER = 2_000


class WordRows:
    """Makes a row of numbers of each word.

    Args:
        weights: All weights of the model.
        vocab: The model's units, as Stanza saves them.
        config: The settings that it was trained with.
        vectors: The word vectors, a row for each word of the vocabulary.
    """

    def __init__(
        self,
        weights: Mapping[str, Floats],
        vocab: Mapping[str, Any],
        config: Mapping[str, Any],
        vectors: Any,
    ) -> None:
        self._ids = {kind: vocab[kind]["_unit2id"] for kind in ("char", "word", "delta")}
        self._lowercase = config.get("lowercase", True)
        self._lowercase_letters = config.get("char_lowercase", False)
        self._vectors = vectors
        self._delta = weights["delta_emb.weight"]
        self._directions = read_directions(weights, "charmodel.charlstm")
        letters = weights["charmodel.char_emb.weight"]
        self._letter_gates = [direction.gates(letters) for direction in self._directions]
        self._transform = weights["input_transform.weight"].T
        self._bias = weights["input_transform.bias"]

    def knows(self, word: str) -> bool:
        """Whether a word has a vector of its own, or one was learnt from tagged sentences."""
        cased = word.lower() if self._lowercase else word
        return any(cased in self._ids[kind] for kind in ("word", "delta"))

    def rows(self, words: Sequence[str]) -> Floats:
        """A row for each word.

        Args:
            words: Different words, none empty.
        """
        cased = [word.lower() for word in words] if self._lowercase else words
        known, delta = (
            np.array([self._ids[kind].get(word, _UNKNOWN) for word in cased])
            for kind in ("word", "delta")
        )
        # A word that has a vector and did not stand in the training sentences has no delta.
        delta[(delta == _UNKNOWN) & (known != _UNKNOWN)] = _PAD
        vectors = self._vectors[known].astype(np.float32) + self._delta[delta]
        rows: Floats = np.concatenate([vectors, self._spelt(words)], axis=1) @ self._transform
        return rows + self._bias

    def _spelt(self, words: Sequence[str]) -> Floats:
        """What the letters of each word say; words of one length are read together."""
        cased = [word.lower() for word in words] if self._lowercase_letters else words
        order = sorted(range(len(cased)), key=lambda index: -len(cased[index]))
        parts = [
            self._read([cased[index] for index in order[start : start + _TOGETHER]])
            for start in range(0, len(order), _TOGETHER)
        ]
        spelt: Floats = np.empty((len(words), parts[0].shape[1]), np.float32)
        spelt[order] = np.concatenate(parts)
        return spelt

    def _read(self, words: Sequence[str]) -> Floats:
        ids = self._ids["char"]
        letters = [ids.get(letter, _UNKNOWN) for letter in chain(*words)]
        places, lengths = side_by_side(letters, [len(word) for word in words])
        both = (places, reversed_places(places, lengths))
        read = at_once(self._directions, self._letter_gates, both, lengths)
        return np.concatenate([last for _, last in read], axis=1)
