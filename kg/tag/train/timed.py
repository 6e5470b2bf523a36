"""News sentences of which readers marked the names, and a model says where times may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.tag.train.coding import Coder
from kg.tag.train.corpus import Example
from kg.tag.train.crf import likelihoods
from kg.tag.train.names import Taught
from kg.tag.train.sentences import alike
from kg.tag.train.taught import tag_scores

#: Words that are looked at together.
_BATCH = 4_096

#: Taken off the score of a tag that cannot be.
_BARRED = 10_000.0


def with_times(examples: Sequence[Example], teacher: Any) -> list[Taught]:
    """Leaves the names as they are marked and asks a model which other words are times.

    Who learns from sentences without times learns to overlook them; what a model that
    never saw these sentences holds likely keeps its doubts.

    Args:
        examples: Sentences in which persons, places and organisations are marked.
        teacher: Stanza's trainer of a model that knows times.

    Returns:
        The sentences in their order, each mark certain, all else a time or outside by what
        the model holds likely.
    """
    import torch

    numbers: dict[str, int] = {}
    coded = [np.array([numbers.setdefault(w, len(numbers)) for w in e.words]) for e in examples]
    coder = Coder(teacher.vocab, list(numbers))
    tags: list[str] = teacher.vocab["tag"]._id2unit[0]
    told: dict[int, Taught] = {}
    for group in alike(np.array([len(each) for each in coded]), _BATCH) if coded else ():
        batch = coder.batch([coded[index] for index in group])
        filled = torch.arange(batch.words.shape[1]) < batch.lengths[:, None]
        barred = np.concatenate([_barred(examples[index], tags) for index in group])
        own = [examples[index].words for index in group]
        scores, transitions = tag_scores(teacher, batch, own)
        scores[filled] -= _BARRED * torch.from_numpy(barred).float()
        likely, follows = (
            each.numpy().astype(np.float16) for each in likelihoods(scores, transitions, filled)
        )
        for row, index in enumerate(group):
            words = examples[index].words
            told[index] = Taught(words, likely[row, : len(words)].copy(), follows[row])
    return [told[index] for index in range(len(examples))]


def _barred(example: Example, tags: Sequence[str]) -> NDArray[np.bool_]:
    """By word and tag, whether what the readers marked says no."""
    return np.array([[not _agrees(own, tag) for tag in tags] for own in _marks(example)])


def _agrees(own: str, tag: str) -> bool:
    return tag == own or (own == "O" and tag.endswith("-TIME"))


def _marks(example: Example) -> Iterator[str]:
    """The tags of a sentence as the model has them, without times."""
    from stanza.models.ner.utils import bio2_to_bioes

    for tag in bio2_to_bioes(list(example.tags)):
        yield "O" if tag.endswith("-TIME") else tag
