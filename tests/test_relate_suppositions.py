"""What is only supposed, and what a speaker says will follow from it."""

from __future__ import annotations

import pytest
from told import told

TRUMP = "person/donald-trump"
IRAN = "country/iran"


def acts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type, agent and recipient of each claim."""
    return [(c.event_type, c.agent, c.recipient) for c in told(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "ডোনাল্ড ট্রাম্প বলেন, ইরান যদি শর্ত ভাঙে, তাহলে বিপদ আরও বাড়বে।",
        "ডোনাল্ড ট্রাম্প বলেন, দরকার হলে শক্তি ব্যবহার করে ইরানকে থামানো হবে।",
    ],
)
def test_what_follows_if_others_do_something_is_a_warning(text: str) -> None:
    """The speaker warns whoever is supposed to do it, or whom it would hit."""
    assert ("Warning", (TRUMP,), (IRAN,)) in acts(text)


def test_what_follows_if_the_speaker_does_something_warns_nobody() -> None:
    """যদি with the first person is a plan."""
    told_of = acts("ডোনাল্ড ট্রাম্প বলেন, আমি যদি জিতি, তাহলে অর্থনীতি আরও বাড়বে।")

    assert all(event != "Warning" for event, _, _ in told_of)


def test_not_to_do_what_the_other_does_not_is_a_promise() -> None:
    """Neither side is said to attack."""
    said = "ডোনাল্ড ট্রাম্প বলেন, ইরান যদি আক্রমণ না করে, তাহলে যুক্তরাষ্ট্রও আক্রমণ করবে না।"

    assert acts(said) == [("Promise", (TRUMP,), (IRAN,))]


def test_what_was_otherwise_is_no_happening() -> None:
    """The habitual past after যদি says that it was not so."""
    assert acts("ইরান যদি রাশিয়ায় হামলা চালাত, তাহলে যুদ্ধ হতো।") == []


def test_who_orders_what_he_does_himself_asks_nobody() -> None:
    """The order of a blockade is the blockade."""
    events = [event for event, _, _ in acts("ইরানকে ‘অবরোধ’ করার নির্দেশ দিয়েছেন ডোনাল্ড ট্রাম্প।")]

    assert "Sanction" in events
    assert "Appeal" not in events
