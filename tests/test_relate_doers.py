"""Whose act a happening is."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim

TRUMP = "person/donald-trump"
UK, US, RUSSIA, PAKISTAN, TURKEY = (
    f"country/{name}"
    for name in ("united-kingdom", "united-states", "russia", "pakistan", "turkey")
)


def only(text: str, event: str) -> Claim:
    """The one claim of a kind of event."""
    (claim,) = (c for c in told(text)[0] if c.event_type == event)
    return claim


@pytest.mark.parametrize(
    ("text", "event", "agent"),
    [
        ("নিষেধাজ্ঞা আরও ৩০ দিন বর্ধিত করেছে পাকিস্তান।", "Sanction", PAKISTAN),
        ("রাশিয়াও নিষেধাজ্ঞা অব্যাহত রেখেছে।", "Sanction", RUSSIA),
        ("ইউক্রেনে হামলার মাত্রা বাড়িয়ে দিয়েছে রাশিয়া।", "Attack", RUSSIA),
        ("ইউক্রেনে হামলার দায় স্বীকার করেছে রাশিয়া।", "Attack", RUSSIA),
        ("ইউক্রেনে রাশিয়ার চালানো এ ধরনের হামলায় ৯০ জন নিহত হয়েছে।", "Attack", RUSSIA),
    ],
)
def test_who_extends_or_owns_an_act_does_it(text: str, event: str, agent: str) -> None:
    """The subject of going on, raising and owning up is the act's agent."""
    assert only(text, event).agent == (agent,)


@pytest.mark.parametrize(
    ("text", "event", "agent"),
    [
        ("রাশিয়ার ওপর নিষেধাজ্ঞার নির্দেশ ট্রাম্পের", "Sanction", TRUMP),
        ("রাশিয়ার হামলায় যুক্তরাজ্যের নিন্দা", "Accusation", UK),
    ],
)
def test_a_headline_names_its_actor_in_the_genitive(text: str, event: str, agent: str) -> None:
    """Without a verb the genitive beside the noun, or at the end, acts."""
    assert only(text, event).agent == (agent,)


def test_with_a_verb_the_genitive_is_what_is_condemned() -> None:
    """ইসরায়েলের নিন্দা করেছে তুরস্ক: the same genitive is no actor."""
    claim = only("রাশিয়ার নিন্দা করেছে তুরস্ক।", "Accusation")

    assert (claim.agent, claim.recipient) == ((TURKEY,), (RUSSIA,))


def test_the_police_of_an_article_on_one_country_are_its_own() -> None:
    """A body without a name acts for the country that the article is about, unsurely."""
    claim = only(
        "তুরস্কে ভোট হয়েছে। তুরস্কের রাজধানী আঙ্কারা। ডোনাল্ড ট্রাম্পকে গ্রেপ্তার করেছে পুলিশ।",
        "Coercion",
    )

    assert (claim.agent, claim.recipient) == ((TURKEY,), (TRUMP,))
    assert claim.confidence < 0.5


def test_the_police_of_an_article_on_many_countries_are_nobodys() -> None:
    """Without one country that stands out the police stay unnamed."""
    text = "তুরস্ক, রাশিয়া ও চীনে ভোট হয়েছে। ডোনাল্ড ট্রাম্পকে গ্রেপ্তার করেছে পুলিশ।"

    assert only(text, "Coercion").agent == ()


def test_who_promises_may_stand_before_what_is_promised() -> None:
    """চীনের পক্ষ থেকে … কমানোর প্রতিশ্রুতি is China's, though another verb stands between."""
    claim = only("চীনের পক্ষ থেকে মাদকের প্রবাহ কমানোর প্রতিশ্রুতির পর শুল্ক কমেছে।", "Promise")

    assert claim.agent == ("country/china",)


def test_who_met_somebody_on_a_visit_was_on_it() -> None:
    """সফরের দ্বিতীয় দিনে: the subject of what happened then is the visitor."""
    claim = only("চীন সফরের দ্বিতীয় দিনে শি জিনপিংয়ের সঙ্গে সাক্ষাৎ করেছেন ভ্লাদিমির পুতিন।", "Visit")

    assert (claim.agent, claim.recipient) == (("person/vladimir-putin",), ("country/china",))


def test_a_threatened_attack_is_a_warning_alone() -> None:
    """What is threatened is no happening, and tells who is threatened."""
    claims, _ = told("ইরানে হামলার হুমকি দিলেন ডোনাল্ড ট্রাম্প।")

    assert [(c.event_type, c.recipient) for c in claims] == [("Warning", ("country/iran",))]


