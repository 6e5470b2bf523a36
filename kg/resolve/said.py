"""What a user has said of who is who, carried out in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.appositions import Apposition
from kg.resolve.names import Named
from kg.resolve.namesakes import renamed
from kg.world import World


def as_said(
    named: Named, posts: Sequence[Apposition], world: World
) -> tuple[Named, tuple[Apposition, ...]]:
    """Gives what a user calls the same thing one id.

    Args:
        named: The names of an article.
        posts: The posts beside them.
        world: The gazetteer with what the user has said.

    Returns:
        Both with the ids that stand; what the gazetteer lists is as it lists it.
    """
    ids = {id_: world.verdicts.standing(id_) for id_ in named.entities}
    if all(id_ == new for id_, new in ids.items()):
        return named, tuple(posts)
    names, kept = renamed(named, posts, ids)
    entities = {
        id_: entry.entity if (entry := world.entry(id_)) is not None else entity
        for id_, entity in names.entities.items()
    }
    return replace(names, entities=entities), kept
