"""Tables as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ask import Table, format_table
from kg.errors import QueryError

TABLE = Table(
    ("who", "day", "what", "n"),
    (
        ("কিম জং উন", date(2023, 9, 13), "https://w3id.org/barta/ontology#Meeting", 2),
        ("[bold]x", None, "<script>", 0.5),
    ),
)


def test_text_is_aligned_and_counts_its_rows() -> None:
    """IRIs are shortened, nothing is taken for markup, empty cells stay empty."""
    text = format_table(TABLE, "table", width=100)
    assert "kg:Meeting" in text
    assert "[bold]x" in text
    assert text.endswith("(2 rows)\n")
    assert format_table(Table(("a",), (("x",),), truncated=True)).endswith(
        "(1 row, and more that are not shown)\n"
    )


def test_json_is_a_list_of_objects_in_plain_bengali() -> None:
    """Days are ISO text, unbound values are null."""
    text = format_table(TABLE, "json")
    assert "কিম জং উন" in text
    assert json.loads(text)[0]["day"] == "2023-09-13"
    assert json.loads(text)[1]["day"] is None


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.text("a,\"\n'")), max_size=4))
def test_csv_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes and line feeds in a cell break nothing."""
    text = format_table(Table(("a", "b"), tuple(rows)), "csv")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert [tuple(row) for row in found[1:]] == rows


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats."""
    with pytest.raises(QueryError, match="table, csv, json"):
        format_table(TABLE, "xml")
