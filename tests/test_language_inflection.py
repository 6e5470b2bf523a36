"""Case endings, plurals, particles."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import canonical, inflect, inflections
from kg.language.tables import DATA, Row, read_table

CASES = Path(__file__).parent / "cases" / "language_inflection.tsv"


def _rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


KNOWN = frozenset(row["base"] for row in _rows())


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["word"])
def test_known_base(row: dict[str, str]) -> None:
    """With its base known, each word is taken apart as its row says."""
    found = inflect(row["word"], KNOWN.__contains__)
    assert (found.base, found.case.value, str(int(found.plural)), found.particle) == (
        row["base"],
        row["case"],
        row["plural"],
        row["particle"],
    )


@pytest.mark.parametrize("name", ["মিলার", "ফিনার", "আমুর", "ওয়াগনার", "সের্গেই", "মুম্বাই", "আল জাজিরা"])
def test_names_that_look_inflected_stay(name: str) -> None:
    """Without a list of names, a name that looks inflected is left alone."""
    assert inflect(canonical(name)).base == canonical(name)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("পুতিনকে", "পুতিন"),
        ("রহমান-কে", "রহমান"),
        ("বাইডেনের", "বাইডেন"),
        ("ইউক্রেনে", "ইউক্রেন"),
        ("প্রতিনিধিদের", "প্রতিনিধি"),
    ],
)
def test_plain_endings_go_without_a_list(word: str, base: str) -> None:
    """Endings that can hardly belong to a base are taken off unknown words."""
    assert inflect(word).base == base


def test_every_analysis_is_offered() -> None:
    """A gazetteer can test each base, the bare word among them."""
    bases = [found.base for found in inflections("মস্কোর")]
    assert "মস্কো" in bases
    assert "মস্কোর" in bases


@pytest.mark.parametrize(
    "row",
    read_table(DATA / "endings.tsv", ("ending", "case", "plural", "after", "least", "example")),
    ids=lambda row: row.where.rpartition("/")[2],
)
def test_example_of_each_ending(row: Row) -> None:
    """Each ending is found in its example."""
    ending, case, plural, _, _, example = row.values()
    cut = len(example) - len(ending.lstrip("'"))
    wanted = {(example[:cut].rstrip("-’"), case, plural == "1")}
    found = {(i.base, i.case.value, i.plural) for i in inflections(example)}
    assert wanted <= found


@given(st.text(st.characters(min_codepoint=0x985, max_codepoint=0x9CD), max_size=8))
def test_bases_begin_the_word(word: str) -> None:
    """No analysis invents letters: every base begins the word, and one is the word itself."""
    found = inflections(word)
    assert all(canonical(word).startswith(analysis.base) for analysis in found)
    assert canonical(word) in {analysis.base for analysis in found}
    assert inflect(word) == found[0]
