"""Cut text into words and punctuation marks."""

from __future__ import annotations

from functools import cache

import regex

from kg.language.normal import Normalised, normalise
from kg.language.tables import DATA, read_table
from kg.model import Token

_CHAR = r"[\p{L}\p{M}\u200c\u200d]"
_WORD = r"[\p{L}\p{M}\p{Nd}\u200c\u200d]"
# Hyphens and the en dash join (Kim-Putin); an apostrophe joins too, but before a Bengali
# letter only where it cannot open a quotation: a letter stands on either side.
_JOIN = r"[-\u2010\u2011\u2013\u2019'_/&]"
_PATTERN = r"""
    # Most words by far: letters alone, which nothing that joins or abbreviates follows.
    {char}++(?![\p{{Nd}}.@:]|{join})
  | (?:https?://|www\.)[\x21-\x7e]*[A-Za-z0-9/] (?:-{char}+)?
  | [A-Za-z0-9]+(?:[.@_-]+[A-Za-z0-9]+)*@?[A-Za-z0-9-]*\.[A-Za-z]{{2,}}(?:-{char}+)?
  | (?<!{word})(?:{abbreviation})\.(?!\.|{word})
  | (?<!{word})(?:{char}{{1,6}}\.)+{char}{{1,6}}(?!{word})(?:\.(?!\.))?
  | (?<!{word})(?:{abbreviation})\.(?!\.)
  | \p{{Nd}}+(?:[.,:/]\p{{Nd}}+)*(?:{join}?{word}+)*%?
  | {word}+(?:{join}{word}+)*
  | \.{{2,}} | _+ | [^\S\n]*\n\s* | \S
"""


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Cut text into tokens.

    Hyphenated words, numbers, times, addresses and words with an apostrophe before their
    case ending stay whole; quotes and punctuation marks stand alone.

    Args:
        text: Text as given.
        offset: Where the text begins in the article.

    Returns:
        The tokens: canonical text, offsets into the article.

    >>> [token.text for token in tokenise("‘জং’কে DPRK-এর ১,৫০০ জন।’")]
    ['‘', 'জং’কে', 'DPRK-এর', '১,৫০০', 'জন', '।', '’']
    """
    return tuple(t for t in tokens_and_breaks(normalise(text), offset) if t.text != "\n")


def tokens_and_breaks(normal: Normalised, offset: int) -> list[Token]:
    """Tokens of normalised text, with a newline token for each run of line breaks."""
    found = []
    for match in _pattern().finditer(normal.text):
        begin, end = normal.original(*match.span())
        text = match.group()
        found.append(Token("\n" if text.isspace() else text, offset + begin, offset + end))
    return found


@cache
def abbreviations() -> frozenset[str]:
    """Words that are written with a full stop."""
    return frozenset(
        row["word"] for row in read_table(DATA / "abbreviations.tsv", ("word", "meaning"), "word")
    )


@cache
def _pattern() -> regex.Pattern[str]:
    words = sorted(abbreviations(), key=lambda word: (-len(word), word))
    single = r"[A-Za-z\u0985-\u09b9]"
    return regex.compile(
        _PATTERN.format(
            char=_CHAR, word=_WORD, join=_JOIN, abbreviation="|".join([*words, single])
        ),
        regex.VERBOSE,
    )
