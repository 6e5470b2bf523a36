"""Words that the model has not seen, which are names where the words around them say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import regex

from kg.language import compound_head, inflect, is_ordinary
from kg.model import Mention, Sentence, Token
from kg.world import World

#: Below the model's own certainty: what is rare need not be a name.
_SCORE = 0.6

_WORD = regex.compile(r"[\u0980-\u09ff\u200c\u200d.-]*[\u0980-\u09ff]")
_DIGIT = regex.compile(r"\p{N}")


@lru_cache(maxsize=1 << 16)
def is_rare(word: str, world: World) -> bool:
    """Whether a word may belong to a name that nobody knows.

    Args:
        word: Canonical.
        world: The gazetteer, for words for posts.

    Returns:
        True for Bengali letters that are no ordinary word, no post and no description.
    """
    letters = _WORD.fullmatch(word) is not None and not _DIGIT.search(word)
    plain = letters and not is_ordinary(word) and not compound_head(word)
    return plain and world.role(word) is None


def free_tokens(sentence: Sentence, mentions: Iterable[Mention]) -> list[bool]:
    """For each token of a sentence whether no mention touches it."""
    taken = {
        place
        for each in mentions
        if each.sentence == sentence.index
        for place in range(each.begin, each.end)
    }
    return [taken.isdisjoint(range(token.begin, token.end)) for token in sentence.tokens]


def name_of(
    text: str,
    sentence: Sentence,
    words: Sequence[Token],
    label: str,
    rule: str,
    world: World,
    ends: Callable[[str], bool] = lambda base: False,
) -> Mention:
    """The mention that some words of a sentence make.

    Args:
        text: The article's text.
        sentence: The sentence.
        words: Its tokens that are the name, the last with or without ending.
        label: What is named.
        rule: What found it.
        world: The gazetteer, for names that end like an inflected word.
        ends: Whether names may end as a base does, where that is known.
    """
    begin, end = words[0].begin, words[-1].end
    name = inflect(
        " ".join(word.text for word in words), lambda base: bool(world.named(base)) or ends(base)
    )
    return Mention(
        begin=begin,
        end=end,
        text=text[begin:end],
        label=label,
        sentence=sentence.index,
        base=name.base,
        case=name.case,
        plural=name.plural,
        found_by=rule,
        candidates=world.named(name.base),
        score=_SCORE,
    )
