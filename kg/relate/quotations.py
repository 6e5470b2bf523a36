"""Quotations that last longer than a sentence, followed by their marks."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Token
from kg.relate.tables import clause_words

#: The right single quotation mark is the apostrophe, too.
APOSTROPHE, LEFT_SINGLE = "\u2019", "\u2018"


def opens(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with an opening mark.

    Args:
        tokens: The sentence's tokens.
    """
    edge = clause_words().boundary
    return bool(tokens) and tokens[0].text in edge.quotes_open | edge.quotes_plain


def follow(tokens: Sequence[Token], quoting: bool) -> tuple[bool, bool]:
    """Follow the marks of a sentence.

    A right single mark inside a word is an apostrophe (জং’কে) unless the sentence has a left
    one open.

    Args:
        tokens: The sentence's tokens.
        quoting: It begins inside a quotation.

    Returns:
        Whether a quotation goes on after the sentence, and whether one ends with it.
    """
    edge = clause_words().boundary
    ended, opened = False, ""
    for token in tokens:
        for at, mark in enumerate(token.text):
            inside = 0 < at < len(token.text) - 1
            plain = mark in edge.quotes_plain
            if inside and mark == APOSTROPHE and opened != LEFT_SINGLE:
                continue
            if mark in edge.quotes_open or (plain and not quoting and not inside):
                quoting, ended, opened = True, False, mark
            elif (plain or mark in edge.quotes_close) and (quoting or not inside):
                quoting, ended = False, quoting
            elif mark not in edge.marks:
                ended = False
    return quoting, ended
