"""Sentences read without the tagger: the gazetteer alone finds the names."""

from __future__ import annotations

from datetime import date

from kg.language import canonical, split_sentences
from kg.model import Article, Block, BlockKind, Case, Claim, Document, Mention, Relation
from kg.relate import relate
from kg.relate.layout import lay_out
from kg.relate.scene import Memory, Scene
from kg.resolve import appositions, resolve
from kg.world import load_world

_LABEL = {"Person": "PER", "Country": "GPE", "Place": "LOC", "Organization": "ORG"}


def document(text: str, published: date | None = date(2025, 12, 17)) -> Document:
    """A document whose mentions are what the gazetteer finds in the text."""
    world = load_world()
    article = Article("told", text, (Block(BlockKind.BODY, 0, len(text)),), published)
    sentences = split_sentences(text)
    mentions = []
    for sentence in sentences:
        for match in world.find(sentence.tokens):
            entry = world.entry(match.ids[0])
            assert entry is not None
            mentions.append(
                Mention(
                    match.begin,
                    match.end,
                    text[match.begin : match.end],
                    _LABEL[entry.entity.type.value],
                    sentence.index,
                    canonical(match.form.text),
                    match.inflection.case if match.inflection else Case.NONE,
                    match.inflection.plural,
                    "gazetteer",
                    match.ids,
                    0.9,
                )
            )
    return Document(article, sentences, tuple(mentions))


def told(text: str) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The claims and relations of a text."""
    tagged = document(text)
    world = load_world()
    return relate(tagged, resolve(tagged, world), world)


def scenes(text: str) -> tuple[Scene, ...]:
    """The sentences of a text, laid out one after the other."""
    tagged = document(text)
    world = load_world()
    resolution = resolve(tagged, world)
    entities = {e.id: e for e in resolution.entities}
    posts = appositions(tagged, resolution.links, world)
    titles = frozenset(noun for noun, role in world.roles.items() if role.person_title)
    out, memory = [], Memory()
    for sentence in tagged.sentences:
        links = [k for k in resolution.links if k.mention.sentence == sentence.index]
        beside = [(p.begin, p.person.begin) for p in posts if p.sentence == sentence.index]
        scene, memory = lay_out(sentence, links, entities, beside, memory, titles)
        out.append(scene)
    return tuple(out)


def words(scene: Scene, first: int, last: int) -> str:
    """The words of a stretch of a scene."""
    return " ".join(t.text for t in scene.tokens[first:last])
