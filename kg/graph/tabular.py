"""The network of a graph as two tables: entities, and what is between them.

An edge is a pair of sides of an event, or a standing relation (`locatedIn`, a post). The
columns of the CSV files are what Neo4j imports (`neo4j-admin database import full
--nodes nodes.csv --relationships edges.csv --multiline-fields=true`,
https://neo4j.com/docs/operations-manual/current/import/).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Store
from rdflib import RDF

from kg.errors import GraphError
from kg.graph.network import to_networkx
from kg.graph.vocab import KG, node, value
from kg.model import EntityType

#: Standing relations between two entities; a post is one by way of its position.
STANDING = ("familyOf", "partOf", "locatedIn", "capitalOf", "seatOf", "alliedWith", "adversaryOf")

_NODE_COLUMNS = {
    "id": "id:ID",
    "type": ":LABEL",
    "label_bn": "label_bn",
    "label_en": "label_en",
    "mentions": "mentions:long",
}
_EDGE_COLUMNS = {
    "source": ":START_ID",
    "target": ":END_ID",
    "type": ":TYPE",
    "role": "role",
    "event": "event",
    "status": "status",
    "begin": "begin:date",
    "end": "end:date",
    "confidence": "confidence:double",
    "articles": "articles:long",
    "sources": "sources:long",
    "place": "place:string[]",
    "claims": "claims:string[]",
    "evidence": "evidence",
}


def nodes(store: Store) -> Iterator[dict[str, Any]]:
    """A row for each entity.

    Args:
        store: A store that holds a built graph.
    """
    for iri, attributes in to_networkx(store).nodes(data=True):
        yield {"id": iri, **{name: attributes[name] for name in _NODE_COLUMNS if name != "id"}}


def edges(store: Store) -> Iterator[dict[str, Any]]:
    """A row for each pair of sides of an event and each standing relation.

    Args:
        store: A store that holds a built graph.
    """
    for source, target, attributes in to_networkx(store).edges(data=True):
        said = {"type": attributes["event_type"], "role": attributes["target_role"]}
        shared = {name: attributes[name] for name in _EDGE_COLUMNS if name in attributes}
        yield {"source": source, "target": target, **shared, **said}
    yield from _standing(store)


def _standing(store: Store) -> Iterator[dict[str, Any]]:
    entities = _entities(store)
    found = {
        (value(quad.subject), name, value(quad.object), "")
        for name in STANDING
        for quad in store.quads_for_pattern(None, node(KG[name]), None, None)
    }
    for quad in store.quads_for_pattern(None, node(KG.holdsPosition), None, None):
        assert isinstance(quad.object, NamedNode)
        roles = sorted(_texts(store, quad.object, "role"))
        found |= {
            (value(quad.subject), "holdsPosition", of, "; ".join(roles))
            for of in _texts(store, quad.object, "of")
        }
    for source, type, target, role in sorted(found):
        if {source, target} <= entities:
            yield {"source": source, "target": target, "type": type, "role": role}


def _entities(store: Store) -> set[str]:
    return {
        value(quad.subject)
        for kind in EntityType
        for quad in store.quads_for_pattern(None, node(RDF.type), node(KG[kind.value]), None)
    }


def _texts(store: Store, subject: NamedNode, name: str) -> set[str]:
    found = store.quads_for_pattern(subject, node(KG[name]), None, None)
    return {quad.object.value for quad in found if isinstance(quad.object, NamedNode | Literal)}


def write_csv(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write `nodes.csv` and `edges.csv`.

    Args:
        store: A store that holds a built graph.
        folder: Where to write.

    Returns:
        The two files.
    """
    _write_table(folder / "nodes.csv", _NODE_COLUMNS, nodes(store))
    _write_table(folder / "edges.csv", _EDGE_COLUMNS, edges(store))
    return folder / "nodes.csv", folder / "edges.csv"


def _write_table(path: Path, columns: dict[str, str], rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.values())
        for row in rows:
            writer.writerow(_cell(name, row.get(name, "")) for name in columns)


def _cell(name: str, held: Any) -> Any:
    if not isinstance(held, list):
        return held
    # Semicolons part the items of a Neo4j list; IRIs of ours have none, sentences do.
    return ("\n" if name == "evidence" else ";").join(held)


def write_parquet(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write `nodes.parquet` and `edges.parquet`; lists stay lists, days are days.

    Args:
        store: A store that holds a built graph.
        folder: Where to write.

    Returns:
        The two files.

    Raises:
        GraphError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import compute, parquet
    except ImportError:
        hint = "Install it: pip install 'barta[parquet]'"
        raise GraphError("Parquet needs the package pyarrow", "", hint) from None
    names, whole, real = pa.list_(pa.string()), pa.int64(), pa.float64()
    types = {"mentions": whole, "articles": whole, "sources": whole, "confidence": real}
    types |= {"place": names, "claims": names, "evidence": names}
    for stem, columns, rows in (
        ("nodes", _NODE_COLUMNS, nodes(store)),
        ("edges", _EDGE_COLUMNS, edges(store)),
    ):
        schema = pa.schema([(name, types.get(name, pa.string())) for name in columns])
        table = pa.Table.from_pylist(list(rows), schema=schema)
        for name in {"begin", "end"} & set(columns):
            days = compute.if_else(compute.equal(table[name], ""), None, table[name])
            table = table.set_column(table.schema.get_field_index(name), name, days.cast("date32"))
        parquet.write_table(table, folder / f"{stem}.parquet")
    return folder / "nodes.parquet", folder / "edges.parquet"
