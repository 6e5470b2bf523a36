"""The whole way, from the five seed articles to the graph and its page."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from kg.ask import Graph, open_graph
from kg.model import Article, Block, BlockKind, Document
from kg.pipeline import add, build, read_out, remove
from kg.tag import Tagger, load_tagger
from kg.world import load_world

pytestmark = pytest.mark.model

SEEDS = ROOT / "seeds"
FILES = (
    *("graph.nq", "graph.trig", "graph.ttl", "graph.jsonld", "graph.graphml", "graph.html"),
    "report.html",
)
#: Beside them: what add and remove go by, and what was read before.
KEPT = ("articles.jsonl", "build.json")
MEMORY = (".tags.sqlite", ".readings.sqlite")

#: Names in the lists of other news around the article of seed 001.
CHROME = (
    *("নেইমার", "আনচেলত্তি", "ব্রাজিল", "রোনালদো", "হামাস", "গাজা", "ইউনূস", "বিএনপি"),
    *("প্রধান উপদেষ্টা", "প্রাণ", "এসিআই", "গুগল", "Google", "Hamas", "Neymar", "Brazil"),
    *("Yunus", "Gaza"),
)

#: The command line, killed as by `kill -9` at the first thing Python does (`sys.addaudithook`)
#: after it opened the file named by MOMENT, half-written, among the new ones.
KILLED = """
import os, signal, sys
from kg.cli import main
writing = []
def hook(event, arguments):
    if writing:
        writing.clear()
        os.kill(os.getpid(), signal.SIGKILL)
    if event == "open" and str(arguments[0]).endswith("/files/" + os.environ["MOMENT"]):
        writing.append(event)
sys.addaudithook(hook)
main()
"""


@pytest.fixture(scope="module")
def graph(seeds_built: Path) -> Graph:
    """The graph of the seeds, opened."""
    return open_graph(seeds_built)


def test_a_build_writes_every_file(seeds_built: Path) -> None:
    """Five formats of the graph and the page; nothing half-made is left."""
    written = {path.name for path in seeds_built.iterdir()}
    assert written - {".lock"} == {*FILES, *KEPT, *MEMORY, ".passed"}
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


def same(one: Path, other: Path) -> None:
    """Every file of two builds has the same bytes."""
    for name in (*FILES, *KEPT):
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def remember(seeds_built: Path, folder: Path) -> None:
    """Give a folder what was read of the seeds before."""
    folder.mkdir(exist_ok=True)
    for name in MEMORY:
        shutil.copy(seeds_built / name, folder / name)


def test_the_same_bytes_in_another_process(seeds_built: Path, tmp_path: Path) -> None:
    """A build of files in another order, in a process that hashes otherwise: every byte."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build"]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Dhaka", "LC_ALL": "C"}
    files = sorted(map(str, SEEDS.glob("*.txt")), key=lambda path: path[::-1])
    subprocess.run([*command, *files, "-o", str(tmp_path)], env=environment, cwd=ROOT, check=True)
    same(tmp_path, seeds_built)


