"""The day of the news. The sentences are published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

LEDE = "চীনের রাষ্ট্রদূতকে তলব করেছে ভারত। বেইজিং অবাক হয়েছে। "


def test_what_the_lede_tells_was_on_the_day_that_the_next_sentence_opens_with() -> None:
    """The first sentence after the lede that opens with a day dates the news."""
    text = LEDE + "মঙ্গলবার তাঁকে পররাষ্ট্র মন্ত্রণালয়ে নেওয়া হয়।"

    assert [c.begin for c in told(text)[0]] == [date(2025, 12, 16)]


@pytest.mark.parametrize(
    "later",
    [
        "গত ১ ডিসেম্বর সম্পর্ক ভালো ছিল।",
        "মঙ্গলবার রয়টার্স বিষয়টি নিশ্চিত করেছে।",
        "মঙ্গলবার এক ব্যক্তিকে গ্রেপ্তার করা হয়।",
        "সম্পর্ক ভালো ছিল মঙ্গলবার।",
    ],
)
def test_no_other_day_is_that_of_the_news(later: str) -> None:
    """Not a day long ago, of a report, of something else that happened, or in passing."""
    meeting = next(c for c in told(LEDE + later)[0] if c.evidence[0].sentence == 0)

    assert meeting.begin is None
