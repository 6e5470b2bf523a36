"""The marks that claims are measured on: a table of offsets, and how claims are held against it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
import regex
from conftest import ROOT

from kg.model import Article, Block, BlockKind, Reading, Status
from kg.pipeline import read_out
from kg.score.tables import plover_types
from kg.tag import load_tagger
from kg.world import load_world

TEXT = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন মস্কোতে কিম জং উনের সঙ্গে বৈঠক করেছেন।"


@pytest.fixture(scope="module")
def annotated() -> ModuleType:
    """The benchmark as a module."""
    path = ROOT / "benchmarks" / "annotated.py"
    spec = importlib.util.spec_from_file_location("annotated", path)
    assert spec is not None and spec.loader is not None
    module = sys.modules["annotated"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reading() -> Reading:
    """One article, read."""
    article = Article("one", TEXT, (Block(BlockKind.BODY, 0, len(TEXT)),))
    world = load_world()
    (found,) = read_out(load_tagger(None, world).tag([article]), world)
    return found


def _marks(annotated: ModuleType, folder: Path, *rows: str) -> object:
    table = folder / "table.tsv"
    lines = ["article\tone\t00000000\t1", *rows]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (marks,) = annotated.read_marks(table)
    return marks


def _row(kind: str, agent: str, recipient: str, word: str = "বৈঠক") -> str:
    return f"0\t{TEXT.index(word)}\t{kind}\t{agent}\t{recipient}\t\toccurred"


def test_every_row_of_the_table_is_an_event_of_its_article(annotated: ModuleType) -> None:
    """Known classes and statuses, a word of the sentence, somebody who takes part."""
    statuses = {s.lower() for s in Status} - {"requestednot"} | {"requested_not"}
    seen = set()
    for marks in annotated.read_marks():
        assert marks.article not in seen
        seen.add(marks.article)
        for event in marks.events:
            assert event.subtype in plover_types()
            assert event.status in statuses
            assert 0 <= event.sentence <= event.trigger
            assert event.agent or event.recipient
    assert len(seen) > 1000


def test_the_table_holds_no_text(annotated: ModuleType) -> None:
    """Nothing of the articles' words is in it."""
    assert not regex.search(r"\p{Bengali}", annotated.TABLE.read_text(encoding="utf-8"))


@pytest.mark.model
def test_a_claim_answers_what_was_marked(
    annotated: ModuleType, reading: Reading, tmp_path: Path
) -> None:
    """The meeting of the two is found and right; a visit that was marked, too, is missed."""
    putin, kim = str(TEXT.index("পুতিন")), str(TEXT.index("কিম"))
    rows = (_row("Meeting", putin, kim), _row("Visit", kim, "", "মস্কোতে"))
    counts, missed = annotated.count(_marks(annotated, tmp_path, *rows), reading)
    assert (counts["Meeting asked"], counts["Meeting found"], counts["Meeting right"]) == (1, 1, 1)
    assert [m.subtype for m in missed] == ["Visit"]


@pytest.mark.model
def test_what_is_marked_twice_is_one_event(
    annotated: ModuleType, reading: Reading, tmp_path: Path
) -> None:
    """The same parties in either order meet once; an attack without a victim is left out."""
    putin, kim = str(TEXT.index("পুতিন")), str(TEXT.index("কিম"))
    rows = (_row("Meeting", putin, kim), _row("Meeting", kim, putin), _row("Attack", "?", ""))
    marks = _marks(annotated, tmp_path, *rows)
    assert [e.subtype for e, _ in annotated.events_of(marks, reading.resolution)] == ["Meeting"]
