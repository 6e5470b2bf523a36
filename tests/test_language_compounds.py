"""Compounds that describe by a name or noun."""

import pytest

from kg.language import compound_head
from kg.language.tables import DATA, read_table

_ROWS = read_table(DATA / "second_parts.tsv", ("part", "example"), "part")


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["part"])
def test_each_second_part_describes_in_its_example(row) -> None:
    """The example is a first part and the part, with or without an ending."""
    first = row["example"].removesuffix(row["part"])
    assert compound_head(row["example"]) == first
    assert compound_head(f"{row['example']}র") in {first, ""}


@pytest.mark.parametrize("word", ["বিরোধী", "প্রবাসী", "রহমান", "মিঠাপুকুর", "প্রধানমন্ত্রী"])
def test_other_words_are_no_compounds(word: str) -> None:
    """A second part alone, a name and a post describe nothing by another name."""
    assert compound_head(word) == ""
