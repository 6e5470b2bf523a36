"""The whole way, from the five seed articles to the graph and its page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from kg.ask import Graph, open_graph
from kg.model import Article, Block, BlockKind, Document
from kg.pipeline import build, read_out
from kg.tag import Tagger, load_tagger
from kg.world import load_world

pytestmark = pytest.mark.model

SEEDS = ROOT / "seeds"
FILES = ("graph.nq", "graph.trig", "graph.ttl", "graph.jsonld", "graph.graphml", "graph.html")

#: Names in the lists of other news around the article of seed 001.
CHROME = (
    *("নেইমার", "আনচেলত্তি", "ব্রাজিল", "রোনালদো", "হামাস", "গাজা", "ইউনূস", "বিএনপি"),
    *("প্রধান উপদেষ্টা", "প্রাণ", "এসিআই", "গুগল", "Google", "Hamas", "Neymar", "Brazil"),
    *("Yunus", "Gaza"),
)


@pytest.fixture(scope="module")
def graph(seeds_built: Path) -> Graph:
    """The graph of the seeds, opened."""
    return open_graph(seeds_built)


def test_a_build_writes_every_file(seeds_built: Path) -> None:
    """Five formats of the graph and the page; nothing half-made is left."""
    written = {path.name for path in seeds_built.iterdir()}
    assert written == {*FILES, ".tags.sqlite"}
    assert all((seeds_built / name).stat().st_size > 10_000 for name in FILES)


def test_all_five_articles_are_there(graph: Graph) -> None:
    """Each seed is an article with claims of its own."""
    table = graph.sparql(
        "SELECT ?id (COUNT(DISTINCT ?c) AS ?n) "
        "{ ?a dcterms:identifier ?id . ?c a kg:Claim; prov:wasDerivedFrom ?a } "
        "GROUP BY ?id ORDER BY ?id"
    )
    assert [str(row["id"])[:3] for row in table.dicts()] == ["000", "001", "002", "003", "004"]
    assert all(int(str(row["n"])) > 3 for row in table.dicts())


def test_the_same_bytes_in_another_process(seeds_built: Path, tmp_path: Path) -> None:
    """A second build, in a process that hashes otherwise, writes every file byte for byte."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build"]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Dhaka", "LC_ALL": "C"}
    subprocess.run(
        [*command, str(SEEDS), "-o", str(tmp_path)], env=environment, cwd=ROOT, check=True
    )
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (seeds_built / name).read_bytes(), name


def test_a_build_goes_on_from_remembered_names(
    seeds_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the names remembered nothing is tagged, and the graph is the same."""

    def refuse(self: Tagger, articles: Iterable[Article]) -> Iterator[Document]:
        assert not list(articles), "tagged again"
        return iter(())

    (tmp_path / ".tags.sqlite").write_bytes((seeds_built / ".tags.sqlite").read_bytes())
    monkeypatch.setattr(Tagger, "tag", refuse)
    built = build([SEEDS], tmp_path, check=False)
    assert (built.skipped, built.graph.articles) == ((), 5)
    assert (tmp_path / "graph.nq").read_bytes() == (seeds_built / "graph.nq").read_bytes()


def test_order_of_files_does_not_matter(seeds_built: Path, tmp_path: Path) -> None:
    """The articles in any order give the same graph."""
    (tmp_path / ".tags.sqlite").write_bytes((seeds_built / ".tags.sqlite").read_bytes())
    build(sorted(SEEDS.glob("*.txt"), reverse=True), tmp_path, check=False)
    assert (tmp_path / "graph.nq").read_bytes() == (seeds_built / "graph.nq").read_bytes()


def _meetings(graph: Graph) -> list[dict[str, object]]:
    sides = {"Kim Jong Un", "Vladimir Putin"}
    return [
        dict(row)
        for row in graph.named("who-met-whom").dicts()
        if {row["who"], row["whom"]} == sides and "Vostochny" in str(row["where"])
    ]


def test_kim_and_putin_met_at_the_cosmodrome(graph: Graph) -> None:
    """The meeting that the seeds are about is in the graph, with its place."""
    assert _meetings(graph)


def test_kim_and_putin_met_on_the_thirteenth(graph: Graph) -> None:
    """The same meeting has its day, which the articles tell: 13 September 2023."""
    days = {(str(row["begin"]), str(row["end"])) for row in _meetings(graph)}
    assert ("2023-09-13", "2023-09-13") in days


def test_nothing_of_the_page_around_an_article(graph: Graph) -> None:
    """No entity comes from the lists of other news on the page of seed 001."""
    labels = graph.sparql("SELECT DISTINCT ?l { ?e skos:prefLabel|skos:altLabel ?l }")
    named = [str(row["l"]) for row in labels.dicts()]
    assert named
    assert not [label for label in named if any(word in label for word in CHROME)]


def test_every_claim_has_a_sentence_of_its_article(graph: Graph) -> None:
    """The evidence of each claim is found again in the article's text at its offsets."""
    table = graph.sparql(
        "SELECT DISTINCT ?text ?said ?begin ?end { ?c kg:evidence ?m . "
        "?m nif:anchorOf ?said; nif:beginIndex ?begin; nif:endIndex ?end; "
        "nif:referenceContext/nif:isString ?text }"
    )
    assert len(table) > 30
    for text, said, begin, end in table.rows:
        assert str(text)[int(str(begin)) : int(str(end))] == said


def test_three_lines_of_python() -> None:
    """Articles are read out without a file being written."""
    text = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন মস্কোতে কিম জং উনের সঙ্গে বৈঠক করেছেন।"
    article = Article("one", text, (Block(BlockKind.BODY, 0, len(text)),))
    world = load_world()
    (reading,) = read_out(load_tagger(None, world).tag([article]), world)
    assert [claim.event_type for claim in reading.claims] == ["Meeting"]
    (claim,) = reading.claims
    sides = {*claim.agent, *claim.recipient}
    assert sides == {"person/vladimir-putin", "person/kim-jong-un"}
    assert claim.place == ("place/moscow",)


def test_no_network_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build opens no connection."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    text = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন মস্কোতে কিম জং উনের সঙ্গে বৈঠক করেছেন।"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert build([tmp_path / "a.txt"], tmp_path / "out").graph.articles == 1
