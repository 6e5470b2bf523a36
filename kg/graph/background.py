"""What is known of the entities of a build when claims are held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.model import Entity

#: For each place, what holds it, and the articles that say so.
Holders = Mapping[str, Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Background:
    """Entities, whom people act for, and where articles locate places.

    Attributes:
        entities: By id; unknown ids stand for themselves.
        states: The countries in whose name a person acts, by the posts that articles give.
        holders: For each place what articles say to hold it, with these articles.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    states: Mapping[str, frozenset[str]] = field(default_factory=dict)
    holders: Holders = field(default_factory=dict)

    def actors(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids, with a capital or palace replaced by the state that it acts for."""
        known = ((id, self.entities.get(id)) for id in ids)
        return frozenset(e.seat_of if e and e.seat_of else id for id, e in known)

    def alike(self, a: frozenset[str], b: frozenset[str]) -> bool:
        """Whether two sides are the same, one naming a person and the other his state."""
        return a == b or self._lifted(a, b) == self._lifted(b, a)

    def _lifted(self, side: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        return frozenset(
            id if id in other else min(self.states.get(id, frozenset()) & other, default=id)
            for id in side
        )

    def nested(self, a: str, b: str) -> bool:
        """Whether two places are one, or one holds the other."""
        return a == b or a in self._around(b) or b in self._around(a)

    def _around(self, place: str) -> set[str]:
        """All that holds a place: by its own entry, else by what articles say."""
        found: set[str] = set()
        ahead = [place]
        while ahead:
            here = ahead.pop()
            entity = self.entities.get(here)
            known = {entity.located_in} if entity and entity.located_in else self.holders.get(here)
            new = set(known or ()) - found
            found |= new
            ahead.extend(new)
        return found

    def located_apart(self, place: str, articles: Iterable[str] | None = None) -> bool:
        """Whether two articles put a place into places that do not hold one another.

        Args:
            place: Its id.
            articles: Look at these articles only.
        """
        said = self.holders.get(place, {})
        wanted = None if articles is None else frozenset(articles)
        sides = {
            holder: found
            for holder, by in said.items()
            if (found := by if wanted is None else by & wanted)
        }
        return any(
            len(sides[one] | sides[two]) > 1 and not self.nested(one, two)
            for one, two in combinations(sorted(sides), 2)
        )
