"""Names that stand for others beside them, and names that stand beside others."""

from __future__ import annotations

import pytest
from told import scenes, told

from kg.relate.spans import Chunk


def chunk_of(text: str, entity: str) -> Chunk:
    """The phrase of the first sentence that refers to an entity."""
    return next(c for c in scenes(text)[0].chunks if entity in c.entities)


def parties(text: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Agents and recipients of the claims of a text."""
    return {(c.agent, c.recipient) for c in told(text)[0]}


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("কাতারসহ কয়েকটি দেশের সঙ্গে বৈঠক করেছেন মার্কো রুবিও।", "with"),
        ("কাতারসহ বিভিন্ন দেশকে সতর্ক করেছে যুক্তরাষ্ট্র।", "objective"),
        ("কাতারসহ পাঁচ দেশের বিরুদ্ধে নিষেধাজ্ঞা দিয়েছে যুক্তরাষ্ট্র।", "against"),
        ("কাতারসহ আরব দেশগুলো ইরানকে সতর্ক করেছে।", "bare"),
    ],
)
def test_a_name_with_others_has_their_case(text: str, marker: str) -> None:
    """কাতারসহ কয়েকটি দেশের সঙ্গে: the name stands in the case of those whom it is among."""
    assert chunk_of(text, "country/qatar").marker == marker


def test_a_name_with_named_others_is_one_phrase_with_them() -> None:
    """পুতিনসহ রাশিয়ার কর্মকর্তাদের সঙ্গে: both are met."""
    text = "ভ্লাদিমির পুতিনসহ রাশিয়ার কর্মকর্তাদের সঙ্গে বৈঠক করেন নরেন্দ্র মোদি।"
    met = ("person/vladimir-putin", "country/russia")
    assert (("person/narendra-modi",), met) in parties(text)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "শেখ হাসিনা ও তাঁর বোন শেখ রেহানা ভারতে গেছেন।",
            ("person/sheikh-hasina", "person/sheikh-rehana"),
        ),
        (
            "যুক্তরাষ্ট্র ও তার মিত্র ইসরায়েল ইরানে হামলা চালিয়েছে।",
            ("country/united-states", "country/israel"),
        ),
        ("রাশিয়ার ঘনিষ্ঠ মিত্র বেলারুশ ইউক্রেনে হামলা চালিয়েছে।", ("country/belarus",)),
    ],
)
def test_whose_relative_somebody_is_does_not_part_names(text: str, agents: tuple[str, ...]) -> None:
    """X ও তাঁর বোন Y act together; whose ally acts does not act."""
    assert agents in {c.agent for c in told(text)[0]}


def test_a_clock_is_no_actor() -> None:
    """বাংলাদেশ সময় সন্ধ্যা ৭টায়: the country only says whose clock is meant."""
    scene = scenes("বাংলাদেশ সময় সন্ধ্যা ৭টায় মোদির সঙ্গে কথা বলেন পুতিন।")[0]
    assert not any("country/bangladesh" in c.entities for c in scene.chunks)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        (
            "ট্রাম্প ইউক্রেনের প্রেসিডেন্ট ভলোদিমির জেলেনস্কির সঙ্গে বৈঠক করেছেন।",
            "person/donald-trump",
        ),
        (
            "যুক্তরাষ্ট্র ভেনেজুয়েলার প্রেসিডেন্ট নিকোলা মাদুরোকে গ্রেপ্তার করেছে।",
            "country/united-states",
        ),
        ("ভারত সাবেক প্রধানমন্ত্রী শেখ হাসিনাকে আশ্রয় দিয়েছে।", "country/india"),
        ("ভলোদিমির জেলেনস্কি আহত সেনাদের ধন্যবাদ জানিয়েছেন।", "person/volodymyr-zelenskyy"),
    ],
)
def test_who_acts_owns_no_post_after_it(text: str, agent: str) -> None:
    """A person or a state by its own name, without an ending, is no part of the next phrase."""
    assert (agent,) in {c.agent for c in told(text)[0]}


def test_a_body_right_before_a_post_owns_it() -> None:
    """জাতিসংঘ মহাসচিব X is one phrase."""
    text = "জাতিসংঘ মহাসচিব আন্তোনিও গুতেরেস রাশিয়ার সমালোচনা করেছেন।"
    assert chunk_of(text, "person/antonio-guterres").first == 0


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("রাশিয়া কিয়েভে হামলা চালিয়েছে।", "country/russia"),
        ("যুক্তরাষ্ট্র হামাসকে সতর্ক করেছে।", "country/united-states"),
        ("তালেবান পাকিস্তান সেনাবাহিনীর ওপর হামলা চালিয়েছে।", "organization/taliban"),
        ("ফিলিস্তিনি সংগঠন হামাস ইসরায়েলে হামলা চালিয়েছে।", "organization/hamas"),
        ("মার্কিন ধনকুবের ইলন মাস্ক চীন সফর করেছেন।", "person/elon-musk"),
    ],
)
def test_a_state_or_body_acts_beside_another_name(text: str, agent: str) -> None:
    """রাশিয়া কিয়েভে …: a name without an ending acts; an adjective before a noun does not."""
    assert [c.agent for c in told(text)[0]] == [(agent,)]


def test_a_name_acts_with_those_of_his() -> None:
    """পুতিন ও তাঁর সহযোগীরা is Putin, with the case of the others."""
    c = scenes("ভ্লাদিমির পুতিন ও তাঁর ঘনিষ্ঠ সহযোগীরা প্রস্তাব প্রত্যাখ্যান করেন।")[0].chunks[0]

    assert (c.entities, c.marker, c.acting) == (("person/vladimir-putin",), "bare", True)


def test_those_of_his_may_bear_a_postposition() -> None:
    """ইউক্রেন ও এর মিত্রদের ওপর: on Ukraine."""
    c = scenes("ইউক্রেন ও এর মিত্রদের ওপর চাপ বাড়ছে।")[0].chunks[0]

    assert (c.entities, c.marker) == (("country/ukraine",), "on")


def test_allies_of_a_continent_are_joined() -> None:
    """কানাডা ও তাদের ইউরোপীয় মিত্ররা: Canada and Europe."""
    text = "ইউরোপ আলোচনায় ফিরেছে। চুক্তির বিরোধিতা করেছে কানাডা ও তাদের ইউরোপীয় মিত্ররা।"
    c = scenes(text)[-1].chunks[-1]

    assert c.entities == ("country/canada", "place/europe")


def test_a_place_among_others_does_not_act() -> None:
    """In ঢাকাসহ প্রধান সড়কগুলো দখলে নেয় the town is among what is taken."""
    found = told("ভারতীয় সেনাবাহিনী ঢাকাসহ প্রধান সড়কগুলো দখলে নেয়।")[0]
    assert all("place/dhaka" not in c.agent for c in found)


def test_his_government_acts_for_him() -> None:
    """তাঁর প্রশাসন is that of whom the pronoun means, not of the article's country."""
    text = "ভেনেজুয়েলাকে সতর্ক করেছেন ডোনাল্ড ট্রাম্প। তাঁর প্রশাসন ভেনেজুয়েলার কাছে সেনা মোতায়েন করেছে।"
    assert [c.agent for c in told(text)[0] if c.event_type == "MilitaryActivity"] == [
        ("person/donald-trump",)
    ]
