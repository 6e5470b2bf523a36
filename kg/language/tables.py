"""Reads the package's tables, and those of its users, refusing what is malformed."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.language.normal import canonical

DATA = Path(__file__).parent / "data"


class Row(Mapping[str, str]):
    """One row of a table: its cells by column, and where it stands."""

    __slots__ = ("_cells", "where")

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self._cells, self.where = cells, where

    def __getitem__(self, column: str) -> str:
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def optional(self, column: str) -> str | None:
        """The cell, or None when it is empty."""
        return self._cells[column] or None

    def refuse(self, what: str, hint: str = "") -> DataError:
        """The error that says what is wrong with this row.

        Args:
            what: What is wrong, one sentence without a full stop.
            hint: What to do about it.

        Returns:
            The error, to be raised by the caller.
        """
        return DataError(what, self.where, hint)


def read_table(path: Path, columns: Sequence[str], *key: str) -> tuple[Row, ...]:
    """Reads a TSV file whose first row names its columns.

    Args:
        path: The file; empty lines and lines that start with `#` are left out.
        columns: The columns that it must have, in order.
        key: The columns that together stand in one row only; none of them when any row
            may come again.

    Returns:
        Its rows in order.

    Raises:
        DataError: The file is missing, its columns differ, a row has too many or too
            few cells or repeats a key, or a cell is not canonical or has white space
            at its ends.
    """
    lines = _lines(path)
    where, header = next(lines, (f"{path}:1", ""))
    if header.split("\t") != list(columns):
        raise DataError(f"columns are not {' '.join(columns)}", where, "Write them as first row")
    rows = tuple(_row(line.split("\t"), columns, where) for where, line in lines)
    if key:
        _check_key(rows, key)
    return rows


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines that say something, with where they stand."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError("table is missing", str(path), "Reinstall the package") from None
    except UnicodeDecodeError as error:
        raise DataError("table is not UTF-8", str(path), "Save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith("#"):
            yield f"{path}:{number}", line


def _row(cells: list[str], columns: Sequence[str], where: str) -> Row:
    row = Row(dict(zip(columns, cells, strict=False)), where)
    if len(cells) != len(columns):
        raise row.refuse(f"{len(cells)} cells instead of {len(columns)}", "Separate them by tabs")
    # A row that is canonical as a whole is so in its parts: one look instead of many.
    whole = "\t".join(cells)
    suspects = cells if canonical(whole) != whole else ()
    for cell in cells:
        if cell != cell.strip():
            raise row.refuse(f"white space around {cell!r}", "Remove it")
    for cell in suspects:
        if canonical(cell) != cell:
            raise row.refuse(f"{cell!r} is not canonical", f"Write {canonical(cell)!r}")
    return row


def _check_key(rows: Sequence[Row], key: Sequence[str]) -> None:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        cells = tuple(row[column] for column in key)
        if cells in seen:
            raise row.refuse(f"{' '.join(cells)!r} stands here twice", "Remove one row")
        seen.add(cells)


def read_toml(name: str) -> dict[str, Any]:
    """Reads a TOML file of this room's `data/`.

    Args:
        name: File name in `kg/language/data/`.

    Returns:
        The parsed document.

    Raises:
        DataError: It is not TOML, repeats a key or is not in canonical Unicode.
    """
    text = (DATA / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            raise DataError("not in NFC", f"{name}:{number}", "Save the line in NFC")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not valid TOML: {error}", name) from error
