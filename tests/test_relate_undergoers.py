"""Who undergoes what a noun in the locative names."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim


def only(text: str, event: str) -> Claim:
    """The one claim of a type."""
    (claim,) = [c for c in told(text)[0] if c.event_type == event]
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "তেহরানে ইসরায়েলি হামলায় ইসমাইল হানিয়া নিহত হয়েছেন।",
        "তেহরানে ইসরায়েলি হামলায় নিহত হয়েছেন ইসমাইল হানিয়া।",
    ],
)
def test_who_was_killed_in_an_attack_is_whom_it_hit(text: str) -> None:
    """The victim stands before the word for dying, or after the verb."""
    claim = only(text, "Attack")

    assert (claim.agent, claim.recipient) == (("country/israel",), ("person/ismail-haniyeh",))


def test_a_thing_of_a_state_belongs_to_the_attack_made_with_it() -> None:
    """In ইসরায়েলি ড্রোন হামলা the adjective is that of the attack, not of a drone."""
    claim = only("বৈরুতে ইসরায়েলি ড্রোন হামলায় নিহত হন ইসমাইল হানিয়া।", "Attack")

    assert (claim.agent, claim.recipient) == (("country/israel",), ("person/ismail-haniyeh",))


def test_who_speaks_of_an_attack_is_not_hit_by_it() -> None:
    """Without a word for harm the clause's subject is no victim."""
    claims, _ = told("ইসরায়েলি হামলায় উদ্বেগ জানিয়েছেন ইসমাইল হানিয়া।")

    assert all("person/ismail-haniyeh" not in c.recipient for c in claims)


def test_who_comes_on_an_invitation_was_invited() -> None:
    """The clause's subject is the guest of the one whose invitation it is."""
    claim = only("শি জিনপিংয়ের আমন্ত্রণে চীন সফর করেছেন ভ্লাদিমির পুতিন।", "Invitation")

    assert (claim.agent, claim.recipient) == (("person/xi-jinping",), ("person/vladimir-putin",))


def test_who_faces_pressure_is_whom_it_is_put_on() -> None:
    """X-এর চাপের মুখে Y …: Y acts in the clause, and X acts on Y."""
    claim = only("যুক্তরাষ্ট্রের চাপের মুখে আলোচনায় রাজি হয়েছে ইউক্রেন।", "Appeal")

    assert (claim.agent, claim.recipient) == (("country/united-states",), ("country/ukraine",))


def test_a_ban_on_entering_a_country_is_no_ban_on_it() -> None:
    """যুক্তরাষ্ট্রে প্রবেশে নিষেধাজ্ঞা: the United States are where nobody may go."""
    claim = only("ইরানিদের যুক্তরাষ্ট্রে প্রবেশে নিষেধাজ্ঞা দিয়েছেন ডোনাল্ড ট্রাম্প।", "Sanction")

    assert "country/united-states" not in claim.recipient


@pytest.mark.parametrize(
    "text",
    [
        "ইমরান খানের ওপর হামলা হয়েছে।",
        "ইমরান খানকে হত্যার চেষ্টা করেছে দুর্বৃত্তরা।",
        "ইমরান খান হত্যাকাণ্ডের তদন্ত চলছে।",
        "ইমরান খানের বাসভবনে হামলা চালানো হয়।",
        "ইমরান খানের গাড়ি ভাঙচুর করেছে দুর্বৃত্তরা।",
    ],
)
def test_whom_an_attack_hits_is_told_though_nobody_is_named_for_it(text: str) -> None:
    """On whom, whom, whose name or house stands before it; the agent stays open."""
    claim = only(text, "Attack")

    assert (claim.agent, claim.recipient) == ((), ("person/imran-khan",))


def test_what_went_before_an_attack_was_not_hit() -> None:
    """সরকারের পতনের পর হামলা: it is the fall that is the government's."""
    claims, _ = told("ইমরান খানের পতনের পর হামলা চালানো হয়।")

    assert "Attack" not in {c.event_type for c in claims}


def test_who_is_named_for_an_attack_later_did_what_was_told_before() -> None:
    """A claim without agent and one with it on the same person are one happening."""
    claim = only("ইমরান খানের ওপর হামলা হয়েছে। ইমরান খানের ওপর হামলা করেছে হামাস।", "Attack")

    assert (claim.agent, claim.recipient) == (("organization/hamas",), ("person/imran-khan",))


def test_an_arrest_may_have_no_agent() -> None:
    """Who was arrested is told though nobody is said to have done it: … গ্রেপ্তার."""
    claims, _ = told("মামলায় গ্রেপ্তার হন ইমরান খান।")

    assert [(c.event_type, c.agent, c.recipient) for c in claims] == [
        ("Coercion", (), ("person/imran-khan",))
    ]
