"""Ordinary words, which are seldom part of a name."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.language.inflection import inflections
from kg.language.tables import DATA, read_table


def is_ordinary(word: str) -> bool:
    """Whether newspapers use a word often, with or without ending, and seldom in a name.

    Args:
        word: Canonical.

    Returns:
        True for a word of the table, and for an inflected form of one.

    >>> is_ordinary("সম্মেলনে"), is_ordinary("ফিটজপ্যাট্রিক")
    (True, False)
    """
    return _is_ordinary(word)


@lru_cache(maxsize=1 << 14)
def _is_ordinary(word: str) -> bool:
    known = _ordinary_words()
    return word in known or any(each.base in known for each in inflections(word))


@cache
def _ordinary_words() -> frozenset[str]:
    rows = read_table(DATA / "ordinary_words.tsv", ("word",), "word")
    return frozenset(row["word"] for row in rows)
