"""Stanza's NER model: sentences of words in, BIO tags out, many sentences at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import ModelError
from kg.tag.store import LANGUAGE, PACKAGE, SHIPPED, model_files
from kg.tag.words import model_word

#: Words in a batch: enough to keep matrix products large, small enough for caches.
_BATCH_WORDS = 3000

#: A sentence longer than this is tagged in pieces; real ones have 15 words, and a
#: page of numbers without a stop would otherwise fill the memory.
_LONGEST = 400

#: Letters of a word that the model reads; a data URI is one word of a million.
_LONGEST_WORD = 60

#: So many of the most frequent words are ordinary words and common family names.
_COMMON = 5000

#: What a word without a visible character becomes: it keeps its place.
_BLANK = "।"


class StanzaNer:
    """A loaded Stanza pipeline and its NER model."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        self._processor = pipeline.processors["ner"]
        self._common = _common_words(self._processor.trainers[0].vocab)

    def is_common(self, word: str) -> bool:
        """Whether a word is among the most frequent ones of the model's raw text."""
        return word in self._common

    def predict(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Tags tokenised sentences.

        Args:
            sentences: Words as any tokenizer gives them; their form is made canonical
                for the model, their number is never changed.

        Returns:
            For each sentence as many BIO tags as it has words.
        """
        pieces = [piece for sentence in sentences for piece in _pieces(sentence)]
        # Sentences of one length share a batch: no time goes into padding.
        order = sorted(range(len(pieces)), key=lambda index: len(pieces[index]))
        tags: list[list[str]] = [[] for _ in pieces]
        for batch in _batches(order, pieces):
            predicted = self._run([pieces[index] for index in batch])
            for index, bioes in zip(batch, predicted, strict=True):
                tags[index] = [_BIO.get(tag[0], tag[0]) + tag[1:] for tag in bioes]
        return list(_rejoin(sentences, iter(tags)))

    def _run(self, batch: list[list[str]]) -> list[list[str]]:
        import torch
        from stanza.models.ner.data import DataLoader

        trainer, config = self._processor.trainers[0], self._processor.configs[0]
        with torch.no_grad():
            (loaded,) = DataLoader(
                _Words(batch),
                len(batch),
                config,
                vocab=trainer.vocab,
                evaluation=True,
                preprocess_tags=False,
            )
            predicted: list[list[str]] = trainer.predict(loaded)
        return predicted


class _Words:
    """The one question that Stanza's loader asks of a document.

    A `stanza.Document` makes an object of every word, which takes as long as the model.
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self._sentences = sentences

    def get(self, fields: Sequence[str], **_: bool) -> list[list[list[str | None]]]:
        """The words with no value for all fields but the first, the text."""
        empty = [None] * (len(fields) - 1)
        return [[[word, *empty] for word in sentence] for sentence in self._sentences]


_BIO = {"S": "B", "E": "I"}


def load_ner(model: Path | None = None) -> StanzaNer:
    """Loads a Stanza NER model; nothing is downloaded.

    Args:
        model: A folder as `kg train ner` writes it, a `.pt` file, or nothing for the
            shipped model.

    Returns:
        The model, with the Stanza pipeline that holds it.

    Raises:
        ModelError: The model is missing, is no Stanza NER model, or does not fit its
            word vectors.
    """
    ner_file, vectors_file = model_files(model)
    import stanza

    from kg.tag import stanza_tokenise  # noqa: F401  registers our tokenizer

    try:
        pipeline = stanza.Pipeline(
            LANGUAGE,
            dir=str(SHIPPED),
            processors={"tokenize": PACKAGE, "ner": PACKAGE},
            package=None,
            ner_model_path=str(ner_file),
            ner_pretrain_path=str(vectors_file),
            tokenize_with_barta=True,
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
        )
    except (
        *(OSError, RuntimeError, LookupError, ValueError, EOFError),
        pickle.UnpicklingError,
    ) as error:
        raise ModelError(
            f"Stanza cannot load this NER model ({error})",
            str(ner_file),
            "It must be a model of stanza.models.ner_tagger with its own word vectors",
        ) from error
    return StanzaNer(pipeline)


def _common_words(vocab: Any) -> frozenset[str]:
    """The first words of the vectors, which stand by falling frequency."""
    if "word" not in vocab:
        return frozenset()
    words = vocab["word"]
    return frozenset(words.id2unit(index) for index in range(min(_COMMON, len(words))))


def _pieces(sentence: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(sentence), _LONGEST):
        words = sentence[start : start + _LONGEST]
        yield [model_word(word)[:_LONGEST_WORD] or _BLANK for word in words]


def _batches(order: Sequence[int], pieces: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Cuts `order` so that no batch has more words than a batch should."""
    batch: list[int] = []
    words = 0
    for index in order:
        if batch and words + len(pieces[index]) > _BATCH_WORDS:
            yield batch
            batch, words = [], 0
        batch.append(index)
        words += len(pieces[index])
    if batch:
        yield batch


def _rejoin(sentences: Sequence[Sequence[str]], pieces: Iterator[list[str]]) -> Iterator[list[str]]:
    for sentence in sentences:
        tags: list[str] = []
        while len(tags) < len(sentence):
            tags += next(pieces)
        yield tags
