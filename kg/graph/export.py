"""A built graph in the formats of other tools: RDF, Gephi, Neo4j, pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pyoxigraph import RdfFormat, Store, serialize

from kg.errors import GraphError
from kg.graph.formats import by_graph, lines, write_jsonld, write_trig
from kg.graph.network import to_networkx, write_gexf, write_graphml
from kg.graph.placing import mend
from kg.graph.tabular import write_csv, write_parquet
from kg.graph.vocab import PREFIXES

_Writer = Callable[[Store, Path], tuple[Path, ...]]


def _file(name: str, write: Callable[[Store, Path], object]) -> _Writer:
    def writer(store: Store, folder: Path) -> tuple[Path, ...]:
        write(store, folder / name)
        return (folder / name,)

    return writer


def _write_nquads(store: Store, path: Path) -> None:
    path.write_bytes(b"".join(sorted(lines(store))))


def _write_turtle(store: Store, path: Path) -> None:
    triples = {quad.triple: None for quad in by_graph(store)}
    serialize(sorted(triples, key=str), str(path), RdfFormat.TURTLE, prefixes=PREFIXES)


#: What writes each format into a folder, and gives the files.
FORMATS: Mapping[str, _Writer] = {
    "nquads": _file("graph.nq", _write_nquads),
    "trig": _file("graph.trig", write_trig),
    "turtle": _file("graph.ttl", _write_turtle),
    "jsonld": _file("graph.jsonld", write_jsonld),
    "graphml": _file("graph.graphml", lambda store, path: write_graphml(to_networkx(store), path)),
    "gexf": _file("graph.gexf", lambda store, path: write_gexf(to_networkx(store), path)),
    "csv": write_csv,
    "parquet": write_parquet,
}


def export(graph: Path | str, format: str, folder: Path | str | None = None) -> tuple[Path, ...]:
    """Write a built graph in another format.

    Args:
        graph: A folder that holds `graph.nq`, or an RDF file.
        format: A key of `FORMATS`.
        folder: Where to write; the folder of the graph when left out.

    Returns:
        The files written.

    Raises:
        GraphError: There is no graph, it is malformed, or there is no such format.
    """
    if format not in FORMATS:
        raise GraphError(f"“{format}” is no format", "", f"Use one of {', '.join(FORMATS)}")
    store = load_store(graph)
    file = Path(graph)
    target = Path(folder) if folder else file if file.is_dir() else file.parent
    target.mkdir(parents=True, exist_ok=True)
    return FORMATS[format](store, target)


def load_store(path: Path | str) -> Store:
    """Load a built graph.

    Args:
        path: A folder that holds `graph.nq`, or an RDF file; its ending tells its format.

    Raises:
        GraphError: There is no graph, or its file is malformed.
    """
    file = Path(path)
    if file.is_dir():
        mend(file)
        file = file / "graph.nq"
    if not file.is_file():
        raise GraphError("there is no graph", str(file), "Build one with `kg build`")
    format = RdfFormat.from_extension(file.suffix.lstrip("."))
    if format is None:
        hint = "Use .nq, .trig, .ttl, .nt, .jsonld, .rdf or .n3"
        raise GraphError("the file's ending tells no RDF format", str(file), hint)
    store = Store()
    try:
        store.bulk_load(path=str(file), format=format)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"the graph is malformed: {error}", str(file), "Build it anew") from None
    return store
