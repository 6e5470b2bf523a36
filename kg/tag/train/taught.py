"""News sentences with what several models together think of them: more to learn from.

Models that differ in their random numbers alone err in different places, and the mean of what
they hold likely is better than any of them. One model learns it from them, doubts included,
beside the tagged sets (Hinton, Vinyals and Dean 2015; Xie et al. 2020), and is as fast as one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.tag.headline import headline_words, tag_set
from kg.tag.store import model_files
from kg.tag.train.coding import Coder
from kg.tag.train.crf import likelihoods, own_scores
from kg.tag.train.encoder import Batch, read_words
from kg.tag.train.names import Likely, Taught
from kg.tag.train.sentences import alike, split_ends
from kg.tag.train.stages import load_model
from kg.tag.train.texts import news, text_words

if TYPE_CHECKING:
    import torch

#: How many sentences are read, and how many words they may have.
_READ, _SHORTEST, _LONGEST = 50_000, 6, 40

#: The words that a sentence written like a headline may have.
_HEADLINE = 12

#: Of sentences without a name, so many are kept: most say nothing.
_NAMELESS = 0.3

#: Words that are looked at together.
_BATCH = 4_096


def taught_sentences(
    data: Path, teachers: Sequence[Any], left_out: Container[str], seed: int
) -> list[Taught]:
    """Draws news sentences and asks models for their tags; of short ones without marks, too.

    Args:
        data: The folder that holds the raw text.
        teachers: Stanza's trainers of models with the same tags; those of the first are kept.
        left_out: Keys of sentences that are measured on or tagged by readers.
        seed: Of the drawing.

    Returns:
        The sentences, the shortest first.

    Raises:
        InputError: The news are missing.
    """
    draw = np.random.default_rng(seed)
    found = list(dict.fromkeys(_sentences(data, left_out)))
    drawn = [found[index] for index in draw.permutation(len(found))[:_READ]]
    drawn = list(dict.fromkeys((*drawn, *_as_headlines(drawn, left_out))))
    outside = teachers[0].vocab["tag"].unit2id("O")[0]
    return [
        sentence
        for sentence in _taught(drawn, teachers)
        if sentence.likely[:, outside].min() < 1 / 2 or draw.random() < _NAMELESS
    ]


def read_teacher(model: Path) -> Any:
    """Reads a model that `kg train ner` made.

    Args:
        model: A folder, or a `.pt` file, as `kg.tag.store.model_files` takes it.

    Returns:
        Stanza's trainer.

    Raises:
        ModelError: A file is missing.
    """
    return load_model(*model_files(model))


def tag_scores(
    teacher: Any, batch: Batch, sentences: Iterable[Sequence[str]]
) -> tuple[torch.Tensor, torch.Tensor]:
    """What a model says of each tag at each place, before rows of tags are weighed.

    Args:
        teacher: Stanza's trainer.
        batch: The sentences as numbers.
        sentences: Their words, by which their custom is told.

    Returns:
        Scores by sentence, step and tag, and transitions by sentence.
    """
    import torch

    model = teacher.model.eval()
    customs = np.array([tag_set(words) for words in sentences])
    with torch.no_grad():
        read = torch.cat(read_words(model, batch), dim=2).float()
        return own_scores(model, read, customs)


def _taught(sentences: Sequence[tuple[str, ...]], teachers: Sequence[Any]) -> Iterator[Taught]:
    """The sentences with the mean of what the models hold likely."""
    numbers: dict[str, int] = {}
    coded = [np.array([numbers.setdefault(w, len(numbers)) for w in each]) for each in sentences]
    coders = [Coder(teacher.vocab, list(numbers)) for teacher in teachers]
    tags: list[str] = teachers[0].vocab["tag"]._id2unit[0]
    lengths = np.array([len(each) for each in coded])
    for group in alike(lengths, _BATCH) if coded else ():
        some = [coded[index] for index in group]
        own = [sentences[index] for index in group]
        asked = [
            _asked(teacher, coder.batch(some), own, tags)
            for teacher, coder in zip(teachers, coders, strict=True)
        ]
        likely, follows = (
            np.mean(each, axis=0).astype(np.float16) for each in zip(*asked, strict=True)
        )
        for row, index in enumerate(group):
            words = sentences[index]
            yield Taught(words, likely[row, : len(words)].copy(), follows[row])


def _asked(
    teacher: Any, batch: Batch, sentences: Sequence[Sequence[str]], tags: Sequence[str]
) -> tuple[Likely, Likely]:
    """What one model holds likely of these tags."""
    import torch

    filled = torch.arange(batch.words.shape[1]) < batch.lengths[:, None]
    likely, follows = likelihoods(*tag_scores(teacher, batch, sentences), filled)
    own = [teacher.vocab["tag"]._id2unit[0].index(tag) for tag in tags]
    return likely.numpy()[:, :, own], follows.numpy()[:, own][:, :, own]


def _sentences(data: Path, left_out: Container[str]) -> Iterator[tuple[str, ...]]:
    for paragraph in news(data):
        for words in split_ends(text_words(paragraph)):
            if _SHORTEST <= len(words) <= _LONGEST and " ".join(words) not in left_out:
                yield tuple(words)


def _as_headlines(
    sentences: Iterable[Sequence[str]], left_out: Container[str]
) -> Iterator[tuple[str, ...]]:
    """The short ones among the sentences written like headlines."""
    for sentence in sentences:
        words = headline_words(" ".join(sentence))
        if _SHORTEST <= len(words) <= _HEADLINE and " ".join(words) not in left_out:
            yield words
