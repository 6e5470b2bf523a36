"""Numbers written in Bengali or Latin digits or in Bengali words."""

from __future__ import annotations

import re
from functools import cache

from kg.language.normal import canonical
from kg.language.tables import DATA, Row, read_table

_TO_ASCII = {0x09E6 + digit: str(digit) for digit in range(10)}
_TO_BENGALI = {ord(latin): chr(bengali) for bengali, latin in _TO_ASCII.items()}
# Thousands by commas, Indian (1,00,000) or Western (100,000).
_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{2,3})*(?:\.[0-9]+)?")


def ascii_digits(text: str) -> str:
    """Return the text with Bengali digits written as Latin ones.

    >>> ascii_digits("২০২৩")
    '2023'
    """
    return text.translate(_TO_ASCII)


def bengali_digits(text: str) -> str:
    """Return the text with Latin digits written as Bengali ones.

    >>> bengali_digits("2023")
    '২০২৩'
    """
    return text.translate(_TO_BENGALI)


def parse_number(text: str) -> int | float | None:
    """Read a number in digits, in words, or in both.

    Args:
        text: The number and nothing else.

    Returns:
        Its value, or None when any part of the text is not a number.

    >>> parse_number("১,৫০০"), parse_number("তিন লাখ"), parse_number("৩.৫ কোটি"), parse_number("জন")
    (1500, 300000, 35000000, None)
    """
    parts = canonical(text).replace("-", " ").split()
    total: int | float = 0
    current: int | float | None = None
    for part in parts:
        scale = number_words().get(part)
        if scale is not None and part in scales():
            current = (1 if current is None else current) * scale
            if scale > 100:
                total, current = total + current, None
            continue
        value = _digits(part) if scale is None else scale
        if value is None or (current is not None and current < 100):
            return None
        current = value if current is None else current + value
    if not parts:
        return None
    return _whole(total + (current or 0))


@cache
def number_words() -> dict[str, int]:
    """Number words and their values (spelling variants included)."""
    return {row["word"]: _value(row) for row in _rows()}


@cache
def scales() -> frozenset[str]:
    """Words that multiply what stands before them: hundred, thousand, lakh, crore."""
    return frozenset(row["word"] for row in _rows() if row["kind"] == "scale")


def _rows() -> tuple[Row, ...]:
    return read_table(DATA / "numbers.tsv", ("word", "value", "kind"), "word")


def _value(row: Row) -> int:
    if not row["value"].isdecimal():
        raise row.refuse(f"the value {row['value']!r} is no number", "Write it in Latin digits")
    return int(row["value"])


def _digits(part: str) -> int | float | None:
    plain = ascii_digits(part)
    if not _DIGITS.fullmatch(plain):
        return None
    return float(plain.replace(",", "")) if "." in plain else int(plain.replace(",", ""))


def _whole(value: int | float) -> int | float:
    return int(value) if value == int(value) else value
