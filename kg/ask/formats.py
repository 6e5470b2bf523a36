"""A table as text for a terminal, as CSV or as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.ask.table import Cell, Table
from kg.errors import QueryError
from kg.graph.vocab import PREFIXES


def format_table(table: Table, format: str = "table", width: int = 120) -> str:
    r"""A table as text.

    Args:
        table: The answer to a query.
        format: `table` for people, `csv` or `json` for programs.
        width: Columns of the terminal, for `table`.

    Returns:
        Text that ends in a line feed; the same for the same table.

    Raises:
        QueryError: There is no such format.

    >>> format_table(Table(("who", "n"), (("কিম", 2),)), "csv")
    'who,n\r\nকিম,2\r\n'
    """
    writers: dict[str, Callable[[Table, int], str]] = {
        "table": _text,
        "csv": _csv,
        "json": _json,
    }
    if format not in writers:
        raise QueryError(f"{format!r} is no format", hint=f"Use one of {', '.join(writers)}")
    return writers[format](table, width)


def _text(table: Table, width: int) -> str:
    grid = RichTable(box=SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        grid.add_column(Text(column), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(_short(cell)) for cell in row))
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, legacy_windows=False)
    console.print(grid)
    rows = f"{len(table)} rows" if len(table) != 1 else "1 row"
    more = ", and more that are not shown" if table.truncated else ""
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(line for line in lines if line) + f"\n({rows}{more})\n"


def _short(cell: Cell) -> str:
    text = _plain(cell)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _csv(table: Table, _width: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out)  # lines end as RFC 4180 says, so that a lone CR is quoted
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _json(table: Table, _width: int) -> str:
    return json.dumps(table.dicts(), ensure_ascii=False, indent=1, default=_plain) + "\n"
