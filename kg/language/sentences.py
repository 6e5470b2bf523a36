"""Cut a block of text into sentences."""

from __future__ import annotations

from functools import cache

from kg.language.normal import normalise
from kg.language.tables import DATA, read_table
from kg.language.tokens import tokens_and_breaks
from kg.model import Sentence, Token

_ENDS = frozenset({"\u0964", "\u0965", "|", "?", "!", "\u2026", "."})
_CLOSERS = frozenset("\u2019\u201d\"')]}\u00bb")
_QUOTES = frozenset("\u2019\u201d\"'\u00bb")
_DANDAS = frozenset({"\u0964", "\u0965", "|", "."})
_CONTINUES = frozenset({",", ";", ":", "-", "\u2013", "\u2014"})


def split_sentences(
    text: str, block: int = 0, offset: int = 0, first_index: int = 0
) -> tuple[Sentence, ...]:
    """Cut one block into sentences; a line break always ends one.

    Args:
        text: The block's text as given.
        block: Index of the block in its article.
        offset: Where the block begins in the article.
        first_index: Index of the first sentence in the article.

    Returns:
        The sentences in order; their tokens' text is canonical, all offsets are the article's.

    >>> [len(s.tokens) for s in split_sentences("ড. ইউনূস এলেন।বৈঠক হয়েছে।")]
    [4, 3]
    """
    tokens = tokens_and_breaks(normalise(text), offset)
    sentences: list[Sentence] = []
    begin = 0
    for stop in _stops(tokens):
        piece = tuple(token for token in tokens[begin:stop] if token.text != "\n")
        begin = stop
        if piece:
            index = first_index + len(sentences)
            sentences.append(Sentence(index, block, piece[0].begin, piece[-1].end, piece))
    return tuple(sentences)


def _stops(tokens: list[Token]) -> list[int]:
    """Indices after the last token of each sentence."""
    stops = [0]
    place = 0
    while place < len(tokens):
        if tokens[place].text == "\n":
            stops.append(place + 1)
        elif _ends(tokens, place, stops[-1]):
            place = _after_closers(tokens, place + 1)
            if not _goes_on(tokens, place):
                stops.append(place)
            continue
        place += 1
    return [*stops[1:], len(tokens)]


def _ends(tokens: list[Token], place: int, first: int) -> bool:
    """Whether the token ends the sentence that began at `first`."""
    token = tokens[place]
    if not _is_end(token) or place == first or tokens[place - 1].text in "([":
        return False
    before = tokens[place - 1].text[-1]
    if before.isdecimal() and (place == first + 1 or token.text in ".|"):
        # A list item begins, or bars cut a date line: no sentence ends so.
        return False
    if token.text != ".":
        return True
    # A full stop in brackets abbreviates, as in "(retd.)".
    spaced = place + 1 == len(tokens) or tokens[place + 1].begin > token.end
    return spaced or tokens[place + 1].text in _QUOTES


def _after_closers(tokens: list[Token], place: int) -> int:
    """Skip what belongs to the end: more marks, closing quotes, a bracketed remark."""
    while place < len(tokens):
        token = tokens[place]
        touches = token.begin == tokens[place - 1].end
        opens = not touches and _touches_next(tokens, place) and token.text in "\"'"
        if (token.text in _CLOSERS and not opens) or (touches and _is_end(token)):
            place += 1
            continue
        remark = _remark(tokens, place)
        if remark == place:
            return place
        place = remark
    return place


def _remark(tokens: list[Token], place: int) -> int:
    """Index after `(…)।` at `place`: a remark with its own full stop is no sentence."""
    if tokens[place].text != "(":
        return place
    for close in range(place + 1, min(place + 8, len(tokens) - 1)):
        if tokens[close].text == ")":
            return close + 2 if tokens[close + 1].text == "\u0964" else place
    return place


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether the sentence goes on: “…।” says he, or a comma after a question mark."""
    if place >= len(tokens):
        return False
    before, following = tokens[place - 1].text, tokens[place].text
    if following in _CONTINUES:
        return before not in _DANDAS
    return before in _QUOTES and following in _reporting()


def _touches_next(tokens: list[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].begin == tokens[place].end


def _is_end(token: Token) -> bool:
    return token.text in _ENDS or token.text.startswith("..")


def is_reporting(word: str) -> bool:
    """Whether a word is a finite form of a verb of saying, or a noun before one (দাবি করেন)."""
    return word in _reporting()


@cache
def _reporting() -> frozenset[str]:
    return frozenset(
        row["verb"] for row in read_table(DATA / "reporting.tsv", ("verb", "gloss"), "verb")
    )
