"""Names that a post or title introduces and that the model has missed."""

from __future__ import annotations

from kg.language import split_sentences
from kg.model import Mention
from kg.tag.introduced import INTRODUCED, add_introduced
from kg.tag.merge import NER
from kg.world import load_world


def _found(text: str, *mentions: Mention) -> list[tuple[str, str]]:
    found = add_introduced(text, split_sentences(text), mentions, load_world())
    return [(each.text, each.base) for each in found]


def _mention(text: str, name: str, label: str) -> Mention:
    begin = text.index(name)
    return Mention(begin, begin + len(name), name, label, 0, name, found_by=NER, score=0.7)


def test_rare_words_after_a_post() -> None:
    """Rare words after a post are a person's name."""
    assert _found("মুখপাত্র দিমিত্রো প্লেটেনচুক জানিয়েছেন।") == [("দিমিত্রো প্লেটেনচুক", "দিমিত্রো প্লেটেনচুক")]


def test_a_bracket_after_the_post() -> None:
    """The short form of a post in brackets parts it from no name."""
    text = "মহাপরিচালক (ডিজি) টিম ডেভি পদত্যাগ করেন।"
    assert _found(text) == [("টিম ডেভি", "টিম ডেভি")]


def test_the_name_may_bear_an_ending() -> None:
    """An objective ending closes the name."""
    assert _found("অ্যাডমিরাল অ্যালভিন হলসিকে পদত্যাগে বাধ্য করেন।") == [("অ্যালভিন হলসিকে", "অ্যালভিন হলসি")]


def test_ordinary_words_are_no_name() -> None:
    """Postpositions, verbs and common nouns after a post are none."""
    for text in (
        "তিনি প্রার্থী হিসেবে মনোনয়ন পান।",
        "মন্ত্রী গতকাল সংসদে বক্তব্য দেন।",
        "একজন কর্মকর্তা সংবাদমাধ্যমকে এ তথ্য দেন।",
    ):
        assert _found(text) == []


def test_an_ending_on_the_post_introduces_nobody() -> None:
    """সাংবাদিকদের before rare words says that they belong to journalists."""
    assert _found("সাংবাদিকদের প্লেটেনচুক উইল্ডার দেখানো হয়।") == []


def test_a_single_word_needs_a_verb_of_saying_or_an_ending() -> None:
    """One rare word is a person when it speaks, not when it might be a noun."""
    assert _found("জেনারেল গ্রসম্যান বলেন, কাজ চলছে।") == [("গ্রসম্যান", "গ্রসম্যান")]
    assert _found("মেজর গ্রসম্যান।") == []


def test_the_end_of_a_name_is_made_whole() -> None:
    """Where the model found the last word alone, the words before it belong to it."""
    text = "সাংবাদিক পাভেল জারুবিন বলেন।"
    assert _found(text, _mention(text, "জারুবিন", "PER")) == [("পাভেল জারুবিন", "পাভেল জারুবিন")]


def test_another_name_after_it_stays_apart() -> None:
    """A place after the post's name is no part of it."""
    text = "গভর্নর আবদাল্লাহ কামিল বন্ডি সফর করেন।"
    names = [name for name, _ in _found(text, _mention(text, "বন্ডি", "LOC"))]
    assert names == ["আবদাল্লাহ কামিল", "বন্ডি"]


def test_a_ruler_after_another_post_is_a_first_name() -> None:
    """রাষ্ট্রদূত আমির মাইমন is no emir."""
    assert _found("রাষ্ট্রদূত আমির মাইমন সফর করেন।") == [("আমির মাইমন", "আমির মাইমন")]


def test_what_is_added_says_so() -> None:
    """The mention names the rule that found it."""
    text = "মুখপাত্র দিমিত্রো প্লেটেনচুক জানিয়েছেন।"
    (found,) = add_introduced(text, split_sentences(text), (), load_world())
    assert (found.label, found.found_by) == ("PER", INTRODUCED)
