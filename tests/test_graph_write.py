"""What a build writes: every term of the contract, with the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import graph_samples as samples
import networkx as nx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store, parse

from kg.errors import GraphError
from kg.graph import KG, NIF, WrittenGraph, write_graph
from kg.graph.formats import lines
from kg.graph.spill import Sorter
from kg.graph.write import FILES
from kg.model import Reading

BASE = "https://w3id.org/barta/id/"
GOLDEN = Path(__file__).parent / "cases" / "graph_golden.trig"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> WrittenGraph:
    """The two sample articles, built once."""
    directory = tmp_path_factory.mktemp("built")
    return write_graph([samples.first(), samples.second()], directory)


@pytest.fixture(scope="module")
def dataset(built: WrittenGraph) -> rdflib.Dataset:
    """The built graph, as rdflib reads it."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(built.directory / "graph.nq", format="nquads")
    return dataset


def test_one_article_gives_the_golden_graph(tmp_path: Path) -> None:
    """The graph of the first sample is, byte for byte, the one that was read and approved."""
    write_graph([samples.first()], tmp_path)
    assert (tmp_path / "graph.trig").read_text(encoding="utf-8") == GOLDEN.read_text("utf-8")


def test_the_summary_counts_what_was_written(built: WrittenGraph) -> None:
    """Two articles, five things, three claims of two events, and what the rules make of them."""
    figures = (built.articles, built.entities, built.claims, built.events, built.shortcuts)
    assert figures == (2, 5, 3, 2, 6)
    assert built.quads == len((built.directory / "graph.nq").read_bytes().splitlines())


def test_the_order_of_articles_does_not_change_a_byte(built: WrittenGraph, tmp_path: Path) -> None:
    """All five files are the same for the same articles."""
    write_graph([samples.second(), samples.first()], tmp_path)
    for file in FILES:
        assert (tmp_path / file).read_bytes() == (built.directory / file).read_bytes(), file


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_hash_seed_does_not_change_a_byte(
    built: WrittenGraph, tmp_path: Path, seed: str
) -> None:
    """Another process with other set orders writes the same files."""
    code = (
        "import sys; from pathlib import Path; import graph_samples as s;"
        "from kg.graph import write_graph;"
        "write_graph([s.first(), s.second()], Path(sys.argv[1]), check=False)"
    )
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parent)])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths, "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    for file in FILES:
        assert (tmp_path / file).read_bytes() == (built.directory / file).read_bytes(), file


@pytest.mark.parametrize("name", ["graph.trig", "graph.jsonld"])
def test_every_dataset_format_holds_the_same_quads(built: WrittenGraph, name: str) -> None:
    """TriG and JSON-LD say what the N-Quads say, graph by graph."""
    wanted = set(parse(path=str(built.directory / "graph.nq"), format=RdfFormat.N_QUADS))
    store = Store()
    store.bulk_load(path=str(built.directory / name))
    assert set(store) == wanted


def test_turtle_holds_every_triple_once(built: WrittenGraph) -> None:
    """Turtle has no graphs: it is the union of all."""
    quads = parse(path=str(built.directory / "graph.nq"), format=RdfFormat.N_QUADS)
    triples = [q.triple for q in parse(path=str(built.directory / "graph.ttl"))]
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in quads}


def test_rdflib_reads_the_jsonld_as_it_reads_the_nquads(
    built: WrittenGraph, dataset: rdflib.Dataset
) -> None:
    """The context is one that another reader understands."""
    other = rdflib.Dataset()
    other.parse(built.directory / "graph.jsonld", format="json-ld")
    assert {q for q in other.quads() if q[3]} == {q for q in dataset.quads() if q[3]}


def test_nquads_are_sorted_and_have_no_blank_nodes(built: WrittenGraph) -> None:
    """Sorted lines make a difference between two builds readable."""
    found = (built.directory / "graph.nq").read_bytes().splitlines(keepends=True)
    assert found == sorted(set(found))
    assert not any(line.startswith(b"_:") or b" _:" in line for line in found)


def test_what_is_written_is_what_a_store_would_write(built: WrittenGraph) -> None:
    """Every literal is in canonical form, so that loading and dumping changes nothing."""
    store = Store()
    store.bulk_load(path=str(built.directory / "graph.nq"))
    assert sorted(lines(store)) == (built.directory / "graph.nq").read_bytes().splitlines(True)


def test_graphml_draws_an_edge_for_each_pair_of_an_event(built: WrittenGraph) -> None:
    """Kim's meeting with Putin is one edge that names its event and its two claims."""
    network = nx.read_graphml(built.directory / "graph.graphml", force_multigraph=True)
    assert network.nodes[BASE + "person/kim-jong-un"]["label_bn"] == "কিম জং উন"
    (edge,) = network.get_edge_data(
        BASE + "person/kim-jong-un", BASE + "person/vladimir-putin"
    ).values()
    assert (edge["event_type"], edge["status"], edge["begin"]) == (
        "Meeting",
        "Occurred",
        "2023-09-13",
    )
    assert len(edge["claims"].splitlines()) == 2


def test_a_mention_leads_back_to_its_text(dataset: rdflib.Dataset) -> None:
    """Offsets are code points into the text as it was given."""
    for mention, article in dataset.subject_objects(NIF.referenceContext):
        text = str(dataset.value(article, NIF.isString))
        begin = int(str(dataset.value(mention, NIF.beginIndex)))
        end = int(str(dataset.value(mention, NIF.endIndex)))
        assert text[begin:end] == str(dataset.value(mention, NIF.anchorOf))


