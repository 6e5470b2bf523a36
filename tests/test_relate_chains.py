"""Times that count from what was told. Published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("একই দিন", date(2025, 12, 15)),
        ("পরদিন", date(2025, 12, 16)),
        ("এর আগের দিন", date(2025, 12, 14)),
        # A day of its own counts before all.
        ("পরদিন ৩ ডিসেম্বর", date(2025, 12, 3)),
        # 'Before that' names no day.
        ("এর আগে", None),
    ],
)
def test_the_next_day_is_that_after_the_last_told(words: str, day: date | None) -> None:
    """'The same day', 'the day after' and 'the day before' count from the sentence before."""
    text = f"ভ্লাদিমির পুতিন সোমবার চীন সফরে যান। {words} তিনি শি জিনপিংয়ের সঙ্গে বৈঠক করেন।"
    (claim,) = (c for c in told(text)[0] if c.event_type == "Meeting")

    assert claim.begin == day


@pytest.mark.parametrize(("time", "first"), [("গত মে মাসে", date(2025, 5, 1)), ("সোমবার", None)])
def test_an_answer_came_in_the_same_month_not_on_the_same_day(
    time: str, first: date | None
) -> None:
    """'In answer to this' shares a month, not a day."""
    text = f"{time} ভারত পাকিস্তানে হামলা চালায়। এর জবাবে পাকিস্তানও ভারতে হামলা চালায়।"
    (claim,) = (c for c in told(text)[0] if c.agent == ("country/pakistan",))

    assert claim.begin == first


def test_after_two_sentences_nobody_counts_on() -> None:
    """'The same day' long after is the same as another."""
    text = (
        "ভ্লাদিমির পুতিন সোমবার চীন সফরে যান। সফর ভালো ছিল। আবহাওয়া ভালো ছিল। সবাই খুশি। "
        "একই দিন শি জিনপিং ইরানের প্রশংসা করেন।"
    )
    (claim,) = (c for c in told(text)[0] if c.event_type == "Support")

    assert claim.begin is None


def test_what_is_said_at_the_time_is_of_that_day() -> None:
    """'At that time he …' dates what he says, not what happened otherwise."""
    text = "ভ্লাদিমির পুতিন সোমবার চীন সফরে যান। এ সময় তিনি শি জিনপিংয়ের প্রশংসা করেন।"
    (praise,) = (c for c in told(text)[0] if c.event_type == "Support")
    other = text.replace("প্রশংসা করেন", "ওপর নিষেধাজ্ঞা আরোপ করেন")
    (ban,) = (c for c in told(other)[0] if c.event_type == "Sanction")

    assert praise.begin == date(2025, 12, 15)
    assert ban.begin is None


@pytest.mark.parametrize(
    ("before", "day"),
    [
        # The sentence before tells of another year.
        ("১৯৭১ সালের ২৫ মার্চ পাকিস্তান বাংলাদেশে হামলা চালায়।", date(1971, 12, 3)),
        # It tells of this one.
        ("গত ২৫ মার্চ পাকিস্তান বাংলাদেশে হামলা চালায়।", date(2025, 12, 3)),
        # The day would be before what was told.
        ("১৯৭১ সালের ১৬ ডিসেম্বর পাকিস্তান বাংলাদেশে হামলা চালায়।", date(2025, 12, 3)),
    ],
)
def test_a_day_without_a_year_is_in_the_year_that_is_told_of(before: str, day: date) -> None:
    """A story of a past year goes on with days of that year."""
    text = f"{before} ৩ ডিসেম্বর ভারত পাকিস্তানে হামলা চালায়।"
    (claim,) = (c for c in told(text)[0] if c.agent == ("country/india",))

    assert claim.begin == day


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("সোমবার হামাস গাজায় ছিল, সেখানে হামলা হয়।", date(2025, 12, 15)),
        # Who condemned it on Monday says nothing of when it was.
        ("সোমবার রাশিয়া হামলার নিন্দা জানিয়েছে।", None),
    ],
)
def test_this_attack_was_on_the_day_just_told_unless_only_talk_was(
    before: str, day: date | None
) -> None:
    """'In this attack they seized …' counts from a day of deeds."""
    text = f"{before} এই হামলায় ইসরায়েলিদের বন্দি করে হামাস।"
    (seized,) = (c for c in told(text)[0] if c.event_type == "Coercion")

    assert seized.begin == day


@pytest.mark.parametrize(
    ("before", "words", "first", "last"),
    [
        ("২০১৪ সালের মার্চে", "একই বছর", date(2014, 1, 1), date(2014, 12, 31)),
        ("২০১৪ সালের মার্চে", "ওই মাসে", date(2014, 3, 1), date(2014, 3, 31)),
        ("২০১৪ সালে", "মের্জ সেই মুহূর্তটির কথা বলেন, যখন", date(2014, 1, 1), date(2014, 12, 31)),
        ("২০১৪ সালে", "পরে", None, None),
    ],
)
def test_the_same_year_month_or_moment_is_that_told_last(
    before: str, words: str, first: date | None, last: date | None
) -> None:
    """একই বছর is the year of what was told, ওই মাসে its month, সেই মুহূর্ত its very time."""
    text = f"{before} রাশিয়া ইউক্রেনে হামলা চালায়। {words} ফ্রান্স মালিতে হামলা চালায়।"
    (claim,) = (c for c in told(text)[0] if c.agent == ("country/france",))

    assert (claim.begin, claim.end) == (first, last)
