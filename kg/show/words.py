"""The words of the page in Bengali and English: the ontology's terms and `data/labels.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, parse
from rdflib import RDF, RDFS

from kg.config import ontology_dir
from kg.graph.tabular import STANDING
from kg.graph.vocab import KG, value
from kg.language.tables import read_table

_TABLE = Path(__file__).parent / "data" / "labels.tsv"


@cache
def words(path: Path = _TABLE) -> dict[str, dict[str, str]]:
    """Read the table of labels, and put the labels of the ontology's terms beside them.

    Args:
        path: A TSV file with the columns key, bn and en.

    Returns:
        For each key its Bengali (`bn`) and English (`en`) words.

    Raises:
        DataError: The table is malformed, or a cell is empty.

    >>> words()["event.Visit"]["bn"]
    'সফর'
    """
    table = _terms()
    for row in read_table(path, ("key", "bn", "en"), "key"):
        if not all(row.values()):
            raise row.refuse("a cell is empty", "Write a key, Bengali and English words")
        if row["key"] in table:
            raise row.refuse(f"{row['key']} is a term of the ontology", "Mend its label there")
        table[row["key"]] = {"bn": row["bn"], "en": row["en"]}
    return table


def _terms() -> dict[str, dict[str, str]]:
    """The labels of event types, statuses and their like, as `event.Visit`."""
    file = ontology_dir() / "kg.ttl"
    said = [
        quad
        for quad in parse(path=str(file), format=RdfFormat.TURTLE)
        if not isinstance(quad.subject, BlankNode)
    ]
    labels: dict[str, dict[str, str]] = {}
    for quad in said:
        if quad.predicate.value == str(RDFS.label) and isinstance(quad.object, Literal):
            labels.setdefault(_local(quad), {})[quad.object.language or ""] = quad.object.value
    kinds = {f"standing.{name}": name for name in ("holdsPosition", *STANDING)}
    kinds |= {f"event.{name}": name for name in _under(said, RDFS.subClassOf, str(KG.Event))}
    kinds |= {f"type.{name}": name for name in _under(said, RDFS.subClassOf, str(KG.Entity))}
    kinds |= {f"status.{name}": name for name in _under(said, RDF.type, str(KG.Status))}
    kinds |= {f"role.{name}": name for name in _under(said, RDF.type, str(KG.RoleType))}
    return {key: labels[name] | {"en": _shown(key, labels[name])} for key, name in kinds.items()}


def _under(said: list[Quad], predicate: str, above: str) -> Iterator[str]:
    """What is below a class, at any remove."""
    for quad in said:
        if quad.predicate.value == str(predicate) and value(quad.object) == above:
            yield _local(quad)
            yield from _under(said, predicate, value(quad.subject))


def _local(quad: Quad) -> str:
    return value(quad.subject).removeprefix(str(KG._NS))


def _shown(key: str, label: dict[str, str]) -> str:
    """A relation stands within a sentence, all else begins a line."""
    return label["en"] if key.startswith("standing.") else label["en"].capitalize()
