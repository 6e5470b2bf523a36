"""The relation layer's one step: a document and its links to claims and relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.language import canonical, find_times
from kg.model import (
    Claim,
    Document,
    Entity,
    Link,
    Relation,
    Resolution,
    Sentence,
    TimeExpression,
)
from kg.relate.blaming import read_blame
from kg.relate.chains import Anchor, chained, going_on
from kg.relate.deontic import read_appeals
from kg.relate.disowning import read_denials
from kg.relate.echoes import Echo, read_echoes
from kg.relate.engine import Context, read_scene
from kg.relate.joining import Article, join
from kg.relate.layout import lay_out
from kg.relate.newsday import NewsDay, read_news_day
from kg.relate.occasions import Occasion, read_occasions
from kg.relate.relations import read_relations
from kg.relate.retold import retold
from kg.relate.scene import Memory, Scene
from kg.relate.timing import past_of
from kg.resolve import Apposition, appositions
from kg.world import World

#: What reads acts of a speaker that no word names.
UNNAMED = (read_appeals, read_denials, read_blame)

#: Share of the mentions of countries that makes one the article's own.
HOME = 0.75


def relate(
    document: Document, resolution: Resolution, world: World
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """Read the claims and the standing relations of one article.

    Args:
        document: The article with its sentences.
        resolution: Its entities and links.
        world: The gazetteer, for adjectives and for what is part of what.

    Returns:
        Claims in order of their first sentence, one per happening; relations likewise.
    """
    entities = {e.id: e for e in resolution.entities}
    posts = appositions(document, resolution.links, world)
    scenes = _scenes(document, resolution.links, entities, posts, _titles(world))
    claims: list[Claim] = []
    echoes: list[Echo] = []
    occasions: list[Occasion] = []
    days: list[NewsDay] = []
    anchor: Anchor | None = None
    published = document.article.published
    # Who did each kind of event so far, each party once, in order.
    agents: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for scene in scenes:
        times = _times(document, scene.sentence, past_of(scene.domains))
        gone, ahead = (_times(document, scene.sentence, p) if times else () for p in (True, False))
        gone = going_on(gone, anchor, scene.sentence.index, published)
        done = {event: one for event, (one, *more) in agents.items() if not more}
        words = _adjectives(world)
        context = Context(entities, words, times, gone, ahead, published, done, tuple(claims))
        own = retold(scene, read_scene(scene, context), claims, echoes, entities, world)
        echoes += read_echoes(scene, context, own) if times or scene.chunks else ()
        occasions += read_occasions(scene, context, tuple(occasions))
        own += tuple(claim for read in UNNAMED for claim in read(scene, context, own))
        told, anchor = chained(scene, own, context, anchor)
        for event, agent in ((c.event_type, c.agent) for c in told if c.agent):
            agents[event].setdefault(agent)
        days += read_news_day(scene, context)
        claims += told
    relations = read_relations(scenes, posts, entities, world)
    article = Article(scenes, relations, entities, world, published)
    return join(claims, echoes, occasions, days, article), relations


def _scenes(
    document: Document,
    links: Sequence[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[Apposition],
    titles: frozenset[str],
) -> tuple[Scene, ...]:
    home = _home(links)
    linked: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        linked[link.mention.sentence].append(link)
    beside: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for post in posts:
        beside[post.sentence].append((post.begin, post.person.begin))
    scenes: list[Scene] = []
    memory = Memory()
    for sentence in document.sentences:
        own, held = linked[sentence.index], beside[sentence.index]
        scene, memory = lay_out(sentence, own, entities, held, memory, titles, home)
        if scene.back and scenes:
            scenes[-1] = _on_the_word_of(scene.back, scenes[-1])
        scenes.append(replace(scene, last=scenes[-1].sentence if scenes else None))
    return tuple(scenes)


def _on_the_word_of(speaker: tuple[str, ...], scene: Scene) -> Scene:
    """A sentence that stands on nobody's word yet, on that of who is named after it."""
    return replace(scene, speakers=tuple(own or speaker for own in scene.speakers))


def _home(links: Iterable[Link]) -> str | None:
    """The country that most mentions of countries are of: its police is "the police"."""
    named = Counter(e for k in links for e in k.entities if e.startswith("country/"))
    (country, times), *_ = named.most_common(1) or [("", 0)]
    return country if times > 1 and times >= HOME * named.total() else None


def _times(document: Document, sentence: Sentence, past: bool | None) -> tuple[TimeExpression, ...]:
    article = document.article
    text = article.text[sentence.begin : sentence.end]
    return find_times(text, article.published, sentence.begin, past)


@cache
def _adjectives(world: World) -> frozenset[str]:
    return frozenset(
        canonical(f.text) for e in world.entries for f in e.forms if f.kind == "adjective"
    )


@cache
def _titles(world: World) -> frozenset[str]:
    return frozenset(noun for noun, role in world.roles.items() if role.person_title)
