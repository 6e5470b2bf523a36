"""Batches of tagged sentences, and how badly a model tags them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.headline import tag_set
from kg.tag.train.coding import Coder
from kg.tag.train.corpus import Example
from kg.tag.train.crf import crf_loss, own_scores
from kg.tag.train.encoder import read_words

if TYPE_CHECKING:
    import torch

#: How often a word's vector is hidden, so that the letters have to tell what it is; in
#: the news one word of twenty has none.
_HIDDEN = 0.05

#: Batches that are drawn together; in them sentences of like length stand side by side.
_POOL = 60

#: How much shorter one sentence of a batch may well be than the next, in words.
_ALIKE = 6

#: The part of the further sentences that comes up in a round.
_SHARE = 0.6

Ids = NDArray[np.int64]
Likely = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence of which others say what they hold likely.

    Attributes:
        words: Its words.
        likely: By word and tag, how likely the tag is.
        follows: How often one tag is expected to follow another.
    """

    words: tuple[str, ...]
    likely: Likely
    follows: Likely


class NameBatches:
    """Tagged sentences in an order of chance, without end.

    Args:
        vocab: The vocabularies of a Stanza model.
        examples: The sentences, their tags certain or likely.
        size: Sentences in a batch.
        seed: Of the order and of what is hidden.
        more: Further sentences, of which a part comes up in each round.
        hidden: How often a word's vector is hidden.
    """

    def __init__(
        self,
        vocab: Any,
        examples: Sequence[Example | Taught],
        size: int,
        seed: int,
        more: Sequence[Taught] = (),
        hidden: float = _HIDDEN,
    ) -> None:
        tags = {tag: index for index, tag in enumerate(vocab["tag"]._id2unit[0])}
        own = (e if isinstance(e, Taught) else _certain(e, tags) for e in examples)
        self._sentences = [*own, *more]
        numbers: dict[str, int] = {}
        self._words = [
            np.array([numbers.setdefault(word, len(numbers)) for word in sentence.words])
            for sentence in self._sentences
        ]
        self._customs = np.array([tag_set(sentence.words) for sentence in self._sentences])
        self._coder = Coder(vocab, list(numbers))
        self._size, self._hidden = size, hidden
        self._whole = len(examples)
        self._random = np.random.default_rng(seed)

    def __iter__(self) -> Iterator[Ids]:
        lengths = np.array([len(words) for words in self._words])
        pool = self._size * _POOL
        while True:
            drawn = self._random.random(len(lengths)) < _SHARE
            drawn[: self._whole] = True
            order = self._random.permutation(np.flatnonzero(drawn))
            for start in range(0, len(order), pool):
                part = order[start : start + pool]
                alike = lengths[part] + _ALIKE * self._random.random(len(part))
                part = part[np.argsort(alike, kind="stable")]
                starts = range(0, len(part), self._size)
                for index in self._random.permutation(len(starts)):
                    yield part[starts[index] : starts[index] + self._size]

    def loss(self, model: Any, numbers: Ids) -> torch.Tensor:
        """The loss of a batch.

        Args:
            model: Stanza's `NERTagger`.
            numbers: Of the sentences, as iteration gives them.
        """
        import torch

        sentences = [self._words[number] for number in numbers]
        words = sum(map(len, sentences))
        batch = self._coder.batch(sentences, self._random.random(words) < self._hidden)
        filled = torch.arange(batch.words.shape[1]) < batch.lengths[:, None]
        wanted = [self._sentences[number] for number in numbers]
        likely = torch.zeros(*filled.shape, wanted[0].likely.shape[1])
        likely[filled] = torch.from_numpy(np.concatenate([each.likely for each in wanted])).float()
        follows = torch.from_numpy(np.stack([each.follows for each in wanted])).float()
        said = model.drop(torch.cat(read_words(model, batch), dim=2)).float()
        scores, transitions = own_scores(model, said, self._customs[numbers])
        return crf_loss(scores, transitions, likely, follows, filled)


def _certain(example: Example, tags: Mapping[str, int]) -> Taught:
    """A sentence whose tags are known; halves suffice for whole numbers."""
    from stanza.models.ner.utils import bio2_to_bioes

    own = [tags[tag] for tag in bio2_to_bioes(list(example.tags))]
    likely = np.zeros((len(own), len(tags)), np.float16)
    likely[np.arange(len(own)), own] = 1
    follows = np.zeros((len(tags), len(tags)), np.float16)
    np.add.at(follows, (own[:-1], own[1:]), 1)
    return Taught(example.words, likely, follows)
