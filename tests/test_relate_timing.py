"""When a happening was. The sentences are published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

MET = "ভ্লাদিমির পুতিন {} শি জিনপিংয়ের সঙ্গে বৈঠক {}।"


def days(text: str) -> tuple[date | None, date | None]:
    """First and last day of the first claim."""
    claim = told(text)[0][0]
    return claim.begin, claim.end


@pytest.mark.parametrize(
    ("time", "verb", "first", "last"),
    [
        ("শুক্রবার", "করেছেন", date(2025, 12, 12), date(2025, 12, 12)),
        ("শুক্রবার", "করবেন", date(2025, 12, 19), date(2025, 12, 19)),
        ("২০১৯ সালে", "করেছেন", date(2019, 1, 1), date(2019, 12, 31)),
        ("গতকাল", "করেছেন", date(2025, 12, 16), date(2025, 12, 16)),
    ],
)
def test_a_weekday_is_the_last_of_what_was_and_the_next_of_what_will_be(
    time: str, verb: str, first: date, last: date
) -> None:
    """The verb's tense says which Friday is meant; a year is all its days."""
    assert days(MET.format(time, verb)) == (first, last)


@pytest.mark.parametrize(
    "time", ["২০১৯ সালের পর", "২০১৯ সাল পর্যন্ত", "২০১৯ সালের আগে", "২০১৯ সালের মতো"]
)
def test_a_bound_is_no_date(time: str) -> None:
    """After, until, before and unlike a year do not say when it was."""
    assert days(MET.format(time, "করেছেন")) == (None, None)


def test_the_time_of_another_clause_does_not_count() -> None:
    """Each clause has its own time."""
    text = "শি জিনপিং সোমবার ভারত সফর করেছেন, ভ্লাদিমির পুতিন ইরানের সমালোচনা করেছেন।"

    assert [c.begin for c in told(text)[0] if c.event_type == "Visit"] == [date(2025, 12, 15)]


def test_the_nearest_time_before_the_trigger_counts() -> None:
    """Of two times in a clause that right before the event noun is taken."""
    text = "গতকাল ভ্লাদিমির পুতিন সোমবার শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।"

    assert days(text)[0] == date(2025, 12, 15)


@pytest.mark.parametrize(
    ("text", "event", "first"),
    [
        # Since when it goes on dates it.
        ("২০২২ সাল থেকে ইউক্রেনে হামলা চালাচ্ছে রাশিয়া।", "Attack", date(2022, 1, 1)),
        # A time in the genitive belongs to the noun after it.
        ("২০২৬ সালের বাজেট নিয়ে ভ্লাদিমির পুতিন শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।", "Meeting", None),
        ("২০১৯ সালের শীর্ষ বৈঠকে ভ্লাদিমির পুতিন ও কিম জং উন মিলিত হন।", "Meeting", date(2019, 1, 1)),
        # But 'in Sunday's speech' is when it was said.
        ("রোববারের ভাষণে ভ্লাদিমির পুতিন চীনের প্রশংসা করেছেন।", "Support", date(2025, 12, 14)),
        # Who condemned the attack on Monday did not attack on Monday.
        ("সোমবার শি জিনপিং ইউক্রেনে রাশিয়ার হামলার নিন্দা জানিয়েছেন।", "Attack", None),
        ("সোমবার শি জিনপিং ইউক্রেনে রাশিয়ার হামলার নিন্দা জানিয়েছেন।", "Accusation", date(2025, 12, 15)),
        # What went before is dated apart.
        (
            "গত ১৩ জুলাই যুদ্ধবিরতি কার্যকর হওয়ার পর ইসরায়েলকে দায়ী করেন আলি খামেনি।",
            "Accusation",
            None,
        ),
        # What two clauses joined by 'and' tell was at one time.
        (
            "সোমবার ভ্লাদিমির পুতিন চীন সফর করেছেন এবং শি জিনপিংয়ের সঙ্গে বৈঠক করেছেন।",
            "Meeting",
            date(2025, 12, 15),
        ),
    ],
)
def test_a_time_belongs_to_one_happening(text: str, event: str, first: date | None) -> None:
    """The time is that of the happening that it stands with."""
    assert [c.begin for c in told(text)[0] if c.event_type == event] == [first]


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("রোববার ভোরের দিকে", date(2025, 12, 14), date(2025, 12, 14)),
        ("১৪ থেকে ১৬ ডিসেম্বর পর্যন্ত", date(2025, 12, 14), date(2025, 12, 16)),
        ("মঙ্গলবার পর্যন্ত", None, None),
    ],
)
def test_parts_of_days_and_ranges_are_times(time: str, first: date, last: date) -> None:
    """ভোরের দিকে is a time of day, and from one day until another is when it was."""
    assert days(f"{time} রাশিয়া ইউক্রেনে হামলা চালায়।") == (first, last)


def test_what_is_said_at_the_end_of_a_meeting_is_said_that_day() -> None:
    """সোমবার … সাক্ষাৎ শেষে বলেন dates the meeting, whatever stands between."""
    text = "সোমবার সচিবালয়ে নরেন্দ্র মোদির সঙ্গে সৌজন্য সাক্ষাৎ শেষে এ কথা জানান সের্গেই লাভরভ।"
    met = next(c for c in told(text)[0] if c.event_type == "Meeting")
    assert met.begin == date(2025, 12, 15)


def test_what_happened_was_not_on_a_day_to_come() -> None:
    """The day of what somebody agreed to is not the day on which he agreed."""
    text = "রাশিয়া আগামী ২০ ডিসেম্বর ইউক্রেনের সঙ্গে আলোচনায় যোগ দিতে রাজি হয়েছে।"
    assert [c.begin for c in told(text)[0] if c.event_type == "Agreement"] == [None]


@pytest.mark.parametrize(
    ("until", "last"), [("এখন পর্যন্ত", date(2025, 12, 17)), ("একাধিকবার", date(2025, 10, 31))]
)
def test_what_is_told_from_a_day_until_now_lasts_until_the_article(until: str, last: date) -> None:
    """'Since October … so far' is the time from October to the article's day."""
    text = f"গত অক্টোবর থেকে ইসরায়েল গাজায় {until} হামলা চালিয়েছে।"
    assert days(text) == (date(2025, 10, 1), last)


def test_a_day_that_is_spoken_of_is_not_when_it_is_said() -> None:
    """A date in the objective is what the sentence is about."""
    text = "নরেন্দ্র মোদি ১৬ ডিসেম্বরকে বিজয় দিবস বলে ভারতের সেনাবাহিনীর প্রশংসা করেন।"
    assert [c.begin for c in told(text)[0] if c.event_type == "Support"] == [None]


def test_what_somebody_is_pressed_to_was_asked_before() -> None:
    """The day of what is done under pressure is not that of the pressure."""
    text = "ডোনাল্ড ট্রাম্পের চাপের মুখে সোমবার ইউক্রেন রাশিয়ার সঙ্গে বৈঠক করেছে।"
    found = {c.event_type: c.begin for c in told(text)[0]}
    assert found["Meeting"] == date(2025, 12, 15)
    assert found.get("Appeal") is None


def test_what_is_held_as_a_rule_has_no_day() -> None:
    """A day beside a standing opinion is that of the happening it is about."""
    text = "গত ৭ অক্টোবর হামাসের হামলার জন্য ইরানকে দায়ী করে থাকে ইসরায়েল।"
    begun = {c.event_type: c.begin for c in told(text)[0]}

    assert begun == {"Attack": date(2025, 10, 7), "Accusation": None}
