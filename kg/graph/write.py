"""Readings in, a folder of graph files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.config import BASE_IRI
from kg.errors import GraphError
from kg.graph.articles import article_quads, mention_quads
from kg.graph.claims import claim_quads, relation_quads, standing_triples, stated_claims
from kg.graph.entities import Register
from kg.graph.events import join_events
from kg.graph.formats import lines, write_jsonld, write_trig, write_turtle
from kg.graph.happenings import event_quads
from kg.graph.iris import Names
from kg.graph.network import to_networkx, write_graphml
from kg.graph.placing import all_at_once
from kg.graph.rules import shortcut_quads
from kg.graph.spill import Sorter
from kg.graph.stated import StatedClaim
from kg.graph.validate import Violation, validate
from kg.model import Reading

#: Every file of a build; none is put in place before all are written and checked.
FILES = ("graph.nq", "graph.trig", "graph.ttl", "graph.jsonld", "graph.graphml")

#: A build holds this much of its graph against the shapes: some 300 articles, a minute.
CHECKED_QUADS = 200_000

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class WrittenGraph:
    """What a build wrote.

    Attributes:
        directory: The folder that holds the files.
        files: Their paths, N-Quads first.
    """

    directory: Path
    files: tuple[Path, ...]
    articles: int
    entities: int
    claims: int
    events: int
    shortcuts: int
    quads: int


def write_graph(
    readings: Iterable[Reading],
    directory: Path,
    base: str = BASE_IRI,
    progress: Progress | None = None,
    *,
    check: bool = True,
    passed: set[str] | None = None,
) -> WrittenGraph:
    """Write the graph of the readings in every format.

    The readings are consumed one by one. The files appear at the end, all at once, so
    that a build that fails leaves the last good graph.

    Args:
        readings: What was read out of each article, each article once.
        directory: The folder to write to; made when missing.
        base: What our resources' IRIs begin with; ends in `/` or `#`.
        progress: Called with the number of articles so far.
        check: Whether to check the graph before it is put in place: all offsets, and up
            to `CHECKED_QUADS` quads against the SHACL shapes (`validate` does them all).
        passed: Digests of what was found good before, as `validate` takes and leaves them.

    Raises:
        GraphError: The graph breaks a shape, or two articles have one id.
    """
    with all_at_once(directory) as scratch:
        build = _Build(Names(base), scratch)
        for number, reading in enumerate(readings, start=1):
            build.add(reading)
            if progress:
                progress(number)
        written = build.finish(directory)
        if check:
            _refuse(validate(build.store, CHECKED_QUADS, passed))
    return written


def _refuse(violations: list[Violation]) -> None:
    if violations:
        first = violations[0]
        hint = "The last good graph is kept; please report this with the article"
        what = f"{len(violations)} violations of the shapes, the first: {first.message}"
        raise GraphError(what, f"{first.article or 'events'} {first.node}", hint)


class _Build:
    """The quads so far: sorted on disk for the files, in a store for all that asks."""

    def __init__(self, names: Names, scratch: Path) -> None:
        self.store = Store()
        self._names, self._scratch = names, scratch
        self._sorter = Sorter(scratch)
        self._register = Register()
        self._claims: list[StatedClaim] = []
        self._articles: set[str] = set()

    def add(self, reading: Reading) -> None:
        id = reading.document.article.id
        if id in self._articles:
            raise GraphError("two articles have this id", id, "Give each article its own id")
        self._articles.add(id)
        self._put(reading_quads(reading, self._names))
        self._register.add(reading)
        self._claims.extend(stated_claims(reading))

    def finish(self, directory: Path) -> WrittenGraph:
        known = self._register.background()
        events = join_events(self._claims, known)
        self._put(self._register.quads(known, self._names))
        self._put(event_quads(events, self._claims, known, self._names))
        shortcuts = set(shortcut_quads(self.store, self._names.shortcuts))
        self._put(shortcuts)
        return WrittenGraph(
            directory=directory,
            files=tuple(directory / file for file in FILES),
            articles=len(self._articles),
            entities=len(known.entities),
            claims=len(self._claims),
            events=len(events),
            shortcuts=len(shortcuts),
            quads=self._write_files(),
        )

    def _put(self, quads: Iterable[Quad]) -> None:
        found = list(quads)
        self.store.extend(found)
        self._sorter.add(lines(found))

    def _write_files(self) -> int:
        nquads = self._scratch / "graph.nq"
        quads = self._sorter.write(nquads)
        write_trig(self.store, self._scratch / "graph.trig")
        write_turtle(nquads, self._scratch / "graph.ttl")
        write_jsonld(self.store, self._scratch / "graph.jsonld")
        write_graphml(to_networkx(self.store), self._scratch / "graph.graphml")
        return quads


def reading_quads(reading: Reading, names: Names) -> Iterator[Quad]:
    """All that one article gives, but for the events and what tells of its entities.

    Args:
        reading: What was read out of the article.
        names: The build's IRIs.

    Yields:
        Quads of the article's graph; its standing relations also of the entities' graph.
    """
    yield from article_quads(reading.document.article, names)
    yield from mention_quads(reading, names)
    yield from claim_quads(reading, names)
    yield from relation_quads(reading, names)
    for subject, predicate, object in standing_triples(reading, names):
        yield Quad(subject, predicate, object, names.entities)
