"""Date expressions."""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.language import find_times, parse_time, timewords
from kg.language.tables import read_toml
from kg.language.timewords import Rule, grammar

CASES = Path(__file__).parent / "cases"
TENSE = {"": None, "true": True, "false": False}
WEDNESDAY = date(2023, 9, 13)


def _rows() -> list[dict[str, str]]:
    with (CASES / "language_dates.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["expression"])
def test_dates(row: dict[str, str]) -> None:
    """Each expression means the days of its row."""
    days = parse_time(row["expression"], date.fromisoformat(row["published"]), TENSE[row["past"]])
    assert days == (date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))


@pytest.mark.parametrize(
    "text", (CASES / "language_no_dates.txt").read_text(encoding="utf-8").splitlines()
)
def test_no_dates(text: str) -> None:
    """What only looks like a date is none."""
    assert find_times(text, WEDNESDAY) == ()


@pytest.mark.parametrize("rule", grammar().rules, ids=lambda rule: rule.catch[0])
def test_rule_examples(rule: Rule) -> None:
    """Each rule matches its example whole and reads it as it says, and misses the other."""
    expression, meant = rule.catch
    published, days = meant.split(" -> ")
    assert rule.pattern.fullmatch(expression)
    assert not rule.pattern.fullmatch(rule.miss)
    found = parse_time(expression, date.fromisoformat(published))
    assert (", ".join(map(str, found)) if found else "nothing") == days


def test_without_a_publication_day_only_full_dates_resolve() -> None:
    """Relative expressions need a day to count from; a year and a full date do not."""
    text = "সোমবার গত মাসে ১৩ সেপ্টেম্বর; ২০২২ সালের ৫ মে"
    assert [found.first for found in find_times(text, None)] == [date(2022, 5, 5)]


def test_several_expressions_with_offsets() -> None:
    """Offsets are the original's, also after a precomposed letter."""
    text = "রাশি\u09dfা সোমবার ও গত মাসে জানায়"
    found = find_times(text, WEDNESDAY, offset=10)
    assert [text[t.begin - 10 : t.end - 10] for t in found] == ["সোমবার", "গত মাসে"]
    assert [t.grain for t in found] == ["day", "month"]


WORDS = st.lists(
    st.sampled_from(
        [
            "গত",
            "আগামী",
            "১৩",
            "৩১",
            "সেপ্টেম্বর",
            "ফেব্রুয়ারি",
            "সোমবার",
            "২০২৩",
            "সালে",
            "মাসে",
            "তিন",
            "বছর",
            "আগে",
            "থেকে",
            "(",
            ")",
        ]
    ),
    max_size=8,
).map(" ".join)


@given(WORDS, st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([None, True, False]))
def test_every_expression_is_whole(text: str, published: date, past: bool | None) -> None:
    """Found expressions are in order, apart, and never end before they begin."""
    found = find_times(text, published, past=past)
    assert all(one.end <= two.begin for one, two in pairwise(found))
    assert all(t.first <= t.last and t.text == text[t.begin : t.end] for t in found)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"months": {"1": ["x"], "2": ["x"]}}, "repeated"),
        ({"extra": {}}, "sections"),
        ({"rules": [{"how": "day"}]}, "keys"),
        (
            {"rules": [{"how": "day", "needs": "day", "pattern": "(", "catch": [], "miss": ""}]},
            "dates.toml",
        ),
    ],
)
def test_malformed_grammar_is_refused(
    change: dict[str, object], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repeated word, an unknown section or key, a broken pattern names the file."""
    broken = read_toml("dates.toml") | change
    monkeypatch.setattr(timewords, "read_toml", lambda name: broken)
    with pytest.raises(DataError, match=complaint):
        timewords.grammar.__wrapped__()
