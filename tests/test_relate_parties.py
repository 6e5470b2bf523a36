"""Who takes part: towns that are no attackers, and talks that come after."""

from __future__ import annotations

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
