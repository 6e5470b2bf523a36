"""Tables are read, or refused with the file, the line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.language.tables import read_table


def _table(folder: Path, text: str) -> Path:
    path = folder / "t.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_and_empty_lines_are_left_out(tmp_path: Path) -> None:
    """What is said about a table stands above, between or below its rows."""
    path = _table(tmp_path, "# words\nword\tgloss\n\n# one\nএক\tone\nদুই\t\n")
    rows = read_table(path, ("word", "gloss"), "word")
    assert [dict(row) for row in rows] == [
        {"word": "এক", "gloss": "one"},
        {"word": "দুই", "gloss": ""},
    ]
    assert rows[1].where == f"{path}:6"
    assert rows[1].optional("gloss") is None


def test_without_a_key_rows_may_come_again(tmp_path: Path) -> None:
    """Only where a key is named must rows differ in it."""
    assert len(read_table(_table(tmp_path, "word\nএক\nএক\n"), ("word",))) == 2


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", ":1: columns are not word"),
        ("wrong\nক\n", ":1: columns are not word"),
        ("word\nক\nক\n", ":3: .* stands here twice"),
        ("word\nক\tখ\n", ":2: 2 cells instead of 1"),
        ("word\n\u09df\n", ":2: .* is not canonical"),
        ("word\nক \n", ":2: white space around"),
    ],
)
def test_a_malformed_table_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """Header, width, key, Unicode form and white space."""
    with pytest.raises(DataError, match=rf"t\.tsv{complaint}"):
        read_table(_table(tmp_path, text), ("word",), "word")


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """So is one that is not there."""
    path = tmp_path / "t.tsv"
    with pytest.raises(DataError, match="missing"):
        read_table(path, ("word",))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="UTF-8"):
        read_table(path, ("word",))
