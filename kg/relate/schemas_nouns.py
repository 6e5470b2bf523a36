"""What markers.toml must hold: what stands around a name and says its role."""

from __future__ import annotations

from kg.model import Case
from kg.relate.schemas import Phrases, Strict, WordList, Words


class Marker(Strict):
    """Postpositions of one role, and the cases that the name before them may have."""

    marker: str
    words: Phrases
    after: frozenset[Case]


class Representatives(Strict):
    """Nouns after a name: who acts for it, and what only belongs to it."""

    authorities: Phrases
    enforcers: Words
    counting: Words

    nouns: Phrases
    things: Phrases
    grounds: Words
    vehicles: Words
    carrying: Words
    weapons: Words
    forces: Words
    plural: Words


class Company(Strict):
    """Words that add a name to others, or others to a name."""

    words: Words
    closing: Words


class Detached(Strict):
    """Case endings written as words of their own."""

    genitive: Words
    objective: Words
    joint: Words

    def ends(self, words: tuple[str, ...]) -> bool:
        """Whether an object ends so after a bracket: (…)-কে.

        Args:
            words: The two tokens after it.
        """
        return len(words) > 1 and words[0] in self.joint and words[1] in self.objective


class Relatives(Strict):
    """What the one is to the other, see `[relatives]` in markers.toml."""

    nouns: Words
    whose: Words
    close: Words


class Compounds(Strict):
    """Nouns that a name before them belongs to, see `[compounds]` in markers.toml."""

    wars: Words
    affairs: Words
    buildings: Words
    banned: Words


class Sites(Strict):
    """Nouns of places and words around a place's name, see `[sites]` in markers.toml."""

    nouns: Words
    buildings: Words
    regions: Words
    capital: Words
    lying: Words
    custody: Words
    dwelling: Words
    envoys: Words
    gatherings: Words
    interviews: Words
    audience: Words


class NounWords(Strict):
    """markers.toml: what stands around a name and says its role."""

    marker: tuple[Marker, ...]
    representatives: Representatives
    conjunctions: WordList
    relatives: Relatives
    compounds: Compounds
    clock: WordList
    company: Company
    detached: Detached
    distance: WordList
    sites: Sites
    state: WordList


# ---------------------------------------------------------------- verbs.toml
