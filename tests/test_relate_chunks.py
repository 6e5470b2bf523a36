"""Names with what surrounds them."""

from __future__ import annotations

import pytest
from told import scenes, words

from kg.relate.scene import Scene
from kg.relate.spans import Chunk


def first_scene(text: str) -> Scene:
    """The first sentence, laid out."""
    return scenes(text)[0]


def chunk_of(text: str, entity: str) -> Chunk:
    """The phrase of the first sentence that refers to an entity."""
    return next(c for c in first_scene(text).chunks if entity in c.entities)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("ইরান আলোচনা করেছে।", "bare"),
        ("ইরানের সমালোচনা হয়েছে।", "genitive"),
        ("ইরানকে সতর্ক করেছে চীন।", "objective"),
        ("ইরানে হামলা হয়েছে।", "locative"),
        ("ইরানের সঙ্গে চুক্তি হয়েছে।", "with"),
        ("ইরানের বিরুদ্ধে অভিযোগ উঠেছে।", "against"),
        ("ইরানের কাছে প্রস্তাব গেছে।", "to"),
        ("ইরানের ওপর নিষেধাজ্ঞা দিয়েছে চীন।", "on"),
        ("ইরানের পক্ষ থেকে প্রস্তাব এসেছে।", "by"),
        ("ইরান থেকে তেল কিনেছে চীন।", "from"),
        ("ইরানকে লক্ষ্য করে হামলা হয়েছে।", "target"),
        ("ইরানের মতে, আলোচনা হয়েছে।", "according"),
        ("ইরানের কাছাকাছি মহড়া হয়েছে।", "near"),
    ],
)
def test_an_ending_or_postposition_gives_the_marker(text: str, marker: str) -> None:
    """The case of a name, or the postposition after it, says its role."""
    assert chunk_of(text, "country/iran").marker == marker


def test_a_longer_postposition_wins() -> None:
    """পক্ষ থেকে is read as one, not as থেকে."""
    scene = first_scene("ইরানের পক্ষ থেকে প্রস্তাব এসেছে।")

    assert words(scene, scene.chunks[0].head_end, scene.chunks[0].last) == "পক্ষ থেকে"


def test_coordinated_names_are_one_phrase() -> None:
    """A, B ও C is one phrase, and the ending of the last counts for all."""
    phrase = chunk_of("চীন, জাপান ও ভারতের সঙ্গে চুক্তি করেছে ইরান।", "country/japan")

    assert phrase.entities == ("country/china", "country/japan", "country/india")
    assert (phrase.marker, phrase.plural) == ("with", True)


def test_names_with_different_endings_are_not_joined() -> None:
    """Only a bare name takes the ending of the one after it."""
    phrase = chunk_of("চীনের ও জাপানের সঙ্গে চুক্তি করেছে ইরান।", "country/japan")

    assert phrase.entities == ("country/japan",)


def test_a_dash_joins_two_names() -> None:
    """রাশিয়া-ইউক্রেন is a pair."""
    phrase = chunk_of("রাশিয়া-ইউক্রেন যুদ্ধ চলছে।", "country/ukraine")

    assert (phrase.entities, phrase.marker) == (("country/russia", "country/ukraine"), "joined")


def test_a_post_before_a_name_is_part_of_its_phrase() -> None:
    """The name swallows its post and the owner of the post."""
    scene = first_scene("চীনের প্রেসিডেন্ট শি জিনপিং ভারত সফর করেছেন।")

    assert words(scene, scene.chunks[0].first, scene.chunks[0].head_end).endswith("শি জিনপিং")
    assert scene.chunks[0].first == 0
    assert "country/china" not in {e for c in scene.chunks for e in c.entities}


def test_officials_act_for_their_state() -> None:
    """In রুশ কর্মকর্তারা the state acts, by its officials."""
    phrase = chunk_of("রুশ কর্মকর্তারা চীন সফর করেছেন।", "country/russia")

    assert (phrase.acting, phrase.thing, phrase.plural) == (True, False, True)


def test_the_noun_of_who_acts_carries_the_ending() -> None:
    """In রাশিয়ার কর্মকর্তাদের the ending of the noun counts."""
    phrase = chunk_of("রাশিয়ার কর্মকর্তাদের সঙ্গে বৈঠক করেছেন শি জিনপিং।", "country/russia")

    assert phrase.marker == "with"


def test_a_thing_of_a_state_is_told_apart() -> None:
    """A ship of Russia is Russia's, and does not act."""
    assert chunk_of("রাশিয়ার জাহাজ ডুবেছে।", "country/russia").thing


def test_the_noun_of_a_place_carries_its_ending() -> None:
    """In বেইজিং শহরে the place is in the locative."""
    assert chunk_of("বেইজিং শহরে বৈঠক হয়েছে।", "place/beijing").marker == "locative"


def test_a_name_in_brackets_repeats_the_one_before() -> None:
    """What stands in brackets after a name is no phrase of its own."""
    scene = first_scene("জাতিসংঘ (ইউএন) ইরানকে সতর্ক করেছে।")

    assert [c.entities for c in scene.chunks] == [
        ("organization/united-nations",),
        ("country/iran",),
    ]
    assert words(scene, 0, scene.chunks[0].head_end).endswith(")")


def test_a_genitive_before_a_place_describes_it() -> None:
    """In জার্মানির বার্লিনে the country only says where Berlin is."""
    assert chunk_of("জার্মানির বার্লিনে বৈঠক হয়েছে।", "country/germany").marker == "modifier"


def test_who_stands_before_a_post_with_its_owner_is_a_phrase_of_its_own() -> None:
    """In পুতিন ভারতের প্রধানমন্ত্রী মোদির … Putin owns no post, nor does Hamas that of Israel."""
    for who, text in {
        "person/vladimir-putin": "ভ্লাদিমির পুতিন ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদির প্রশংসা করেছেন।",
        "organization/hamas": "হামাস ইসরায়েলের প্রধানমন্ত্রী বেনিয়ামিন নেতানিয়াহুর নিন্দা করেছে।",
    }.items():
        assert chunk_of(text, who).marker == "bare"


def test_an_and_between_clauses_joins_no_names() -> None:
    """… করেছেন ট্রাম্প এবং ইউক্রেনকে …: who stands after the verb and the next clause's object."""
    text = "রাশিয়ার সমালোচনা করেছেন ডোনাল্ড ট্রাম্প এবং ইউক্রেনকে সহায়তার প্রতিশ্রুতি দিয়েছেন।"
    assert chunk_of(text, "country/ukraine").entities == ("country/ukraine",)


def test_an_and_after_a_verb_of_saying_joins_names() -> None:
    """যুক্তরাষ্ট্র বলেছে রাশিয়া ও চীনকে …: what is said may begin with two."""
    text = "যুক্তরাষ্ট্র বলেছে রাশিয়া ও চীনকে সতর্ক করা হয়েছে।"
    assert chunk_of(text, "country/china").entities == ("country/russia", "country/china")
