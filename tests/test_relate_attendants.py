"""Who was at a gathering: lists of those present."""

from __future__ import annotations

from told import told

RUBIO, WITKOFF, PUTIN = (
    f"person/{name}" for name in ("marco-rubio", "steve-witkoff", "vladimir-putin")
)


def met(text: str) -> list[set[str]]:
    """All who take part in each meeting of a text."""
    return [{*c.agent, *c.recipient} for c in told(text)[0] if c.event_type == "Meeting"]


def test_all_of_a_list_were_there() -> None:
    """Posts between the names of a list do not end it."""
    text = "বৈঠকে উপস্থিত ছিলেন মার্কো রুবিও, মার্কিন দূত স্টিভ উইটকফ এবং রাশিয়ার প্রেসিডেন্ট ভ্লাদিমির পুতিন।"
    assert met(text) == [{RUBIO, WITKOFF, PUTIN}]


def test_who_was_there_besides_another_was_there() -> None:
    """X-এর পাশাপাশি Y: both were there."""
    assert met("বৈঠকে ভ্লাদিমির পুতিনের পাশাপাশি মার্কো রুবিও অংশ নেন।") == [{PUTIN, RUBIO}]


def test_the_gathering_may_be_told_before() -> None:
    """এতে leads back to the talks of the sentence before."""
    text = "জেনেভায় আলোচনা চলছে। এতে মার্কো রুবিও ও স্টিভ উইটকফ যোগ দিয়েছেন।"
    assert met(text) == [{RUBIO, WITKOFF}]


def test_without_a_gathering_before_nobody_met() -> None:
    """এতে after something else is no gathering."""
    assert not met("জেনেভায় নির্বাচন চলছে। এতে মার্কো রুবিও ও স্টিভ উইটকফ যোগ দিয়েছেন।")


def test_a_state_beside_people_is_not_there() -> None:
    """Where people are named, a country in the clause is no guest."""
    found = met("বৈঠকে রাশিয়া নিয়ে মার্কো রুবিও ও স্টিভ উইটকফ অংশ নেন।")
    assert found == [{RUBIO, WITKOFF}]
