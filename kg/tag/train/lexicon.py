"""What readers know of words: which may be part of a person's name, a place's, a body's.

The table has words that stand in raw text and words of names that newspapers print. What it
says becomes further numbers of a word's vector, so that the model knows of a name that stands
in no tagged sentence what it can be. A word in another case has the numbers of its base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.language import inflect, inflections, licenses
from kg.language.tables import Row, read_table

_DATA = Path(__file__).parent / "data"

#: Person, place, organisation, people or nationality, anything else.
KINDS = "PLOAN"


def kind_numbers(word: str) -> tuple[float, ...]:
    """A number for each of `KINDS`, together of length one; noughts when nobody was asked.

    Args:
        word: In the form that the model sees.

    >>> kind_numbers("পুতিনকে")
    (1.0, 0.0, 0.0, 0.0, 0.0)
    """
    kinds = word_kinds(word)
    share = max(len(kinds), 1) ** -0.5
    return tuple(share if kind in kinds else 0.0 for kind in KINDS)


def word_kinds(word: str) -> str:
    """The kinds of a word, or of its longest base that is known; empty when none is.

    Args:
        word: In the form that the model sees.

    >>> word_kinds("জয়")
    'PN'
    """
    known = _kinds()
    return known.get(inflect(word, known.__contains__).base, "")


def names() -> Iterator[str]:
    """The words that are nothing but names, and no other word of the table in a case."""
    known = _kinds()
    for word, kinds in known.items():
        others = (found.base for found in inflections(word) if found.base != word)
        if "N" not in kinds and not any(other in known for other in others):
            yield word


def forms(name: str) -> Iterator[str]:
    """A name in the cases in which names mostly stand in news.

    Args:
        name: A word of `names`.

    >>> list(forms("পুতিন"))
    ['পুতিনের', 'পুতিনকে', 'পুতিনও']
    """
    kinds = set(_kinds()[name])
    for of, ending, after in _endings():
        if kinds & set(of) and licenses(name, after):
            yield name + ending


@cache
def _kinds() -> Mapping[str, str]:
    return {
        row["word"]: _checked(row) for row in _rows("word_kinds.tsv", ("word", "kinds"), "word")
    }


@cache
def _endings() -> tuple[tuple[str, str, str], ...]:
    rows = _rows("name_endings.tsv", ("kinds", "ending", "after", "example"), "ending", "after")
    return tuple((_checked(row), row["ending"], row["after"]) for row in rows)


def _rows(file: str, columns: tuple[str, ...], *key: str) -> tuple[Row, ...]:
    return read_table(_DATA / file, columns, *key)


def _checked(row: Row) -> str:
    kinds = row["kinds"]
    if not kinds or "".join(kind for kind in KINDS if kind in kinds) != kinds:
        raise row.refuse(f"{kinds!r} are no kinds", f"Write letters of {KINDS} in this order")
    return kinds
