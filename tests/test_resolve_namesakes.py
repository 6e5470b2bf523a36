"""Names that many people bear, and what a user says of who is who."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve_samples import document

from kg.model import Document, EntityType
from kg.resolve import resolve
from kg.resolve.namesakes import article_id, is_telling
from kg.world import World, load_world
from kg.world.verdicts import COLUMNS

WORLD = load_world()

TEXTS = {
    "a": "<PER রফিকুল ইসলাম> বাজারে যান। <PER লিয়াম অস্টারহুইস> আসেন।",
    "b": "<PER রফিকুল ইসলাম> মামলা করেন। <PER লিয়াম অস্টারহুইস> বলেন, <PER অস্টারহুইস> যাবেন।",
    "c": "<PER অস্টারহুইস> ফিরেছেন।",
    "d": "<ORG সোনালী ব্যাংকের> মুখপাত্র <PER রফিকুল ইসলাম> এ কথা জানান।",
    "e": "<ORG সোনালী ব্যাংকের> মুখপাত্র <PER রফিকুল ইসলাম> আবার এ কথা জানান।",
}


def _article(id_: str, world: World = WORLD) -> Document:
    made = document(TEXTS[id_], world)
    return replace(made, article=replace(made.article, id=id_))


def _person(id_: str, text: str, world: World = WORLD) -> str:
    links = resolve(_article(id_, world), world).links
    return next(each.entities[0] for each in links if each.mention.text == text)


def test_a_common_name_joins_no_two_articles():
    """Two articles that name a Rafiqul Islam may mean two men."""
    assert _person("a", "রফিকুল ইসলাম") != _person("b", "রফিকুল ইসলাম")


def test_a_rare_full_name_joins_articles():
    """A full name that hardly two people bear is the same person in every article."""
    assert _person("a", "লিয়াম অস্টারহুইস") == _person("b", "লিয়াম অস্টারহুইস")


def test_a_single_word_joins_articles_nowhere():
    """A surname alone is its article's own; beside the full name it is that one's."""
    assert _person("c", "অস্টারহুইস") != _person("b", "অস্টারহুইস")
    assert _person("b", "অস্টারহুইস") == _person("a", "লিয়াম অস্টারহুইস")


def test_a_post_that_one_person_holds_joins_a_common_name():
    """The spokesman of one bank is one person, and not the man of the same name elsewhere."""
    assert _person("d", "রফিকুল ইসলাম") == _person("e", "রফিকুল ইসলাম")
    assert _person("d", "রফিকুল ইসলাম") != _person("a", "রফিকুল ইসলাম")


@pytest.mark.parametrize("name", ["মো. জাহাঙ্গীর আলম", "আবদুর রহমান", "জহির উদ্দিন", "মেসি", "দাস"])
def test_common_names_are_not_telling(name):
    """Names of common parts, of one part with its opening word, and single words."""
    assert not is_telling(name)


@pytest.mark.parametrize("name", ["মিচেল স্টার্ক", "জহির উদ্দিন স্বপন", "শশী থারুর"])
def test_rare_names_are_telling(name):
    """One rare part is enough."""
    assert is_telling(name)


@settings(max_examples=25, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_no_article_changes_what_another_means(order):
    """Whatever is read before, and in which order, an article's ids stay what they are."""
    alone = {id_: _ids(id_) for id_ in sorted(TEXTS)}
    assert {id_: _ids(id_) for id_ in order} == alone


def _ids(id_: str) -> list[tuple[str, ...]]:
    return [link.entities for link in resolve(_article(id_), WORLD).links]


def _said(folder: Path, *rows: tuple[str, str, str]) -> World:
    lines = ["\t".join(COLUMNS)]
    lines += [
        "\t".join((verdict, "", "", "", one, other, "", "", "")) for verdict, one, other in rows
    ]
    (folder / "merges.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load_world(folder)


def test_a_user_joins_what_the_rules_keep_apart(tmp_path):
    """`same` gives the second id's thing the first id, that of the gazetteer included."""
    own = article_id("person/asterhuis", "c")
    theirs = _person("c", "অস্টারহুইস")
    world = _said(tmp_path, ("same", "person/marco-rubio", theirs))
    found = resolve(_article("c", world), world)
    assert found.links[0].entities == ("person/marco-rubio",)
    assert found.entities[0].wikidata == "Q324546"
    assert own.partition("/")[0] == theirs.partition("/")[0]


def test_a_user_keeps_apart_what_the_rules_join(tmp_path):
    """`different` with an article's own id takes that article out of a rare name's person."""
    shared = _person("a", "লিয়াম অস্টারহুইস")
    world = _said(tmp_path, ("different", shared, article_id(shared, "b")))
    assert _person("b", "লিয়াম অস্টারহুইস", world) == article_id(shared, "b")
    assert _person("a", "লিয়াম অস্টারহুইস", world) == shared


def test_a_user_keeps_a_short_name_off_the_full_one(tmp_path):
    """`different` with the short name's id leaves it a person of its own."""
    shared = _person("a", "লিয়াম অস্টারহুইস")
    alone = _person("c", "অস্টারহুইস").rpartition("-")[0]
    world = _said(tmp_path, ("different", shared, alone))
    assert _person("b", "অস্টারহুইস", world) != shared


def test_every_new_person_has_a_label_in_both_languages():
    """An unknown name is romanised for its English label."""
    people = resolve(_article("a"), WORLD).entities
    assert all(each.type is EntityType.PERSON and each.label_en.isascii() for each in people)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("<PER আনিসুল হক> বাজারে যান।", False),
        ("আইনমন্ত্রী <PER আনিসুল হক> সংসদে কথা বলেন।", True),
        ("জামায়াতে ইসলামীর নেতা <PER শফিকুর রহমান> কথা বলেন।", True),
        ("<PER শফিকুর রহমান> মামলা করেন।", False),
    ],
)
def test_a_known_person_with_a_common_name_needs_a_post_or_body(text, known):
    """A name of the gazetteer that many bear counts where the article says more of the man."""
    found = resolve(document(text, WORLD), WORLD)
    people = [each.id for each in found.entities if each.type is EntityType.PERSON]
    assert len(people) == 1
    assert (WORLD.entry(people[0]) is not None) == known
