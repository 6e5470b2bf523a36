"""Standing relations."""

from __future__ import annotations

import pytest
from told import told

from kg.model import Relation, RoleType


def relations(text: str) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of each relation."""
    return {(r.subject, r.predicate, r.object) for r in told(text)[1]}


def only(text: str) -> Relation:
    """The one relation of a text."""
    (relation,) = told(text)[1]
    return relation


def test_a_post_before_a_name_is_held() -> None:
    """The owner of the post, the role as written and its type are told."""
    relation = only("চীনের প্রেসিডেন্ট শি জিনপিং ভারত সফর করেছেন।")

    assert (relation.subject, relation.predicate) == ("person/xi-jinping", "holdsPosition")
    assert (relation.object, relation.role) == ("country/china", "প্রেসিডেন্ট")
    assert relation.role_type is RoleType.HEAD_OF_STATE


@pytest.mark.parametrize(
    "text",
    [
        "কিম জং উনের ছোট বোন কিম ইয়ো জং এ কথা বলেন।",
        "কিম জং উন ছোট বোন কিম ইয়ো জংকে পাঠিয়েছেন।",
    ],
)
def test_a_word_for_kin_before_a_name_tells_whose_kin_it_is(text: str) -> None:
    """The genitive before the word, else the clause's subject, is the relative."""
    relation = only(text)

    assert relation.predicate == "familyOf"
    assert (relation.subject, relation.object) == ("person/kim-yo-jong", "person/kim-jong-un")
    assert relation.role == "ছোট বোন"


@pytest.mark.parametrize(
    "text",
    [
        "রাশিয়ার ভ্লাদিভস্তকে বৈঠক হয়েছে।",
        "রাশিয়ার পূর্বাঞ্চলের ভ্লাদিভস্তক শহরে বৈঠক হয়েছে।",
        "রাশিয়ায় অবস্থিত ভ্লাদিভস্তকে বৈঠক হয়েছে।",
    ],
)
def test_a_place_lies_in_the_state_before_it(text: str) -> None:
    """A genitive, with words for regions between, or 'lying in' says where a place is."""
    assert relations(text) == {("place/vladivostok", "locatedIn", "country/russia")}


def test_a_place_beside_a_state_is_not_in_it() -> None:
    """Other words between say nothing of where it lies."""
    assert relations("রাশিয়ার প্রতিনিধিদল নিয়ে ভ্লাদিভস্তকে বৈঠক হয়েছে।") == set()


def test_a_body_whose_name_begins_with_its_state_is_part_of_it() -> None:
    """The Russian navy is Russia's."""
    assert relations("রুশ নৌবাহিনী মহড়া চালিয়েছে। রাশিয়া চুপ।") == {
        ("organization/russia-navy", "partOf", "country/russia")
    }


def test_a_relation_stated_twice_is_one_with_two_sentences() -> None:
    """Every sentence that states it is evidence."""
    relation = only("রাশিয়ার ভ্লাদিভস্তকে বৈঠক হয়েছে। রাশিয়ার ভ্লাদিভস্তকে মহড়া হয়েছে।")

    assert [e.sentence for e in relation.evidence] == [0, 1]


def test_every_party_of_a_relation_is_named_by_the_article() -> None:
    """A post whose body only the gazetteer tells of is not what the text states."""
    text = "প্রেসিডেন্ট ডোনাল্ড ট্রাম্প এ কথা বলেছেন।"

    assert relations(text) == set()
    assert ("person/donald-trump", "holdsPosition", "country/united-states") in relations(
        text + " যুক্তরাষ্ট্র এতে খুশি।"
    )


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        # A subject before a place is not what holds it.
        ("ইরান বেইজিংয়ে বৈঠক করেছে।", set()),
        # What is known to lie elsewhere does not lie here.
        ("ইরানের বেইজিং সফর শেষ হয়েছে।", set()),
        # A sea on the way holds nothing.
        (
            "রাশিয়ার প্রশান্ত মহাসাগরীয় উপকূলে ভ্লাদিভস্তকে বৈঠক হয়েছে।",
            {("place/vladivostok", "locatedIn", "country/russia")},
        ),
        # The noun before a body's name says whose it is.
        (
            "ইসরায়েলের বৈদেশিক গোয়েন্দা সংস্থা মোসাদকে এ কথা জানিয়েছে ইরান।",
            {("organization/mossad", "partOf", "country/israel")},
        ),
        # An administration bears its head's name; a party is no body of the state.
        (
            "ট্রাম্প প্রশাসন যুক্তরাষ্ট্রে নতুন শুল্ক আরোপ করেছে।",
            {("organization/trump-administration", "partOf", "country/united-states")},
        ),
        ("বাংলাদেশে জামায়াতে ইসলামী মিছিল করেছে।", set()),
    ],
)
def test_what_lies_where_and_whose_a_body_is(text: str, told_of: set[tuple[str, str, str]]) -> None:
    """Containment is told by a genitive or a name, not by words that happen to be near."""
    assert relations(text) == told_of


def test_the_kin_of_the_second_of_two_is_whose_the_first_is() -> None:
    """'Trump's envoy A and his son-in-law B': B is Trump's."""
    text = "ডোনাল্ড ট্রাম্পের দুই প্রধান দূত স্টিভ উইটকফ এবং তার জামাতা জ্যারেড কুশনার এসেছেন।"

    assert ("person/jared-kushner", "familyOf", "person/donald-trump") in relations(text)


