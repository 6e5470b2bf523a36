"""The label sets of the training data and what each label becomes here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language.tables import read_table

#: The labels that the shipped model knows. Countries are `LOC` to it: no training
#: set but one tells states from places, so `GPE` is left to the gazetteer.
MODEL_LABELS = ("PER", "LOC", "ORG", "TIME")

_TABLE = Path(__file__).parent / "data" / "labels.tsv"


def label_targets(source: str) -> dict[str, str]:
    """The labels of a training set with their targets here.

    Args:
        source: Name of the training set: `headlines` or `daffodil`.

    Returns:
        Target by label; the empty string means that the label is dropped.

    Raises:
        DataError: The table is malformed or does not know the set.
    """
    targets = _table().get(source)
    if targets is None:
        raise DataError(f"no labels for the training set {source!r}", str(_TABLE))
    return targets


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table(_TABLE, ("source", "label", "target"), "source", "label"):
        if row["target"] and row["target"] not in MODEL_LABELS:
            raise row.refuse(f"unknown target {row['target']!r}", f"Use one of {MODEL_LABELS}")
        table.setdefault(row["source"], {})[row["label"]] = row["target"]
    return table
