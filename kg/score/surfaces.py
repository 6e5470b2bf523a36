"""When are two written forms the same name?"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kg.score.tables import endings

# NFC splits these three letters; one code point each makes an ending one suffix string.
_COMPOSED = (("\u09af\u09bc", "\u09df"), ("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dd"))
_JOINERS = ("\u200c", "\u200d")
_EDGES = " \u2018\u2019'\"\u201c\u201d,\u0964()"


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Return the form in which two spellings of a name are compared.

    Args:
        text: A name as written.

    Returns:
        Composed letters, single spaces, no joiners, no quotes around, lower case.
    """
    text = unicodedata.normalize("NFC", text)
    for pair, letter in _COMPOSED:
        text = text.replace(pair, letter)
    for joiner in _JOINERS:
        text = text.replace(joiner, "")
    return " ".join(text.split()).strip(_EDGES).casefold()


def same_surface(a: str, b: str) -> bool:
    """Tell whether two normal forms are equal up to one case ending.

    Args:
        a: A normal form.
        b: Another.

    Returns:
        True when one is the other, or the other with one ending.

    >>> same_surface(normal("কিমের"), normal("কিম"))
    True
    >>> same_surface(normal("কিমচি"), normal("কিম"))
    False
    """
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and long.startswith(short) and normal(long[len(short) :]) in _endings()


@cache
def _endings() -> frozenset[str]:
    return frozenset(normal(ending) for ending in endings())
