"""The order of the steps, from files to a graph and its page: start reading here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO

from kg.ask import open_graph
from kg.change import Change
from kg.config import BASE_IRI
from kg.errors import GraphError, InputError
from kg.graph import WrittenGraph, all_at_once, locked, write_graph
from kg.kept import Kept, Settings, keep, kept_settings
from kg.memory import forget_others, readings, remembering, tags
from kg.model import Article, Document, Reading, Skipped
from kg.read import read_articles
from kg.relate import relate
from kg.resolve import resolve
from kg.show import Digest, digest, page_data, write_page, write_report
from kg.tag import load_tagger, tagger_fingerprint
from kg.world import World, load_world

PAGE = "graph.html"
REPORT = "report.html"
_TAGS = ".tags.sqlite"
_READINGS = ".readings.sqlite"
_PASSED = ".passed"

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        graph: The files of the graph, and how much is in it.
        page: The page to open.
        report: What matters most in it, to read.
        digest: The same as values.
        skipped: Input that is not in the graph, with the reasons.
        undated: Articles without a day of publication: their relative dates say nothing.
    """

    graph: WrittenGraph
    page: Path
    report: Path
    digest: Digest
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
    progress: Progress | None = None,
    check: bool = True,
) -> Built:
    """Build the graph of articles and its page.

    Args:
        paths: Files and folders, in any order; `-` is standard input.
        output: The folder to write to; made when missing. A build that fails or is
            killed leaves what was there.
        published: The day of publication of articles that tell none.
        model: A Stanza NER model of your own.
        world: A folder with names, posts and verdicts of your own (docs/resolve.md).
        base: What the IRIs of the graph's resources begin with.
        stdin: Where `-` reads from.
        progress: Called with the number of articles so far.
        check: Whether to hold the graph against its SHACL shapes.

    Raises:
        InputError: No article at all could be read.
        GraphError: The graph breaks a shape, or the folder cannot be written.
        ModelError: The model is missing or does not load.
        DataError: A table of your own is malformed.
    """
    settings = Settings(base, str(model) if model else None, str(world) if world else None)
    given = read_articles(sorted(paths, key=str), published, stdin)
    return _make(given, Path(output), settings, progress, check=check)


def add(
    paths: Iterable[Path | str],
    output: Path | str,
    *,
    replace: bool = False,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    check: bool = True,
) -> tuple[Built, Change]:
    """Add articles to a graph; what comes out is what a build of all of them gives.

    Args:
        paths: As for `build`, and so are the others.
        output: The folder of the graph.
        replace: Put the articles in the place of those that have the same ids, instead
            of adding others.
        published: The day of publication of articles that tell none.
        stdin: Where `-` reads from.
        progress: Called with the number of articles so far.
        check: Whether to hold the graph against its SHACL shapes.

    Returns:
        What was built, and which articles were added or replaced. What does not fit the
        graph is among `skipped`: to add, another article with an id that it has; to
        replace, an article that it does not have.

    Raises:
        InputError: There is no article at all.
        GraphError: As for `build`, or the articles of the graph were not kept.
    """
    folder, change = Path(output), Change()
    given = read_articles(sorted(paths, key=str), published, stdin)
    merge = change.replace if replace else change.add
    return _make(merge(Kept(folder), given), folder, None, progress, check=check), change


def remove(
    articles: Sequence[str],
    output: Path | str,
    *,
    progress: Progress | None = None,
    check: bool = True,
) -> tuple[Built, Change]:
    """Remove articles from a graph, and all that rests on them alone.

    Args:
        articles: Their ids, or the ends of ids, file names or addresses.
        output: The folder of the graph.
        progress: Called with the number of articles so far.
        check: Whether to hold the graph against its SHACL shapes.

    Returns:
        What was built, and which articles were removed.

    Raises:
        QueryError: There is no such article, several match, or no other is left.
        GraphError: As for `add`.
    """
    folder, change = Path(output), Change()
    left = change.remove(Kept(folder), articles)
    return _make(left, folder, None, progress, check=check), change


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


def _make(
    given: Iterable[Article | Skipped],
    folder: Path,
    settings: Settings | None,
    progress: Progress | None,
    *,
    check: bool,
) -> Built:
    """Make the graph of articles: all files of the folder are replaced, or none."""
    skipped: list[Skipped] = []
    _make_folder(folder)
    try:
        with locked(folder):
            settings = settings or kept_settings(folder)
            memory = _Memory(folder, settings)
            with all_at_once(folder) as scratch:
                keep(_some(given, skipped), settings, scratch)
                found = memory.read(Kept(scratch))
                passed = memory.passed()
                graph = write_graph(
                    found, scratch, settings.base, progress, check=check, passed=passed
                )
                data = page_data(open_graph(scratch).store, settings.base)
                write_page(data, scratch / PAGE)
                told = digest(data, skipped)
                write_report(told, scratch / REPORT)
            memory.keep_passed(passed)
            memory.forget_others()
    except (OSError, sqlite3.Error) as error:
        hint = "The last good graph is kept"
        raise GraphError(f"cannot be written ({error})", str(folder), hint) from error
    undated = sum(article.published is None for article in Kept(folder))
    files = _moved(graph, folder), folder / PAGE, folder / REPORT
    return Built(*files, told, tuple(skipped), undated)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"is no folder to write to ({error.strerror})"
        raise InputError(what, str(path), "Name another with --output") from None


class _Memory:
    """Reads articles out, and remembers what it read beside the graph."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        model = Path(settings.model) if settings.model else None
        self._kept, self._passed = Kept(folder), folder / _PASSED
        own = Path(settings.world) if settings.world else None
        self._world = load_world(own)
        self._tagger = cache(lambda: load_tagger(model, self._world))
        fingerprint = tagger_fingerprint(model, self._world)
        self._tags = tags(folder / _TAGS, fingerprint)
        self._readings = readings(folder / _READINGS, fingerprint, own)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading each, in order; the model is loaded where an article is new."""
        return remembering(self._read_new, articles, self._readings)

    def _read_new(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return read_out(remembering(self._tag, articles, self._tags), self._world)

    def _tag(self, articles: Iterable[Article]) -> Iterator[Document]:
        return self._tagger().tag(articles)

    def passed(self) -> set[str]:
        """Digests of the pieces of graphs that kept to the shapes."""
        return set(self._passed.read_text("utf-8").split()) if self._passed.is_file() else set()

    def keep_passed(self, passed: set[str]) -> None:
        """Remember them for the next build."""
        self._passed.write_text("\n".join(sorted(passed)), encoding="utf-8")

    def forget_others(self) -> None:
        """Forget the articles that the graph does not have."""
        forget_others(self._tags, self._kept)
        forget_others(self._readings, self._kept)


def _moved(graph: WrittenGraph, folder: Path) -> WrittenGraph:
    files = tuple(folder / file.name for file in graph.files)
    return replaced(graph, directory=folder, files=files)


def _some(given: Iterable[Article | Skipped], skipped: list[Skipped]) -> Iterator[Article]:
    """The articles; what is left out goes to `skipped`."""
    empty = True
    for item in given:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            empty = False
            yield item
    if empty:
        reasons = "; ".join(f"{s.source}: {s.reason}" for s in skipped[:3])
        raise InputError(
            "no article could be read", reasons or "no input", "Name files with Bengali text"
        )
