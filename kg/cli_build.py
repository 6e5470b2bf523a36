"""The commands that make a graph and change it."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import regex
import typer
from rich.console import Console

from kg.config import BASE_IRI, OUTPUT
from kg.progress import counting

if TYPE_CHECKING:
    from kg.change import Change
    from kg.pipeline import Built

app = typer.Typer()

out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

#: Said of a build that left out some input.
EXIT_SKIPPED = 4

#: What an IRI may begin with, up to the last sign before a resource's own path.
_BASE = regex.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#]")

#: This many articles are named when a change is reported.
_NAMED = 5

PathsArgument = Annotated[
    list[str], typer.Argument(help="Text, HTML and JSONL files, folders, or - for stdin.")
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", help="Folder of the graph.")]
PublishedOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication of articles that tell none."),
]
CheckOption = Annotated[bool, typer.Option(help="Hold the graph against its SHACL shapes.")]


@app.command()
def build(
    paths: PathsArgument,
    output: OutputOption = OUTPUT,
    published: PublishedOption = None,
    model: Annotated[Path | None, typer.Option(help="A Stanza NER model of your own.")] = None,
    world: Annotated[
        Path | None, typer.Option(help="Folder with names and verdicts of your own.")
    ] = None,
    base: Annotated[str, typer.Option(help="What the IRIs of resources begin with.")] = BASE_IRI,
    check: CheckOption = True,
) -> None:
    """Build the graph of articles, in every format, and the page to look at it."""
    if not _BASE.fullmatch(base):
        hint = "use an IRI that ends in / or #"
        raise typer.BadParameter(f"“{base}” is none; {hint}", param_hint="--base")
    from kg.pipeline import build as build_graph

    with counting("articles", err) as step:
        built = build_graph(
            paths,
            output,
            published=_day(published),
            model=model,
            world=world,
            base=base,
            stdin=sys.stdin.buffer,
            progress=step,
            check=check,
        )
    _report(built)


@app.command()
def add(
    paths: PathsArgument,
    output: OutputOption = OUTPUT,
    published: PublishedOption = None,
    check: CheckOption = True,
) -> None:
    """Add articles to a graph that was built."""
    _add(paths, output, published, check=check, replace=False)


@app.command()
def replace(
    paths: PathsArgument,
    output: OutputOption = OUTPUT,
    published: PublishedOption = None,
    check: CheckOption = True,
) -> None:
    """Put corrected articles in the place of those that have the same ids."""
    _add(paths, output, published, check=check, replace=True)


@app.command()
def remove(
    articles: Annotated[list[str], typer.Argument(help="The articles' ids, or the ends of them.")],
    output: OutputOption = OUTPUT,
    check: CheckOption = True,
) -> None:
    """Remove articles from a graph, and all that rests on them alone."""
    from kg.pipeline import remove as remove_articles

    with counting("articles", err) as step:
        built, change = remove_articles(articles, output, progress=step, check=check)
    _report(built, change, "removed")


def _add(
    paths: list[str], output: Path, published: datetime | None, *, check: bool, replace: bool
) -> None:
    from kg.pipeline import add as add_articles

    with counting("articles", err) as step:
        built, change = add_articles(
            paths,
            output,
            replace=replace,
            published=_day(published),
            stdin=sys.stdin.buffer,
            progress=step,
            check=check,
        )
    _report(built, change, "replaced" if replace else "added")


def _day(published: datetime | None) -> date | None:
    return published.date() if published else None


def _report(built: Built, change: Change | None = None, done: str = "") -> None:
    from kg.show import tell

    for left in built.skipped:
        err.print(f"skipped {left.source}: {left.reason}")
    graph = built.graph
    if built.undated:
        err.print(
            f"{built.undated} of {graph.articles} articles tell no day of publication: "
            "words like 'yesterday' in them are left open (--published gives one)"
        )
    if change:
        named = ", ".join(change.done[:_NAMED]) + (" …" if len(change.done) > _NAMED else "")
        colon = f": {named}" if named else ""
        out.print(f"{len(change.done)} articles {done}, {len(change.unchanged)} unchanged{colon}")
    out.print(
        f"{graph.articles} articles, {graph.entities} entities, {graph.claims} claims, "
        f"{graph.events} events, {graph.quads} quads; {len(built.skipped)} inputs skipped"
    )
    for path in (*graph.files, built.page, built.report):
        out.print(f"wrote {path} ({path.stat().st_size / 1e6:.1f} MB)")
    out.print(f"\n{tell(built.digest)}\n")
    out.print(f"open {built.page} or {built.report} in a browser, or ask: kg ask who-met-whom")
    if built.skipped:
        raise typer.Exit(EXIT_SKIPPED)
