"""Whom a clause answers without a name."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim

INDIA, PAKISTAN, RUSSIA, UKRAINE, TURKEY = (
    f"country/{name}" for name in ("india", "pakistan", "russia", "ukraine", "turkey")
)
ATTACK = "ইউক্রেনে হামলা চালিয়েছে রাশিয়া। "
ACCUSED = "রাশিয়ার বিরুদ্ধে যুদ্ধাপরাধের অভিযোগ তুলেছে ইউক্রেন। "


def last(text: str) -> Claim:
    """The last claim of a text."""
    return told(text)[0][-1]


@pytest.mark.parametrize(
    ("text", "event", "agent", "recipient"),
    [
        (ATTACK + "এ হামলার নিন্দা জানিয়েছে তুরস্ক।", "Accusation", TURKEY, RUSSIA),
        (ATTACK + "একে অগ্রহণযোগ্য বলে মন্তব্য করেছে তুরস্ক।", "Accusation", TURKEY, RUSSIA),
        (ACCUSED + "এ অভিযোগ অস্বীকার করেছে রাশিয়া।", "Denial", RUSSIA, UKRAINE),
        (ACCUSED + "রাশিয়া তা অস্বীকার করেছে।", "Denial", RUSSIA, UKRAINE),
        (
            "ভারতে হামলা চালায় পাকিস্তান। এর জবাবে পাল্টা হামলা চালায় ভারত।",
            "Attack",
            INDIA,
            PAKISTAN,
        ),
    ],
)
def test_who_did_what_a_clause_points_back_to_is_answered(
    text: str, event: str, agent: str, recipient: str
) -> None:
    """এ হামলা, এ অভিযোগ, তা, এর জবাবে lead back to the last event of that kind."""
    claim = last(text)

    assert (claim.event_type, claim.agent, claim.recipient) == (event, (agent,), (recipient,))


def test_without_a_word_that_points_back_nobody_is_answered() -> None:
    """নির্যাতনের নিন্দা: some other thing is condemned."""
    claim = last(ATTACK + "নারী নির্যাতনের নিন্দা জানিয়েছে তুরস্ক।")

    assert (claim.event_type, claim.recipient) == ("Accusation", ())


def test_what_was_told_long_before_is_not_answered() -> None:
    """Four sentences on, এ হামলা may be another."""
    between = "আবহাওয়া ভালো ছিল। " * 4
    claim = last(ATTACK + between + "এ হামলার নিন্দা জানিয়েছে তুরস্ক।")

    assert (claim.event_type, claim.recipient) == ("Accusation", ())


def test_what_is_refused_may_stand_before_an_infinitive() -> None:
    """X দাবি জানালেও Y তা মানতে রাজি নয়: who demanded is refused."""
    claim = last("তবে রাশিয়া ক্ষতিপূরণের দাবি জানালেও পাকিস্তান তা মানতে রাজি নয়।")

    assert (claim.event_type, claim.agent, claim.recipient) == ("Refusal", (PAKISTAN,), (RUSSIA,))
