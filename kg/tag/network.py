"""Runs the network of a Stanza NER model: letters, words, BiLSTM, CRF.

This is `stanza.models.ner.model.NERTagger` (Qi et al. 2018), read from Stanza's own files
and written down for prediction alone: no PyTorch to import, no tensors made for training,
and what does not depend on the sentence (a word's letters and vectors) is computed once for
each different word. It gives the tags that Stanza gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from kg.errors import ModelError
from kg.tag.batches import Words, batches
from kg.tag.crf import best_paths
from kg.tag.lstm import Floats, Ints, at_once, read_directions, reversed_places, side_by_side
from kg.tag.weights import read_torch
from kg.tag.word_rows import WordRows

#: Stanza's first ids (padding, unknown, empty, root) are no tags; the next is `O`.
_OUTSIDE = 4

#: Words whose rows are held at a time, and words that are tagged together: enough for large
#: matrix products, few enough for the processor's caches.
_GROUP, _BATCH = 60_000, 4_000

#: Words whose rows are kept from one text to the next, about a kilobyte each.
_REMEMBERED = 60_000

_LSTM = [
    f"lstm.{kind}_{side}_l0{end}"
    for kind in ("weight", "bias")
    for side in ("ih", "hh")
    for end in ("", "_reverse")
]

#: The weights of the network that is written down here; Stanza knows others, too.
_WEIGHTS = {
    "delta_emb.weight",
    "charmodel.char_emb.weight",
    "charmodel.charlstm_h_init",
    "charmodel.charlstm_c_init",
    *(f"charmodel.charlstm.{name}" for name in _LSTM),
    "input_transform.weight",
    "input_transform.bias",
    "taggerlstm_h_init",
    "taggerlstm_c_init",
    *(f"taggerlstm.{name}" for name in _LSTM),
}

#: The weights of each tag set.
_HEADS = ("tag_clfs.{}.weight", "tag_clfs.{}.bias", "crits.{}._transitions")


class OtherNetworkError(ValueError):
    """A Stanza model with a network of another kind than the one written down here."""


class _Head:
    """What tells the tags of one tag set from what was read."""

    def __init__(self, weights: Sequence[Floats], tags: Sequence[str]) -> None:
        own, self.bias, self.transitions = weights
        self.weights = np.split(own.T, 2)
        self.tags = [tags[max(index, _OUTSIDE)] for index in range(len(tags))]


class Network:
    """The network of one model, made by `read_network`.

    Args:
        model: What the file of the model holds.
        vectors: The word vectors, a row for each word of the model's vocabulary.
    """

    def __init__(self, model: Mapping[str, Any], vectors: Any) -> None:
        weights = {name: array.astype(np.float32) for name, array in model["model"].items()}
        vocab = model["vocab"]
        self._rows = WordRows(weights, vocab, model["config"], vectors)
        self._directions = read_directions(weights, "taggerlstm")
        self._heads = [
            _Head([weights[name.format(number)] for name in _HEADS], tags)
            for number, tags in vocab["tag"]["_id2unit"].items()
        ]
        self._words: list[str] = vocab["word"]["_id2unit"]
        self._known: dict[str, Floats] = {}

    def frequent(self, count: int) -> list[str]:
        """The most frequent words: those of the vectors stand by falling frequency."""
        return self._words[:count]

    def knows(self, word: str) -> bool:
        """Whether a word has a vector of its own, or one was learnt from tagged sentences."""
        return self._rows.knows(word)

    @property
    def tag_sets(self) -> int:
        """How many customs of tagging the model knows."""
        return len(self._heads)

    def tag(self, sentences: Sequence[Words], tag_set: int = 0) -> list[list[str]]:
        """Tags sentences.

        Args:
            sentences: Words, the longest sentence first; no sentence and no word empty.
            tag_set: By which custom.

        Returns:
            The tags of each sentence in the model's own scheme.
        """
        head = self._heads[tag_set]
        return [tags for group in batches(sentences, _GROUP) for tags in self._group(group, head)]

    def _group(self, sentences: Sequence[Words], head: _Head) -> list[list[str]]:
        """Tags sentences whose different words are looked up and spelt once for all."""
        ids = {word: index for index, word in enumerate(dict.fromkeys(chain(*sentences)))}
        rows = self._rows_of(list(ids))
        gates = tuple(direction.gates(rows) for direction in self._directions)
        paths = [
            path
            for batch in batches(sentences, _BATCH)
            for path in self._batch(batch, ids, gates, head)
        ]
        return [[head.tags[tag] for tag in path] for path in paths]

    def _rows_of(self, words: list[str]) -> Floats:
        """A row for each word; most words of a text stood in those before it."""
        new = [word for word in words if word not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = words
        if new:
            self._known.update(zip(new, self._rows.rows(new), strict=True))
        return np.stack([self._known[word] for word in words])

    def _batch(
        self,
        sentences: Sequence[Words],
        ids: Mapping[str, int],
        gates: Sequence[Floats],
        head: _Head,
    ) -> list[list[int]]:
        rows = [ids[word] for word in chain(*sentences)]
        places, lengths = side_by_side(rows, [len(words) for words in sentences])
        scores = self._scores(gates, places, lengths, head)
        return best_paths(scores, head.transitions, lengths)

    def _scores(self, gates: Sequence[Floats], places: Ints, lengths: Ints, head: _Head) -> Floats:
        """What both directions say of each tag at each step of each sentence."""
        both = (places, reversed_places(places, lengths))
        read = at_once(self._directions, gates, both, lengths)
        ahead, behind = (said @ own for (said, _), own in zip(read, head.weights, strict=True))
        scores: Floats = ahead + reversed_places(behind, lengths) + head.bias
        return scores


def read_network(model: Path, vectors: Path) -> Network:
    """Reads the files of a Stanza NER model.

    Args:
        model: The model.
        vectors: Its word vectors.

    Raises:
        OtherNetworkError: The model is of another kind: with character language models,
            a transformer, or several layers.
        ModelError: The vectors are those of another model.
        pickle.UnpicklingError: A file is none of PyTorch's, or holds more than tensors.
    """
    saved, learnt = read_torch(model), read_torch(vectors)
    try:
        heads = {name.format(k) for k in saved["vocab"]["tag"]["_id2unit"] for name in _HEADS}
        unlike = set(saved["model"]) ^ (_WEIGHTS | heads)
        if unlike or saved["vocab"]["delta"]["ignore"]:
            raise OtherNetworkError(f"other weights: {', '.join(sorted(unlike))}")
        # Stanza counts the words only, and tags nonsense with vectors of other words.
        if saved["vocab"]["word"]["_id2unit"] != learnt["vocab"]["_id2unit"]:
            raise ModelError(
                "the model was trained with other word vectors",
                str(vectors),
                "Put its own vectors beside it, or train it anew",
            )
        return Network(saved, learnt["emb"])
    except (KeyError, TypeError) as error:
        raise OtherNetworkError(f"no model of stanza.models.ner_tagger ({error})") from error
