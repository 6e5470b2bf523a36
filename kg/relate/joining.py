"""What the claims of an article's sentences tell each other, and one claim per happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Claim, Entity, Relation
from kg.relate.besides import told_besides
from kg.relate.echoes import Echo, tell
from kg.relate.merge import merge_claims
from kg.relate.newsday import NewsDay, on_news_day
from kg.relate.occasions import Occasion, represented, spoken_at, told_of_before
from kg.relate.opponents import opposed
from kg.relate.purposes import without_purposes
from kg.relate.representing import standing
from kg.relate.scene import Scene
from kg.relate.sharing import share
from kg.world import World


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article once all its sentences are read.

    Attributes:
        scenes: Its sentences.
        relations: What it says stands.
        entities: Its entities by id.
        world: The gazetteer.
        published: Its day, if known.
    """

    scenes: Sequence[Scene]
    relations: Sequence[Relation]
    entities: Mapping[str, Entity]
    world: World
    published: date | None


def join(
    claims: Sequence[Claim],
    echoes: Iterable[Echo],
    occasions: Iterable[Occasion],
    days: Sequence[NewsDay],
    article: Article,
) -> tuple[Claim, ...]:
    """One claim per happening of an article, with all that its sentences say of it.

    Args:
        claims: The claims of its sentences, in order.
        echoes: What they say of happenings without saying who took part.
        occasions: When and where somebody spoke.
        days: The days with which sentences after the lede open.
        article: What else is known of it.

    Returns:
        The claims in order of their first sentence.
    """
    entities, published = article.entities, article.published
    scenes = {s.sentence.index: s for s in article.scenes}
    claims = without_purposes(claims, scenes, entities)
    hit = opposed(claims, entities, article.world, published)
    apart = frozenset(c for c in hit if told_besides(scenes[c.evidence[0].sentence], c))
    before = frozenset(n for n, s in scenes.items() if told_of_before(s))
    kin = standing(article.relations, entities, before).same
    merged = tell(merge_claims(hit, entities, published, apart, kin), echoes)
    known = represented(occasions, article.relations)
    spoken = spoken_at(merged, known, before, published)
    return share(on_news_day(spoken, days, before), entities)