def test_a_claim_says_on_whose_word_it_is(dataset: rdflib.Dataset) -> None:
    """The Kremlin's claim is attributed to it; the article's own is to nobody."""
    speakers = set(dataset.objects(None, KG.attributedTo))
    assert speakers == {rdflib.URIRef(BASE + "organization/kremlin")}


def test_both_claims_are_of_one_event(dataset: rdflib.Dataset) -> None:
    """The meeting that two articles report counts two claims and two articles."""
    (event,) = dataset.subjects(KG.claimCount, rdflib.Literal(2))
    assert dataset.value(event, KG.articleCount) == rdflib.Literal(2)
    assert len(set(dataset.subjects(KG.event, event))) == 2


def test_the_shortcut_goes_both_ways(dataset: rdflib.Dataset) -> None:
    """Kim met Putin, and Putin met Kim."""
    shortcuts = dataset.graph(rdflib.URIRef(BASE + "shortcuts"))
    kim, putin = (rdflib.URIRef(BASE + e.id) for e in (samples.KIM, samples.PUTIN))
    assert set(shortcuts.subject_objects(KG.met)) == {(kim, putin), (putin, kim)}


def test_standing_relations_are_in_the_entities_graph_and_the_articles(
    dataset: rdflib.Dataset,
) -> None:
    """Every statement of Putin's post can be traced to its article."""
    graphs = {str(graph) for *_, graph in dataset.quads((None, KG.holdsPosition, None, None))}
    assert graphs == {BASE + "entities", BASE + "article/first"}


def test_another_base_names_all_our_resources(tmp_path: Path) -> None:
    """Nothing of ours keeps the default base."""
    write_graph([samples.first()], tmp_path, base="https://example.org/news/")
    assert BASE not in (tmp_path / "graph.nq").read_text(encoding="utf-8")


def test_a_failed_build_leaves_the_last_good_graph(tmp_path: Path) -> None:
    """A crash in the middle changes no file and leaves no scratch behind."""
    write_graph([samples.first()], tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def breaks() -> Iterator[Reading]:
        yield samples.second()
        raise KeyError("power cut")

    with pytest.raises(KeyError):
        write_graph(breaks(), tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_two_articles_with_one_id_are_refused(tmp_path: Path) -> None:
    """They would be one resource."""
    with pytest.raises(GraphError, match="first: two articles have this id"):
        write_graph([samples.first(), samples.first()], tmp_path)


def test_a_mention_that_does_not_stand_where_it_says_is_refused(tmp_path: Path) -> None:
    """The error names the article and the mention."""
    read = samples.first()
    wrong = replace(read.resolution.links[0].mention, begin=3, end=7)
    links = (replace(read.resolution.links[0], mention=wrong), *read.resolution.links[1:])
    with pytest.raises(GraphError, match="does not stand at 3-7"):
        write_graph([replace(read, resolution=replace(read.resolution, links=links))], tmp_path)


def test_an_unknown_event_type_is_refused(tmp_path: Path) -> None:
    """The vocabulary is closed."""
    with pytest.raises(GraphError, match="'Meetin' is no event type"):
        write_graph(
            [replace(samples.first(), claims=(samples.claim(event_type="Meetin"),))], tmp_path
        )


def test_a_graph_that_breaks_a_shape_is_not_put_in_place(tmp_path: Path) -> None:
    """A claim of nobody never reaches the folder; article, node and rule are named."""
    nobody = samples.claim(agent=(), recipient=())
    with pytest.raises(GraphError, match=r"article/first .*claim/\w+: .*A claim has an agent or"):
        write_graph([replace(samples.first(), claims=(nobody,))], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_who_did_it_may_be_left_open(tmp_path: Path) -> None:
    """A claim that names only whom it was done to is a good claim."""
    article = replace(samples.first(), claims=(samples.claim(agent=()),))
    assert write_graph([article], tmp_path).quads > 0


def test_no_articles_make_empty_files(tmp_path: Path) -> None:
    """An empty build is a good graph of nothing."""
    assert write_graph([], tmp_path).quads == 0
    assert (tmp_path / "graph.nq").read_bytes() == b""
    rdflib.Dataset().parse(tmp_path / "graph.jsonld", format="json-ld")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    id=st.text(st.characters(codec="utf-8"), max_size=12),
    text=st.text(st.characters(codec="utf-8"), min_size=14),
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=12),
)
def test_hostile_names_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, id: str, text: str, name: str
) -> None:
    """Quotes, tags, control characters and line feeds break no format."""
    read = samples.reading(samples.article(id, text), (samples.claim(notes=(name,)),))
    entities = (replace(samples.KIM, label_bn=name, aliases=(text,)), *samples.ENTITIES)
    unique = {entity.id: entity for entity in reversed(entities)}
    resolution = replace(read.resolution, entities=tuple(unique[key] for key in sorted(unique)))
    built = write_graph(
        [replace(read, resolution=resolution)], tmp_path_factory.mktemp("hostile"), check=False
    )
    store = Store()
    store.bulk_load(path=str(built.directory / "graph.jsonld"))
    texts = {getattr(quad.object, "value", "") for quad in store}
    assert {id, text, name} <= texts
    nx.read_graphml(built.directory / "graph.graphml", force_multigraph=True)


@given(st.lists(st.binary(max_size=4).filter(lambda line: b"\n" not in line)))
def test_sorting_on_disk_is_sorting(
    tmp_path_factory: pytest.TempPathFactory, found: list[bytes]
) -> None:
    """Runs of two lines give what one sorted set gives."""
    folder = tmp_path_factory.mktemp("runs")
    sorter = Sorter(folder, run_lines=2)
    for line in found:
        sorter.add([line + b"\n"])
    assert sorter.write(folder / "out") == len(set(found))
    assert (folder / "out").read_bytes() == b"".join(sorted({line + b"\n" for line in found}))
