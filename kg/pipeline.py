"""The order of the steps, from files to a graph and its page: start reading here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kg.ask import open_graph
from kg.config import BASE_IRI
from kg.errors import InputError
from kg.graph import WrittenGraph, write_graph
from kg.model import Article, Document, Reading, Skipped
from kg.read import read_articles
from kg.relate import relate
from kg.resolve import resolve
from kg.show import page_data, write_page
from kg.tag import load_tagger
from kg.tagcache import tag_remembering
from kg.world import World, load_world

PAGE = "graph.html"
_REMEMBERED = ".tags.sqlite"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        graph: The files of the graph, and how much is in it.
        page: The page to open.
        skipped: Input that is not in the graph, with the reasons.
        undated: Articles without a day of publication: their relative dates say nothing.
    """

    graph: WrittenGraph
    page: Path
    skipped: tuple[Skipped, ...]
    undated: int


def build(
    paths: Iterable[Path | str],
    output: Path | str,
    *,
    published: date | None = None,
    model: Path | None = None,
    world: Path | None = None,
    base: str = BASE_IRI,
    stdin: BinaryIO | None = None,
    progress: Callable[[int], None] | None = None,
    check: bool = True,
) -> Built:
    """Build the graph of articles and its page.

    Args:
        paths: Files and folders; `-` is standard input.
        output: The folder to write to; made when missing. A failed build leaves what
            was there.
        published: The day of publication of articles that tell none.
        model: A Stanza NER model of your own.
        world: A folder with names, posts and verdicts of your own (docs/resolve.md).
        base: What the IRIs of the graph's resources begin with.
        stdin: Where `-` reads from.
        progress: Called with the number of articles so far.
        check: Whether to hold the graph against its SHACL shapes.

    Raises:
        InputError: No article at all could be read.
        GraphError: The graph breaks a shape.
        ModelError: The model is missing or does not load.
        DataError: A table of your own is malformed.
    """
    output = _folder(Path(output))
    skipped: list[Skipped] = []
    counted = _Count()
    articles = counted.pass_on(_articles(read_articles(paths, published, stdin), skipped))
    known = load_world(world)
    tagger = load_tagger(model, known)
    documents = tag_remembering(tagger, articles, output / _REMEMBERED)
    graph = write_graph(
        _some(read_out(documents, known), skipped), output, base, progress, check=check
    )
    page = write_page(page_data(open_graph(output).store, base), output / PAGE)
    return Built(graph, page, tuple(skipped), counted.undated)


def read_out(documents: Iterable[Document], world: World) -> Iterator[Reading]:
    """Read identities, claims and relations out of tagged articles, one reading each.

    Args:
        documents: Articles with the names that `kg.tag` found.
        world: The gazetteer that they were tagged with.
    """
    for document in documents:
        resolution = resolve(document, world)
        claims, relations = relate(document, resolution, world)
        yield Reading(document, resolution, claims, relations)


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"is no folder to write to ({error.strerror})"
        raise InputError(what, str(path), "Name another with --output") from None
    return path


class _Count:
    """Counts articles without a date as they pass."""

    def __init__(self) -> None:
        self.undated = 0

    def pass_on(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self.undated += article.published is None
            yield article


def _articles(read: Iterable[Article | Skipped], skipped: list[Skipped]) -> Iterator[Article]:
    for item in read:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item


def _some(readings: Iterable[Reading], skipped: list[Skipped]) -> Iterator[Reading]:
    empty = True
    for reading in readings:
        empty = False
        yield reading
    if empty:
        reasons = "; ".join(f"{s.source}: {s.reason}" for s in skipped[:3])
        raise InputError(
            "no article could be read", reasons or "no input", "Name files with Bengali text"
        )
