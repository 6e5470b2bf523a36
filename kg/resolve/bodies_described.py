"""Bodies of a state that is not named but described: দেশটির নৌবাহিনী."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Case, Document, Entity, EntityType, Link, MentionType
from kg.resolve.bodies import body_entity, phrases
from kg.resolve.text import lines
from kg.world import World


def bodies_of_described(
    document: Document, links: Sequence[Link], entities: Mapping[str, Entity], world: World
) -> tuple[tuple[Link, ...], Mapping[str, Entity]]:
    """The bodies that stand after a description of their state.

    Args:
        document: The article.
        links: Its names, pronouns and described names.
        entities: What they refer to, by id.
        world: The gazetteer.

    Returns:
        The new links, no surer than who the state is, and the bodies by id.
    """
    found: dict[str, Entity] = {}
    made: list[Link] = []
    for line in lines(document, links):
        for owner, mention, body in phrases(document, line):
            if owner is None or owner.type is MentionType.NAME or len(owner.entities) != 1:
                continue
            state = entities.get(owner.entities[0])
            if state is None or state.type is not EntityType.COUNTRY:
                continue
            if body.owner is not EntityType.COUNTRY or owner.mention.case is not Case.GENITIVE:
                continue
            entity = body_entity(state, body, f"{state.label_bn} {body.noun}", world)
            found.setdefault(entity.id, entity)
            sure = min(0.7, owner.confidence)
            made.append(Link(mention, (entity.id,), MentionType.NAME, "body-of-described", sure))
    return tuple(made), found
