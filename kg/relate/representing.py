"""Who acts for whom: the leader or body of a state, told apart from it only by the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import SYMMETRIC, Claim, Entity, Relation
from kg.relate.echoes import REACH, bases
from kg.relate.frames import VERBAL
from kg.relate.merge import states_of

#: What stands between somebody and the state or body for which he acts.
STANDING = frozenset({"holdsPosition", "partOf"})


@dataclass(frozen=True, slots=True)
class Standing:
    """For whom each entity acts, as far as the article says, and where a story breaks off.

    Attributes:
        holders: The states and bodies for which each acts.
        breaks: Sentences that go back to another time or turn to another matter.
        states: Gives ids, a capital as the state it stands for.
    """

    holders: Mapping[str, frozenset[str]]
    breaks: frozenset[int]
    states: Callable[[Iterable[str]], frozenset[str]]

    def one(self, a: frozenset[str], b: frozenset[str]) -> bool:
        """Whether one side is the other or acts for it.

        Args:
            a: Who acts.
            b: Who acts in another sentence.
        """
        return a == b or self._acts_for(a, b) or self._acts_for(b, a)

    def _acts_for(self, a: frozenset[str], b: frozenset[str]) -> bool:
        return bool(a) and all(self.holders.get(e, frozenset()) & b for e in a)

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether what is told of a person or body is told of his state as well.

        It is said near by with the same word, to or of the same or nobody. What somebody
        says remains his own: a minister's blame is not one with his government's.

        Args:
            a: A claim.
            b: A claim of a later sentence.
        """
        here = b.evidence[0].sentence
        near = any(0 < here - e.sentence <= REACH for e in a.evidence)
        agents = self.states(a.agent), self.states(b.agent)
        others = self.states(a.recipient), self.states(b.recipient)
        if a.event_type in SYMMETRIC | VERBAL or agents[0] == agents[1] or not self.one(*agents):
            return False
        if agents[1] < agents[0]:
            # Both were joined before: one of them alone is the same again.
            return others[1] <= others[0] or not others[0]
        if not near or here in self.breaks:
            return False
        named = bases(a.trigger.split(maxsplit=1)[0]) & bases(b.trigger.split(maxsplit=1)[0])
        return bool(named) and (not all(others) or self.one(*others))


def standing(
    relations: Iterable[Relation], entities: Mapping[str, Entity], breaks: frozenset[int]
) -> Standing:
    """For whom each entity acts by what the article says.

    Args:
        relations: What the article says stands.
        entities: Its entities by id.
        breaks: Sentences that go back or turn to another matter.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for r in relations:
        if r.predicate in STANDING:
            holders[r.subject].add(r.object)
    for subject in list(holders):
        holders[subject] |= {far for near in holders[subject] for far in holders.get(near, ())}
    found = {subject: frozenset(held) for subject, held in holders.items()}
    return Standing(found, breaks, states_of(entities))
