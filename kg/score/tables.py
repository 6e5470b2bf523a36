"""The room's two tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.language.tables import read_table

_DATA = Path(__file__).parent / "data"


@cache
def endings() -> tuple[str, ...]:
    """Return the endings up to which two forms of a name count as one."""
    return tuple(row["ending"] for row in read_table(_DATA / "endings.tsv", ("ending",), "ending"))


@cache
def plover_types() -> dict[str, str]:
    """Return the PLOVER type of each event class (https://github.com/openeventdata/PLOVER)."""
    rows = read_table(_DATA / "types.tsv", ("class", "type"), "class")
    return {row["class"]: row["type"] for row in rows}
