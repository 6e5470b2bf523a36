"""On whose word each clause stands."""

from __future__ import annotations

import pytest
from told import scenes, told

ZELENSKYY, REUTERS = "person/volodymyr-zelenskyy", "organization/reuters"
ATTACK = "রাশিয়া ইউক্রেনে হামলা চালিয়েছে"


def sources(text: str) -> dict[str, tuple[str, ...]]:
    """Who is named for each type of event of a text."""
    return {c.event_type: c.attributed_to for c in told(text)[0]}


@pytest.mark.parametrize(
    "text",
    [
        f"ভলোদিমির জেলেনস্কি বলেছেন, {ATTACK}।",
        f"ভলোদিমির জেলেনস্কি বলেছেন যে {ATTACK}।",
        f"{ATTACK} বলে জানিয়েছেন ভলোদিমির জেলেনস্কি।",
        f"ভলোদিমির জেলেনস্কির মতে, {ATTACK}।",
        f"ভলোদিমির জেলেনস্কি বলেন, “{ATTACK}।”",
        f"“{ATTACK}”, বলেছেন ভলোদিমির জেলেনস্কি।",
        f"ভলোদিমির জেলেনস্কি মনে করেন, {ATTACK}।",
    ],
)
def test_words_before_or_after_a_verb_of_saying_are_the_speakers(text: str) -> None:
    """Each way to report names the speaker."""
    assert sources(text) == {"Attack": (ZELENSKYY,)}


def test_a_passive_report_is_its_owners() -> None:
    """'In a report of Reuters it was said' is the word of Reuters."""
    assert sources(f"রয়টার্সের প্রতিবেদনে বলা হয়েছে, {ATTACK}।") == {"Attack": (REUTERS,)}


def test_a_passive_report_may_be_of_who_spoke_last() -> None:
    """'In the statement it was said' is the word of who spoke before."""
    text = f"ভলোদিমির জেলেনস্কি বলেন, বৈঠক হয়েছে। বিবৃতিতে বলা হয়েছে, {ATTACK}।"

    assert sources(text)["Attack"] == (ZELENSKYY,)


def test_a_press_conference_reports_too() -> None:
    """A noun of two words is found by both."""
    text = f"ভলোদিমির জেলেনস্কির সংবাদ সম্মেলনে বলা হয়েছে, {ATTACK}।"

    assert sources(text) == {"Attack": (ZELENSKYY,)}
    assert sources(text.replace("সংবাদ সম্মেলনে", "সম্মেলনে")) == {"Attack": ()}


def test_what_nobody_says_is_the_articles_own_word() -> None:
    """Without a report there is no source."""
    assert sources(f"{ATTACK}।") == {"Attack": ()}


def test_a_quotation_lasts_over_sentences_and_ends() -> None:
    """Every sentence inside the marks is the speaker's, the next one is not."""
    text = (
        f"ভলোদিমির জেলেনস্কি বলেন, “{ATTACK}। ইরান রাশিয়াকে অস্ত্র সরবরাহ করছে।” চীন রাশিয়াকে সমর্থন দিয়েছে।"
    )

    assert sources(text) == {
        "Attack": (ZELENSKYY,),
        "ArmsTransfer": (ZELENSKYY,),
        "Support": (),
    }


def test_a_quotation_that_never_closes_is_given_up() -> None:
    """After some sentences a missing mark is taken as missing."""
    text = f"ভলোদিমির জেলেনস্কি বলেন, “{ATTACK}। " + "বৈঠক হয়েছে। " * 9 + "চীন ইরানকে সমর্থন দিয়েছে।"

    assert sources(text)["Support"] == ()


def test_an_apostrophe_in_a_word_closes_no_quotation() -> None:
    """The mark in জং’কে is part of the word."""
    first = scenes("পুতিন বলেন, “কিম জং’কে ধন্যবাদ। রাশিয়া হামলা চালাবে।”")[1]

    assert first.domains[0].quoted


def test_an_act_of_speech_is_no_report() -> None:
    """Who condemns does not tell what he condemns."""
    assert not scenes("ইউক্রেনে হামলার নিন্দা জানিয়েছে চীন।")[0].saying[0]


def test_an_act_of_speech_is_not_attributed_to_itself() -> None:
    """Who warns needs no source for the warning."""
    text = "যুক্তরাষ্ট্র বলেছে, যুক্তরাষ্ট্র ইরানকে সতর্ক করেছে।"

    assert sources(text) == {"Warning": ()}


def test_what_is_foretold_after_a_report_goes_on_with_it() -> None:
    """The article does not foretell on its own: the sentence after is the speaker's, too."""
    text = f"ভলোদিমির জেলেনস্কি বলেন, {ATTACK}। চীন রাশিয়াকে সমর্থন দেবে।"

    assert sources(text)["Support"] == (ZELENSKYY,)
    assert sources(text.replace("দেবে", "দিয়েছে"))["Support"] == ()
    assert sources(text.replace("চীন রাশিয়াকে", "এদিকে চীন রাশিয়াকে"))["Support"] == ()


