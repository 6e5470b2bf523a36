"""The room's two tables, refused with file and line when malformed."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

from kg.errors import DataError


@cache
def endings() -> tuple[str, ...]:
    """Return the endings up to which two forms of a name count as one."""
    return tuple(row[0] for row in _rows("endings.tsv", ("ending",)))


@cache
def plover_types() -> dict[str, str]:
    """Return the PLOVER type of each event class (https://github.com/openeventdata/PLOVER)."""
    return {row[0]: row[1] for row in _rows("types.tsv", ("class", "type"))}


def _rows(name: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    text = (files("kg.score") / "data" / name).read_text(encoding="utf-8")
    return parse_table(text, name, columns)


def parse_table(text: str, name: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Read a table: comment lines, a header, one row a line; the first cell is the key.

    Args:
        text: The table's text.
        name: Its file name, for messages.
        columns: The header it must have.

    Returns:
        The rows in file order.

    Raises:
        DataError: Wrong header, wrong number of cells, repeated key, or not NFC.
    """
    rows: list[tuple[str, ...]] = []
    keys: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{name}:{number}"
        if not unicodedata.is_normalized("NFC", line):
            raise DataError("not in NFC", where, "Save the line in NFC")
        if line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if len(row) != len(columns) or (not rows and row != columns):
            raise DataError(f"expected the columns {' '.join(columns)}", where)
        if row[0] in keys:
            raise DataError(f"{row[0]!r} is repeated", where, "Remove one of the rows")
        keys.add(row[0])
        rows.append(row)
    return rows[1:]
