"""The form in which the model sees a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.language import canonical
from kg.tag.words import model_word

_TEXT = st.text(alphabet=st.sampled_from("কিমপুতিনয়়ািে্র‘’'।.,-–()‌‍\ufeff০৯aZ "), max_size=12)


@given(_TEXT)
def test_model_word_is_stable(token: str) -> None:
    """The form of a form is itself."""
    assert model_word(model_word(token)) == model_word(token)


@given(_TEXT)
def test_model_word_is_canonical(token: str) -> None:
    """The form is canonical, so that training and use never differ by encoding."""
    assert canonical(model_word(token)) == model_word(token)


def test_one_letter_or_two_are_the_same_word() -> None:
    """য় as one code point and as letter with nukta is one word to the model."""
    assert model_word("\u09df") == model_word("\u09af\u09bc")


def test_hyphen_and_apostrophe_inside_stay() -> None:
    """Marks inside a word belong to it."""
    assert [model_word(word) for word in ("DPRK-এর", "জং’কে")] == ["DPRK-এর", "জং’কে"]


def test_punctuation_stays() -> None:
    """A token of punctuation alone is not emptied."""
    assert [model_word(mark) for mark in "।,’("] == ["।", ",", "’", "("]
