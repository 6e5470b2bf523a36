"""Titles are no part of a name."""

from __future__ import annotations

import pytest

from kg.tag.titles import body_end, without_titles
from kg.world import load_world

_CASES = {
    "প্রেসিডেন্ট ভ্লাদিমির পুতিন": ["ভ্লাদিমির পুতিন"],
    "পররাষ্ট্রমন্ত্রী সের্গেই লাভরভ": ["সের্গেই লাভরভ"],
    "দিমিত্রি পেসকভ": ["দিমিত্রি পেসকভ"],
    "শেখ হাসিনা": ["শেখ হাসিনা"],
    "প্রেসিডেন্ট": [],
    "হুমায়ুন কবির": ["হুমায়ুন কবির"],
}


@pytest.mark.parametrize("run", _CASES)
def test_without_titles(run: str) -> None:
    """The package's own table of posts knows the titles of international news."""
    words = run.split()
    found = [" ".join(words[first:last]) for first, last in without_titles(words, load_world())]
    assert found == _CASES[run]


def test_a_run_of_many_words_is_looked_through_once() -> None:
    """A title has a few words, hence no word looks further than so many ahead."""
    words = ["প্রেসিডেন্ট", "পুতিন"] * 2_000
    assert len(list(without_titles(words, load_world()))) == 2_000


@pytest.mark.parametrize(
    ("run", "left"), [("বাংলাদেশ হাইকমিশনারকে", 1), ("বাংলাদেশ হাইকমিশনকে", 2), ("হাইকমিশনারকে", 1)]
)
def test_a_post_is_no_end_of_a_body(run: str, left: int) -> None:
    """Whom a state sends is not its mission; a word alone is left to others."""
    assert body_end(run.split(), load_world()) == left
