"""The review table of what was joined and what nearly was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_samples import document

from kg.ask import format_merges, merges, open_graph
from kg.graph import write_graph
from kg.model import Reading
from kg.resolve import resolve
from kg.resolve.namesakes import article_id
from kg.world import load_world, read_decided
from kg.world.verdicts import read_verdicts

WORLD = load_world()
TEXTS = {
    "a": "<PER রফিকুল ইসলাম> বাজারে যান। <PER লিয়াম অস্টারহুইস> আসেন।",
    "b": "<PER রফিকুল ইসলাম> মামলা করেন। <PER লিয়াম অস্টারহুইস> বলেন, <PER অস্টারহুইস> যাবেন।",
    "c": "<PER লিয়াম অস্টারহুইজ> ফিরেছেন।",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The pairs of a graph of three articles."""
    folder = tmp_path_factory.mktemp("graph")
    readings = []
    for id_, text in TEXTS.items():
        made = document(text, WORLD)
        made = replace(made, article=replace(made.article, id=id_))
        readings.append(Reading(made, resolve(made, WORLD)))
    write_graph(readings, folder, "https://example.org/id/", None, check=False)
    return merges(open_graph(folder), WORLD)


def _pairs(found, kind, why):
    return {
        (each.one_name, each.other_name) for each in found if (each.kind, each.why) == (kind, why)
    }


def test_short_names_are_listed_with_the_full_one(found):
    """A surname joined to a full name is a row with its score."""
    assert ("লিয়াম অস্টারহুইস", "অস্টারহুইস") in _pairs(found, "joined", "part of the full name")


def test_articles_that_share_a_person_are_listed(found):
    """Each article of a person whom the name alone joins is a row that can be refused."""
    shared = [each for each in found if each.why == "same full name"]
    assert {each.articles for each in shared} == {"a", "b"}
    assert all(each.other == article_id(each.one, each.articles) for each in shared)


def test_people_of_one_common_name_are_nearly_joined(found):
    """Two men of one name are two nodes, and a row to approve."""
    assert ("রফিকুল ইসলাম", "রফিকুল ইসলাম") in _pairs(found, "near", "a name that many bear")


def test_names_that_sound_alike_are_nearly_joined(found):
    """A name spelt otherwise in another article is a row to approve."""
    assert {frozenset(pair) for pair in _pairs(found, "near", "sounds alike")} == {
        frozenset({"লিয়াম অস্টারহুইস", "লিয়াম অস্টারহুইজ"})
    }


def test_what_the_gazetteer_lists_is_no_row(found):
    """Only what was joined on evidence of the articles is to be reviewed."""
    assert all(WORLD.entry(each.one) is None for each in found)


def test_a_filled_in_table_is_read_back_and_kept(found, tmp_path):
    """The printed table, a verdict filled in, is what `--world` reads, and comes back first."""
    near = next(each for each in found if each.kind == "near")
    rows = [replace(each, verdict="same") if each == near else each for each in found]
    (tmp_path / "merges.tsv").write_text(format_merges(rows), encoding="utf-8")
    assert read_verdicts(tmp_path / "merges.tsv").standing(near.other) == near.one
    assert len(read_decided(tmp_path)) == 1
