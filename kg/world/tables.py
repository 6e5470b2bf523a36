"""Reads the tables of the gazetteer, refusing what is malformed with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import DataError
from kg.language import canonical


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


def read_table(path: Path, columns: Sequence[str]) -> tuple[Row, ...]:
    """Reads a TSV file whose first line names its columns.

    Args:
        path: The file; empty lines and lines that start with `#` are left out.
        columns: The columns that it must have, in order.

    Returns:
        Its rows in order.

    Raises:
        DataError: The file is missing, its columns differ, a row has too many or too
            few cells, or a cell is not canonical or has white space at its ends.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError("table is missing", str(path), "Reinstall the package") from None
    except UnicodeDecodeError as error:
        raise DataError("table is not UTF-8", str(path), "Save it as UTF-8") from error
    lines = text.split("\n")
    if lines[0].split("\t") != list(columns):
        raise DataError(f"columns are not {' '.join(columns)}", f"{path}:1")
    return tuple(
        _row(line.split("\t"), columns, f"{path}:{number}")
        for number, line in enumerate(lines[1:], start=2)
        if line and not line.startswith("#")
    )


def _row(cells: list[str], columns: Sequence[str], where: str) -> Row:
    row = Row(dict(zip(columns, cells, strict=False)), where)
    if len(cells) != len(columns):
        raise row.refuse(f"{len(cells)} cells instead of {len(columns)}", "Separate them by tabs")
    for cell in cells:
        if cell != cell.strip():
            raise row.refuse(f"white space around {cell!r}", "Remove it")
        if canonical(cell) != cell:
            raise row.refuse(f"{cell!r} is not canonical", f"Write {canonical(cell)!r}")
    return row
