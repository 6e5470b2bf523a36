"""Names beside nouns that say what they are."""

from __future__ import annotations

import pytest

from kg.language import split_sentences
from kg.language.tables import read_table
from kg.tag.kinds import TABLE, add_by_kind
from kg.world import load_world


def _found(text: str) -> list[tuple[str, str]]:
    found = add_by_kind(text, split_sentences(text), (), load_world())
    return [(each.label, each.base) for each in found]


_ROWS = read_table(TABLE, ("noun", "side", "label", "example"), "noun", "side")


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['noun']} {row['side']}")
def test_each_noun_finds_the_name_of_its_example(row) -> None:
    """The example beside a noun gives one name of the label beside it."""
    assert [label for label, _ in _found(row["example"])] == [row["label"]]


def test_the_head_noun_belongs_to_the_name() -> None:
    """A foundation is called so; a region is not."""
    assert _found("হিনরিচ ফাউন্ডেশনের প্রধান।") == [("ORG", "হিনরিচ ফাউন্ডেশন")]
    assert _found("কিয়েভ ও সুমি অঞ্চলে বিস্ফোরণ হয়।") == [("LOC", "সুমি")]


def test_ordinary_words_beside_a_kind_are_no_name() -> None:
    """Verbs, adjectives and words with an ending beside such a noun name nothing."""
    for text in (
        "সংবাদমাধ্যম জানিয়েছে, কাজ চলছে।",
        "সীমান্তবর্তী অঞ্চলে কাজ চলছে।",
        "নাগরিকদের এলাকায় কাজ চলছে।",
        "কেন্দ্রীয় শহরে কাজ চলছে।",
    ):
        assert _found(text) == []
