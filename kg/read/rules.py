"""The rules that tell page furniture from the article, loaded from `data/chrome.toml`."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import DataError

_FILE = "chrome.toml"

# A rule describes a whole short line; a longer one is prose and is not tried.
_LONGEST_LINE = 400

# Likewise no rule for the end of a paragraph looks further back, nor one for its start
# further on: a search through a very long line would take quadratic time.
_WINDOW = 600


class Kind(StrEnum):
    """What the line that a rule matches is; `chrome.toml` says what becomes of it."""

    CHROME = "chrome"
    NUMBER = "number"
    MENU = "menu"
    END = "end"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    SECTION = "section"
    CREDIT = "credit"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    kind: Kind = Field(strict=False)
    pattern: str
    at: Literal["line", "start", "end"] = "line"
    above: bool = False
    catches: list[str] = Field(min_length=1)
    leaves: list[str] = Field(min_length=1)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    parts: dict[str, str]
    rule: list[_Row]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it matches, where in a line, and the examples that prove it."""

    name: str
    kind: Kind
    at: str
    above: bool
    pattern: regex.Pattern[str]
    catches: tuple[str, ...]
    leaves: tuple[str, ...]

    def match(self, line: str) -> regex.Match[str] | None:
        """Match one canonical line, whole or at the end that the rule names.

        Args:
            line: A line without surrounding space.

        Returns:
            The match, or None.
        """
        if self.at == "start":
            return self.pattern.match(line, endpos=min(len(line), _WINDOW))
        if self.at == "end":
            return self.pattern.search(line, pos=max(0, len(line) - _WINDOW))
        return self.pattern.fullmatch(line) if len(line) <= _LONGEST_LINE else None


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of `chrome.toml` in file order; the first that matches counts.

    Raises:
        DataError: The file is malformed, with the line of the rule that is.
    """
    text = (files("kg.read") / "data" / _FILE).read_text(encoding="utf-8")
    return tuple(parse_rules(text))


def parse_rules(text: str) -> Iterator[Rule]:
    """Check and compile rules.

    Args:
        text: The content of a rule file.

    Yields:
        The rules in file order.

    Raises:
        DataError: It is not TOML, not canonical, has an unknown key, a repeated name or
            a pattern that does not compile.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            raise DataError("not in NFC", f"{_FILE}:{number}", "Save the line in NFC")
    table = _table(text)
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    seen: set[str] = set()
    for row, number in zip(table.rule, starts, strict=True):
        where = f"{_FILE}:{number}"
        if row.name in seen:
            raise DataError(f"the name {row.name!r} is repeated", where, "Name each rule once")
        seen.add(row.name)
        yield _compile(row, table.parts, where)


def _table(text: str) -> _Table:
    try:
        return _Table.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not valid TOML: {error}", _FILE) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise DataError(f"{place}: {first['msg']}", _where(text, first["loc"])) from error


def _where(text: str, place: tuple[int | str, ...]) -> str:
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    if len(place) > 1 and isinstance(place[1], int):
        return f"{_FILE}:{starts[place[1]]}"
    return _FILE


def _compile(row: _Row, parts: dict[str, str], where: str) -> Rule:
    source = row.pattern
    # A part may hold other parts, one level deep.
    for _ in range(2):
        for name, part in parts.items():
            source = source.replace(f"@{name}@", part)
    if row.at == "end":
        source = f"(?:{source})$"
    try:
        pattern = regex.compile(source)
    except regex.error as error:
        raise DataError(f"the pattern does not compile: {error}", where) from error
    return Rule(
        row.name, row.kind, row.at, row.above, pattern, tuple(row.catches), tuple(row.leaves)
    )
