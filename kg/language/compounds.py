"""Compounds that describe by a name or noun: কাতারভিত্তিক, সীমান্তসংলগ্ন."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.language.inflection import inflections
from kg.language.tables import DATA, read_table

#: A first part of fewer letters is rather the beginning of another word.
_SHORTEST = 3


@lru_cache(maxsize=1 << 16)
def compound_head(word: str) -> str:
    """What stands before the second part of a describing compound, or nothing.

    Args:
        word: Canonical, with or without ending.

    Returns:
        The first part, without a hyphen or dash; the empty string for any other word.

    >>> compound_head("কাতারভিত্তিক"), compound_head("সীমান্ত-সংলগ্ন"), compound_head("ভিত্তিক")
    ('কাতার', 'সীমান্ত', '')
    """
    bases = {word, *(form.base for form in inflections(word))}
    if not bases.isdisjoint(_second_parts()):
        return ""
    for second in _second_parts():
        head, found, rest = word.partition(second)
        if found and len(head) >= _SHORTEST and (not rest or head + second in bases):
            return head.rstrip("-–")
    return ""


@cache
def _second_parts() -> tuple[str, ...]:
    rows = read_table(DATA / "second_parts.tsv", ("part", "example"), "part")
    return tuple(sorted((row["part"] for row in rows), key=lambda part: (-len(part), part)))
