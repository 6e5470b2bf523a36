"""Names beside a noun that says what they are: সংবাদমাধ্যম তাস, সুমি অঞ্চলে, হিনরিচ ফাউন্ডেশন."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from kg.language import inflect, inflections
from kg.language.tables import Row, read_table
from kg.model import Case, Mention, Sentence, Token
from kg.tag.rare import free_tokens, is_rare, name_of
from kg.world import World

BESIDE_KIND = "beside-kind"

TABLE = Path(__file__).parent / "data" / "kinds.tsv"

_SIDES = ("after", "before", "head")
_LABELS = ("LOC", "ORG")

#: How many words a noun for a kind has at most, and a name beside it.
_LONGEST_KIND, _LONGEST_NAME = 2, 3

#: A name of fewer letters is rather a word that nobody listed.
_SHORTEST = 3


def add_by_kind(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], world: World
) -> tuple[Mention, ...]:
    """Adds the names that stand beside a noun for what they are.

    Args:
        text: The article's text.
        sentences: Its sentences.
        mentions: Its mentions so far, by offset.
        world: The gazetteer, for words for posts, which are no names.

    Returns:
        All mentions by offset.
    """
    found = list(mentions)
    for sentence in sentences:
        free = free_tokens(sentence, found)
        for first, last, label in _names(sentence.tokens, free, world):
            if first < last and all(free[first:last]):
                words = sentence.tokens[first:last]
                found.append(name_of(text, sentence, words, label, BESIDE_KIND, world))
                free[first:last] = [False] * (last - first)
    return tuple(sorted(found, key=lambda mention: mention.begin))


def _names(
    tokens: Sequence[Token], free: Sequence[bool], world: World
) -> Iterator[tuple[int, int, str]]:
    """Index of a name's first word, the index after its last, and what it names."""
    rare = [open_ and is_rare(t.text, world) for t, open_ in zip(tokens, free, strict=True)]
    for end in range(1, len(tokens) + 1):
        for first in range(max(0, end - _LONGEST_KIND), end):
            if not all(free[first:end]):
                continue
            words = tuple(token.text for token in tokens[first:end])
            if label := _kinds("after").get(" ".join(words)):
                yield end, _after(tokens, rare, end), label
            if label := _inflected("before", words):
                yield _before(tokens, rare, first), first, label
            if (label := _inflected("head", words)) and _before(tokens, rare, first) < first:
                yield _before(tokens, rare, first), end, label


def head_of(words: tuple[str, ...]) -> str | None:
    """The label of names whose last words are these, the last with or without ending.

    Args:
        words: Canonical.

    Returns:
        LOC or ORG, or None where no name ends so.

    >>> head_of(("বিমান", "ঘাঁটিতে")), head_of(("বাজারে",))
    ('LOC', None)
    """
    return _inflected("head", words)


def ends_in_head(base: str) -> bool:
    """Whether a name without ending ends in a head noun: not হিন্ডন বিমান ঘাঁ, to which -টিতে is added.

    Args:
        base: Canonical.
    """
    return base.endswith(tuple(f" {noun}" for noun in _kinds("head")))


@lru_cache(maxsize=1 << 16)
def _inflected(side: str, words: tuple[str, ...]) -> str | None:
    """The label of a noun that may bear an ending."""
    bases = (words[-1], *(form.base for form in inflections(words[-1])))
    nouns = (" ".join((*words[:-1], base)) for base in bases)
    return next((_kinds(side)[noun] for noun in nouns if noun in _kinds(side)), None)


def _after(tokens: Sequence[Token], rare: Sequence[bool], first: int) -> int:
    """The index after the rare words from `first` on; an ending closes the name."""
    last = first
    while last < len(tokens) and rare[last]:
        last += 1
        if inflect(tokens[last - 1].text).case is not Case.NONE:
            break
    return last if _is_name(tokens[first:last]) else first


def _before(tokens: Sequence[Token], rare: Sequence[bool], end: int) -> int:
    """The index of the first of the rare words, all without ending, before `end`."""
    first = end
    while first and rare[first - 1] and inflect(tokens[first - 1].text).case is Case.NONE:
        first -= 1
    return first if _is_name(tokens[first:end]) else end


def _is_name(words: Sequence[Token]) -> bool:
    """Whether words are as few, and one of them as long, as those of a name."""
    return len(words) <= _LONGEST_NAME and any(len(word.text) >= _SHORTEST for word in words)


@cache
def _kinds(side: str) -> Mapping[str, str]:
    """Labels by noun, of the nouns that stand on a side of the name."""
    rows = read_table(TABLE, ("noun", "side", "label", "example"), "noun", "side")
    return {row["noun"]: _label(row) for row in rows if row["side"] == side}


def _label(row: Row) -> str:
    if row["side"] not in _SIDES or row["label"] not in _LABELS:
        raise row.refuse("unknown side or label", f"Use {_SIDES} and {_LABELS}")
    return row["label"]
