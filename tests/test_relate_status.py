"""Whether a happening happened."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Status


def status(text: str, event: str) -> Status:
    """The status of the only claim of a type."""
    (claim,) = [c for c in told(text)[0] if c.event_type == event]
    return claim.status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে।", Status.OCCURRED),
        ("রাশিয়া ইউক্রেনে হামলা চালালেও ইউক্রেন অস্ত্র চায়নি।", Status.OCCURRED),
        ("রাশিয়া ইউক্রেনে হামলা চালাচ্ছে।", Status.ONGOING),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়ে যাচ্ছে।", Status.ONGOING),
        ("রাশিয়া ইউক্রেনে হামলা চালাবে।", Status.PLANNED),
        ("রাশিয়া ইউক্রেনে হামলা চালাতে যাচ্ছে।", Status.PLANNED),
        ("রাশিয়া ইউক্রেনে হামলা চালানোর পরিকল্পনা করেছে।", Status.PLANNED),
        ("রাশিয়া ইউক্রেনে হামলা চালাতে পারে।", Status.POSSIBLE),
        ("রাশিয়া ইউক্রেনে হামলা চালাতে চায়।", Status.POSSIBLE),
        ("রাশিয়া ইউক্রেনে হামলা চালালে যুদ্ধ বাড়বে।", Status.POSSIBLE),
        ("সম্ভবত রাশিয়া ইউক্রেনে হামলা চালিয়েছে।", Status.POSSIBLE),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে বলে ধারণা করা হচ্ছে।", Status.POSSIBLE),
        ("রাশিয়া ইউক্রেনে হামলা চালায়নি।", Status.NEGATED),
        ("রাশিয়া ইউক্রেনে হামলা চালাবে না।", Status.NEGATED),
        ("রাশিয়া ইউক্রেনে হামলা চালাচ্ছিল।", Status.OCCURRED),
        ("রাশিয়া ইউক্রেনে হামলা চালাতে পেরেছে।", Status.OCCURRED),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়ে আসছে।", Status.ONGOING),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়ে চলেছে।", Status.ONGOING),
        ("রাশিয়া ইউক্রেনে হামলা চালাতে সেনা পাঠিয়েছে।", Status.PLANNED),
        ("যদি আলোচনা না হয়, তাহলে রাশিয়া ইউক্রেনে হামলা চালাবে।", Status.POSSIBLE),
        ("আলোচনা ব্যর্থ হলে রাশিয়া ইউক্রেনে হামলা চালাবে।", Status.POSSIBLE),
        ("রাশিয়া ইউক্রেনে হামলা না চালিয়ে আলোচনায় বসেছে।", Status.NEGATED),
        ("রাশিয়া যেন ইউক্রেনে হামলা না চালায়।", Status.REQUESTED_NOT),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে, এমন অভিযোগ ভিত্তিহীন।", Status.DENIED),
    ],
)
def test_the_verb_and_the_words_around_tell(text: str, wanted: Status) -> None:
    """Tense, modal verbs, negation and signs in the clause give the status."""
    assert status(text, "Attack") is wanted


@pytest.mark.parametrize("stop", ["বন্ধ করার", "বন্ধের", "বন্ধে"])
def test_what_is_asked_not_to_be_is_requested_not(stop: str) -> None:
    """A stop word, with any ending, and a request after it ask that it not be."""
    text = f"ইউক্রেনে রাশিয়ার হামলা {stop} আহ্বান জানিয়েছে চীন।"

    assert status(text, "Attack") is Status.REQUESTED_NOT


def test_a_war_that_is_spoken_of_goes_on() -> None:
    """A bare mention of a war means that it is under way."""
    assert status("রাশিয়া-ইউক্রেন যুদ্ধ নিয়ে বৈঠক হয়েছে।", "Attack") is Status.ONGOING


def test_an_expected_visit_is_planned() -> None:
    """The clause after বলে colours the one before it."""
    text = "ভ্লাদিমির পুতিন চীন সফর করবেন বলে আশা করা হচ্ছে।"

    assert status(text, "Visit") is Status.PLANNED


def test_not_to_yield_is_a_refusal_that_took_place() -> None:
    """The negation of some events is an event itself."""
    assert status("রাশিয়া ইউক্রেনকে ছাড় দেয়নি।", "Refusal") is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "event", "agent", "denier"),
    [
        (
            "ইউক্রেনে হামলার অভিযোগ অস্বীকার করেছে রাশিয়া।",
            "Attack",
            "country/russia",
            "country/russia",
        ),
        (
            "ইউক্রেনে রাশিয়ার হামলার খবর নাকচ করেছে চীন।",
            "Attack",
            "country/russia",
            "country/china",
        ),
        (
            "রাশিয়াকে অস্ত্র সরবরাহ করার কথা অস্বীকার করেছে ইরান।",
            "ArmsTransfer",
            "country/iran",
            "country/iran",
        ),
        (
            "শি জিনপিংয়ের সঙ্গে বৈঠকের খবর উড়িয়ে দিয়েছেন ভ্লাদিমির পুতিন।",
            "Meeting",
            "person/vladimir-putin",
            "person/vladimir-putin",
        ),
    ],
)
def test_what_somebody_denies_is_denied_on_his_word(
    text: str, event: str, agent: str, denier: str
) -> None:
    """A charge or news that the clause denies is Denied; who denies it is the source."""
    (claim,) = [c for c in told(text)[0] if c.event_type == event]

    assert (claim.status, claim.agent, claim.attributed_to) == (Status.DENIED, (agent,), (denier,))


@pytest.mark.parametrize(
    "text",
    [
        "ইউক্রেনে রাশিয়ার হামলার খবর অস্বীকার করেনি চীন।",
        "ইউক্রেনে রাশিয়ার হামলার খবর প্রকাশ করেছে চীন।",
    ],
)
def test_news_that_nobody_denies_is_not_denied(text: str) -> None:
    """Not to deny is no denial, and to publish is none."""
    assert status(text, "Attack") is not Status.DENIED


def test_who_denies_also_denies() -> None:
    """The denial itself is an event that took place."""
    assert status("ইউক্রেনে হামলার খবর নাকচ করেছে রাশিয়া।", "Denial") is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "event", "agent"),
    [
        ("চীন সফরের পরিকল্পনা করছেন ভ্লাদিমির পুতিন।", "Visit", ("person/vladimir-putin",)),
        ("ইউক্রেনে হামলার পরিকল্পনা করেছে রাশিয়া।", "Attack", ("country/russia",)),
    ],
)
def test_who_plans_is_to_do_it(text: str, event: str, agent: tuple[str, ...]) -> None:
    """The plan of a happening is the plan of the clause's subject."""
    (claim,) = [c for c in told(text)[0] if c.event_type == event]

    assert (claim.agent, claim.status) == (agent, Status.PLANNED)


