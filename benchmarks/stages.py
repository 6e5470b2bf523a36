"""What each step of a build costs, as shares of one run: `python benchmarks/stages.py ARTICLES…`.

Give it files or folders as `kg build` takes them, or set BARTA_DATA to a folder that holds
`data/news/articles.jsonl`. Shares of one run compare across machines; seconds do not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.graph import write_graph
from kg.model import Article, Reading
from kg.read import read_articles
from kg.relate import relate
from kg.resolve import resolve
from kg.tag import load_tagger
from kg.world import load_world

T = TypeVar("T")


def main() -> None:
    """Run the steps one after the other and print their shares."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("paths", nargs="*", type=Path)
    options.add_argument("--limit", type=int, default=300, help="how many articles")
    chosen = options.parse_args()
    paths = chosen.paths or _default()
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        begin = time.perf_counter()
        result = work()
        spent[name] = time.perf_counter() - begin
        return result

    world = timed("load", load_world)
    tagger = timed("load model", lambda: load_tagger(world=world))
    found = (item for item in read_articles(paths) if isinstance(item, Article))
    articles = timed("read", lambda: list(islice(found, chosen.limit)))
    documents = timed("tag", lambda: list(tagger.tag(articles)))
    resolved = timed("resolve", lambda: [resolve(d, world) for d in documents])
    pairs = list(zip(documents, resolved, strict=True))
    related = timed("relate", lambda: [relate(d, r, world) for d, r in pairs])
    readings = [Reading(d, r, *said) for (d, r), said in zip(pairs, related, strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        timed("graph", lambda: write_graph(readings, Path(folder)))
    _report(spent, len(articles), sum(len(s.tokens) for d in documents for s in d.sentences))


def _default() -> list[Path]:
    data = os.environ.get("BARTA_DATA")
    if not data:
        sys.exit("name articles, or set BARTA_DATA to the folder that holds data/news/")
    return [Path(data) / "data" / "news" / "articles.jsonl"]


def _report(spent: dict[str, float], articles: int, tokens: int) -> None:
    work = sum(seconds for name, seconds in spent.items() if not name.startswith("load"))
    for name, seconds in spent.items():
        share = "" if name.startswith("load") else f"{seconds / work:6.1%}"
        print(f"{name:12}{seconds:8.1f} s {share}")
    print(f"{articles} articles, {tokens} tokens: {tokens / work:,.0f} tokens a second in all")


if __name__ == "__main__":
    main()
