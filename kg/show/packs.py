"""The page's data, in parts that are compressed and read when they are needed.

The first part is what the first picture needs. The second has what the panel says of
claims; the others have the texts, some articles each.
"""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from kg.show.page import ArticleText, Node, PageData, ShownClaim, ShownEvent

#: With more text than this (characters), articles are cut to the sentences cited.
MAX_TEXT = 30_000_000

#: So many articles are in one part: a click reads a part, not all.
ARTICLES_TOGETHER = 50


def packed(value: Any) -> str:
    """Compress a value for the page: JSON, gzip, base64.

    None of its letters can end a script element, whatever text is inside. The time is
    left out of gzip's header, so that the same value gives the same text.

    >>> json.loads(gzip.decompress(base64.b64decode(packed({"a": "</script>"}))))
    {'a': '</script>'}
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()


def core(data: PageData) -> dict[str, Any]:
    """What is read before the first picture: names, events without their words, headlines."""
    index = {article.id: i for i, article in enumerate(data.articles)}
    return {
        "names": [_plain(_name(node)) for node in data.nodes],
        "events": [_plain(_event(event, index)) for event in data.events],
        "articles": [
            _plain(
                {
                    "id": article.id,
                    "headline": article.headline,
                    "publisher": article.publisher,
                    "published": article.published,
                }
            )
            for article in data.articles
        ],
        "together": ARTICLES_TOGETHER,
    }


def details(data: PageData) -> dict[str, Any]:
    """What the panel tells beyond that: claims, other names, standing relations."""
    return {
        "claims": {
            event.id: [_plain(_claim(claim)) for claim in event.claims] for event in data.events
        },
        "aliases": {node.id: list(node.aliases) for node in data.nodes if node.aliases},
        "relations": [_plain(asdict(relation)) for relation in data.relations],
    }


def texts(data: PageData) -> list[list[dict[str, Any]]]:
    """The articles in batches; only their cited sentences when all would be too much.

    The text is given in parts, each with the offset at which it begins.
    """
    whole = sum(len(article.text) for article in data.articles) <= MAX_TEXT
    cited: dict[str, set[tuple[int, int]]] = {article.id: set() for article in data.articles}
    for claim in (claim for event in data.events for claim in event.claims):
        cited.setdefault(claim.article, set()).update(claim.evidence)
    shown = [_article(article, cited[article.id], whole) for article in data.articles]
    return [shown[i : i + ARTICLES_TOGETHER] for i in range(0, len(shown), ARTICLES_TOGETHER)]


def _article(article: ArticleText, cited: set[tuple[int, int]], whole: bool) -> dict[str, Any]:
    spans = [(0, len(article.text))] if whole else sorted(cited)
    inside = [m for m in article.mentions if any(b <= m.begin < e for b, e in spans)]
    return {
        "parts": [[begin, article.text[begin:end]] for begin, end in spans],
        "mentions": [[m.begin, m.end, m.entity, m.type] for m in inside],
        "source": article.source,
        "whole": whole,
    }


def _name(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "type": node.type,
        "bn": node.label_bn,
        "en": node.label_en,
        "wikidata": node.wikidata,
        "mentions": node.mentions,
        "spot": None if node.latitude is None else (node.longitude, node.latitude),
    }


def _event(event: ShownEvent, index: dict[str, int]) -> dict[str, Any]:
    """An event, with the article and confidence of each claim for the filters."""
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "agents": event.agents,
        "recipients": event.recipients,
        "places": event.places,
        "begin": event.begin,
        "end": event.end,
        "differ": event.disagreement,
        "claims": [(index.get(c.article, -1), c.confidence) for c in event.claims],
    }


def _claim(claim: ShownClaim) -> dict[str, Any]:
    return {key: value for key, value in asdict(claim).items() if key not in ("id", "confidence")}


def _plain(value: Any) -> Any:
    """The same value in what JSON knows; what is empty is left out of objects."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item not in (None, "", ())}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
