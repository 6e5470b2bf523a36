"""The commands that hand a graph on, and compare two."""

from __future__ import annotations

import os
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
