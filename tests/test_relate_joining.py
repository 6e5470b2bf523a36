"""What is one happening and what is another, over the sentences of an article."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim

STRUCK = "রাশিয়ার একটি জাহাজে হামলা চালিয়েছে ইউক্রেন। "


def _of(text: str, event: str) -> list[Claim]:
    return [c for c in told(text)[0] if c.event_type == event]


@pytest.mark.parametrize(
    "text",
    [
        STRUCK + "এর আগে রাশিয়ার একটি তেল শোধনাগারে হামলা চালায় ইউক্রেন।",
        STRUCK + "রাশিয়ার একটি বিমানঘাঁটিতেও হামলা চালিয়েছে ইউক্রেন।",
        STRUCK + "এক মাস ধরে রাশিয়ায় হামলার তীব্রতা বাড়িয়েছে ইউক্রেন।",
        STRUCK + "রাশিয়ায় ইউক্রেনের পূর্ববর্তী হামলার নিন্দা করেছে চীন।",
    ],
)
def test_what_happened_besides_is_another_happening(text: str) -> None:
    """এর আগে, 'also' at another target, a rise of it and 'former' tell of another attack."""
    assert len(_of(text, "Attack")) == 2


@pytest.mark.parametrize(
    "text",
    [
        STRUCK + "রাশিয়ার জাহাজে সোমবার রাতে হামলা চালায় ইউক্রেন।",
        STRUCK + "রাশিয়ার জাহাজে এক হাজারেরও বেশি ড্রোন দিয়ে হামলা চালায় ইউক্রেন।",
    ],
)
def test_what_is_told_again_is_one_happening(text: str) -> None:
    """The same attack in more words stays one; 'more than a thousand' is no other target."""
    assert len(_of(text, "Attack")) == 1


def test_who_leads_a_state_and_the_state_do_one_thing() -> None:
    """What is told of the leader and then of his state is one act of both."""
    text = "রাশিয়াকে ছাড় দেবেন ইউক্রেনের প্রেসিডেন্ট ভলোদিমির জেলেনস্কি। শেষ পর্যন্ত ইউক্রেন রাশিয়াকে ছাড় দিচ্ছে।"
    (one,) = _of(text, "Concede")
    assert one.agent == ("person/volodymyr-zelenskyy", "country/ukraine")


def test_who_holds_no_post_there_does_something_of_his_own() -> None:
    """A leader and another state do two things."""
    text = "রাশিয়াকে ছাড় দেবেন ইউক্রেনের প্রেসিডেন্ট ভলোদিমির জেলেনস্কি। শেষ পর্যন্ত চীন রাশিয়াকে ছাড় দিচ্ছে।"
    assert len(_of(text, "Concede")) == 2


def test_what_a_minister_says_is_not_said_by_his_state() -> None:
    """Blame of a state and of its minister are two claims: who speaks answers for it."""
    text = "হামলার নিন্দা জানিয়েছে যুক্তরাজ্য। হামলার নিন্দা জানিয়েছেন যুক্তরাজ্যের পররাষ্ট্রমন্ত্রী ইভেট কুপার।"
    assert len(_of(text, "Accusation")) == 2


def test_talks_that_a_meeting_is_for_are_no_happening_of_their_own() -> None:
    """A meeting for talks is one encounter."""
    text = "ভ্লাদিমির পুতিন এবং কিম জং উন অস্ত্র নিয়ে আলোচনার জন্য বৈঠকের পরিকল্পনা করছেন।"
    assert [c.event_type for c in told(text)[0]] == ["Meeting"]


def test_talks_after_a_meeting_are_told_besides() -> None:
    """Talks that are told as such stay."""
    text = "ভ্লাদিমির পুতিন এবং কিম জং উন বৈঠক করবেন। দুই নেতা অস্ত্র নিয়ে আলোচনা করবেন।"
    assert {c.event_type for c in told(text)[0]} == {"Meeting", "Negotiation"}


def test_an_encounter_told_without_the_other_side_is_the_same() -> None:
    """A call to nobody and the call to somebody right after it are one."""
    text = "ফোন করে শোক জানালেন এরদোয়ান। সোমবার ভ্লাদিমির পুতিনকে ফোন করে এরদোয়ান শোক জানান।"
    assert len(_of(text, "Communication")) == 1
