"""The label sets of the training data and what each label becomes here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import DataError

#: The labels that the shipped model knows. Countries are `LOC` to it: no training
#: set but one tells states from places, so `GPE` is left to the gazetteer.
MODEL_LABELS = ("PER", "LOC", "ORG", "TIME")

_TABLE = Path(__file__).parent / "data" / "labels.tsv"


@cache
def label_targets(source: str) -> dict[str, str]:
    """The labels of a training set with their targets here.

    Args:
        source: Name of the training set: `headlines`, `daffodil` or `banglakit`.

    Returns:
        Target by label; the empty string means that the label is dropped.

    Raises:
        DataError: The table is malformed or does not know the set.
    """
    targets = _table(_TABLE).get(source)
    if targets is None:
        raise DataError(f"no labels for the training set {source!r}", str(_TABLE))
    return targets


def _table(path: Path) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        where = f"{path}:{number}"
        cells = line.split("\t")
        if len(cells) != 3:
            raise DataError("a row needs source, label and target", where)
        source, label, target = cells
        if target and target not in MODEL_LABELS:
            raise DataError(f"unknown target label {target!r}", where, f"one of {MODEL_LABELS}")
        if label in table.setdefault(source, {}):
            raise DataError(f"{source} {label} stands twice", where)
        table[source][label] = target
    return table
