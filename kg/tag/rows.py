"""Names in a row of names: of A, B ও C the one that nobody knows is what the others are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.language import inflect
from kg.language.tables import read_table
from kg.model import Case, Mention, Sentence, Token
from kg.tag.rare import free_tokens, is_rare, name_of
from kg.world import World

IN_ROW = "in-row"

_TABLE = Path(__file__).parent / "data" / "joiners.tsv"
_COMMAS = frozenset(",;।()")
_LONGEST = 4

#: States and other places stand in one row.
_LIKE = {"GPE": "LOC"}


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas or conjunctions.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        begins: The label of the mention that it begins with, if any.
        ends: The label of the mention that it ends with.
        head: Index after the rare words that it begins with.
        tail: Index of the first of the rare words that it ends with.
        joined: Whether a conjunction stands before it, and not a comma.
    """

    first: int
    last: int
    begins: str
    ends: str
    head: int
    tail: int
    joined: bool

    @property
    def whole(self) -> bool:
        """Whether it is nothing but rare words, without owners."""
        return self.first < self.head == self.last and self.first == self.tail


def add_in_rows(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], world: World
) -> tuple[Mention, ...]:
    """Adds the rare words that stand in a row with names.

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
        own = [each for each in mentions if each.sentence == sentence.index]
        for first, last, label in _names(_parts(sentence, own, world) if own else []):
            words = sentence.tokens[first:last]
            if 0 < len(words) <= _LONGEST:
                found.append(name_of(text, sentence, words, label, IN_ROW, world))
    return tuple(sorted(found, key=lambda mention: mention.begin))


def _names(parts: Sequence[_Part]) -> Iterator[tuple[int, int, str]]:
    """The rare words that are a name, and of what kind: both neighbours say so.

    Two words or more that are a part by themselves, the first of a row or its last after
    a conjunction, are a person beside one.
    """
    for index, part in enumerate(parts):
        left, right = _label(parts[:index], -1), _label(parts[index + 1 :], 1)
        if part.whole:
            label = left if left == right else "PER" if "PER" in (left, right) else ""
            if label and (left == right or _is_long(part.first, part.last)):
                yield part.first, part.last, label
        elif right == "PER" and _is_long(part.tail, part.last):
            if left == "PER" or parts[index + 1].joined or parts[index + 1].ends == "PER":
                yield part.tail, part.last, "PER"
        elif left == "PER" and part.joined and _is_long(part.first, part.head):
            yield part.first, part.head, "PER"


def _is_long(first: int, last: int) -> bool:
    return last - first > 1


def _label(parts: Sequence[_Part], step: int) -> str:
    """The label of the nearest name on one side, unknown parts passed over."""
    for part in parts[::step]:
        if not part.whole:
            return part.begins if step > 0 else part.ends
    return ""


def _parts(sentence: Sentence, mentions: Sequence[Mention], world: World) -> list[_Part]:
    tokens = sentence.tokens
    free = free_tokens(sentence, mentions)
    rare = [open_ and is_rare(t.text, world) for t, open_ in zip(tokens, free, strict=True)]
    between = _joiners() | _COMMAS
    cuts = [index for index, t in enumerate(tokens) if free[index] and t.text in between]
    begins = {each.begin: _LIKE.get(each.label, each.label) for each in mentions}
    ends = {each.end: _LIKE.get(each.label, each.label) for each in mentions}
    parts = []
    for before, last in pairwise([-1, *cuts, len(tokens)]):
        first = before + 1
        joined = first > 0 and tokens[before].text in _joiners()
        head, tail = _head(tokens, rare, first, last), _tail(tokens, rare, first, last)
        begin = begins.get(tokens[first].begin, "") if first < last else ""
        end = ends.get(tokens[last - 1].end, "") if first < last else ""
        parts.append(_Part(first, last, begin, end, head, tail, joined))
    return parts


def _head(tokens: Sequence[Token], rare: Sequence[bool], first: int, last: int) -> int:
    """The index after the rare words from `first` on; the owner of something is no name."""
    head = next((index for index in range(first, last) if not rare[index]), last)
    owners = any(_is_owner(token) for token in tokens[first:head])
    return first if owners and head < last else head


def _tail(tokens: Sequence[Token], rare: Sequence[bool], first: int, last: int) -> int:
    """The index of the first of the rare words before `last`, owners left out."""
    for index in range(last - 1, first - 1, -1):
        if not rare[index] or (index < last - 1 and _is_owner(tokens[index])):
            return index + 1
    return first


def _is_owner(token: Token) -> bool:
    return inflect(token.text).case is Case.GENITIVE


@cache
def _joiners() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(_TABLE, ("word",), "word"))
