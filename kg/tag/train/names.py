"""Batches of tagged sentences, and how badly a model tags them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.train.coding import Coder, side_by_side
from kg.tag.train.corpus import Example
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


class NameBatches:
    """Tagged sentences in an order of chance, without end.

    Args:
        vocab: The vocabularies of a Stanza model.
        examples: The sentences.
        size: Sentences in a batch.
        seed: Of the order and of what is hidden.
        more: Further sentences, of which a part comes up in each round.
        hidden: How often a word's vector is hidden.
    """

    def __init__(
        self,
        vocab: Any,
        examples: Sequence[Example],
        size: int,
        seed: int,
        more: Sequence[Example] = (),
        hidden: float = _HIDDEN,
    ) -> None:
        from stanza.models.ner.utils import bio2_to_bioes

        numbers: dict[str, int] = {}
        self._sentences = [
            np.array([numbers.setdefault(word, len(numbers)) for word in example.words])
            for example in (*examples, *more)
        ]
        tags = {tag: index for index, tag in enumerate(vocab["tag"]._id2unit[0])}
        self._tags = [
            np.array([tags[tag] for tag in bio2_to_bioes(list(example.tags))])
            for example in (*examples, *more)
        ]
        self._coder = Coder(vocab, list(numbers))
        self._size, self._hidden = size, hidden
        self._whole = len(examples)
        self._random = np.random.default_rng(seed)

    def __iter__(self) -> Iterator[Ids]:
        lengths = np.array([len(sentence) for sentence in self._sentences])
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

        sentences = [self._sentences[number] for number in numbers]
        words = sum(map(len, sentences))
        batch = self._coder.batch(sentences, self._random.random(words) < self._hidden)
        filled = torch.arange(batch.words.shape[1]) < batch.lengths[:, None]
        tags = side_by_side(
            np.concatenate([self._tags[number] for number in numbers]), filled.numpy()
        )
        said = model.drop(torch.cat(read_words(model, batch), dim=2)).float()
        return crf_loss(model.tag_clfs[0](said), model.crits[0]._transitions, tags, filled)


def crf_loss(
    scores: torch.Tensor, transitions: torch.Tensor, tags: torch.Tensor, filled: torch.Tensor
) -> torch.Tensor:
    """The loss of `stanza.models.common.crf.CRFLoss`, mean over sentences.

    Args:
        scores: Of each sentence, step and tag.
        transitions: From each tag to each tag.
        tags: The right ones.
        filled: Which steps belong to a sentence.
    """
    import torch

    own = scores.gather(2, tags[:, :, None])[:, :, 0].masked_fill(~filled, 0).sum(1)
    own = own + transitions[tags[:, :-1], tags[:, 1:]].masked_fill(~filled[:, 1:], 0).sum(1)
    every = scores[:, 0]
    for step in range(1, scores.shape[1]):
        longer = torch.logsumexp(every[:, :, None] + transitions, 1) + scores[:, step]
        every = torch.where(filled[:, step, None], longer, every)
    loss: torch.Tensor = (torch.logsumexp(every, 1) - own).mean()
    return loss
