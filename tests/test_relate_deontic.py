"""What speakers say should be done."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Claim, Status

TRUMP = "person/donald-trump"


def appeals(text: str) -> list[Claim]:
    """The claims of appeals that no word for appealing names."""
    return [c for c in told(text)[0] if c.found_by == "request.must"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ডোনাল্ড ট্রাম্প বলেন, ইউক্রেনকে শর্ত মেনে নিতে হবে।", ("country/ukraine",)),
        ("ডোনাল্ড ট্রাম্প বলেন, জার্মানির উচিত শর্ত মেনে নেওয়া।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প বলেন, যুদ্ধ থামাতে হবে।", ()),
    ],
)
def test_who_says_what_must_be_done_appeals(text: str, asked: tuple[str, ...]) -> None:
    """The speaker appeals to whoever must or ought to do it."""
    (claim,) = appeals(text)

    assert (claim.event_type, claim.agent, claim.recipient) == ("Appeal", (TRUMP,), asked)


def test_a_duty_that_nobody_speaks_of_is_no_appeal() -> None:
    """Without a speaker there is nobody who appeals."""
    assert appeals("ইউক্রেনকে শর্ত মেনে নিতে হবে।") == []


def test_what_had_to_be_done_is_no_appeal() -> None:
    """Only the future obliges."""
    assert appeals("ডোনাল্ড ট্রাম্প বলেন, ইউক্রেনকে শর্ত মেনে নিতে হয়েছে।") == []


def test_what_ought_to_be_done_has_not_happened() -> None:
    """Who ought to do it may do it; who says so does not."""
    claims, _ = told("ডোনাল্ড ট্রাম্প বলেন, জার্মানির উচিত ইউক্রেনকে সহায়তা করা।")
    (aid,) = [c for c in claims if c.event_type == "Aid"]

    assert (aid.agent, aid.status) == (("country/germany",), Status.POSSIBLE)
    assert aid.attributed_to == (TRUMP,)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ডোনাল্ড ট্রাম্প চান, জার্মানি আরও অস্ত্র দিক।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প চান জার্মানি আরও অস্ত্র দিক।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প বলেছেন, জার্মানি বরং নিজের দিকে নজর দিক।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প বলেছেন, জার্মানি যেন গ্যাস না কেনে।", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প নাগরিকদের সরে যেতে বলেছেন।", ()),
        ("জার্মানিকে গ্যাস কেনা বন্ধ করতে বলেছি: ডোনাল্ড ট্রাম্প", ("country/germany",)),
        ("ডোনাল্ড ট্রাম্প জার্মানির উদ্দেশে বলেন, ‘গ্যাস কেনা বন্ধ করুন।’", ("country/germany",)),
    ],
)
def test_what_is_wished_or_told_is_an_appeal(text: str, asked: tuple[str, ...]) -> None:
    """A wish, an imperative and 'told them to' ask as plainly as a duty."""
    (claim,) = appeals(text)

    assert (claim.event_type, claim.agent, claim.recipient) == ("Appeal", (TRUMP,), asked)


@pytest.mark.parametrize(
    "text",
    [
        "ডোনাল্ড ট্রাম্প বলেছেন, যেভাবেই হোক যুদ্ধ শেষ হবে।",
        "ডোনাল্ড ট্রাম্প বলেছেন, জার্মানি যেখানেই থাকুক না কেন ছাড় পাবে না।",
        "ডোনাল্ড ট্রাম্প বলেছেন, জার্মানি যেন গ্যাস কিনতে পারে সেই চেষ্টা হয়েছে।",
        "ডোনাল্ড ট্রাম্প বলেছেন, দেখুন জার্মানি গ্যাস কিনেছে।",
    ],
)
def test_set_phrases_and_aims_wish_for_nothing(text: str) -> None:
    """'Be that as it may', an aim and 'look' are no appeals."""
    assert appeals(text) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("ডোনাল্ড ট্রাম্প বলেছেন, শর্ত না মানলে ইউক্রেনকে একাই লড়তে হবে।", ("country/ukraine",)),
        ("ডোনাল্ড ট্রাম্প বলেছেন, ইউক্রেন শর্ত না মানলে সহায়তা বন্ধ হবে।", ("country/ukraine",)),
        ("নইলে ইউক্রেনকে একাই লড়তে হবে, বলেছেন ডোনাল্ড ট্রাম্প।", ("country/ukraine",)),
    ],
)
def test_what_follows_unless_something_is_done_is_a_threat(
    text: str, whom: tuple[str, ...]
) -> None:
    """A future under a negative condition warns whoever it would hit."""
    (claim,) = [c for c in told(text)[0] if c.found_by == "threaten.unless"]

    assert (claim.event_type, claim.agent, claim.recipient) == ("Warning", (TRUMP,), whom)
    assert appeals(text) == []


def test_a_clause_that_a_frame_reads_is_not_read_twice() -> None:
    """'Must pay the price' is a threat by its frame, and no appeal besides."""
    claims, _ = told("ডোনাল্ড ট্রাম্প বলেছেন, ইরানকে চরম মূল্য দিতে হবে।")

    assert [c.event_type for c in claims] == ["Warning"]


def test_in_a_statement_its_author_appeals() -> None:
    """A passive act of speech in a statement is the act of whoever made that."""
    (claim,) = told("ন্যাটোর এক বিবৃতিতে রাশিয়ার প্রতি সংযমের আহ্বান জানানো হয়।")[0]

    assert (claim.event_type, claim.agent) == ("Appeal", ("organization/nato",))
    assert claim.recipient == ("country/russia",)


def test_who_appeals_may_stand_after_the_present_tense() -> None:
    """জানায় before a name is 'says', not 'by knowing'."""
    (claim,) = told("যুদ্ধবিরতির আহ্বান জানায় রাশিয়া।")[0]

    assert (claim.event_type, claim.agent) == ("Appeal", ("country/russia",))


def test_a_bodys_head_owns_what_a_headline_names() -> None:
    """Whose body he heads may stand bare before a headline's last genitive."""
    claims, _ = told("জিম্মিদের মুক্তির আহ্বান হোয়াইট হাউস ডোনাল্ড ট্রাম্পের")

    assert [(c.event_type, c.agent) for c in claims if c.event_type == "Appeal"] == [
        ("Appeal", (TRUMP,))
    ]