def test_who_is_invited_is_not_who_invites() -> None:
    """An invitation to a visit is no plan of the host's to visit."""
    text = "ভ্লাদিমির পুতিনকে চীন সফরের আমন্ত্রণ জানিয়েছেন শি জিনপিং।"

    assert {c.event_type for c in told(text)[0]} == {"Invitation"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("চীন রাশিয়াকে দোষারোপ করছে।", Status.OCCURRED),
        ("চীন রাশিয়াকে দোষারোপ করে আসছে।", Status.OCCURRED),
        ("চীন রাশিয়াকে দোষারোপ করে বলছে, বৈঠক হবে না।", Status.OCCURRED),
        ("চীন রাশিয়াকে দোষারোপ করেছে, যাতে বৈঠকের সম্ভাবনা কমেছে।", Status.OCCURRED),
    ],
)
def test_an_act_of_speech_is_done_however_often(text: str, wanted: Status) -> None:
    """Who keeps blaming has blamed; what is said of something else does not colour it."""
    assert status(text, "Accusation") is wanted


@pytest.mark.parametrize(
    ("text", "event", "wanted"),
    [
        ("চীন রাশিয়াকে সমর্থন দিয়ে আসছে।", "Support", Status.ONGOING),
        ("ভারত পাকিস্তানের ওপর নিষেধাজ্ঞা অব্যাহত রেখেছে।", "Sanction", Status.ONGOING),
        ("ইউক্রেনে রাশিয়ার হামলা দশম দিনে গড়িয়েছে।", "Attack", Status.ONGOING),
        ("আমরা ইউক্রেনকে সহায়তার প্রতিশ্রুতি দেব, বলেছে চীন।", "Promise", Status.OCCURRED),
        ("আলোচনার অনুরোধ জানিয়ে চীন চিঠি দিলেও সাড়া দেয়নি ভারত।", "Appeal", Status.OCCURRED),
        ("ফেরত চেয়ে চীন ভারতকে অনুরোধ জানিয়েছে।", "Appeal", Status.OCCURRED),
    ],
)
def test_what_is_kept_up_goes_on_and_what_was_asked_was_asked(
    text: str, event: str, wanted: Status
) -> None:
    """The sign may be part of the act; a refusal of the other side undoes no request."""
    assert status(text, event) is wanted


def test_what_is_claimed_in_a_clause_of_saying_is_who_claims_it() -> None:
    """'Russia told of having attacked' stands on Russia's word."""
    (claim,) = [
        c for c in told("ইউক্রেনে হামলা চালানোর কথা জানিয়েছে রাশিয়া।")[0] if c.event_type == "Attack"
    ]

    assert (claim.status, claim.attributed_to) == (Status.OCCURRED, ("country/russia",))


@pytest.mark.parametrize(
    "text",
    [
        "ভ্লাদিমির পুতিনের সঙ্গে বৈঠক বাতিল করেছেন ডোনাল্ড ট্রাম্প।",
        "ভ্লাদিমির পুতিন ও ডোনাল্ড ট্রাম্পের বৈঠক বাতিল।",
    ],
)
def test_a_meeting_that_is_called_off_does_not_take_place(text: str) -> None:
    """Whoever calls it off, with a verb or in a headline without one."""
    (claim,) = told(text)[0]

    assert (claim.event_type, claim.status) == ("Meeting", Status.NEGATED)


def test_what_something_came_of_happened() -> None:
    """In গুলি চালালে তিনজন নিহত হন the shots were fired; before a future they are a condition."""
    done = told("ইসরায়েল ইরানে হামলা চালালে আলোচনা থেমে যায়।")[0]
    feared = told("ইসরায়েল ইরানে হামলা চালালে জবাব দেবে তুরস্ক।")[0]

    assert [c.status for c in done if c.event_type == "Attack"] == [Status.OCCURRED]
    assert [c.status for c in feared if c.event_type == "Attack"] == [Status.POSSIBLE]