def test_where_people_fell_may_follow_the_attack() -> None:
    """হামলায় ইউক্রেনে ১০ জন নিহত: the attacked may stand after the attack."""
    claim = only("রাশিয়ার হামলায় ইউক্রেনে ১০ জন নিহত হয়েছেন।", "Attack")

    assert claim.recipient == ("country/ukraine",)


def test_nobody_named_arrests_for_the_articles_country() -> None:
    """গ্রেপ্তার করা হয়েছে in an article on one country is that country's doing, unsurely."""
    text = "তুরস্কে ভোট হয়েছে। তুরস্কের রাজধানী আঙ্কারা। ডোনাল্ড ট্রাম্পকে গ্রেপ্তার করা হয়েছে।"
    claim = only(text, "Coercion")

    assert (claim.agent, claim.recipient) == ((TURKEY,), (TRUMP,))
    assert claim.confidence < 0.5


def test_the_genitive_of_two_names_is_no_object() -> None:
    """Only the plural -দের may be an object: in A ও Bের বৈঠকের পর nobody is attacked."""
    claim = only("রাশিয়া ও চীনের বৈঠকের পর ইউক্রেনে হামলা চালিয়েছে রাশিয়া।", "Attack")

    assert claim.recipient == ("country/ukraine",)


@pytest.mark.parametrize(
    ("text", "event", "recipient"),
    [
        ("লেবাননে হিজবুল্লাহর অবস্থান লক্ষ্য করে হামলা চালিয়েছে ইসরায়েল।", "Attack", "organization/hezbollah"),
        ("ইরানকে পারমাণবিক কর্মসূচি বন্ধ করতে বলেছে যুক্তরাষ্ট্র।", "Appeal", "country/iran"),
        ("ডোনাল্ড ট্রাম্পের শান্তি পরিকল্পনাকে স্বাগত জানিয়েছে তুরস্ক।", "Support", TRUMP),
        ("নরেন্দ্র মোদিকে ফোন করে অভিনন্দন জানিয়েছেন ভ্লাদিমির পুতিন।", "Support", "person/narendra-modi"),
        ("চীনের ওপর নতুন করে শুল্ক আরোপের ঘোষণা দিয়েছেন ডোনাল্ড ট্রাম্প।", "Sanction", "country/china"),
    ],
)
def test_the_other_side_may_stand_further_off(text: str, event: str, recipient: str) -> None:
    """Targets, addressees and owners of the object are found beyond the words next to the act."""
    assert only(text, event).recipient == (recipient,)


def test_a_verbal_noun_before_a_name_tells_of_that_name() -> None:
    """প্রতিশ্রুতি দেওয়া ট্রাম্প: he promised, and not the clause's subject."""
    text = "যুদ্ধ বন্ধের প্রতিশ্রুতি দেওয়া ডোনাল্ড ট্রাম্পের সমালোচনা করেছে রাশিয়া।"

    assert only(text, "Promise").agent == (TRUMP,)


def test_an_unnamed_other_side_is_not_somebody_else() -> None:
    """সাতটি দেশের ওপর: the seven are sanctioned, not where the travels go."""
    text = "যুক্তরাষ্ট্রে ভ্রমণের ক্ষেত্রে সাতটি দেশের ওপর নিষেধাজ্ঞা আরোপ করেছে ডোনাল্ড ট্রাম্প।"

    assert only(text, "Sanction").recipient == ()


def test_two_who_do_it_to_each_other_are_two_acts() -> None:
    """একে অপরকে: each of the two acts, and the other is on the other side."""
    claims, _ = told("রাশিয়া ও পাকিস্তান একে অপরকে দায়ী করেছে।")

    assert {(c.agent, c.recipient) for c in claims} == {
        ((RUSSIA,), (PAKISTAN,)),
        ((PAKISTAN,), (RUSSIA,)),
    }


def test_a_weapon_strikes_for_its_state() -> None:
    """পাকিস্তানের ড্রোন … আঘাত হেনেছে: Pakistan attacks, though its drone is but a thing."""
    claim = only("পাকিস্তানের ড্রোন রাশিয়ার একটি তেল শোধনাগারে আঘাত হেনেছে।", "Attack")

    assert (claim.agent, claim.recipient) == ((PAKISTAN,), (RUSSIA,))


