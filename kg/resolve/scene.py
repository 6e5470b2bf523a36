"""What is known at the place in an article where an anaphor stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Case, EntityType, Link, Mention, RoleType
from kg.resolve.appositions import Apposition
from kg.resolve.keys import type_of
from kg.resolve.known import form_of
from kg.resolve.spans import Spans
from kg.world import FormKind, World

_HEADS = frozenset({RoleType.HEAD_OF_STATE, RoleType.HEAD_OF_GOVERNMENT})

#: The ids of entities that are taken up, and how sure that is.
Found = tuple[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where an anaphor stands.

    Attributes:
        before: Links before it in reading order, names and anaphors.
        after: Names after it in its sentence.
        leaders: The two leaders, or people, whom the whole article names most.
        states: The two states that it names most.
        quotes: Spans of quotations.
        cases: The case of each name, that of its whole row where it is one of several.
        world: The gazetteer.
        talker: Who speaks, where the anaphor is the subject of a verb of speech, or which
            state or body tells what তারা stands in; empty where that one has no name, None
            where nobody speaks.
    """

    before: Sequence[Link]
    after: Sequence[Link]
    leaders: Found | None
    states: Found | None
    quotes: Spans
    cases: Mapping[Mention, Case]
    world: World
    talker: tuple[str, ...] | None = None
    unnamed: frozenset[int] = frozenset()

    def type_of(self, link: Link) -> EntityType:
        """The type of what a link refers to."""
        return type_of(link.entities[0])

    def case_of(self, link: Link) -> Case:
        """The case of a name, that of its whole row where it is one of several."""
        return self.cases.get(link.mention, link.mention.case)

    def subjects(self, links: Sequence[Link], types: frozenset[EntityType]) -> list[Link]:
        """The links of some types that stand in the nominative."""
        return [
            link
            for link in links
            if self.type_of(link) in types and self.case_of(link) is Case.NONE
        ]

    def is_adjective(self, link: Link) -> bool:
        """Whether a name is the word for what belongs to a state (রুশ)."""
        form = form_of(link.entities[0], link.mention.base, self.world)
        return form.kind is FormKind.ADJECTIVE

    def in_case(self, links: Sequence[Link], case: Case) -> list[Link]:
        """The links to persons that stand in a case."""
        return [
            link
            for link in links
            if self.type_of(link) is EntityType.PERSON and self.case_of(link) is case
        ]

    def within(self, sentence: int, links: Sequence[Link] | None = None) -> list[Link]:
        """The links before the anaphor that stand in a sentence."""
        source = self.before if links is None else links
        return [link for link in source if link.mention.sentence == sentence]


def two_leaders(names: Sequence[Link], posts: Iterable[Apposition], world: World) -> Found | None:
    """The two heads of states whom an article names most, else its two persons.

    Args:
        names: The names of the article.
        posts: The posts beside them.
        world: The gazetteer, for the posts that are known.

    Returns:
        Both, or None where a third is named as often.
    """
    heads = {post.person_id for post in posts if post.role_type in _HEADS and not post.former}
    counts = _counts(names, EntityType.PERSON)
    of_heads = Counter(
        {id_: count for id_, count in counts.items() if id_ in heads or _is_head(id_, world)}
    )
    return _top_two(of_heads if len(of_heads) > 1 else counts, 0.7)


def two_states(names: Sequence[Link]) -> Found | None:
    """The two states that an article names most, as `two_leaders`."""
    return _top_two(_counts(names, EntityType.COUNTRY), 0.6)


def _is_head(id_: str, world: World) -> bool:
    entry = world.entry(id_)
    return entry is not None and any(each.role_type in _HEADS for each in entry.positions)


def _counts(names: Sequence[Link], kind: EntityType) -> Counter[str]:
    of_kind = (link for link in names if type_of(link.entities[0]) is kind)
    return Counter(id_ for link in of_kind for id_ in link.entities)


def _top_two(counts: Counter[str], sure: float) -> Found | None:
    """The two highest counts, if the third is lower."""
    top = sorted(counts, key=lambda id_: (-counts[id_], id_))
    if len(top) < 2 or (len(top) > 2 and counts[top[1]] == counts[top[2]]):
        return None
    return tuple(sorted(top[:2])), sure if len(top) == 2 else sure - 0.1
