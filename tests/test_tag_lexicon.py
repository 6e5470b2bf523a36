"""What readers know of words goes into their vectors."""

from __future__ import annotations

import numpy as np
import pytest

from kg.tag.train import vectors
from kg.tag.train.lexicon import KINDS, forms, kind_numbers, names, word_kinds
from kg.tag.train.vectors import useful_words


@pytest.mark.parametrize(
    ("word", "kinds"),
    [("মেসি", "P"), ("মেসিকে", "P"), ("মস্কোতে", "L"), ("জয়", "PN"), ("ঝঞঝঞঝ", "")],
)
def test_a_word_has_the_kinds_of_its_base(word: str, kinds: str) -> None:
    """With and without case; of a word that nobody was asked about nothing is known."""
    assert word_kinds(word) == kinds


def test_the_numbers_have_one_length() -> None:
    """A word that can be several things has less of each."""
    for word in ("মেসি", "জয়", "বার্সেলোনা"):
        assert np.linalg.norm(kind_numbers(word)) == pytest.approx(1)
    assert kind_numbers("ঝঞঝঞঝ") == (0.0,) * len(KINDS)


def test_only_names_get_forms() -> None:
    """A word that is also an ordinary one, and a name in a case, are not inflected."""
    known = set(names())
    assert {"মেসি", "মস্কো"} <= known
    assert not {"জয়"} & known
    assert list(forms("মস্কো")) == ["মস্কোর", "মস্কোয়", "মস্কোতে", "মস্কোও"]


def test_words_of_news_and_names_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """What never stands in news gives way; a name that raw text has not is put in."""
    monkeypatch.setattr(vectors, "names", lambda: iter(["মেসি", "মস্কো"]))
    monkeypatch.setattr(vectors, "_WORDS", 4)
    monkeypatch.setattr(vectors, "_FORMS", 2)
    found = useful_words(["ব্লগ", "খবর", "মস্কো", "লেখা"], {"খবর", "মস্কো"})
    assert found == ["খবর", "মস্কো", "মেসি", "মস্কোর"]
