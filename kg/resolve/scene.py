"""What is known at the place in an article where an anaphor stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Case, Entity, EntityType, Link, Mention
from kg.resolve.appositions import Apposition
from kg.resolve.keys import type_of
from kg.resolve.known import form_of
from kg.world import FormKind, World


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where an anaphor stands.

    Attributes:
        before: Links before it in reading order, names and anaphors.
        after: Names after it in its sentence.
        all_names: The names of the whole article.
        entities: Its entities by id.
        posts: The posts beside names.
        quotes: Spans of quotations.
        cases: The case of each name, that of its whole row where it is one of several.
        world: The gazetteer.
    """

    before: Sequence[Link]
    after: Sequence[Link]
    all_names: Sequence[Link]
    entities: Mapping[str, Entity]
    posts: Sequence[Apposition]
    quotes: Sequence[tuple[int, int]]
    cases: Mapping[Mention, Case]
    world: World

    def type_of(self, link: Link) -> EntityType:
        """The type of what a link refers to."""
        return type_of(link.entities[0])

    def subjects(self, links: Sequence[Link], types: frozenset[EntityType]) -> list[Link]:
        """The links of some types that stand in the nominative."""
        return [
            link
            for link in links
            if self.type_of(link) in types
            and self.cases.get(link.mention, link.mention.case) is Case.NONE
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
            if self.type_of(link) is EntityType.PERSON
            and self.cases.get(link.mention, link.mention.case) is case
        ]

    def within(self, sentence: int, links: Sequence[Link] | None = None) -> list[Link]:
        """The links before the anaphor that stand in a sentence."""
        source = self.before if links is None else links
        return [link for link in source if link.mention.sentence == sentence]
