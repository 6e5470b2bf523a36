"""Common words are no names on the model's word alone."""

from __future__ import annotations

import pytest

from kg.model import Mention
from kg.tag.ordinary import without_ordinary

_COMMON = {"সরকার", "ঢাকায়", "হাসান"}


def _mention(
    text: str, label: str, found_by: str = "stanza-ner", ids: tuple[str, ...] = ()
) -> Mention:
    return Mention(0, len(text), text, label, 0, text, found_by=found_by, candidates=ids)


def _kept(mention: Mention) -> bool:
    return without_ordinary([mention], _COMMON.__contains__) == [mention]


def test_a_common_word_is_no_body() -> None:
    """সরকার alone is no organisation because the model says so."""
    assert not _kept(_mention("সরকার", "ORG"))


@pytest.mark.parametrize(
    "mention",
    [
        _mention("রিপ্রিভ", "ORG"),
        _mention("বাংলাদেশ সরকার", "ORG"),
        _mention("হাসান", "PER"),
        _mention("ঢাকায়", "LOC", "gazetteer+stanza-ner", ("dhaka",)),
    ],
    ids=["rare", "two words", "person", "known"],
)
def test_names_stay(mention: Mention) -> None:
    """Rare words, names of several words, people and known names are kept."""
    assert _kept(mention)
