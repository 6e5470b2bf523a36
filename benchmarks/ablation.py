"""What each part of the relation layer adds: `python benchmarks/ablation.py GOLD ARTICLES…`.

GOLD is a folder of annotations as `kg score` takes it, ARTICLES the texts that they annotate.
Each row leaves one part out and scores again; the parts are put back before the next.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from kg.graph import write_graph
from kg.model import Article, Claim, Document, MentionType, Reading, Resolution, Status
from kg.read import read_articles
from kg.relate import clauses, engine, layout, relate
from kg.resolve import resolve
from kg.score import score
from kg.tag import load_tagger
from kg.world import World, load_world
from kg.world.finding import Limits

Change = Callable[[Resolution], Resolution]


def main() -> None:
    """Print a row of figures for the whole and for each part left out."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("articles", nargs="+", type=Path)
    chosen = options.parse_args()
    world = load_world()
    articles = [a for a in read_articles(chosen.articles) if isinstance(a, Article)]
    documents = list(load_tagger(world=world).tag(articles))
    whole = _read(documents, world)
    rows: list[tuple[str, Sequence[Reading]]] = [("everything", whole)]
    with _one_clause():
        rows.append(("without clauses", _read(documents, world)))
    rows.append(("without coreference", _read(documents, world, _names_alone)))
    with patch.object(engine, "status_of", lambda *_: (Status.OCCURRED, "left out")):
        rows.append(("without status", _read(documents, world)))
    rows.append(("without attribution", [_unattributed(r) for r in whole]))
    rows.append(("without joining in an article", _unjoined(documents, world)))
    bare = list(load_tagger(world=World((), ({}, {}), Limits())).tag(articles))
    rows.append(("without the gazetteer in tagging", _read(bare, world)))
    for name, readings in rows:
        _report(name, readings, chosen.gold)


def _read(
    documents: Iterable[Document], world: World, change: Change = lambda found: found
) -> list[Reading]:
    readings = []
    for document in documents:
        found = change(resolve(document, world))
        readings.append(Reading(document, found, *relate(document, found, world)))
    return readings


@contextmanager
def _one_clause() -> Iterator[None]:
    """A sentence is one clause, whatever verbs and marks it has."""

    def whole(tokens, groups, quoted, _=frozenset()):  # type: ignore[no-untyped-def]
        segments = clauses._segments(0, len(tokens), groups)
        return (clauses.Domain(0, len(tokens), segments, "", "", quoted),)

    with patch.object(layout, "split_domains", whole):
        yield


def _names_alone(found: Resolution) -> Resolution:
    return replace(found, links=tuple(k for k in found.links if k.type is MentionType.NAME))


def _unattributed(reading: Reading) -> Reading:
    claims = tuple(replace(c, attributed_to=()) for c in reading.claims)
    return replace(reading, claims=claims)


def _unjoined(documents: Iterable[Document], world: World) -> list[Reading]:
    def apart(claims: Sequence[Claim], *_: object) -> tuple[Claim, ...]:
        return tuple(claims)

    with patch("kg.relate.joining.merge_claims", apart):
        return _read(documents, world)


def _report(name: str, readings: Sequence[Reading], gold: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_graph(readings, Path(folder))
        found = score(gold, Path(folder) / "graph.nq")
    print(
        f"{name:34} event {found.event.f1:.3f}  argument {found.argument.f1:.3f}  "
        f"time {found.time_of_matched.f1:.3f}  place {found.place_of_matched.f1:.3f}  "
        f"attribution {found.attribution_of_matched.f1:.3f}  "
        f"status {found.status_accuracy_of_matched:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
