"""The commands that ask a built graph."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import regex
import typer
from rich.console import Console

from kg.config import OUTPUT
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.ask import Graph, Table

app = typer.Typer()

out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)

#: What may be the name of a query: no SPARQL is a single word.
_NAME = regex.compile(r"[A-Za-z-]+")

GraphOption = Annotated[
    Path, typer.Option("--graph", "-g", help="Folder or RDF file of the graph.")
]
FormatOption = Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")]
LimitOption = Annotated[int, typer.Option(min=1, help="The largest number of rows.")]
TimeoutOption = Annotated[
    float, typer.Option(min=0.01, help="Seconds after which the query is given up.")
]


@app.command()
def query(
    text: Annotated[str, typer.Argument(help="SPARQL, a file that holds it, or a named query.")],
    graph: GraphOption = OUTPUT,
    form: FormatOption = "table",
    values: Annotated[
        list[str] | None,
        typer.Option("--with", "-w", help="A parameter of a named query: person=Kim."),
    ] = None,
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 60,
) -> None:
    """Ask the graph with SPARQL, or one of the named queries (see `kg queries`)."""
    from kg.ask import named_queries

    given = dict(_pair(value) for value in values or ())
    is_file = len(text) < 4096 and "\n" not in text and Path(text).is_file()
    if text in named_queries() or (_NAME.fullmatch(text) and not is_file):
        _answer(graph, lambda g: g.named(text, limit, **given), form, timeout)
    else:
        sparql = read_text(text) if is_file else text
        _answer(graph, lambda g: g.sparql(sparql, limit, **given), form, timeout)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def ask(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="One of the named queries (see `kg queries`).")],
    graph: GraphOption = OUTPUT,
    form: FormatOption = "table",
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 60,
) -> None:
    """Ask a named query: `kg ask who-met-whom --who কিম`, names in either script.

    Each parameter of the query is an option; --who is its first thing and --whom its
    second, whatever they are called, and --language is en or bn.
    """
    given = _options(context.args)
    _answer(graph, lambda g: g.named(name, limit, **given), form, timeout)


@app.command()
def serve(
    graph: Annotated[Path, typer.Argument(help="Folder or RDF file of the graph.")] = OUTPUT,
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any.")] = 7878,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Queries answered at a time [default: processors].")
    ] = None,
    timeout: TimeoutOption = 30,
    rows: Annotated[int, typer.Option(min=1, help="The largest number of rows.")] = 100_000,
    memory: Annotated[int, typer.Option(min=64, help="Megabytes for each query.")] = 2048,
) -> None:
    """Answer SPARQL over HTTP, with a page to ask from; nothing can change the graph."""
    from kg.ask import Limits, open_graph
    from kg.ask.endpoint import serve as serve_graph

    limits = Limits(seconds=timeout, rows=rows, memory=memory << 20)

    def ready(address: str) -> None:
        out.print(f"ask at {address}/sparql, or open {address}/ in a browser; Ctrl-C stops")

    serve_graph(open_graph(graph), host, port, workers or os.cpu_count() or 1, limits, ready)


@app.command()
def queries() -> None:
    """List the named queries with their titles and parameters."""
    from kg.ask import named_queries

    for name, named in sorted(named_queries().items()):
        params = " ".join(
            f"--{p.name} …" if p.required else f"[--{p.name} …]" for p in named.params
        )
        out.print(f"{name}  {params}\n    {named.title_en} — {named.title_bn}")


@app.command()
def explain(
    article: Annotated[str, typer.Argument(help="The article's id, or the end of it.")],
    graph: GraphOption = OUTPUT,
    language: Annotated[str, typer.Option(help="Names in bn or en.")] = "bn",
) -> None:
    """Print each statement of an article with its sentence and what found it."""
    if language not in {"bn", "en"}:
        raise typer.BadParameter(f"“{language}” is none; use bn or en", param_hint="--language")
    from kg.ask import explain as explain_article
    from kg.ask import open_graph

    for e in explain_article(open_graph(graph), article, language):
        said = f" says {e.source}" if e.source else ""
        facts = " ".join(part for part in (e.status, e.when) if part)
        out.print(f"{e.statement} {facts}{said}")
        out.print(f"    confidence {e.confidence:.2f}, found by {e.found_by}")
        for note in e.notes:
            out.print(f"    {note}")
        for sentence in e.sentences:
            out.print(f"    “{sentence}”")


@app.command()
def merges(
    graph: Annotated[Path, typer.Argument(help="Folder of a built graph, or an RDF file.")],
    world: Annotated[
        Path | None, typer.Option(help="The folder of your own that it was built with.")
    ] = None,
) -> None:
    """Print which names were joined and which nearly were, as a table to review."""
    from kg.ask import format_merges, open_graph
    from kg.ask import merges as found_merges
    from kg.world import load_world, read_decided

    known = load_world(world)
    decided = read_decided(world) if world is not None else ()
    sys.stdout.write(format_merges(found_merges(open_graph(graph), known, decided)))


def read_text(file: str) -> str:
    """The text of a UTF-8 file; `-` is standard input.

    Raises:
        InputError: It cannot be read.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", file, "Convert it with iconv") from None


def _answer(graph: Path, asked: Callable[[Graph], Table], form: str, seconds: float) -> None:
    from kg.ask import Limits, format_table, guarded, open_graph

    opened = open_graph(graph)
    table = guarded(lambda: asked(opened), Limits(seconds=seconds))
    sys.stdout.write(format_table(table, form, out.width if out.is_terminal else 160))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"“{text}” is no name=value", param_hint="--with")
    return name, value


def _options(words: list[str]) -> dict[str, str]:
    """The values of `--name value` and `--name=value`."""
    given = {}
    rest = iter(words)
    for word in rest:
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise typer.BadParameter(f"“{word}” is no option; write --who NAME")
        found = value if sign else next(rest, None)
        if found is None:
            raise typer.BadParameter(f"--{name} needs a value")
        given[name.replace("-", "_")] = found
    return given
