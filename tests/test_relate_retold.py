"""Claims that take up a happening told before. Published on Wednesday, 17 December 2025."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

from kg.model import Claim


def claims(text: str, event: str) -> list[Claim]:
    """The claims of one kind."""
    return [c for c in told(text)[0] if c.event_type == event]


def test_what_a_body_did_that_was_told_as_its_states_act_is_that_act() -> None:
    """The navy's 'this test' is the test that Pakistan was said to have made."""
    text = "ক্ষেপণাস্ত্রের পরীক্ষা চালিয়েছে পাকিস্তান। সোমবার পাকিস্তানের নৌবাহিনী এ পরীক্ষা চালায়।"
    (test,) = claims(text, "MilitaryActivity")

    assert test.agent == ("country/pakistan",)
    assert test.begin == date(2025, 12, 15)


def test_another_states_body_did_something_else() -> None:
    """The navy of another state does not take up what Pakistan did."""
    text = "ক্ষেপণাস্ত্রের পরীক্ষা চালিয়েছে ভারত। সোমবার পাকিস্তানের নৌবাহিনী এ পরীক্ষা চালায়।"

    assert len(claims(text, "MilitaryActivity")) == 2


def test_who_is_blamed_for_this_killing_is_blamed_for_the_one_just_told() -> None:
    """Day, place and victim come from the sentence that names no doer."""
    text = "সোমবার তেহরানে ভ্লাদিমির পুতিন নিহত হন। এ হত্যাকাণ্ডের জন্য ইসরায়েলকে দায়ী করেছে ইরান।"
    (killing,) = claims(text, "Attack")

    assert killing.agent == ("country/israel",)
    assert killing.recipient == ("person/vladimir-putin",)
    assert killing.place == ("place/tehran",)
    assert killing.begin == date(2025, 12, 15)


def test_without_a_word_that_points_back_nothing_is_taken_over() -> None:
    """Another killing is another."""
    text = "সোমবার তেহরানে ভ্লাদিমির পুতিন নিহত হন। হত্যাকাণ্ডের জন্য ইসরায়েলকে দায়ী করেছে ইরান।"

    assert [c.begin for c in claims(text, "Attack")] == [None]


@pytest.mark.parametrize(
    ("opening", "day", "place"),
    [
        ("বৈঠকে তিনি", date(2025, 12, 15), ("place/beijing",)),
        # Another occasion.
        ("ভাষণে তিনি", None, ()),
        # It does not open the sentence.
        ("তিনি বৈঠকে", None, ()),
    ],
)
def test_what_opens_a_sentence_is_the_occasion_of_what_it_tells(
    opening: str, day: date | None, place: tuple[str, ...]
) -> None:
    """'They met on Monday. At the meeting he praised …': the same day and place."""
    text = f"ভ্লাদিমির পুতিন সোমবার বেইজিংয়ে শি জিনপিংয়ের সঙ্গে বৈঠক করেন। {opening} ইরানের প্রশংসা করেন।"
    (praise,) = claims(text, "Support")

    assert (praise.begin, praise.place) == (day, place)


def test_who_does_this_again_does_it_to_the_same() -> None:
    """'First it imposed this ban in April': whom it hits stands in the sentence before."""
    text = "ভারতের ওপর নিষেধাজ্ঞা দিয়েছে পাকিস্তান। গত এপ্রিলে প্রথম এ নিষেধাজ্ঞা দেয় ইসলামাবাদ।"

    assert {c.recipient for c in claims(text, "Sanction")} == {("country/india",)}


def test_who_was_at_the_talks_just_told_was_where_they_were() -> None:
    """এতে … যোগ দিয়েছেন leads back to the talks of the sentence before and to their place."""
    text = "জেনেভায় আলোচনা চলছে। এতে যুক্তরাষ্ট্র ও ইউক্রেনের কর্মকর্তারা যোগ দিয়েছেন।"
    (met,) = claims(text, "Meeting")
    assert met.place == ("place/geneva",)
