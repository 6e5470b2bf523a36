"""The order of the steps that find who is who in an article."""

from __future__ import annotations

from kg.model import Document, Resolution
from kg.resolve.appositions import appositions
from kg.resolve.bodies_described import bodies_of_described
from kg.resolve.coreference import corefer
from kg.resolve.kin import link_kin
from kg.resolve.names import link_names
from kg.resolve.namesakes import told_apart
from kg.resolve.said import as_said
from kg.world import World


def resolve(document: Document, world: World) -> Resolution:
    """Finds who and what the mentions of an article are, pronouns included.

    Only the article itself is looked at: the same name gets the same id in every
    article, and no other article changes it.

    Args:
        document: The article with sentences and name mentions.
        world: The gazetteer.

    Returns:
        The entities by id and the links by offset; a mention that could refer to
        several things has no link.
    """
    named = link_names(document, world)
    posts = appositions(document, named.links, world)
    named, posts = told_apart(document, named, posts, world)
    named, posts = as_said(named, posts, world)
    links, more = corefer(document, named, posts, world)
    entities = {**named.entities, **more}
    of_described, bodies = bodies_of_described(document, (*named.links, *links), entities, world)
    entities |= bodies
    kin = link_kin(document, (*named.links, *links), world)
    return Resolution(
        tuple(entities[id_] for id_ in sorted(entities)),
        tuple(
            sorted(
                (*named.links, *links, *of_described, *kin),
                key=lambda link: (link.mention.begin, link.mention.end),
            )
        ),
    )