def test_a_ship_that_is_seized_seizes_nothing() -> None:
    """Before a verbal noun a thing of a state is what it is done to."""
    claims, _ = told("রাশিয়ার একটি জাহাজ আটক করার পর হামলা হয়েছে।")

    assert not [c for c in claims if RUSSIA in c.agent]


def test_an_adjective_before_officials_is_no_part_of_the_next_name() -> None:
    """রুশ কর্মকর্তারা | মার্কিন মন্ত্রী …: a plural ends a phrase."""
    claim = only("রুশ কর্মকর্তারা মার্কিন পররাষ্ট্রমন্ত্রী মার্কো রুবিওর সঙ্গে বৈঠক করেন।", "Meeting")

    assert (claim.agent, claim.recipient) == ((RUSSIA,), ("person/marco-rubio",))


def test_a_condition_may_have_a_subject_of_its_own() -> None:
    """… দাবি জানালেও Y রাজি নয়: who demands stands before the condition, who refuses after."""
    claims, _ = told("তবে রাশিয়া ক্ষতিপূরণের দাবি জানালেও পাকিস্তান তা মানতে রাজি নয়।")

    assert {(c.event_type, c.agent) for c in claims} == {
        ("Appeal", (RUSSIA,)),
        ("Refusal", (PAKISTAN,)),
    }


def test_who_is_asked_stands_after_what_is_to_be_done() -> None:
    """শেখ হাসিনাকে হস্তান্তরের জন্য ভারতকে অনুরোধ: India is asked, not whom it is about."""
    claim = only("ইমরান খানকে হস্তান্তরের জন্য পাকিস্তানকে অনুরোধ জানিয়েছে রাশিয়া।", "Appeal")

    assert (claim.agent, claim.recipient) == ((RUSSIA,), (PAKISTAN,))


def test_a_state_does_nothing_to_itself() -> None:
    """A capital and its state are one party: no claim has both as its two sides."""
    claims, _ = told("মস্কো রাশিয়ার বিরুদ্ধে যুদ্ধ শুরু করেছে।")

    assert not [c for c in claims if RUSSIA in c.recipient]


def test_whom_it_is_about_is_not_asked() -> None:
    """ইমরান খানকে মুক্তি দেওয়ার আহ্বান: somebody without a name is asked to let him go."""
    claim = only("ইমরান খানকে মুক্তি দেওয়ার আহ্বান জানিয়েছে রাশিয়া।", "Appeal")

    assert (claim.agent, claim.recipient) == ((RUSSIA,), ())


def test_who_asks_for_an_act_does_not_do_it() -> None:
    """In প্রত্যাহারের দাবি জানিয়েছে somebody else is to withdraw."""
    claims, _ = told("সিরিয়া থেকে ইসরায়েলি সেনা প্রত্যাহারের দাবি জানিয়েছে তুরস্ক।")

    assert [c.event_type for c in claims if c.agent == ("country/turkey",)] == ["Appeal"]


def test_who_is_blamed_for_an_act_did_it() -> None:
    """In হামলার জন্য ভারতকে দায়ী করেছে the attack is India's, on the word of who says so."""
    claim = only("ইসলামাবাদে হামলার জন্য ভারতকে দায়ী করেছে পাকিস্তান।", "Attack")

    assert (claim.agent, claim.attributed_to) == (("country/india",), ("country/pakistan",))


def test_who_is_praised_for_an_act_did_it() -> None:
    """In অস্ত্র দেওয়ার জন্য যুক্তরাষ্ট্রকে ধন্যবাদ who gives thanks gave no arms."""
    claim = only("অস্ত্র দেওয়ার জন্য যুক্তরাষ্ট্রকে ধন্যবাদ জানিয়েছে ইউক্রেন।", "ArmsTransfer")

    assert claim.agent == ("country/united-states",)


def test_what_is_done_in_a_state_without_a_doer_is_its_act() -> None:
    """In তুরস্কে ৩৩ জনকে আটক করা হয়েছে Turkey arrests; a kidnapping is nobody's."""
    claim = only("তুরস্কে ৩৩ জনকে আটক করা হয়েছে।", "Coercion")

    assert claim.agent == ("country/turkey",)
    assert told("তুরস্কে ৩৩ জনকে অপহরণ করা হয়েছে।")[0] == ()


def test_what_went_before_belongs_to_another() -> None:
    """In হাসিনার পতনের পর হামলা the fall is hers, not the attack."""
    claims, _ = told("শেখ হাসিনার পতনের পর হামলার ঘটনা ঘটেছে।")

    assert not [c for c in claims if c.event_type == "Attack"]
