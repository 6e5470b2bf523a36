"""The grammar of date expressions: reads `data/dates.toml` into compiled rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from kg.errors import DataError
from kg.language.numbers import number_words, scales
from kg.language.tables import read_toml

_SECTIONS = {"months", "weekdays", "days", "units", "directions", "parts", "pieces", "rules"}
_RULE = {"how", "needs", "pattern", "catch", "miss"}
_LISTS = {"months": "month", "weekdays": "weekday", "days": "day", "units": "unit", "parts": "part"}
_CENTURIES = ("19", "20", "\u09e7\u09ef", "\u09e8\u09e6")
_EDGE = r"[\p{L}\p{M}\p{Nd}\u200c\u200d]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of date expressions and the name of its reading."""

    how: str
    needs: str
    pattern: regex.Pattern[str]
    catch: tuple[str, ...]
    miss: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules, and what each word stands for: `words["month"]["জুলাই"]` is `"7"`.

    `needs` holds the words of each list: a rule is tried only on text that has a word of
    the list that the rule cannot do without.
    """

    rules: tuple[Rule, ...]
    words: dict[str, dict[str, str]]
    needs: dict[str, tuple[str, ...]]


@cache
def grammar() -> Grammar:
    """Load the grammar.

    Returns:
        The compiled rules in file order and the word lists.

    Raises:
        DataError: A section or key is unknown, a word is repeated, a pattern does not compile.
    """
    data = read_toml("dates.toml")
    if set(data) != _SECTIONS:
        raise DataError(f"sections differ: {sorted(set(data) ^ _SECTIONS)}", "dates.toml")
    words = {singular: _invert(data[section], section) for section, singular in _LISTS.items()}
    pieces = {name: _either(listed) for name, listed in words.items()}
    pieces["number"] = _either({w: "" for w in number_words() if w not in scales()})
    pieces |= {name: _either(dict.fromkeys(lst, "")) for name, lst in data["directions"].items()}
    words["direction"] = _invert(
        {name: lst for name, lst in data["directions"].items() if "_" not in name}, "directions"
    )
    # A piece may use those above it.
    for name, pattern in data["pieces"].items():
        pieces["year_number" if name == "year" else name] = _fill(pattern, pieces)
    needs = {name: tuple(listed) for name, listed in words.items()}
    needs["year"] = _CENTURIES
    return Grammar(tuple(_rule(row, pieces) for row in data["rules"]), words, needs)


def _invert(section: dict[str, list[str]], name: str) -> dict[str, str]:
    inverted: dict[str, str] = {}
    for value, listed in section.items():
        for word in listed:
            if word in inverted:
                raise DataError(f"{word} is repeated", f"dates.toml [{name}]")
            inverted[word] = value
    return inverted


def _either(words: dict[str, str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word) for word in ordered) + ")"


def _fill(pattern: str, pieces: dict[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern


def _rule(row: dict[str, Any], pieces: dict[str, str]) -> Rule:
    if set(row) != _RULE:
        raise DataError(f"keys differ: {sorted(set(row) ^ _RULE)}", "dates.toml [[rules]]")
    pattern = _fill(row["pattern"].replace("{year}", "{year_number}"), pieces)
    pattern = regex.sub(r"\\? ", r"[^\\S\\n]+", pattern).replace(r"[^\S\n]+?", r"[^\S\n]*")
    try:
        compiled = regex.compile(f"(?<!{_EDGE})(?:{pattern})(?!{_EDGE})")
    except regex.error as error:
        raise DataError(f"{error} in {row['pattern']}", "dates.toml [[rules]]") from error
    return Rule(row["how"], row["needs"], compiled, tuple(row["catch"]), row["miss"])