def test_a_build_goes_on_from_what_is_remembered(
    seeds_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all articles remembered no model is loaded, and the graph is the same."""

    def refuse(*_: object) -> None:
        raise AssertionError("the model was loaded")

    remember(seeds_built, tmp_path)
    monkeypatch.setattr("kg.pipeline.load_tagger", refuse)
    built = build([SEEDS], tmp_path, check=False)
    assert (built.skipped, built.graph.articles) == ((), 5)
    same(tmp_path, seeds_built)


def test_names_are_remembered_when_the_reading_is_not(
    seeds_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of a frame nothing is tagged again."""

    def refuse(self: Tagger, articles: Iterable[Article]) -> Iterator[Document]:
        raise AssertionError("tagged again")

    shutil.copy(seeds_built / ".tags.sqlite", tmp_path / ".tags.sqlite")
    monkeypatch.setattr(Tagger, "tag", refuse)
    build([SEEDS], tmp_path, check=False)
    same(tmp_path, seeds_built)


def test_each_seed_removed_and_added_again(seeds_built: Path, tmp_path: Path) -> None:
    """Whichever article goes, it leaves no trace; when it is back, every byte is as before."""
    folder = tmp_path / "graph"
    shutil.copytree(seeds_built, folder)
    for seed in sorted(SEEDS.glob("*.txt")):
        built, change = remove([seed.name], folder, check=False)
        assert (built.graph.articles, change.done) == (4, [seed.name])
        for path in folder.iterdir():
            assert seed.name.encode() not in path.read_bytes(), path.name
        for name in MEMORY:
            shutil.copy(seeds_built / name, folder / name)
        built, change = add([seed], folder, check=False)
        assert (built.graph.articles, change.done, built.skipped) == (5, [seed.name], ())
        same(folder, seeds_built)


def test_added_one_by_one_is_built_at_once(seeds_built: Path, tmp_path: Path) -> None:
    """A graph that grew article by article is the graph of one build, in any order."""
    folder = tmp_path / "graph"
    for seed in sorted(SEEDS.glob("*.txt"), reverse=True):
        remember(seeds_built, folder)
        add([seed], folder, check=False)
    same(folder, seeds_built)


def test_a_replaced_article_is_the_new_one(seeds_built: Path, tmp_path: Path) -> None:
    """What the old text said is gone; with the old text put back all is as before."""
    folder, seed = tmp_path / "graph", min(SEEDS.glob("004*"))
    shutil.copytree(seeds_built, folder)
    corrected = tmp_path / seed.name
    text = "চীনের প্রেসিডেন্ট শি চিনপিং প্যারিসে বৈঠক করেছেন।"
    corrected.write_text(text, encoding="utf-8")
    built, change = add([corrected], folder, replace=True, check=False)
    assert (built.graph.articles, change.done) == (5, [seed.name])
    graph = (folder / "graph.nq").read_text(encoding="utf-8")
    assert text in graph
    assert max(seed.read_text(encoding="utf-8").splitlines(), key=len) not in graph
    remember(seeds_built, folder)
    add([seed], folder, replace=True, check=False)
    same(folder, seeds_built)


def test_the_settings_of_a_build_hold_for_what_is_added(seeds_built: Path, tmp_path: Path) -> None:
    """A graph with a base of its own keeps it."""
    remember(seeds_built, tmp_path)
    first, *others = sorted(SEEDS.glob("*.txt"))
    build([first], tmp_path, base="http://example.org/", check=False)
    remember(seeds_built, tmp_path)
    add(others, tmp_path, check=False)
    assert b"w3id.org/barta/id/" not in (tmp_path / "graph.nq").read_bytes()
    assert b"http://example.org/article/004" in (tmp_path / "graph.nq").read_bytes()


@pytest.mark.parametrize("moment", ["articles.jsonl", "graph.nq", "graph.html"])
def test_a_build_that_is_killed_leaves_the_last_graph(
    seeds_built: Path, tmp_path: Path, moment: str
) -> None:
    """`kill -9` while it writes this file: every old file is whole, and the next try succeeds."""
    before, folder = tmp_path / "before", tmp_path / "graph"
    remember(seeds_built, folder)
    seeds = sorted(SEEDS.glob("*.txt"))
    build(seeds[:4], folder, check=False)
    shutil.copytree(folder, before)
    remember(seeds_built, folder)
    command = [sys.executable, "-c", KILLED, "add", "--no-check", str(seeds[4]), "-o", str(folder)]
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, "MOMENT": moment}, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert list(folder.glob(f".partial-*/**/{moment}"))
    same(folder, before)
    add([seeds[4]], folder, check=False)
    same(folder, seeds_built)
    assert not list(folder.glob(".partial-*"))


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
