"""Which mentions are names of something: ordinary words and roles are not."""

from __future__ import annotations

import re

from kg.language import is_ordinary
from kg.model import EntityType, Mention
from kg.resolve.tables import body_nouns, words_of
from kg.resolve.text import base_in
from kg.world import World

_LETTER = re.compile("[\u0985-\u09b9\u09ce\u09dc-\u09e1A-Za-z]")

#: The entity type of a label where the world knows no better.
TYPE_OF_LABEL = {
    "PER": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
}


def is_name(mention: Mention, world: World) -> bool:
    """Whether a mention can name an entity.

    What the world file knows is a name. Of the rest, a span of a single letter, of
    words for roles, or of words that every such body bears (নিরাপত্তা বাহিনী) is none;
    a body that has a name only with its owner's (শিক্ষা মন্ত্রণালয়) is left to `bodies`.
    A single word in the plural is no body but people of a kind (মৌলবাদীদের).

    Args:
        mention: A mention that the tagger found.
        world: The gazetteer, for the words for roles.

    Returns:
        False for times and what is no name.
    """
    if mention.label not in TYPE_OF_LABEL:
        return False
    if mention.candidates:
        return True
    if len(_LETTER.findall(mention.base)) < 2 or mention.base in body_nouns():
        return False
    if mention.base in words_of("phrase") or _is_group(mention):
        return False
    common = words_of("word") | words_of("generic")
    return not all(
        base_in(word, common) or world.role(word) is not None for word in mention.base.split()
    )


def _is_group(mention: Mention) -> bool:
    return mention.label == "ORG" and mention.plural and " " not in mention.base


def is_common(mention: Mention, parts: frozenset[str]) -> bool:
    """Whether a tagger took a single ordinary word for a name.

    Args:
        mention: A mention.
        parts: The words of the longer names in the article: a surname that is also an
            ordinary word (বিশ্বাস) is a name beside the full one.

    Returns:
        True for a word that no entry of the world is called.
    """
    if mention.candidates or " " in mention.base or mention.base in parts:
        return False
    return is_ordinary(mention.base)


def without_titles(name: str, world: World) -> str:
    """A person's name without words for posts and titles around it.

    Args:
        name: Canonical, without case ending.
        world: The gazetteer, for the words for roles.

    Returns:
        What is left, which is the name itself when it holds nothing but titles.
    """
    words = name.split()
    while len(words) > 1 and _is_title(words[0], world):
        words = words[1:]
    while len(words) > 1 and _is_title(words[-1], world):
        words = words[:-1]
    return " ".join(words)


def _is_title(word: str, world: World) -> bool:
    role = world.roles.get(word)
    return role is not None and (role.person_title or role.modifier)
