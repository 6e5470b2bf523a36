"""Who is made, told or let to do something."""

from __future__ import annotations

import pytest
from told import told


def _agents(text: str, event: str) -> set[str]:
    return {e for c in told(text)[0] if c.event_type == event for e in c.agent}


@pytest.mark.parametrize(
    "text",
    [
        "চীন রাশিয়াকে ইউক্রেনে হামলা চালাতে বাধ্য করেছে।",
        "রাশিয়াকে ইউক্রেনে হামলা চালাতে বলেছে চীন।",
        "ইউক্রেনে হামলা চালাতে রাশিয়াকে অনুরোধ করেছে চীন।",
    ],
)
def test_who_is_made_to_do_it_acts(text: str) -> None:
    """The object of forcing, telling and asking is the agent of the infinitive."""
    assert _agents(text, "Attack") == {"country/russia"}


def test_the_last_object_is_who_is_told() -> None:
    """Of two objects the first is the act's own, the one before the order is told."""
    text = "ইমরান খানকে গ্রেপ্তার করতে পাকিস্তানকে নির্দেশ দিয়েছে চীন।"

    assert _agents(text, "Coercion") == {"country/pakistan"}


def test_an_object_of_the_act_alone_is_not_told() -> None:
    """With the act's own object alone nobody is named who is to do it."""
    text = "ইমরান খানকে গ্রেপ্তার করতে নির্দেশ দিয়েছে পাকিস্তান।"

    assert _agents(text, "Coercion") == {"country/pakistan"}


def test_who_was_forced_did_it() -> None:
    """What somebody was forced to do has happened."""
    claims, _ = told("শেখ হাসিনা ভারতে যেতে বাধ্য হয়েছেন।")

    assert [(c.event_type, c.status.value) for c in claims] == [("Visit", "Occurred")]


def test_whom_a_protest_is_against_does_not_protest() -> None:
    """In হামলার প্রতিবাদে the attacker is the other side of the protest."""
    claims, _ = told("ইসরায়েলের হামলার প্রতিবাদে বিক্ষোভ করেছে হামাস।")

    found = [(c.agent, c.recipient) for c in claims if c.event_type == "Protest"]
    assert found == [(("organization/hamas",), ("country/israel",))]