def test_a_reason_after_a_report_goes_on_with_it() -> None:
    """'Because …' explains what was said."""
    text = f"ভলোদিমির জেলেনস্কি বলেন, বৈঠক হবে না। কারণ, {ATTACK}।"

    assert sources(text)["Attack"] == (ZELENSKYY,)


def test_it_was_said_in_it_leads_back_to_the_report() -> None:
    """'In it, it was also said' is the report's word, not that of whom the report quotes."""
    text = (
        "রয়টার্সের প্রতিবেদনে বলা হয়েছে, চীন ইরানকে সমর্থন দিয়েছে। ভলোদিমির জেলেনস্কি বলেন, বৈঠক হয়েছে। "
        f"এতে আরও বলা হয়, {ATTACK}।"
    )

    assert sources(text)["Attack"] == (REUTERS,)


def test_who_is_named_after_a_sentence_may_be_its_source() -> None:
    """'So-and-so gave this information' tells whose word the sentence before was."""
    text = f"{ATTACK}। আজ এ তথ্য জানিয়েছেন ভলোদিমির জেলেনস্কি।"

    assert sources(text)["Attack"] == (ZELENSKYY,)
    assert sources(text.replace("এ তথ্য জানিয়েছেন", "খুশি হয়েছেন"))["Attack"] == ()


def test_an_agency_passes_on_whom_it_quotes() -> None:
    """Who is quoted counts, not the agency that quotes him."""
    text = f"ভলোদিমির জেলেনস্কির বরাত দিয়ে রয়টার্স জানিয়েছে, {ATTACK}।"

    assert sources(text) == {"Attack": (ZELENSKYY,)}


def test_a_claim_may_be_a_noun() -> None:
    """'Zelenskyy's claim: …' is a report without a verb."""
    assert sources(f"ভলোদিমির জেলেনস্কির দাবি, {ATTACK}।") == {"Attack": (ZELENSKYY,)}


def test_urging_he_said_is_saying() -> None:
    """A participle of urging before 'said' does not hide that something is said."""
    text = f"চীনকে আহ্বান জানিয়ে বলেন ভলোদিমির জেলেনস্কি, {ATTACK}।"

    assert sources(text)["Attack"] == (ZELENSKYY,)


def test_a_short_clause_of_saying_at_the_end_reports_what_is_before() -> None:
    """Without quotation marks, too."""
    assert sources(f"{ATTACK}, জানিয়েছেন ভলোদিমির জেলেনস্কি।") == {"Attack": (ZELENSKYY,)}


def test_a_hope_inside_somebodys_words_is_his_word() -> None:
    """What A says that B hopes stands on A's word."""
    text = f"ভলোদিমির জেলেনস্কি বলেন, চীন মনে করে, {ATTACK}।"

    assert sources(text) == {"Attack": (ZELENSKYY,)}


def test_of_a_country_and_its_agency_the_agency_speaks() -> None:
    """The adjective before the agency's name is not who speaks."""
    text = f"মার্কিন সংবাদমাধ্যম সিএনএন জানায়, {ATTACK}।"

    (source,) = sources(text)["Attack"]
    assert source.startswith("organization/")


def test_what_is_said_may_follow_without_a_mark() -> None:
    """After 'said' a second finite verb is what was said."""
    assert sources(f"ভলোদিমির জেলেনস্কি বলেছেন {ATTACK}।") == {"Attack": (ZELENSKYY,)}


def test_an_adjective_may_be_what_is_said() -> None:
    """'Ready, he said': বলে closes what is said after an adjective, too."""
    text = "রাশিয়া ইরানকে সহায়তা দিতে প্রস্তুত বলে জানিয়েছেন ভলোদিমির জেলেনস্কি।"

    assert sources(text) == {"Aid": (ZELENSKYY,)}


def test_to_keep_saying_closes_nothing() -> None:
    """In বলে আসছেন the word is the verb itself."""
    (scene,) = scenes("চীন দীর্ঘদিন ধরে এ কথা বলে আসছে।")

    assert len(scene.domains) == 1


def test_it_is_told_after_what_is_told() -> None:
    """A name after জানায় does not make it a participle."""
    assert sources(f"{ATTACK} বলে জানায় রয়টার্স।") == {"Attack": (REUTERS,)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে: রয়টার্স", "organization/reuters"),
        ("ভলোদিমির জেলেনস্কি: রাশিয়া ইউক্রেনে হামলা চালিয়েছে", "person/volodymyr-zelenskyy"),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে, দাবি তালেবানের।", "organization/taliban"),
        ("‘রাশিয়া ইউক্রেনে হামলা চালিয়েছে’, ভলোদিমির জেলেনস্কির দাবি", "person/volodymyr-zelenskyy"),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে। এমন দাবি করেছে তালেবান।", "organization/taliban"),
    ],
)
def test_a_label_beside_a_headline_is_its_source(text: str, source: str) -> None:
    """A name before or after a colon, or with a word for claiming, says whose word it is."""
    (claim,) = told(text)[0]

    assert claim.attributed_to == (source,)


