"""A word with the ending of a thing is no part of a person's name."""

from __future__ import annotations

import pytest

from kg.language.tables import read_table
from kg.model import Mention
from kg.tag.things import TABLE, without_things
from kg.world import load_world

_ROWS = read_table(TABLE, ("ending", "not_of_the_name", "name"), "ending")


def _after(text: str, label: str = "PER", found_by: str = "stanza-ner") -> Mention:
    (mention,) = without_things(
        [Mention(7, 7 + len(text), text, label, 0, text, found_by=found_by)], load_world()
    )
    return mention


@pytest.mark.parametrize("row", _ROWS, ids=[row["ending"] for row in _ROWS])
def test_each_ending_cuts_its_example_and_no_name(row: dict[str, str]) -> None:
    """What stands before the thing is left; a surname that sounds alike stays."""
    short = row["not_of_the_name"].rpartition(" ")[0]
    cut = _after(row["not_of_the_name"])
    assert (cut.text, cut.base, cut.end) == (short, short, 7 + len(short))
    assert _after(row["name"]).text == row["name"]


@pytest.mark.parametrize(
    ("text", "label", "found_by"),
    [
        ("ওয়াটসন উত্তরটির", "PER", "stanza-ner"),
        ("সুমি অঞ্চল শহরটির", "LOC", "stanza-ner"),
        ("অ্যাড্রিয়েন ওয়াটসন উত্তরটির", "PER", "gazetteer"),
    ],
    ids=["two words", "place", "known"],
)
def test_others_stay(text: str, label: str, found_by: str) -> None:
    """Names of two words, places and known names are left alone."""
    assert _after(text, label, found_by).text == text
