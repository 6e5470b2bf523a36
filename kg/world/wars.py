"""Wars of these years: who attacks whom, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kg.language.tables import Row, read_table

FILE = Path(__file__).parent / "data" / "wars.tsv"

COLUMNS = ("one", "other", "first", "last", "source")


@dataclass(frozen=True, slots=True)
class War:
    """One side of a war: whom it attacks, and when.

    Attributes:
        one: Id of who attacks.
        other: Id of whom it attacks.
        first: The first day.
        last: The last day, or None while it goes on.
    """

    one: str
    other: str
    first: date
    last: date | None


@cache
def load_wars(path: Path = FILE) -> tuple[War, ...]:
    """Reads the table of wars.

    Args:
        path: The table.

    Returns:
        Its rows in order.

    Raises:
        DataError: The table is malformed or a day is none.
    """
    rows = read_table(path, COLUMNS, "one", "other", "first")
    return tuple(_war(row) for row in rows)


def _war(row: Row) -> War:
    try:
        first = date.fromisoformat(row["first"])
        last = date.fromisoformat(row["last"]) if row["last"] else None
    except ValueError:
        raise row.refuse("a day of the war is no day", "Write 2022-02-24") from None
    return War(row["one"], row["other"], first, last)