def test_the_second_half_of_a_title_is_no_source() -> None:
    """Only a bare name after the colon is whose word it is."""
    text = "রাশিয়া ইউক্রেনে হামলা চালিয়েছে: ভলোদিমির জেলেনস্কির বৈঠক"

    assert {c.attributed_to for c in told(text)[0]} == {()}


def test_reports_of_papers_without_a_name_have_no_source() -> None:
    """'Various Indian media report' is not the word of who was quoted before."""
    text = (
        "চীন এক বিবৃতিতে জানিয়েছে, ভ্লাদিমির পুতিন ইরান সফর করেছেন। "
        "শি জিনপিং রাশিয়া সফর করবেন বলে বিভিন্ন সংবাদমাধ্যমের খবরে বলা হয়।"
    )

    assert [c.attributed_to for c in told(text)[0] if "xi-jinping" in c.agent[0]] == [()]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "ইরান ইসরায়েলে হামলা চালিয়েছে দাবি করে বেনিয়ামিন নেতানিয়াহু বলেন, জবাব আসবে।",
            "person/benjamin-netanyahu",
        ),
        (
            "রাশিয়া ইউক্রেনে হামলা চালিয়েছে জানিয়ে জেলেনস্কি মিত্রদের সহায়তা চেয়েছেন।",
            "person/volodymyr-zelenskyy",
        ),
        ("পাকিস্তান কাশ্মীরে হামলা চালিয়েছে বলে অভিযোগ করেছে ভারত।", "country/india"),
        ("পাকিস্তান কাশ্মীরে হামলা চালিয়েছে বলে দাবি নয়াদিল্লির।", "place/new-delhi"),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে—এমন দাবি করেছেন জেলেনস্কি।", "person/volodymyr-zelenskyy"),
        ("জাতিসংঘের হিসাব অনুসারে, ইসরায়েল গাজায় হামলা চালিয়েছে।", "organization/united-nations"),
        (
            "রাশিয়ার হামলায় ইউক্রেনে ১০ জন নিহত হওয়ার কথা জানিয়েছেন জেলেনস্কি।",
            "person/volodymyr-zelenskyy",
        ),
    ],
)
def test_words_that_take_up_a_clause_name_its_source(text: str, source: str) -> None:
    """… চালিয়েছে দাবি করে X, বলে অভিযোগ করেছে X, এমন দাবি করেছেন X, X-এর হিসাব অনুসারে …."""
    attacks = [c for c in told(text)[0] if c.event_type == "Attack"]
    assert [c.attributed_to for c in attacks] == [(source,)]


def test_what_somebody_says_before_and_after_is_his() -> None:
    """… দাবি করে X বলেন, …: both clauses are on his word."""
    text = "ইরান ইসরায়েলে হামলা চালিয়েছে দাবি করে নেতানিয়াহু বলেন, রাশিয়া ইউক্রেনে হামলা চালাবে।"
    assert {c.attributed_to for c in told(text)[0]} == {("person/benjamin-netanyahu",)}


def test_who_has_resigned_has_on_nobody_s_word() -> None:
    """সদ্য পদত্যাগ করা শেখ হাসিনা …: what only describes somebody is taken for granted."""
    text = "রয়টার্স জানিয়েছে, সদ্য পদত্যাগ করা শেখ হাসিনা ভারতে গেছেন।"
    found = {c.event_type: c.attributed_to for c in told(text)[0]}
    assert found == {"Concede": (), "Visit": ("organization/reuters",)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ইরান অভিযোগ করেছে, ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।", ("country/iran",)),
        ("ইরান অভিযোগ করেছে যে ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।", ("country/iran",)),
        ("ইরান অভিযোগ করেছে, ‘ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।’", ("country/iran",)),
        ("ইরান অভিযোগ করেছে, আর ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।", ()),
        ("তালেবানের ভাষ্য, ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।", ("organization/taliban",)),
        (
            "ভ্লাদিমির পুতিন বলেন, সময় কম। আরও বলেন, ইসরায়েল সিরিয়ায় হামলা চালিয়েছে।",
            ("person/vladimir-putin",),
        ),
        (
            "শি জিনপিং বলেন, সময় কম। ভ্লাদিমির পুতিন ইউক্রেনে হামলা চালিয়েছেন বলে মন্তব্য করেন তিনি।",
            ("person/xi-jinping",),
        ),
    ],
)
def test_whose_word_is_what_an_accuser_tells(text: str, speaker: tuple[str, ...]) -> None:
    """What is said with an accusation is the accuser's word; nobody is named by himself."""
    (attack,) = [c for c in told(text)[0] if c.event_type == "Attack"]

    assert attack.attributed_to == speaker