def test_he_right_before_a_post_is_not_its_owner() -> None:
    """In 'he invited Prime Minister X' the post is not of his country."""
    text = "শি জিনপিং এসেছেন। তিনি প্রধানমন্ত্রী শাহবাজ শরিফকে আমন্ত্রণ জানান।"

    assert ("person/shehbaz-sharif", "holdsPosition", "country/china") not in relations(text)


def _stated(text: str) -> set[tuple[str, str, str]]:
    return {(r.subject, r.predicate, r.object) for r in told(text)[1]}


def test_a_capital_is_called_so():
    """রাজধানী before a town makes it the country's capital, and the next town lies there."""
    found = _stated("ইউক্রেনের রাজধানী কিয়েভ ও খারকিভে বিস্ফোরণ হয়।")
    assert found == {
        ("place/kyiv", "capitalOf", "country/ukraine"),
        ("place/kharkiv", "locatedIn", "country/ukraine"),
    }


def test_the_country_of_a_capital_may_stand_elsewhere():
    """রাজধানী alone is that of the country whose government sits there."""
    found = _stated("ইউক্রেন যুদ্ধ করছে। রাজধানী কিয়েভে বিস্ফোরণ হয়।")
    assert ("place/kyiv", "capitalOf", "country/ukraine") in found


def test_a_known_body_is_part_of_nothing_else():
    """NATO is not Ukraine's because ইউক্রেনের stands before it."""
    assert _stated("ইউক্রেনের ন্যাটোতে যোগদানের সম্ভাবনা নেই।") == set()


def test_a_body_after_its_owner_and_a_description():
    """A description or an adjective may stand between a state and its body."""
    part = ("organization/sbu", "partOf", "country/ukraine")
    assert part in _stated("ইউক্রেনের অভ্যন্তরীণ গোয়েন্দা সংস্থা (এসবিইউ) এ কথা জানায়।")
    assert ("organization/isi", "partOf", "country/pakistan") in _stated(
        "পাকিস্তানি আইএসআই-এর ঘনিষ্ঠ ভাবার কারণ নেই।"
    )


def test_places_side_by_side_are_one_only_if_that_is_known():
    """অস্ট্রেলিয়ায় সিডনির … lies there; ইরানে মস্কোর … does not."""
    found = _stated("অস্ট্রেলিয়ায় সিডনির মানুষ শোক জানায়।")
    assert ("place/sydney", "locatedIn", "country/australia") in found
    assert _stated("ইরানে মস্কোর রাষ্ট্রদূত আছেন।") == set()


def test_a_bracket_between_a_post_and_a_name():
    """The short form of a post in brackets changes nothing."""
    held = ("person/antonio-guterres", "holdsPosition", "organization/united-nations")
    assert held in _stated("জাতিসংঘের মহাসচিব (এসজি) আন্তোনিও গুতেরেস এ কথা বলেন।")


def test_two_posts_before_one_name():
    """Posts of which there are many belong to one person; of a president this is not sure."""
    text = "বিজেপির প্রভাবশালী নেতা ও লোকসভার সদস্য রাজনাথ সিং এ কথা বলেন।"
    assert {o for _, p, o in _stated(text) if p == "holdsPosition"} == {
        "organization/bjp",
        "organization/lok-sabha",
    }
    text = "চীনের প্রেসিডেন্ট ও ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদি বৈঠক করেন।"
    assert ("person/narendra-modi", "holdsPosition", "country/china") not in _stated(text)


def test_a_region_may_own_a_post():
    """The noun for a region may stand between its name and the post."""
    text = "ক্যালিফোর্নিয়া অঙ্গরাজ্যের গভর্নর গ্যাভিন নিউসম এ কথা বলেন।"
    assert "place/california" in {o for _, p, o in _stated(text) if p == "holdsPosition"}


def test_a_state_that_acts_owns_no_post_of_another():
    """In ভারত সাবেক প্রধানমন্ত্রী শেখ হাসিনা … the state is the subject."""
    text = "ভারত সাবেক প্রধানমন্ত্রী শেখ হাসিনাকে আশ্রয় দিয়েছে।"
    assert ("person/sheikh-hasina", "holdsPosition", "country/india") not in _stated(text)


def test_whom_the_kin_speaks_to_is_no_kin():
    """A single word with an ending after a word for kin is the object of what the kin does."""
    assert _stated("কিম জং উনের বোন পুতিনকে ধন্যবাদ জানান।") == set()


def test_a_trade_between_a_post_and_a_name_hides_no_post():
    """A chief adviser who is a professor, too, is the chief adviser."""
    text = "বাংলাদেশের প্রধান উপদেষ্টা অধ্যাপক মুহাম্মদ ইউনূস এসেছেন।"
    assert ("person/muhammad-yunus", "holdsPosition", "country/bangladesh") in _stated(text)


def test_a_leader_s_adviser_advises_the_country():
    """What stands between the leader and the post says on what."""
    text = "ভারতে নরেন্দ্র মোদির নিরাপত্তাবিষয়ক উপদেষ্টা অজিত দোভাল এসেছেন।"
    assert ("person/ajit-doval", "holdsPosition", "country/india") in _stated(text)
