"""The training sets as sentences of tokens with BIO tags, their known faults mended.

The sets and their faults (see the model card for licences):

* `headlines`: 16,083 news headlines; `O-PER` and the like mark the *last* token
  of a name and are read as `I-`; `UNIT` is noise; before some tags stands a
  blank that does not break; no headline has an end mark.
* `daffodil`: newspaper sentences; `TIM` has no position, names of several tokens
  often repeat `B-`, byte order marks and empty tokens stand between the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.tag.labels import label_targets
from kg.tag.words import model_word

Tagged = list[tuple[str, str]]

#: A blank that does not break stands in place of the other one now and then.
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Example:
    """One tagged sentence and the set it comes from."""

    source: str
    words: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def key(self) -> str:
        """What two equal sentences share, whichever set they stand in."""
        return " ".join(self.words)


def read_headlines(path: Path) -> Iterator[Example]:
    """Reads the headline set (`token TAG`, blank line between headlines)."""
    for rows in _blocks(path, " "):
        yield _example("headlines", rows)


def read_daffodil(path: Path) -> Iterator[Example]:
    """Reads a file of the Daffodil set (`token<TAB>TAG`)."""
    for rows in _blocks(path, "\t"):
        yield _example("daffodil", rows)


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as stream:
            yield from stream
    except OSError as error:
        raise InputError(f"cannot read the training set ({error.strerror})", str(path)) from error


def _blocks(path: Path, separator: str) -> Iterator[Tagged]:
    """Runs of lines between blank ones; a word without tag counts as outside."""
    rows: Tagged = []
    for line in _lines(path):
        if not line.strip():
            if rows:
                yield rows
            rows = []
            continue
        word, _, tag = line.rstrip("\n").replace(_NO_BREAK, separator).rpartition(separator)
        rows.append((word, tag.strip()) if word else (tag, "O"))
    if rows:
        yield rows


def _example(source: str, rows: Iterable[tuple[str, str]]) -> Example:
    words: list[str] = []
    tags: list[str] = []
    for raw, tag in rows:
        word = model_word(raw)
        if not word:
            continue
        words.append(word)
        tags.append(_target(source, tag))
    return Example(source, tuple(words), tuple(join_adjacent(tags)))


def _target(source: str, tag: str) -> str:
    """The label of `tag` in our set, without position; `O` outside."""
    label = tag.rpartition("-")[2]
    if label in ("O", "0", ""):
        return "O"
    return label_targets(source).get(label) or "O"


def join_adjacent(labels: Iterable[str]) -> Iterator[str]:
    """BIO tags from labels, a run of one label being one name.

    The sets disagree on where one of two adjacent names ends (Daffodil opens a
    name anew at every token), so a run is one name in training and in scoring.

    >>> list(join_adjacent(["PER", "PER", "O", "LOC", "ORG"]))
    ['B-PER', 'I-PER', 'O', 'B-LOC', 'B-ORG']
    """
    last = "O"
    for label in labels:
        yield label if label == "O" else f"{'I' if label == last else 'B'}-{label}"
        last = label
