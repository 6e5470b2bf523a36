"""When and where somebody spoke. The sentences are published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

from kg.model import Claim

TUESDAY = date(2025, 12, 16)


def only(text: str, event: str) -> Claim:
    """The one claim of a kind."""
    (claim,) = (c for c in told(text)[0] if c.event_type == event)
    return claim


def test_who_spoke_on_one_day_said_it_then() -> None:
    """What a speaker with one dated occasion says later in the article was said then, too."""
    text = (
        "চীন সফর শেষ হয়েছে। মঙ্গলবার ভ্লাদিমির পুতিন বলেন, রাশিয়া শান্তি চায়। "
        "সম্মেলনে অনেকে ছিলেন। ভ্লাদিমির পুতিন ইরানের প্রশংসা করেন।"
    )

    assert only(text, "Support").begin == TUESDAY


@pytest.mark.parametrize(
    "later",
    [
        "এর আগে ভ্লাদিমির পুতিন ইরানের প্রশংসা করেন।",
        "ভ্লাদিমির পুতিন বারবার ইরানের প্রশংসা করেন।",
        "ভ্লাদিমির পুতিন ইরানের প্রশংসা করেছিলেন।",
        "সোমবার ভ্লাদিমির পুতিন বলেন, সময় কম। ভ্লাদিমির পুতিন ইরানের প্রশংসা করেন।",
    ],
)
def test_what_was_said_before_often_or_on_another_day_is_not_dated(later: str) -> None:
    """Neither 'earlier' nor 'often' nor a second day leaves the day of the speech sure."""
    text = f"চীন সফর শেষ হয়েছে। সফর ভালো ছিল। মঙ্গলবার ভ্লাদিমির পুতিন বলেন, রাশিয়া শান্তি চায়। {later}"

    assert only(text, "Support").begin is None


def test_he_said_all_this_tells_where() -> None:
    """The place of a gathering at which 'he said all this' is that of what he said."""
    text = "জো বাইডেন চীনের সমালোচনা করেছেন। মঙ্গলবার শিকাগোতে এক অনুষ্ঠানে এসব কথা বলেন জো বাইডেন।"

    claim = only(text, "Accusation")
    assert (claim.begin, claim.place) == (TUESDAY, ("place/chicago",))


def test_a_state_bans_when_it_says_so() -> None:
    """What headline or lede tell that a state has declared was on the day it said so."""
    text = "ভারতের ওপর নিষেধাজ্ঞা দিয়েছে পাকিস্তান। মঙ্গলবার পাকিস্তান জানিয়েছে, সময় বাড়তে পারে।"

    assert only(text, "Sanction").begin == TUESDAY


def test_a_statement_dates_what_its_author_did_in_the_sentence_before() -> None:
    """'They rejected it. On Monday, in a statement, they called …': a body goes on as they."""
    text = "রাশিয়া অভিযোগ অস্বীকার করেছে। সোমবার এক বিবৃতিতে তারা বলেছে, ইউক্রেন ভালো নেই।"
    denial = next(c for c in told("ভারত ভালো। চীন ভালো। " + text)[0] if c.event_type == "Denial")

    assert denial.begin == date(2025, 12, 15)


def test_what_a_state_said_its_minister_said_on_the_day_that_he_said_all_this() -> None:
    """The spokesman's day is that of what his state did by speaking."""
    text = (
        "ইউক্রেনের নিন্দা জানিয়েছে রাশিয়া। ভালো কিছু হয়নি। সোমবার রাশিয়ার পররাষ্ট্রমন্ত্রী সের্গেই লাভরভ এ কথা বলেন।"
    )
    (claim,) = (c for c in told(text)[0] if c.event_type == "Accusation")

    assert claim.begin == date(2025, 12, 15)


@pytest.mark.parametrize(
    ("before", "day"),
    [("সোমবার", date(2025, 12, 15)), ("শুক্রবার", None)],
)
def test_who_just_spoke_goes_on_on_that_day(before: str, day: date | None) -> None:
    """A later day does not count, an earlier one leaves it open."""
    text = (
        f"{before} ভ্লাদিমির পুতিন বলেন, সব ভালো। সোমবার ভ্লাদিমির পুতিন বলেন, সব খারাপ। "
        "তিনি ইউক্রেনের নিন্দা জানান। মঙ্গলবার ভ্লাদিমির পুতিন বলেন, সব শেষ।"
    )
    (claim,) = (c for c in told("চীন ভালো। চীন ভালো। " + text)[0] if c.event_type == "Accusation")

    assert claim.begin == day


def test_who_says_more_says_it_on_the_same_day() -> None:
    """'He said further' goes on with the last day told, though he spoke on others before."""
    text = (
        "রোববার ভ্লাদিমির পুতিন বলেন, সময় কম। চীন সফর শেষ হয়েছে। "
        "মঙ্গলবার ভ্লাদিমির পুতিন বলেন, রাশিয়া শান্তি চায়। "
        "ভ্লাদিমির পুতিন আরও বলেন, ইরানের ভূমিকা প্রশংসনীয়। ভ্লাদিমির পুতিন আরও বলেন, আমি ইরানের প্রশংসা করি।"
    )

    assert only(text, "Support").begin == TUESDAY


def test_what_was_said_earlier_is_not_of_the_occasion_told() -> None:
    """'Earlier he had said' goes back before the day of the news."""
    text = "ভ্লাদিমির পুতিন মঙ্গলবার এক অনুষ্ঠানে এসব কথা বলেন। এর আগে ভ্লাদিমির পুতিন চীনের সমালোচনা করেছিলেন।"

    assert only(text, "Accusation").begin is None
