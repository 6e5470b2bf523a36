"""Labels without text: joined with the articles they were made on, and with nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import DataError, InputError
from kg.tag.labels import MODEL_LABELS
from kg.tag.train.annotated import (
    HEADLINE_TABLE,
    TABLE,
    article_words,
    read_annotated,
    sentence_hash,
)

_RECORD = {"id": "a-1", "title": "ঢাকায় বৈঠক", "text": "রহিম মিয়া ঢাকায় এলেন। তিনি চলে গেলেন।"}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """One article as JSON lines."""
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(_RECORD, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "names.tsv"
    path.write_text("# a comment\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_labels_meet_their_sentence(articles: Path) -> None:
    """A sentence whose hash is in the table comes with its names; the others stay away."""
    words = list(article_words(_RECORD))[1]
    table = _table(articles.parent, f"a-1\t{sentence_hash(words)}\t0-2:PER 2-3:LOC")
    (example,) = read_annotated(articles, table)
    assert example.words == ("রহিম", "মিয়া", "ঢাকায়", "এলেন", "।")
    assert example.tags == ("B-PER", "I-PER", "B-LOC", "O", "O")


def test_a_changed_sentence_is_left_out(articles: Path) -> None:
    """Labels of another wording are not laid upon the sentence."""
    table = _table(articles.parent, f"a-1\t{sentence_hash(['রহিম'])}\t0-1:PER")
    assert list(read_annotated(articles, table)) == []


@pytest.mark.parametrize("names", ["0-2", "0-2:CAR", "2-2:PER", "x-2:PER"])
def test_what_is_no_name_is_refused(articles: Path, names: str) -> None:
    """A malformed row is an error that tells the line."""
    with pytest.raises(DataError, match=r"names\.tsv:2"):
        list(read_annotated(articles, _table(articles.parent, f"a-1\t00\t{names}")))


def test_missing_articles_are_an_input_error(tmp_path: Path) -> None:
    """Articles that are not there are named."""
    with pytest.raises(InputError, match=r"none\.jsonl"):
        list(read_annotated(tmp_path / "none.jsonl"))


@pytest.mark.parametrize("table", [TABLE, HEADLINE_TABLE])
def test_the_shipped_tables_hold_no_text(table: Path) -> None:
    """Article ids, hashes and numbers: no letter of Bengali."""
    text = table.read_text(encoding="utf-8")
    assert text.isascii() and len(text.splitlines()) > 1000
    assert all(f":{label}" in text for label in MODEL_LABELS if label != "TIME")
