"""A truce or a mediation that names no sides is between those who fought before."""

from __future__ import annotations

from told import told

FOUGHT = "ভারত পাকিস্তানে হামলা চালায়। "


def parties(text: str, event: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Agent and recipient of all claims of a class."""
    return [(c.agent, c.recipient) for c in told(text)[0] if c.event_type == event]


def test_who_mediates_does_so_between_those_who_fought() -> None:
    """মধ্যস্থতায় এ লড়াই থামে: the two who fought are named a sentence before."""
    found = parties(FOUGHT + "মার্কো রুবিওর মধ্যস্থতায় সেই লড়াই শেষ হয়।", "Negotiation")
    assert found == [(("person/marco-rubio",), ("country/india", "country/pakistan"))]


def test_a_fight_that_ends_is_theirs() -> None:
    """Who fought before ends it."""
    found = parties(FOUGHT + "এক সপ্তাহ পর এ লড়াই থামে।", "Retreat")
    assert found == [(("country/india",), ("country/pakistan",))]


def test_without_a_fight_before_nobody_is_meant() -> None:
    """Where nobody fought before, a mediation has no sides and is no claim."""
    assert not parties("মার্কো রুবিওর মধ্যস্থতায় সেই লড়াই শেষ হয়।", "Negotiation")


def test_one_of_them_mediates_nothing() -> None:
    """Who fought is no mediator between the two."""
    assert not parties(FOUGHT + "ভারতের মধ্যস্থতায় এ লড়াই থামে।", "Negotiation")


def test_a_country_that_names_a_war_does_not_act() -> None:
    """In ইউক্রেন যুদ্ধের অবসানে … রাশিয়া it is Russia that acts."""
    text = "ইউক্রেন যুদ্ধের আলোচনায় রাশিয়া কোনো ছাড় দেবে না।"
    assert parties(text, "Refusal") == [(("country/russia",), ())]


def test_a_country_that_wants_war_acts() -> None:
    """In রাশিয়া যুদ্ধ … the name is no part of the war's."""
    text = "ইউক্রেনের বিরুদ্ধে রাশিয়া যুদ্ধ চালাচ্ছে।"
    assert parties(text, "Attack") == [(("country/russia",), ("country/ukraine",))]
