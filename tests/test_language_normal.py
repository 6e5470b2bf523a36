"""Canonical text and its offset map."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import canonical, normalise

CASES = Path(__file__).parent / "cases" / "language_unicode.tsv"
LETTERS = frozenset(map(chr, range(0x995, 0x9B0))) - {"\u09a1", "\u09a2", "\u09af"}
BENGALI = st.text(
    st.one_of(
        st.characters(min_codepoint=0x980, max_codepoint=0x9FE),
        st.sampled_from("\u200c\u200d\u200b\ufeff\u00ad\u00a0 \n|aé\u2019"),
    )
)


def _rows() -> list[dict[str, str]]:
    with CASES.open(encoding="ascii", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        {key: value.encode("ascii").decode("unicode_escape") for key, value in row.items()}
        for row in rows
    ]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["fact"])
def test_repairs(row: dict[str, str]) -> None:
    """Each row's input becomes its expected form."""
    assert canonical(row["input"]) == row["expected"]


@given(BENGALI)
def test_canonical_is_stable(text: str) -> None:
    """Canonical text is NFC and stays as it is."""
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(BENGALI | st.text())
def test_normalise_agrees_with_canonical(text: str) -> None:
    """Both functions give the same text."""
    assert normalise(text).text == canonical(text)


@given(BENGALI | st.text())
def test_offsets_are_ordered_and_inside(text: str) -> None:
    """Every character maps to a non-empty piece of the original, in order."""
    normal = normalise(text)
    spans = [normal.original(place, place + 1) for place in range(len(normal.text))]
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert spans == sorted(spans)


@given(BENGALI)
def test_offsets_point_at_the_source(text: str) -> None:
    """A letter that nothing repairs maps to itself."""
    normal = normalise(text)
    for place, character in enumerate(normal.text):
        if character in LETTERS:
            assert character in text[slice(*normal.original(place, place + 1))]


def test_span_of_a_repaired_word() -> None:
    """A precomposed letter shortens the original span, and nothing after it shifts."""
    text = "রাশি\u09dfা গেল"
    normal = normalise(text)
    begin = normal.text.index("গেল")
    assert text[slice(*normal.original(begin, begin + 3))] == "গেল"
