"""The values of the gazetteer: entries with their forms and positions, roles, matches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model import Entity, Inflection, RoleType


class FormKind(StrEnum):
    """What a form is to its entry.

    `NAME` is a full or established name; `SHORT` alone means the entry in
    international news; `GIVEN` is a part of a name that counts only when the article
    also has the full name; `ADJECTIVE` is the word for what belongs to a country.
    """

    NAME = "name"
    SHORT = "short"
    GIVEN = "given"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Position:
    """A post that a person holds or held.

    Attributes:
        person: Id of the person.
        of: Id of the country or organisation.
        begin: First day, when known; `end` the last, absent when still held.
        source: Key of a row of `data/sources.md`.
    """

    person: str
    role_bn: str
    role_en: str
    role_type: RoleType
    of: str
    begin: date | None
    end: date | None
    source: str

    def held_on(self, day: date) -> bool:
        """Whether the post was held on a day, as far as its dates are known."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Form:
    """A canonical string that names an entry.

    `cautious` forms are also ordinary words or common names: they count only where
    something else speaks for the entry.
    """

    text: str
    kind: FormKind
    cautious: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity of the world with the forms that name it and the posts it holds."""

    entity: Entity
    forms: tuple[Form, ...]
    positions: tuple[Position, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a row of tokens.

    Attributes:
        first: Index of the first token; `last` the index after the last one.
        begin: Offset in the original; `end` likewise, case ending included. Both may
            lie inside a token (কিম-পুতিন holds two matches).
        form: The form; where entries disagree on its kind, that of the first id.
        inflection: The last word taken apart.
        ids: Every entry that the form names, the most likely first.
    """

    first: int
    last: int
    begin: int
    end: int
    form: Form
    inflection: Inflection
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A word or words for a post, a title or what modifies them.

    Attributes:
        noun: Canonical, without ending.
        role_type: The kind of position it gives (`OTHER` for titles and modifiers).
        role_en: English for it.
        person_title: True when it stands before or after a person's name and is no
            part of the name.
        honorific: True for titles that are no post (ড., কমরেড).
        modifier: True for words before a post (ভারপ্রাপ্ত, সাবেক).
        former: True for modifiers that say the post is over (সাবেক).
    """

    noun: str
    role_type: RoleType
    role_en: str = ""
    person_title: bool = True
    honorific: bool = False
    modifier: bool = False
    former: bool = False
