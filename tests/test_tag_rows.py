"""Unknown names in a row of known ones."""

from __future__ import annotations

from kg.language import split_sentences
from kg.model import Mention
from kg.tag.merge import NER
from kg.tag.rows import IN_ROW, add_in_rows
from kg.world import load_world


def _added(text: str, label: str, *names: str) -> list[tuple[str, str]]:
    mentions = [
        Mention(text.index(n), text.index(n) + len(n), n, label, 0, n, found_by=NER) for n in names
    ]
    found = add_in_rows(text, split_sentences(text), mentions, load_world())
    return [(each.label, each.base) for each in found if each.found_by == IN_ROW]


def test_between_two_places_stands_a_place() -> None:
    """One unknown word between commas, places on both sides, is a place."""
    text = "অ্যারিজোনা, কানেকটিকাট, ডেলাওয়্যার, হাওয়াই যোগ দেয়।"
    assert _added(text, "LOC", "অ্যারিজোনা", "হাওয়াই") == [
        ("LOC", "কানেকটিকাট"),
        ("LOC", "ডেলাওয়্যার"),
    ]


def test_one_place_does_not_make_another() -> None:
    """A word after the only place of a row need not be one."""
    assert _added("অ্যারিজোনা, কানেকটিকাট, কাজ চলছে।", "LOC", "অ্যারিজোনা") == []


def test_two_words_beside_a_person_are_a_person() -> None:
    """The first of a row, and the last after a conjunction."""
    text = "তারা হলেন ফারেস সাইনি, ইকরা খালিদ।"
    assert _added(text, "PER", "ইকরা খালিদ") == [("PER", "ফারেস সাইনি")]
    text = "ইকরা খালিদ ও গুরবক্স সাইনিকে আটক করা হয়।"
    assert _added(text, "PER", "ইকরা খালিদ") == [("PER", "গুরবক্স সাইনি")]


def test_an_owner_is_no_first_name() -> None:
    """বিজেপির before a name says whose he is."""
    text = "ইকরা খালিদ, গ্রিনভয়েজের অপরাজিতা ষড়ঙ্গি, আসলাম রানা আসেন।"
    assert _added(text, "PER", "ইকরা খালিদ", "আসলাম রানা") == [("PER", "অপরাজিতা ষড়ঙ্গি")]


def test_ordinary_words_in_a_row_are_no_names() -> None:
    """What follows a comma goes on about something else."""
    assert _added("ইকরা খালিদ, গতকাল সংসদে বক্তব্য দেন, আসলাম রানা।", "PER", "ইকরা খালিদ") == []
