"""The word lists of this room, each file read once and refused where it is malformed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kg.errors import DataError
from kg.relate.schemas import ClauseWords, Paradigms, Strict
from kg.relate.schemas_nouns import NounWords
from kg.relate.schemas_said import SpeechWords, StatusWords, VerdictWords

DATA = Path(__file__).parent / "data"

_Table = TypeVar("_Table", bound=Strict)


def holds(words: Sequence[str], phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of some phrases stands among words.

    Args:
        words: Words of a text, in order.
        phrases: The words of each phrase.

    >>> holds(["তিনি", "একই", "দিনে", "যান"], [("একই", "দিনে")])
    True
    """
    return any(tuple(words[i : i + len(p)]) == p for p in phrases for i in range(len(words)))


@cache
def clause_words() -> ClauseWords:
    """Words that begin, end and order clauses."""
    return read_toml(DATA / "clauses.toml", ClauseWords)


@cache
def noun_words() -> NounWords:
    """What stands around a name and says its role."""
    return read_toml(DATA / "markers.toml", NounWords)


@cache
def speech_words() -> SpeechWords:
    """Words of saying, reporting and demanding."""
    return read_toml(DATA / "speech.toml", SpeechWords)


@cache
def status_words() -> StatusWords:
    """Signs of whether something happened."""
    return read_toml(DATA / "status.toml", StatusWords)


@cache
def verdict_words() -> VerdictWords:
    """What people call a deed, a claim or somebody."""
    return read_toml(DATA / "verdicts.toml", VerdictWords)


@cache
def paradigms() -> Paradigms:
    """Endings and stems of verbs."""
    return read_toml(DATA / "verbs.toml", Paradigms)


def read_toml(path: Path, table: type[_Table]) -> _Table:
    """Read a TOML file into a table.

    Args:
        path: The file.
        table: What it must hold.

    Returns:
        The table.

    Raises:
        DataError: The file is no TOML, has an unknown key, lacks one, or a list repeats a
            word or has one that is not canonical.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return table.model_validate(load_toml(text, str(path)))
    except ValidationError as error:
        first = error.errors()[0]
        loc = first["loc"]
        where = f"{path}:{_line(text, loc)}"
        key = ".".join(map(str, loc))
        raise DataError(f"{key}: {first['msg']}", where, "See the file's comments") from error


def load_toml(text: str, where: str) -> dict[str, Any]:
    """Parse TOML.

    Args:
        text: The document.
        where: The file's name for the error.

    Returns:
        The document as dictionaries and lists.

    Raises:
        DataError: It is no TOML or repeats a key.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"no valid TOML ({error})", where) from error


def _line(text: str, loc: Iterable[int | str]) -> int:
    """The line of a key, or of the last of its sections that stands in the file."""
    lines = [
        "" if line.startswith("#") else line.partition("=")[0].strip() for line in text.splitlines()
    ]
    at = 0
    for part in loc:
        if isinstance(part, int):
            heads = [i for i in range(at, len(lines)) if lines[i] == lines[at]]
            at = heads[min(part, len(heads) - 1)]
        else:
            at = next((i for i in range(at, len(lines)) if part in lines[i].strip('[]"')), at)
    return at + 1
