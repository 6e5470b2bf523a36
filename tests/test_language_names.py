"""Romanised names and their likeness; numbers; tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import (
    ascii_digits,
    bengali_digits,
    name_similarity,
    parse_number,
    romanise,
    skeleton,
)

SAME = [
    ("ভ্লাদিভোস্টক", "ভ্লাদিভস্তক"),
    ("দিমিত্রি পেসকভ", "দিমিত্রি পেশকভ"),
    ("নিউ ইয়র্ক", "নিউইয়র্ক"),
    ("মিসর", "মিশর"),
    ("সের্গেই শোইগু", "Sergei Shoigu"),
    ("ওয়াশিংটন", "Washington"),
    ("এএফপি", "AFP"),
]
OTHER = [
    ("উত্তর কোরিয়া", "দক্ষিণ কোরিয়া"),
    ("কিম জং উন", "কিম ইয়ো জং"),
    ("জন কিরবি", "জন ফিনার"),
    ("ইরান", "Iraq"),
    ("এনএসসি", "NSA"),
    ("ডোনাল্ড ট্রাম্প", "Donald Tusk"),
]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("পুতিন", "Putin"),
        ("ভ্লাদিমির", "Vladimir"),
        ("পেসকভ", "Peskov"),
        ("আলমগীর", "Alamgir"),
        ("সিএনএন", "CNN"),
        ("জন কিরবি", "John Kirbi"),
        ("DPRK", "DPRK"),
    ],
)
def test_romanise(name: str, latin: str) -> None:
    """A Bengali name gets a readable Latin spelling."""
    assert romanise(name) == latin


def test_spellings_are_nearer_than_other_names() -> None:
    """Every pair of spellings of one name is nearer than every pair of two names."""
    assert min(name_similarity(*pair) for pair in SAME) > max(
        name_similarity(*pair) for pair in OTHER
    )


def test_skeleton_crosses_scripts() -> None:
    """A name has the same consonants in both scripts."""
    assert skeleton("দিমিত্রি পেসকভ") == skeleton("Dmitri Peskov")


NAMES = st.text(
    st.characters(min_codepoint=0x980, max_codepoint=0x9FE) | st.sampled_from("abcKZ -")
)


@given(NAMES, NAMES)
def test_similarity_is_symmetric_and_bounded(a: str, b: str) -> None:
    """Likeness lies between 0 and 1, does not depend on order, and a name is like itself."""
    assert 0 <= name_similarity(a, b) <= 1
    assert name_similarity(a, b) == pytest.approx(name_similarity(b, a))
    assert name_similarity(a, a) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("১,৫০০", 1500),
        ("425", 425),
        ("৩.৫", 3.5),
        ("এক লাখ ২০ হাজার", 120000),
        ("দুই শ পাঁচ", 205),
        ("এক কোটি", 10**7),
        ("জন", None),
        ("", None),
        ("পাঁচ ছয়", None),
        ("১,৫", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    """Digits, words and both together are read; anything else is no number."""
    assert parse_number(text) == value


@given(st.integers(0, 10**12))
def test_digits_round_trip(number: int) -> None:
    """Bengali digits and Latin digits stand for each other."""
    assert ascii_digits(bengali_digits(str(number))) == str(number)
    assert parse_number(bengali_digits(str(number))) == number


def test_a_word_without_end_is_spelt() -> None:
    """A word of many letters is spelt letter by letter, looking back over a few only."""
    assert romanise("কমলা" * 5_000).lower() == "kamla" + "kamla" * 4_999
