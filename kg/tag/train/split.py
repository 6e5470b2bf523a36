"""Which sentences are trained on, which steer the training, which are only measured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.tag.train.annotated import read_annotated
from kg.tag.train.corpus import Example, read_daffodil, read_headlines
from kg.tag.train.fill import filled

#: Every twentieth; buckets 0 and 1 of the headlines are the held-out tenth.
_BUCKETS = 20
_HEADLINE_TEST = (0, 1)
_DEV = (2,)


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of the data; no sentence stands in two of them.

    Attributes:
        train: What the model learns from.
        dev: What choices are made by: it is neither trained on nor tested.
        tests: Held-out sentences by set: `daffodil` and `headlines`.
    """

    train: tuple[Example, ...]
    dev: tuple[Example, ...]
    tests: dict[str, tuple[Example, ...]]


def load_split(data: Path) -> Split:
    """Reads the training sets and parts them.

    Args:
        data: The folder with `neon_p_headlines.txt`, `daffodil_train_data.txt` and
            `daffodil_test_data.txt`, or the one above it if that one is called `ner`;
            there, `news/articles.jsonl` gives the sentences
            that the shipped labels were made on, if it is there.

    Returns:
        The parts. Daffodil's official test split is the test as it is; a sentence
        that is also in a test is dropped from training whichever set it stands in.

    Raises:
        InputError: A file is missing.
    """
    sets = data / "ner" if (data / "ner").is_dir() else data
    headlines = _unique(read_headlines(sets / "neon_p_headlines.txt"))
    daffodil = tuple(read_daffodil(sets / "daffodil_train_data.txt"))
    tests = {
        "daffodil": tuple(read_daffodil(sets / "daffodil_test_data.txt")),
        "headlines": tuple(e for e in headlines if bucket(e) in _HEADLINE_TEST),
    }
    held_out = {example.key for test in tests.values() for example in test}
    rest = [e for e in (*headlines, *_unique(daffodil)) if e.key not in held_out]
    dev = tuple(example for example in rest if bucket(example) in _DEV)
    trusted = [example for example in rest if bucket(example) not in _DEV]
    seen = held_out | {example.key for example in dev}
    news = [example for example in _unique(_news(data)) if example.key not in seen]
    return Split(training(trusted, news), dev, tests)


def training(trusted: Sequence[Example], news: Sequence[Example]) -> tuple[Example, ...]:
    """What the model sees in one round.

    The sets that tag all labels count twice, or news would outweigh Daffodil.
    Headlines keep their form, without an end mark: by it the model can tell their
    convention (৩ বছর is a time, মার্কিন a place) from that of sentences.

    Args:
        trusted: Headlines and Daffodil sentences to train on.
        news: Annotated news, in which times are untagged.

    Returns:
        All of it.
    """
    return (*trusted, *trusted, *filled(news, trusted, ("TIME",)))


def _news(data: Path) -> Iterable[Example]:
    """The annotated news, where the articles are at hand."""
    articles = data / "news" / "articles.jsonl"
    return read_annotated(articles) if articles.is_file() else ()


def bucket(example: Example) -> int:
    """A number below twenty that depends on the sentence's words alone."""
    return _digest(example) % _BUCKETS


def _digest(example: Example) -> int:
    return int.from_bytes(hashlib.sha256(example.key.encode("utf-8")).digest()[:8], "big")


def _unique(examples: Iterable[Example]) -> Sequence[Example]:
    return list({example.key: example for example in examples if example.words}.values())
