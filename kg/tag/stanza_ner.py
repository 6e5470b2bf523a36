"""Stanza's NER model: sentences of words in, BIO tags out, many sentences at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.tag.network import Network, OtherNetworkError, read_network
from kg.tag.stanza_network import StanzaNetwork, load_stanza
from kg.tag.store import model_files
from kg.tag.words import model_word

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
    """A loaded NER model."""

    def __init__(self, network: Network | StanzaNetwork) -> None:
        self._network = network
        self._common = frozenset(network.frequent(_COMMON))

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
        order = sorted(range(len(pieces)), key=lambda index: -len(pieces[index]))
        tags: list[list[str]] = [[] for _ in pieces]
        predicted = self._network.tag([pieces[index] for index in order])
        for index, own in zip(order, predicted, strict=True):
            tags[index] = list(_bio(own))
        return list(_rejoin(sentences, iter(tags)))


def load_ner(model: Path | None = None) -> StanzaNer:
    """Loads a Stanza NER model; nothing is downloaded.

    Models of the kind that `kg train ner` makes are run by `kg.tag.network`, others by
    Stanza itself.

    Args:
        model: A folder as `kg train ner` writes it, a `.pt` file, or nothing for the
            shipped model.

    Returns:
        The model.

    Raises:
        ModelError: The model is missing, is no Stanza NER model, or does not fit its
            word vectors.
    """
    files = model_files(model)
    try:
        return StanzaNer(read_network(*files))
    except (OSError, OtherNetworkError, pickle.UnpicklingError):
        return StanzaNer(load_stanza(*files))


def _pieces(sentence: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(sentence), _LONGEST):
        words = sentence[start : start + _LONGEST]
        yield [model_word(word)[:_LONGEST_WORD] or _BLANK for word in words]


def _bio(tags: Iterable[str]) -> Iterator[str]:
    """BIO tags from tags of any scheme; what goes on begins where nothing goes before it.

    >>> list(_bio(["S-LOC", "I-PER", "E-PER", "E-PER", "O"]))
    ['B-LOC', 'B-PER', 'I-PER', 'B-PER', 'O']
    """
    last = "O"
    for tag in tags:
        if tag == "O":
            yield tag
        else:
            follows = tag[0] in "IE" and last in (f"B{tag[1:]}", f"I{tag[1:]}")
            yield f"{'I' if follows else 'B'}{tag[1:]}"
        last = tag


def _rejoin(sentences: Sequence[Sequence[str]], pieces: Iterator[list[str]]) -> Iterator[list[str]]:
    for sentence in sentences:
        tags: list[str] = []
        while len(tags) < len(sentence):
            tags += next(pieces)
        yield tags
