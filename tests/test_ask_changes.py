"""What two builds differ in, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import graph_samples as samples
import pytest
from conftest import Kg

from kg.ask import Difference, Graph, changes, changes_json, open_graph, tell_changes
from kg.graph import write_graph
from kg.model import Evidence, Reading, Status


def built(folder: Path, *readings: Reading) -> Graph:
    """The graph of some articles, opened."""
    write_graph(readings, folder, check=False)
    return open_graph(folder)


def third(status: Status, day: int = 13) -> Reading:
    """An article of the next day that tells of the meeting, in a status and on a day."""
    text = "কিম জং উন ও ভ্লাদিমির পুতিন ভস্তোচনি কসমোড্রোমে বৈঠক করেননি, বলেছে ক্রেমলিন।"
    when = date(2023, 9, day)
    evidence = (Evidence(0, 0, len(text)),)
    claim = samples.claim(status=status, evidence=evidence, begin=when, end=when)
    return samples.reading(samples.article("third", text, date(2023, 9, 14)), (claim,))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The first article alone."""
    return built(tmp_path_factory.mktemp("one"), samples.first())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The first and the second article."""
    return built(tmp_path_factory.mktemp("two"), samples.first(), samples.second())


def of_events(differences: Sequence[Difference]) -> list[Difference]:
    """Those of events."""
    return [d for d in differences if d.kind == "event"]


def test_a_build_differs_in_nothing_from_itself(two: Graph) -> None:
    """The same graph twice: no difference, and the summary says so."""
    assert changes(two, two) == ()
    told = tell_changes((), two, two, ["en"])
    assert told == "new: 0, changed: 0, contradicted: 0, withdrawn: 0\n"


def test_what_an_article_brings_is_new(one: Graph, two: Graph) -> None:
    """The article and its visit are new; the meeting that both tell has one more article."""
    found = changes(one, two)
    assert [d.id.rpartition("/")[2] for d in found if d.kind == "article"] == ["second"]
    visit, meeting = of_events(found)
    assert (visit.verdict, visit.facts["status"][0].endswith("Planned")) == ("new", True)
    assert meeting.verdict == "changed"
    assert {d.aspect: (d.before, d.after) for d in meeting.details}["articles"] == (("1",), ("2",))


def test_what_only_a_removed_article_said_is_withdrawn(one: Graph, two: Graph) -> None:
    """The other way round, what was new is withdrawn: the same things."""
    new = {d.id for d in changes(one, two) if d.verdict == "new"}
    withdrawn = {d.id for d in changes(two, one) if d.verdict == "withdrawn"}
    assert new
    assert new == withdrawn


def test_a_denial_contradicts(one: Graph, tmp_path: Path) -> None:
    """When another article says that it did not happen, the event is contradicted."""
    denied = built(tmp_path, samples.first(), third(Status.DENIED))
    (meeting,) = of_events(changes(one, denied))
    assert meeting.verdict == "contradicted"
    assert ("disagreement", (), ("status",)) in [
        (d.aspect, d.before, d.after) for d in meeting.details
    ]


def test_a_denial_that_is_withdrawn_is_a_change(one: Graph, tmp_path: Path) -> None:
    """Without the denying article there is one disagreement less: no contradiction."""
    denied = built(tmp_path, samples.first(), third(Status.DENIED))
    assert [d.verdict for d in of_events(changes(denied, one))] == ["changed"]


def test_a_plan_that_is_carried_out_is_a_change(tmp_path: Path) -> None:
    """Planned before and occurred after is one event, whose status changed."""
    planned = third(Status.PLANNED)
    before = built(tmp_path / "before", planned)
    after = built(tmp_path / "after", planned, samples.first())
    (meeting,) = of_events(changes(before, after))
    details = {d.aspect: (d.before, d.after) for d in meeting.details}
    assert meeting.verdict == "changed"
    assert [iri[0].rpartition("#")[2] for iri in details["status"]] == ["Planned", "Occurred"]


def test_a_corrected_article_is_a_changed_one(one: Graph, tmp_path: Path) -> None:
    """Another text and another day under the same id."""
    reading = samples.first()
    article = replace(reading.document.article, published=date(2023, 9, 15))
    other = built(tmp_path, replace(reading, document=replace(reading.document, article=article)))
    (changed,) = [d for d in changes(one, other) if d.kind == "article"]
    assert [detail.aspect for detail in changed.details] == ["published"]
    assert "[day of publication: 2023-09-13 → 2023-09-15]" in tell_changes(
        [changed], one, other, ["en"]
    )


def test_standing_relations_are_compared(tmp_path: Path, one: Graph) -> None:
    """A post that no article states any more is withdrawn, and told with its role."""
    without = built(tmp_path, replace(samples.first(), relations=()))
    told = tell_changes(changes(one, without), one, without, ["en"])
    assert "Withdrawn: Vladimir Putin – holds position – Russia (নেতা)\n" in told


def test_each_difference_is_told_in_both_languages(one: Graph, two: Graph) -> None:
    """A Bengali line, then an English one, with the names of each."""
    lines = tell_changes(changes(one, two), one, two).splitlines()
    assert lines[0].startswith("নতুন: ")
    assert lines[1].startswith("new: ")
    at = lines.index("New: visit (agent: Kim Jong Un; recipient: Russia; planned)")
    assert lines[at - 1] == "নতুন: সফর (কে: কিম জং উন; কাকে বা কার সঙ্গে: রাশিয়া; পরিকল্পিত)"


def test_json_holds_the_iris(one: Graph, two: Graph) -> None:
    """A program gets the IRIs, the labels in both languages, and what differs."""
    found = json.loads(changes_json(changes(one, two), one, two))
    assert len(found) == len(changes(one, two))
    (meeting,) = [each for each in found if each["change"] == "changed" and each["details"]]
    assert meeting["id"].startswith("https://w3id.org/barta/id/event/")
    assert meeting["label"]["en"].startswith("meeting (agent: Kim Jong Un")
    assert {"aspect": "articles", "before": ["1"], "after": ["2"]} in meeting["details"]


def test_the_command(kg: Kg, tmp_path: Path) -> None:
    """`kg diff A B` prints the text or JSON."""
    built(tmp_path / "a", samples.first())
    built(tmp_path / "b", samples.first(), samples.second())
    ran = kg("diff", tmp_path / "a", tmp_path / "b", "--language", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "New: article second" in ran.out
    told = kg("diff", tmp_path / "a", tmp_path / "b", "--format", "json")
    assert {each["change"] for each in json.loads(told.out)} == {"new", "changed"}
