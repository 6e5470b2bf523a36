"""Names that stand right after a post or title: what the model does not know it misses.

Foreign names are rare words, of which the model has seen none. News introduces people by
what they are, though, and after মুখপাত্র or মহাপরিচালক (ডিজি) words that are no ordinary ones
are a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language import inflect, is_reporting
from kg.model import Case, Mention, RoleType, Sentence, Token
from kg.tag.rare import free_tokens, is_rare, name_of
from kg.world import Role, World

INTRODUCED = "after-post"

#: How many words a post has at most, a bracket after it, and a name.
_LONGEST_POST, _BRACKET, _LONGEST_NAME = 4, 3, 4

#: A single word has to be as long as this.
_SHORTEST = 4


def add_introduced(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], world: World
) -> tuple[Mention, ...]:
    """Adds the persons whom a post or title introduces, and the first words of their names.

    Args:
        text: The article's text.
        sentences: Its sentences.
        mentions: Its mentions so far, by offset.
        world: The gazetteer, for words for posts.

    Returns:
        All mentions by offset; a name of which only the end was found is whole now.
    """
    by_begin = {mention.begin: mention for mention in mentions}
    for sentence in sentences:
        tokens = sentence.tokens
        for first, last in _names(tokens, free_tokens(sentence, mentions), world):
            whole = by_begin.get(tokens[last].begin) if last < len(tokens) else None
            if whole is not None and whole.label == "PER":
                by_begin[whole.begin] = _widened(text, tokens[first:last], whole)
            elif last - first > 1 or _is_certain(tokens, first):
                name = name_of(text, sentence, tokens[first:last], "PER", INTRODUCED, world)
                by_begin[name.begin] = name
    return tuple(sorted(by_begin.values(), key=lambda mention: mention.begin))


def _names(
    tokens: Sequence[Token], free: Sequence[bool], world: World
) -> Iterator[tuple[int, int]]:
    """Index of the first word of a name, and the index after the last that is not found yet."""
    end = 0
    while end < len(tokens):
        end += 1
        if not free[end - 1] or _post(tokens, end, world) is None:
            continue
        first = _after_bracket(tokens, end)
        while first < len(tokens) and _is_title(tokens[first].text, world):
            first += 1
        last = _name_end(tokens, free, first, world)
        if first < last <= first + _LONGEST_NAME:
            yield first, last
            end = last - 1


def _post(tokens: Sequence[Token], end: int, world: World) -> Role | None:
    """The post or abbreviated title, without ending, whose last word is before an index.

    An emir is no ambassador: a word for a ruler after another post is a first name.
    """
    for first in range(max(0, end - _LONGEST_POST), end):
        words = " ".join(token.text for token in tokens[first:end])
        role = world.role_without_ending(words)
        if role is None or role.modifier or role.former:
            continue
        if role.honorific:
            return role if words.endswith(".") else None
        ruler = role.role_type is RoleType.HEAD_OF_STATE
        return None if ruler and first and _post(tokens, first, world) else role
    return None


def _is_title(word: str, world: World) -> bool:
    role = world.roles.get(word)
    return role is not None and role.honorific


def _after_bracket(tokens: Sequence[Token], at: int) -> int:
    """The index after a short bracket: মহাপরিচালক (ডিজি) টিম ডেভি."""
    if at < len(tokens) and tokens[at].text == "(":
        for last in range(at + 2, min(at + _BRACKET + 2, len(tokens))):
            if tokens[last].text == ")":
                return last + 1
    return at


def _name_end(tokens: Sequence[Token], free: Sequence[bool], first: int, world: World) -> int:
    """The index after the last word from `first` on that may belong to a name."""
    last = first
    while last < len(tokens) and free[last] and _may_be_name(tokens, last, first, world):
        last += 1
        if inflect(tokens[last - 1].text).case is Case.OBJECTIVE:
            break
    return last


def _may_be_name(tokens: Sequence[Token], at: int, first: int, world: World) -> bool:
    word = tokens[at].text
    role = world.role(word)
    if role is not None:
        return at == first and role.role_type is RoleType.HEAD_OF_STATE
    return is_rare(word, world)


def _is_certain(tokens: Sequence[Token], first: int) -> bool:
    """Whether a single word is who says or suffers something: নেতা সিসি বলেন."""
    word = tokens[first].text
    speaks = first + 1 < len(tokens) and is_reporting(tokens[first + 1].text)
    return len(word) >= _SHORTEST and (speaks or inflect(word).case is Case.OBJECTIVE)


def _widened(text: str, before: Sequence[Token], name: Mention) -> Mention:
    words = " ".join(token.text for token in before)
    begin = before[0].begin
    return replace(name, begin=begin, text=text[begin : name.end], base=f"{words} {name.base}")
