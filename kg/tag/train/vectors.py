"""Word vectors for the NER model: fastText (Bojanowski et al. 2017) on raw Bengali text.

gensim is needed here and nowhere else; it comes with the extra `train`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.errors import InputError
from kg.tag.train.lexicon import forms, kind_numbers, names
from kg.tag.train.texts import news, text_words, write_corpus

if TYPE_CHECKING:
    import torch

#: How many words get a vector: each costs 270 bytes.
_WORDS = 103_000

#: Of these, forms of names that stand too rarely in raw text to be learnt, at most.
_FORMS = 40_000

#: The vector of an unknown word is the mean of this many of the rarest known ones.
_RAREST = 5_000

#: The mean length that vectors are brought to. fastText's share a large common part,
#: which says nothing of a word and slows learning; it is taken off first.
_LENGTH = 2.0

_SETTINGS = {
    "vector_size": 100,
    "window": 4,
    "min_count": 5,
    "max_final_vocab": 150_000,
    "sg": 1,
    "negative": 5,
    "sample": 1e-4,
    "epochs": 2,
    "min_n": 3,
    "max_n": 5,
    "bucket": 600_000,
    "workers": 1,
}


def train_vectors(data: Path, output: Path, seed: int = 1) -> int:
    """Learns vectors from raw text and writes them in Stanza's pretrain form.

    Pieces of words (three to five characters) have vectors of their own while learning,
    so that a rare form of a name lies near the common one.

    Args:
        data: The folder that holds `text/blogs.txt.xz` and `news/articles.jsonl`.
        output: The `.pt` file to write.
        seed: Of the random numbers; one thread, so that a run can be repeated.

    Returns:
        The number of words that have a vector.

    Raises:
        InputError: gensim is not installed, or a file is missing.
    """
    try:
        from gensim.models import FastText  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise InputError("gensim is not installed", hint="pip install 'barta[train]'") from error
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "corpus.txt"
        write_corpus(data, corpus)
        learnt = FastText(corpus_file=str(corpus), seed=seed, **_SETTINGS).wv
    return keep_useful(learnt, set(_news_words(data)), output)


def keep_useful(learnt: Any, news: Container[str], output: Path) -> int:
    """Writes the vectors of words that news is made of, with what readers know of them.

    Half of the frequent words of all raw text never stand in news. In their place stand
    forms of names: their vectors are made of their pieces.

    Args:
        learnt: gensim's keyed vectors, the most frequent word first.
        news: The words of news.
        output: The `.pt` file to write.

    Returns:
        The number of words that have a vector.
    """
    import torch

    words = useful_words(learnt.index_to_key, news)
    rows = centred(torch.tensor(np.stack([learnt.get_vector(word) for word in words])))
    known = torch.tensor([kind_numbers(word) for word in words])
    write_vectors(words, torch.cat([rows, known], dim=1).tolist(), output)
    return len(words)


def useful_words(frequent: Sequence[str], news: Container[str]) -> list[str]:
    """The words that get a vector: of news, of names, and the most frequent others.

    Args:
        frequent: Words of raw text, the most frequent first.
        news: The words of news.

    Returns:
        Words of raw text by falling frequency, then rare names, then rare forms of names,
        those of frequent names first.
    """
    rank = {word: place for place, word in enumerate(frequent)}
    known = sorted(names(), key=lambda name: rank.get(name, len(rank)))
    inflected = (form for name in known for form in forms(name))
    every = dict.fromkeys((*known, *inflected))
    rare = [word for word in every if word not in rank][:_FORMS]
    by_use = sorted(frequent, key=lambda word: (word not in news, rank[word]))
    kept = set(by_use[: _WORDS - len(rare)])
    return [*(word for word in frequent if word in kept), *rare]


def _news_words(data: Path) -> Iterator[str]:
    return (word for paragraph in news(data) for word in text_words(paragraph))


def centred(matrix: torch.Tensor) -> torch.Tensor:
    """Takes off what all vectors share and brings them to one mean length.

    Args:
        matrix: A row for each word.

    Returns:
        A matrix of the same shape.
    """
    moved = matrix - matrix.mean(dim=0)
    scaled: torch.Tensor = moved * (_LENGTH / moved.norm(dim=1).mean())
    return scaled


def write_vectors(words: Sequence[str], rows: Sequence[Sequence[float]], output: Path) -> None:
    """Writes vectors in Stanza's pretrain form, at half precision.

    Args:
        words: The most frequent first.
        rows: A vector for each word.
        output: The `.pt` file.
    """
    import torch
    from stanza.models.common.pretrain import PretrainedWordVocab
    from stanza.models.common.vocab import UNK_ID, VOCAB_PREFIX

    matrix = torch.zeros(len(VOCAB_PREFIX) + len(words), len(rows[0]))
    matrix[len(VOCAB_PREFIX) :] = torch.tensor(rows)
    matrix[UNK_ID] = matrix[-_RAREST:].mean(dim=0)
    vocab = PretrainedWordVocab(list(words))
    output.parent.mkdir(parents=True, exist_ok=True)
    state = {"vocab": vocab.state_dict(), "emb": matrix.half()}
    torch.save(state, output, _use_new_zipfile_serialization=False)
