"""The rules by which NER spans and gazetteer matches become mentions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.language import split_sentences
from kg.model import Entity, EntityType, Mention, RoleType, Sentence
from kg.tag.merge import BOTH, GAZETTEER, NER, full_names, merge
from kg.world import Entry, Form, FormKind, Role, World
from kg.world.finding import Limits

CASES = Path(__file__).parent / "cases" / "tag_merge.tsv"

_FORMS = {
    "person/kim-jong-un": [("কিম জং উন", "name"), ("কিম", "given")],
    "person/vladimir-putin": [("ভ্লাদিমির পুতিন", "name"), ("পুতিন", "short")],
    "person/donald-trump": [("ট্রাম্প", "short")],
    "country/russia": [("রাশিয়া", "name"), ("রুশ", "adjective")],
    "country/bangladesh": [("বাংলাদেশ", "name")],
    "country/chad": [("চাদ", "name!")],
    "place/moscow": [("মস্কো", "name"), ("ক্রেমলিন", "given")],
    "place/washington": [("ওয়াশিংটন", "name")],
    "organization/un-security-council": [("নিরাপত্তা পরিষদ", "name")],
}
_TYPES = {
    "person": EntityType.PERSON,
    "country": EntityType.COUNTRY,
    "place": EntityType.PLACE,
    "organization": EntityType.ORGANIZATION,
}


def _entry(id_: str, forms: list[tuple[str, str]]) -> Entry:
    entity = Entity(id_, _TYPES[id_.partition("/")[0]], forms[0][0], id_)
    made = (Form(text, FormKind(kind.strip("!")), kind.endswith("!")) for text, kind in forms)
    return Entry(entity, tuple(made))


@pytest.fixture(scope="module")
def world() -> World:
    """A world of nine entries and a few titles."""
    titles = {
        noun: Role(noun, RoleType.OTHER, honorific=noun == "জেনারেল")
        for noun in ("প্রেসিডেন্ট", "মুখপাত্র", "জাতীয় নিরাপত্তা উপদেষ্টা", "জেনারেল")
    }
    return World([_entry(id_, forms) for id_, forms in _FORMS.items()], (titles, {}), Limits())


def _bracketed(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """`[PER কিম] গেলেন` as text and spans."""
    text, spans = "", []
    for part in marked.replace("]", "[").split("["):
        label, _, name = part.partition(" ")
        if label in ("PER", "LOC", "ORG", "TIME"):
            spans.append((len(text), len(text) + len(name), label))
            text += name
        else:
            text += part
    return text, spans


def _tags(sentence: Sentence, spans: list[tuple[int, int, str]]) -> list[str]:
    tags = []
    for token in sentence.tokens:
        over = [s for s in spans if s[0] < token.end and token.begin < s[1]]
        tags.append(f"B-{over[0][2]}" if over else "O")
    return tags


def mentions_of(marked: str, world: World, before: str = "") -> tuple[str, tuple[Mention, ...]]:
    """Merges a sentence whose NER spans are marked; `before` is the rest of the article."""
    text, spans = _bracketed(marked)
    (sentence,) = split_sentences(text)
    elsewhere = [m for s in split_sentences(before) for m in world.find(s.tokens)]
    matches = world.find(sentence.tokens)
    named = full_names([*elsewhere, *matches])
    return text, merge(text, sentence, _tags(sentence, spans), matches, named, world)


def _rows() -> list[list[str]]:
    with CASES.open(encoding="utf-8") as stream:
        return [row for row in csv.reader(stream, delimiter="\t") if row[0][0] != "#"]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_case(row: list[str], world: World) -> None:
    """Each row's sentence gives the mentions that the row names."""
    _, before, marked, expected = row
    _, found = mentions_of(marked, world, before)
    assert "; ".join(f"{m.label} {m.text}" for m in found) == expected


def test_offsets_are_the_texts(world: World) -> None:
    """A mention's text is what the article has between its offsets."""
    text, found = mentions_of("‘[PER কিম-পুতিন]’ বৈঠক [LOC মস্কোয়] হবে।", world, "কিম জং উন")
    assert [text[m.begin : m.end] for m in found] == [m.text for m in found]
    assert [m.text for m in found] == ["কিম", "পুতিন", "মস্কোয়"]


def test_both_finders_give_the_highest_score(world: World) -> None:
    """Model and gazetteer together score over the gazetteer, and that over the model."""
    _, found = mentions_of("[PER পুতিন] ও ট্রাম্প [PER সভিগনি সাহেবকে] দেখেন।", world)
    assert [m.found_by for m in found] == [BOTH, GAZETTEER, NER]
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)


def test_base_and_case_of_a_known_name(world: World) -> None:
    """A known name's base is its form, the ending gives the case."""
    _, (mention,) = mentions_of("রাশিয়ার সেনা।", world)
    assert (mention.base, mention.case.value) == ("রাশিয়া", "genitive")
    assert mention.candidates == ("country/russia",)


def test_longer_person_has_no_candidates(world: World) -> None:
    """কিম ইয়ো জং contains কিম and is not Kim Jong Un."""
    _, (mention,) = mentions_of("[PER কিম ইয়ো জং] বলেন।", world, "কিম জং উন")
    assert mention.candidates == ()


def test_a_sentence_of_thousands_of_names_is_merged(world: World) -> None:
    """Each name is compared with those that touch it alone, however long the sentence."""
    text = "কিম-পুতিন রাশিয়ার " * 1_500
    (sentence,) = split_sentences(text)
    matches = world.find(sentence.tokens)
    tags = ["B-PER", "B-LOC"] * 1_500
    found = merge(text, sentence, tags, matches, frozenset({"person/kim-jong-un"}), world)
    assert [m.text for m in found] == ["কিম", "পুতিন", "রাশিয়ার"] * 1_500
