"""The order of the steps, from articles to what was read out of them: start here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Article, Reading
from kg.relate import relate
from kg.resolve import resolve
from kg.tag import Tagger
from kg.world import World


def read_out(articles: Iterable[Article], tagger: Tagger, world: World) -> Iterator[Reading]:
    """Read names, identities, claims and relations out of articles, one reading each.

    Args:
        articles: What `kg.read.read_articles` found.
        tagger: Finds the names.
        world: The gazetteer that `tagger` was loaded with.
    """
    for document in tagger.tag(articles):
        resolution = resolve(document, world)
        claims, relations = relate(document, resolution, world)
        yield Reading(document, resolution, claims, relations)
