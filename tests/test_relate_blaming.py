"""Accusations that only what a speaker tells makes."""

from __future__ import annotations

import pytest
from told import told

TRUMP = "person/donald-trump"


def blame(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who accuses whom where no word for accusing says so."""
    return [(c.agent, c.recipient) for c in told(text)[0] if c.found_by == "accuse.tell"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("ডোনাল্ড ট্রাম্প বলেন, একটি মহল নির্বাচন নিয়ে নৈরাজ্যের দিকে গেছে।", ()),
        ("ডোনাল্ড ট্রাম্প বলেন, রাশিয়া পরিকল্পিতভাবে সময় নিচ্ছে।", ("country/russia",)),
        ("ডোনাল্ড ট্রাম্প বলেন, রাশিয়ার ইন্ধনে সংকট চলছে।", ("country/russia",)),
        ("ডোনাল্ড ট্রাম্প বলেন, আমাদের পথে বাধা ছিল।", ()),
    ],
)
def test_who_tells_of_a_wrong_accuses(text: str, blamed: tuple[str, ...]) -> None:
    """The speaker accuses whoever does it, and nobody where nobody is named."""
    assert blame(text) == [((TRUMP,), blamed)]


@pytest.mark.parametrize(
    "text",
    [
        "রাশিয়া পরিকল্পিতভাবে সময় নিচ্ছে।",
        "ডোনাল্ড ট্রাম্প বলেন, রাশিয়া পরিকল্পিতভাবে সময় নিচ্ছে না।",
        "ডোনাল্ড ট্রাম্প বলেন, রাশিয়া যদি পরিকল্পিতভাবে সময় নেয়।",
        "ডোনাল্ড ট্রাম্প বলেন, গাজায় গুলি চলছে।",
    ],
)
def test_no_wrong_is_told_of_no_accusation(text: str) -> None:
    """Nobody says it, it is not so, it is only supposed, or it is told of others."""
    assert blame(text) == []