def test_a_press_conference_is_no_meeting() -> None:
    """Who is present at one has met nobody by that."""
    claims, _ = told("সংবাদ সম্মেলনে উপস্থিত ছিলেন মার্কো রুবিও ও ডোনাল্ড ট্রাম্প।")

    assert claims == ()


def test_who_is_present_at_a_meeting_has_met() -> None:
    """Those named beside a word for a meeting took part in it."""
    (claim,) = told("বৈঠকে উপস্থিত ছিলেন মার্কো রুবিও ও ডোনাল্ড ট্রাম্প।")[0]

    assert (claim.event_type, {*claim.agent, *claim.recipient}) == (
        "Meeting",
        {"person/marco-rubio", TRUMP},
    )


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("ইরানকে সংযত হতে বলেছেন ডোনাল্ড ট্রাম্প।", "Appeal", ("country/iran",)),
        ("ইরানকে উচিত শিক্ষা দেওয়া হবে: ডোনাল্ড ট্রাম্প", "Warning", ("country/iran",)),
    ],
)
def test_to_be_told_to_be_and_a_fitting_lesson(
    text: str, event: str, whom: tuple[str, ...]
) -> None:
    """'Told to be' asks as 'told to do'; a fitting lesson obliges nobody."""
    (claim,) = told(text)[0]

    assert (claim.event_type, claim.agent, claim.recipient) == (event, (TRUMP,), whom)


def test_what_one_hopes_that_a_state_will_do_is_asked_of_it() -> None:
    """The hope is an appeal to who is to fulfil it."""
    (claim,) = appeals("ডোনাল্ড ট্রাম্প বলেন, আমরা আশা করি, ভারত দ্রুত সিদ্ধান্ত নেবে।")

    assert (claim.agent, claim.recipient) == ((TRUMP,), ("country/india",))


def test_who_thinks_that_something_ought_to_be_done_appeals() -> None:
    """Though the thought stands in the same clause."""
    (claim,) = appeals("যুদ্ধ বন্ধ করা উচিত বলে ডোনাল্ড ট্রাম্প মনে করেন।")

    assert claim.agent == (TRUMP,)


def test_what_ought_to_have_been_done_is_asked_of_nobody() -> None:
    """উচিত ছিল blames."""
    assert appeals("ডোনাল্ড ট্রাম্প বলেন, যুদ্ধ বন্ধ করা উচিত ছিল।") == []
