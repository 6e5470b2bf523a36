"""Names that go on with a noun for what they are, or a number: টেকনাফ থানা, ঢাকা-৮."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from kg.model import Case, Mention, Sentence
from kg.tag.kinds import ends_in_head, head_of
from kg.tag.rare import free_tokens, name_of
from kg.world import World

GOES_ON = "goes-on"

#: How many words such a noun has at most: বিমান ঘাঁটি.
_LONGEST = 2

#: Seats of parliament are numbered; a body's name after it has the number for its own.
_NUMBER = regex.compile(r"[-\u2010-\u2013]\p{Nd}{1,2}(?!\p{Nd})")


def go_on(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], world: World
) -> tuple[Mention, ...]:
    """The mentions, those before a head noun with it: what is in Teknaf is not Teknaf.

    Args:
        text: The article's text.
        sentences: Its sentences.
        mentions: Its mentions so far, by offset.
        world: The gazetteer, for names that it lists whole.

    Returns:
        As many mentions, in the same order.
    """
    longer: dict[Mention, Mention] = {}
    for sentence in sentences:
        own = [each for each in mentions if each.sentence == sentence.index]
        for mention, last, label in _going_on(sentence, own):
            words = [t for t in sentence.tokens[:last] if t.begin >= mention.begin]
            longer[mention] = name_of(text, sentence, words, label, GOES_ON, world, ends_in_head)
        longer |= {each: seat for each in own if (seat := _seat(text, each, own))}
    return tuple(longer.get(each, each) for each in mentions)


def _going_on(
    sentence: Sentence, mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, int, str]]:
    """Mentions with the index after the head noun that follows, and what both name."""
    free = free_tokens(sentence, mentions)
    tokens = sentence.tokens
    ending = {each.end: each for each in mentions if _may_go_on(each)}
    for at, (before, _) in enumerate(pairwise(tokens), 1):
        mention = ending.get(before.end)
        for last in range(at + 1, min(at + _LONGEST, len(tokens)) + 1) if mention else ():
            label = head_of(tuple(token.text for token in tokens[at:last]))
            if mention is not None and label and all(free[at:last]):
                yield mention, last, label
                break


def _may_go_on(mention: Mention) -> bool:
    """A name without ending, but of no state: মার্কিন বিমানঘাঁটি is any base of theirs."""
    state = mention.label == "GPE" or any(c.startswith("country/") for c in mention.candidates)
    return mention.case is Case.NONE and mention.label in {"LOC", "ORG"} and not state


def _seat(text: str, place: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The seat of parliament that a place with a number after it names (ঢাকা-৮)."""
    number = _NUMBER.match(text, place.end) if place.label == "LOC" else None
    if number is None or any(each.begin == number.end() + 1 for each in mentions):
        return None
    return replace(
        place,
        end=number.end(),
        text=text[place.begin : number.end()],
        base=f"{place.base}{number.group()}",
        found_by=GOES_ON,
        candidates=(),
    )
