"""Which sentences are trained on, which steer the training, which are only measured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.tag.train.corpus import Example, read_banglakit, read_daffodil, read_headlines
from kg.tag.train.fill import filled
from kg.tag.train.swap import swapped

#: Every twentieth; buckets 0 and 1 of the headlines are the held-out tenth.
_BUCKETS = 20
_HEADLINE_TEST = (0, 1)
_DEV = (2,)

#: Marks that end a headline in use but not in the headline set.
_END_MARKS = ("", "।", "", "।", "?", "!")


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of the data; no sentence stands in two of them.

    Attributes:
        train: What the model learns from.
        dev: What decides when training stops.
        tests: Held-out sentences by set: `daffodil` and `headlines`.
    """

    train: tuple[Example, ...]
    dev: tuple[Example, ...]
    tests: dict[str, tuple[Example, ...]]


def load_split(data: Path) -> Split:
    """Reads the training sets and parts them.

    Args:
        data: The folder with `neon_p_headlines.txt`, `daffodil_train_data.txt`,
            `daffodil_test_data.txt` and `banglakit.jsonl`, or the one above it if
            that one is called `ner`.

    Returns:
        The parts. Daffodil's official test split is the test as it is; a sentence
        that is also in a test is dropped from training whichever set it stands in.

    Raises:
        InputError: A file is missing.
    """
    data = data / "ner" if (data / "ner").is_dir() else data
    headlines = _unique(read_headlines(data / "neon_p_headlines.txt"))
    daffodil = tuple(read_daffodil(data / "daffodil_train_data.txt"))
    tests = {
        "daffodil": tuple(read_daffodil(data / "daffodil_test_data.txt")),
        "headlines": tuple(e for e in headlines if bucket(e) in _HEADLINE_TEST),
    }
    held_out = {example.key for test in tests.values() for example in test}
    rest = [e for e in (*headlines, *_unique(daffodil)) if e.key not in held_out]
    dev = tuple(example for example in rest if bucket(example) in _DEV)
    extra = _unique(read_banglakit(data / "banglakit.jsonl"))
    trusted = [example for example in rest if bucket(example) not in _DEV]
    seen = held_out | {example.key for example in dev}
    gaps = [example for example in extra if example.key not in seen]
    return Split(training(trusted, gaps), dev, tests)


def training(trusted: Sequence[Example], gaps: Sequence[Example]) -> tuple[Example, ...]:
    """What the model sees in one epoch.

    The Daffodil sentences count twice, or three times as many headlines would drown
    them; and each prose sentence comes again with names out of the headlines.

    Args:
        trusted: Headlines and Daffodil sentences to train on.
        gaps: Sentences in which names may be untagged.

    Returns:
        All of it.
    """
    whole = (*trusted, *filled(gaps, trusted))
    prose = [example for example in trusted if example.source == "daffodil"]
    return (*(with_end_mark(example) for example in whole), *prose, *swapped(whole))


def bucket(example: Example) -> int:
    """A number below twenty that depends on the sentence's words alone."""
    return _digest(example) % _BUCKETS


def with_end_mark(example: Example) -> Example:
    """The headline with a danda, a question mark or nothing, by its hash.

    A model that has only seen headlines without end marks takes a danda for a
    sign that the sentence is not a headline and misses its names.
    """
    mark = _END_MARKS[_digest(example) // _BUCKETS % len(_END_MARKS)]
    if example.source != "headlines" or not mark:
        return example
    return Example(example.source, (*example.words, mark), (*example.tags, "O"))


def _digest(example: Example) -> int:
    return int.from_bytes(hashlib.sha256(example.key.encode("utf-8")).digest()[:8], "big")


def _unique(examples: Iterable[Example]) -> Sequence[Example]:
    return list({example.key: example for example in examples if example.words}.values())
