"""Spellings of one name, and ids that are a function of the name alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.language import canonical, name_similarity, romanise
from kg.model import EntityType
from kg.resolve.tables import spellings

_NOT_SLUG = re.compile("[^a-z0-9]+")
_SEPARATORS = re.compile("[\\s\u2010-\u2015\u2212_'\u2018\u2019.-]+")

_FEMALE = re.compile("[\u09be\u09bf]")
_SHORTEST_RESPELLED = 5
_SAME_WORD = 0.9


@lru_cache(maxsize=1 << 14)
def spelling_key(name: str) -> str:
    """The name with letters that Bengali spelling confuses written one way.

    Args:
        name: A name in any script, without case ending.

    Returns:
        Its words in the spelling that stands for all, joined by single spaces.

    >>> spelling_key("শামীম-রহমান") == spelling_key("সামিম রহমান")
    True
    >>> spelling_key("দাস") == spelling_key("বিশ্বাস")
    False
    """
    key = _SEPARATORS.sub(" ", canonical(name)).strip().casefold()
    for confused, standing in spellings():
        key = key.replace(confused, standing)
    return key


def alike(one: str, other: str) -> bool:
    """Whether two words of names are equal, or spellings of one.

    One letter may differ, or two stand in the wrong order; but the first letter (রফিক,
    শফিক), any letter of a short name, and a vowel at the end, which makes a woman's name
    of a man's (খালেদ, খালেদা), tell two names apart.

    Args:
        one: A word in the spelling that `spelling_key` gives.
        other: Another one.

    Returns:
        True for অ্যাড্রিয়েন and অ্যাড্রিয়ান.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_RESPELLED or short[0] != long[0]:
        return False
    if _FEMALE.fullmatch(long, len(short)):
        return False
    return OSA.distance(short, long) == 1 and name_similarity(short, long) >= _SAME_WORD


def new_id(kind: EntityType, name: str) -> str:
    """The id of an entity that the world file does not have.

    Args:
        kind: Its type, which is the first part of the path.
        name: Its full name.

    Returns:
        For instance `person/adrien-oyatson`.
    """
    key = spelling_key(name)
    latin = slug(romanise(key)) or "-".join(f"{ord(letter):x}" for letter in key)
    return f"{kind.value.lower()}/{latin}"


@lru_cache(maxsize=1 << 14)
def type_of(id_: str) -> EntityType:
    """The type of an entity, which is the first part of its id.

    >>> type_of("person/vladimir-putin")
    <EntityType.PERSON: 'Person'>
    """
    return EntityType(id_.partition("/")[0].capitalize())


def slug(latin: str) -> str:
    """The part of an id that a name in Latin letters gives.

    >>> slug("Lula da Silva")
    'lula-da-silva'
    """
    plain = unicodedata.normalize("NFKD", latin).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_SLUG.sub("-", letters).strip("-")
