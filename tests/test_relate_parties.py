"""Who takes part: towns that are no attackers, and talks that come after."""

from __future__ import annotations

import pytest
from told import told


def _parties(text: str, event: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(c.agent, c.recipient) for c in told(text)[0] if c.event_type == event]


def test_a_town_that_owns_an_attack_is_where_it_was() -> None:
    """A capital in the genitive is no attacker where nobody is told to be hit."""
    assert not _parties("নয়াদিল্লির হামলার জন্য পাকিস্তানকে দায়ী করেছে ভারত।", "Attack")


def test_a_capital_that_attacks_somebody_acts() -> None:
    """With the other side named the capital stands for its state."""
    found = _parties("রাশিয়ায় কিয়েভের হামলায় ১০ জন নিহত হয়েছেন।", "Attack")

    assert found == [(("place/kyiv",), ("country/russia",))]


def test_whom_the_next_talks_are_with_was_not_at_the_meeting() -> None:
    """What stands after the verb before another event noun belongs to that."""
    text = "লন্ডনে বৈঠক শেষে ভলোদিমির জেলেনস্কি ব্রাসেলসে যান ন্যাটোর সঙ্গে আলোচনার জন্য।"

    assert not _parties(text, "Meeting")


def test_a_state_owns_no_thing_that_stands_further_on() -> None:
    """The missile after another word is what is tested, the country who tests it."""
    text = "উত্তর কোরিয়া নতুন ক্ষেপণাস্ত্রের পরীক্ষা চালিয়েছে।"

    assert _parties(text, "MilitaryActivity") == [(("country/north-korea",), ())]


def test_who_attacks_does_not_own_the_post_of_who_is_killed() -> None:
    """A noun in the locative stands between the attacker and the post."""
    text = "ইসরায়েলের হামলায় হামাস নেতা ইসমাইল হানিয়া নিহত।"

    assert _parties(text, "Attack") == [(("country/israel",), ("person/ismail-haniyeh",))]


def test_who_is_arrested_somewhere_is_arrested_by_that_country() -> None:
    """Nobody else being named, the authorities of the place act."""
    text = "ইমরান খানকে পাকিস্তানে গ্রেপ্তার করা হয়েছে।"

    assert _parties(text, "Coercion") == [(("country/pakistan",), ("person/imran-khan",))]


def test_whose_capital_was_hit_is_no_attacker() -> None:
    """A genitive before রাজধানী and a town owns the town."""
    assert not _parties("পাকিস্তানের রাজধানী ইসলামাবাদে হামলার ঘটনা ঘটেছে।", "Attack")


@pytest.mark.parametrize(
    ("text", "event", "agent", "recipient"),
    [
        (
            "শি জিনপিংয়ের সঙ্গে সাক্ষাৎকালে ভ্লাদিমির পুতিন এ কথা বলেন।",
            "Meeting",
            "person/vladimir-putin",
            "person/xi-jinping",
        ),
        (
            "শি জিনপিংয়ের সঙ্গে এক বৈঠকে ভ্লাদিমির পুতিন এ কথা বলেন।",
            "Meeting",
            "person/vladimir-putin",
            "person/xi-jinping",
        ),
        ("চীন সফরে ভ্লাদিমির পুতিন", "Visit", "person/vladimir-putin", "country/china"),
        ("তিন দিনের সফরে চীনে ভ্লাদিমির পুতিন", "Visit", "person/vladimir-putin", "country/china"),
    ],
)
def test_who_says_something_at_it_or_stands_in_its_headline_takes_part(
    text: str, event: str, agent: str, recipient: str
) -> None:
    """At a meeting somebody says something; a headline without a verb has him on a visit."""
    (claim,) = told(text)[0]

    assert (claim.event_type, claim.agent, claim.recipient) == (event, (agent,), (recipient,))


def test_who_mediates_has_those_who_agree_as_the_other_side() -> None:
    """By somebody's mediation two agree: he talked with them."""
    claims, _ = told("তুরস্কের মধ্যস্থতায় পাকিস্তান ও আফগানিস্তান যুদ্ধবিরতিতে সম্মত হয়েছে।")
    (talks,) = [c for c in claims if c.event_type == "Negotiation"]

    assert talks.agent == ("country/turkey",)
    assert talks.recipient == ("country/pakistan", "country/afghanistan")


@pytest.mark.parametrize(
    "text", ["যুদ্ধ থামাতে সমঝোতায় রাশিয়া-ইউক্রেন", "যুদ্ধবিরতিতে সম্মত হয়েছে রাশিয়া-ইউক্রেন।"]
)
def test_two_joined_by_a_dash_may_follow_what_they_do(text: str) -> None:
    """Of joined names the first does it with the second, after the word, too."""
    assert _parties(text, "Agreement") == [(("country/russia",), ("country/ukraine",))]
