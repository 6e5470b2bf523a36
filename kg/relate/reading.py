"""The relation layer's one step: a document and its links to claims and relations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.language import canonical, find_times
from kg.model import Claim, Document, Entity, Link, Relation, Resolution, Sentence, TimeExpression
from kg.relate.engine import Context, read_scene
from kg.relate.merge import merge_claims
from kg.relate.scene import Memory, Scene, lay_out
from kg.relate.status import past_of
from kg.relate.triggers import silent_verbs
from kg.world import World


def relate(
    document: Document, resolution: Resolution, world: World
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """Read the claims and the standing relations of one article.

    Args:
        document: The article with its sentences.
        resolution: Its entities and links.
        world: The gazetteer, for adjectives and containment.

    Returns:
        Claims in order of their first sentence, one per happening; relations likewise.
    """
    entities = {e.id: e for e in resolution.entities}
    claims: list[Claim] = []
    memory = Memory()
    block = -1
    adjectives = _adjectives(world)
    for sentence in document.sentences:
        if sentence.block != block and not memory.quoting:
            memory = Memory(memory.subject, memory.speaker, quoted=memory.quoted)
        block = sentence.block
        links = [k for k in resolution.links if k.mention.sentence == sentence.index]
        scene, memory = lay_out(sentence, links, entities, (), memory, silent_verbs())
        context = Context(entities, adjectives, _times(document, sentence, scene))
        claims += read_scene(scene, context)
    return merge_claims(claims, entities), ()


def _times(document: Document, sentence: Sentence, scene: Scene) -> tuple[TimeExpression, ...]:
    article = document.article
    text = article.text[sentence.begin : sentence.end]
    return find_times(text, article.published, sentence.begin, past_of(scene.domains))


@cache
def _adjectives(world: World) -> frozenset[str]:
    return frozenset(
        canonical(f.text) for e in world.entries for f in e.forms if f.kind == "adjective"
    )
