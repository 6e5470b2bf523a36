"""Stanza's NER model: sentences of words in, BIO tags out, many sentences at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kg.language import inflect
from kg.tag.headline import TEXT, tag_set
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

#: Words whose form is kept from one text to the next.
_REMEMBERED = 200_000

#: What a word without a visible character becomes: it keeps its place.
_BLANK = "।"


class StanzaNer:
    """A loaded NER model."""

    def __init__(self, network: Network | StanzaNetwork) -> None:
        self._network = network
        self._common = frozenset(network.frequent(_COMMON))
        self._form = lru_cache(maxsize=_REMEMBERED)(self._known_form)

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
        pieces = [piece for sentence in sentences for piece in self._pieces(sentence)]
        customs = [self._custom(sentence) for sentence in sentences for _ in _cuts(sentence)]
        # Sentences of one length share a batch: no time goes into padding.
        order = sorted(range(len(pieces)), key=lambda index: -len(pieces[index]))
        tags: list[list[str]] = [[] for _ in pieces]
        for custom in sorted(set(customs)):
            own = [index for index in order if customs[index] == custom]
            predicted = self._network.tag([pieces[index] for index in own], custom)
            for index, found in zip(own, predicted, strict=True):
                tags[index] = list(_bio(found))
        return list(_rejoin(sentences, iter(tags)))

    def _pieces(self, sentence: Sequence[str]) -> Iterator[list[str]]:
        for start in _cuts(sentence):
            yield [self._form(word) for word in sentence[start : start + _LONGEST]]

    def _known_form(self, token: str) -> str:
        """The word as the model knows it: without endings where it has no vector with them."""
        word = model_word(token)[:_LONGEST_WORD] or _BLANK
        if self._network.knows(word):
            return word
        base = inflect(word, self._network.knows).base
        return base if self._network.knows(base) else word

    def _custom(self, sentence: Sequence[str]) -> int:
        """By which of the model's tag sets a sentence is tagged."""
        return tag_set(sentence) if self._network.tag_sets > 1 else TEXT


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


def _cuts(sentence: Sequence[str]) -> range:
    return range(0, len(sentence), _LONGEST)


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
