"""The commands that hand a graph on, and compare two."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli_build import err, out
from kg.progress import counting

app = typer.Typer()

#: Where the password is taken from: an option would stand in the list of processes.
_PASSWORD = "BARTA_PASSWORD"


@app.command()
def load(
    graph: Annotated[Path, typer.Argument(help="Folder or RDF file of the graph.")],
    endpoint: Annotated[str, typer.Argument(help="Address of a SPARQL 1.1 Graph Store.")],
    since: Annotated[
        Path | None,
        typer.Option(help="An older build that the server has: only changes are sent."),
    ] = None,
    user: Annotated[
        str | None, typer.Option(help=f"The password is read from {_PASSWORD}.")
    ] = None,
) -> None:
    """Load a graph into a triple store: Oxigraph, Fuseki, GraphDB, RDF4J, Virtuoso and others."""
    from kg.graph import upload

    credentials = (user, os.environ.get(_PASSWORD, "")) if user else None
    with counting("graphs", err) as step:
        done = upload(graph, endpoint, since=since, credentials=credentials, progress=step)
    gone = f", {done.deleted} deleted" if done.deleted else ""
    out.print(f"{done.graphs} graphs with {done.triples} triples loaded into {endpoint}{gone}")


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(help="Folder or RDF file of the older build.")],
    after: Annotated[Path, typer.Argument(help="Folder or RDF file of the newer build.")],
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    language: Annotated[str, typer.Option(help="bn, en or both.")] = "both",
) -> None:
    """Say what is new, changed, contradicted or withdrawn between two builds."""
    if form not in {"text", "json"}:
        raise typer.BadParameter(f"“{form}” is none; use text or json", param_hint="--format")
    if language not in {"bn", "en", "both"}:
        hint = f"“{language}” is none; use bn, en or both"
        raise typer.BadParameter(hint, param_hint="--language")
    from kg.ask import changes, changes_json, open_graph, tell_changes

    old, new = open_graph(before), open_graph(after)
    found = changes(old, new)
    languages = ("bn", "en") if language == "both" else (language,)
    told = changes_json(found, old, new) if form == "json" else None
    sys.stdout.write(told or tell_changes(found, old, new, languages))
