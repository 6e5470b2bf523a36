"""Finds the forms of the gazetteer in a row of tokens, the longest from the left.

Forms and tokens are cut into pieces at hyphens and dashes, so that কিম-পুতিন holds two
names and আল-জাজিরা is আল জাজিরা. The forms stand in a trie of pieces; only the last
piece of a form may carry an ending (Aho and Corasick's automaton is not needed, for no
form has more than a handful of words).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kg.language import inflections, tokenise
from kg.model import Inflection, Token
from kg.world.entries import Form, Match

_JOINT = re.compile("[-\u2010-\u2015\u2212/]")
_NUKTA = "\u09bc"


#: A form with the ids of the entries that it names.
Named = tuple[Form, tuple[str, ...]]


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    token: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Which words and endings are no names, and what may be joined to a name.

    Attributes:
        words: Words that are no name with an ending although they look like one.
        endings: Beginnings of endings that names do not take.
        tails: Words that join with the name of a place to an adjective (কাতারভিত্তিক).
    """

    words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()


_NO_LIMITS = Limits()


class Finder:
    """A trie of forms.

    Args:
        forms: By the pieces of a form, the form and the ids that it names.
        limits: What is no name.
    """

    def __init__(self, forms: Mapping[tuple[str, ...], Named], limits: Limits = _NO_LIMITS) -> None:
        self._limits = limits
        self._root = _Node()
        self._last: set[str] = set()
        self._analyses: dict[str, tuple[Inflection, ...]] = {}
        for words, named in forms.items():
            node = self._root
            for word in words:
                node = node.children.setdefault(word, _Node())
            node.named = named
            self._last.add(words[-1])
        self._longest_last = max(map(len, self._last), default=0)

    def find(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Every form in the tokens, without overlaps.

        Args:
            tokens: The tokens of a sentence.

        Returns:
            The matches by offset.
        """
        pieces = [piece for index, token in enumerate(tokens) for piece in _cut(token, index)]
        matches: list[Match] = []
        start = 0
        while start < len(pieces):
            found = self._longest(pieces, start)
            if found is None:
                start += 1
                continue
            match, start = found
            matches.append(match)
        return tuple(matches)

    def _longest(self, pieces: Sequence[_Piece], start: int) -> tuple[Match, int] | None:
        node, found = self._root, None
        for index in range(start, len(pieces)):
            word = pieces[index].text
            for analysis in self._known(word):
                end = node.children.get(analysis.base)
                if end is not None and end.named is not None:
                    found = _match(end.named, pieces[start : index + 1], analysis), index + 1
                    break
            below = node.children.get(word)
            if below is None:
                break
            node = below
        return found

    def _known(self, word: str) -> tuple[Inflection, ...]:
        """The analyses of a word whose base ends some form, the bare word first."""
        known = self._analyses.get(word)
        if known is None:
            known = self._analyse(word) if self._holds_name(word) else ()
            self._analyses[word] = known
        return known

    def _holds_name(self, word: str) -> bool:
        """Whether a word can be a name with an ending: a base is always its beginning."""
        longest = min(len(word), self._longest_last)
        return any(word[:end] in self._last for end in range(1, longest + 1))

    def _analyse(self, word: str) -> tuple[Inflection, ...]:
        if word in self._limits.words:
            return (Inflection(word),) if word in self._last else ()
        inflected = [each for each in inflections(word) if each.base != word]
        inflected.sort(key=lambda each: -len(each.base))
        joined = (
            Inflection(each.base.removesuffix(tail))
            for each in (Inflection(word), *inflected)
            for tail in self._limits.tails
            if each.base.endswith(tail)
        )
        return tuple(
            each
            for each in (Inflection(word), *inflected, *joined)
            if each.base in self._last
            and not word.removeprefix(each.base).startswith(self._limits.endings)
        )


def form_pieces(text: str) -> tuple[str, ...]:
    """The pieces of a form: its words, cut at hyphens.

    >>> form_pieces("গিনি-বিসাউ")
    ('গিনি', 'বিসাউ')
    """
    pieces = (piece for token in tokenise(text) for piece in _JOINT.split(token.text))
    return tuple(piece for piece in pieces if piece)


def _match(named: Named, pieces: Sequence[_Piece], analysis: Inflection) -> Match:
    form, ids = named
    return Match(
        first=pieces[0].token,
        last=pieces[-1].token + 1,
        begin=pieces[0].begin,
        end=pieces[-1].end,
        form=form,
        inflection=analysis,
        ids=ids,
    )


def _cut(token: Token, index: int) -> list[_Piece]:
    """The pieces of a token; an ending after a hyphen (DPRK-এর) stays with its word."""
    joints = [joint.span() for joint in _JOINT.finditer(token.text)]
    if not joints:
        return [_Piece(token.text, index, token.begin, token.end)]
    ends_in_ending = _is_ending(token.text, joints[-1][0])
    if ends_in_ending:
        joints.pop()
    begins = [0, *(end for _, end in joints)]
    ends = [*(begin for begin, _ in joints), len(token.text)]
    original = _originals(token)
    return [
        _Piece(token.text[begin:end], index, original[begin], original[end])
        for begin, end in zip(begins, ends, strict=True)
        if begin < end
    ]


def _is_ending(text: str, joint: int) -> bool:
    return joint > 0 and any(each.base == text[:joint] for each in inflections(text))


def _originals(token: Token) -> Sequence[int]:
    """The original offset of each position in a token's canonical text, its end included.

    The canonical form writes য়, ড়, ঢ় as two code points where most texts have one:
    where the lengths differ, the difference is spread over these letters.
    """
    grown = len(token.text) - (token.end - token.begin)
    letters = token.text.count(_NUKTA)
    if not grown or not letters:
        return [min(token.begin + at, token.end) for at in range(len(token.text) + 1)]
    before = accumulate((letter == _NUKTA for letter in token.text), initial=0)
    return [token.begin + at - round(grown * seen / letters) for at, seen in enumerate(before)]
