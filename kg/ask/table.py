"""What a query answers: named columns and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import regex
from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples
from rdflib import XSD

from kg.graph.vocab import value

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | date | None

_LIST = regex.compile(r'GROUP_CONCAT\([^()]*separator="; "\) AS \?(\w+)\)')
_INTEGERS = frozenset({str(XSD.integer), str(XSD.int), str(XSD.long)})
_FLOATS = frozenset({str(XSD.decimal), str(XSD.double), str(XSD.float)})


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query.

    Attributes:
        columns: Names of the columns.
        rows: One value for each column; `None` where a variable is unbound. IRIs are text.
        truncated: Whether there were more rows than the limit.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame."""
        import pandas as pd  # half a second that most commands do not need

        return pd.DataFrame(list(self.rows), columns=list(self.columns))


def with_sorted_lists(table: Table, query: str) -> Table:
    """A table whose lists in a cell are in order: the store gives them in any.

    Args:
        table: The answer.
        query: SPARQL text that lists things by `GROUP_CONCAT(… separator="; ") AS ?column`.

    >>> query = 'SELECT (GROUP_CONCAT(?x; separator="; ") AS ?all)'
    >>> with_sorted_lists(Table(("all",), (("b; a",),)), query).rows
    (('a; b',),)
    """
    lists = set(_LIST.findall(query))
    places = {number for number, column in enumerate(table.columns) if column in lists}
    rows = tuple(
        tuple(
            "; ".join(sorted(cell.split("; "))) if n in places and isinstance(cell, str) else cell
            for n, cell in enumerate(row)
        )
        for row in table.rows
    )
    return Table(table.columns, rows, table.truncated)


def to_table(answer: QuerySolutions | QueryBoolean | QueryTriples, limit: int) -> Table:
    """The table of an answer, up to a number of rows.

    Args:
        answer: What the store gave: rows, a truth value (column `answer`) or triples
            (columns `subject`, `predicate`, `object`).
        limit: The largest number of rows.
    """
    if isinstance(answer, QueryBoolean):
        return Table(("answer",), ((bool(answer),),))
    if isinstance(answer, QueryTriples):
        triples = ((_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in answer)
        return _cut(("subject", "predicate", "object"), triples, limit)
    columns = tuple(variable.value for variable in answer.variables)
    rows = (tuple(_cell(solution[name]) for name in columns) for solution in answer)
    return _cut(columns, rows, limit)


def _cut(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], limit: int) -> Table:
    kept = tuple(islice(rows, limit + 1))
    return Table(columns, kept[:limit], truncated=len(kept) > limit)


def _cell(term: object) -> Cell:
    if term is None:
        return None
    if not isinstance(term, Literal):
        return value(term)  # type: ignore[arg-type]
    datatype = term.datatype.value
    if datatype in _INTEGERS:
        return int(term.value)
    if datatype in _FLOATS:
        return float(Decimal(term.value)) if datatype == str(XSD.decimal) else float(term.value)
    if datatype == str(XSD.boolean):
        return term.value == "true"
    if datatype == str(XSD.date):
        try:
            return date.fromisoformat(term.value)
        except ValueError:
            return term.value  # a year beyond 9999, or a day with a time zone
    return term.value
