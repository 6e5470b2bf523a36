"""Stable ids: a function of a name alone, the same for spellings that differ in little."""

from __future__ import annotations

import re
import unicodedata

from kg.language import canonical, romanise
from kg.model import EntityType
from kg.resolve.tables import spellings

_NOT_SLUG = re.compile("[^a-z0-9]+")
_SEPARATORS = re.compile("[\\s\u2010-\u2015\u2212_'\u2018\u2019.-]+")


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


def new_id(kind: EntityType, name: str) -> str:
    """The id of an entity that the world file does not have.

    Args:
        kind: Its type, which is the first part of the path.
        name: Its full name.

    Returns:
        For instance `person/adrien-oyatson`.
    """
    key = spelling_key(name)
    slug = _slug(romanise(key)) or "-".join(f"{ord(letter):x}" for letter in key)
    return f"{kind.value.lower()}/{slug}"


def _slug(latin: str) -> str:
    plain = unicodedata.normalize("NFKD", latin).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_SLUG.sub("-", letters).strip("-")
