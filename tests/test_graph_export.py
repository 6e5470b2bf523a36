"""What is written for other tools is read back by readers that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import graph_samples as samples
import networkx as nx
import pandas as pd
import pytest
import rdflib
from conftest import Kg

from kg.errors import GraphError
from kg.graph import FORMATS, export, write_graph

BASE = "https://w3id.org/barta/id/"
RDF = {"nquads": "graph.nq", "trig": "graph.trig", "turtle": "graph.ttl", "jsonld": "graph.jsonld"}
READERS = {
    "rapper": ["rapper", "-q", "-c", "-i"],
    "serdi": ["serdi", "-i"],
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sample articles, built once."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory)
    return directory


@pytest.fixture(scope="module")
def exported(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds every format."""
    folder = tmp_path_factory.mktemp("exported")
    for format in FORMATS:
        export(graph, format, folder)
    return folder


@pytest.mark.parametrize("name", sorted(RDF.values()))
def test_an_rdf_export_is_what_the_build_writes(graph: Path, exported: Path, name: str) -> None:
    """The same quads give the same bytes, from the store as from the articles."""
    assert (exported / name).read_bytes() == (graph / name).read_bytes()


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize("format", ["nquads", "trig", "turtle"])
def test_debians_rdf_readers_have_nothing_to_say(exported: Path, reader: str, format: str) -> None:
    """Raptor and Serd read each format without an error or a warning."""
    if not shutil.which(reader):
        pytest.skip(f"{reader} is not here: apt-get install raptor2-utils serdi")
    command = [*READERS[reader], format, str(exported / RDF[format])]
    ran = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_rdflib_reads_the_jsonld_through_its_context(exported: Path) -> None:
    """A prefix of the context is expanded as another reader expands it."""
    graph = rdflib.Dataset(default_union=True)
    graph.parse(exported / "graph.jsonld", format="json-ld")
    meeting = rdflib.URIRef("https://w3id.org/barta/ontology#Meeting")
    assert (None, rdflib.RDF.type, meeting) in graph


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_gephis_formats_hold_the_same_network(exported: Path, format: str) -> None:
    """Nodes and edges come back, with the labels that Gephi shows."""
    read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[format]
    network = read(exported / f"graph.{format}")
    assert network.nodes[BASE + "person/kim-jong-un"]["label"] == "কিম জং উন"
    edges = {(a, b, data["event_type"]) for a, b, data in network.edges(data=True)}
    assert (BASE + "person/kim-jong-un", BASE + "person/vladimir-putin", "Meeting") in edges


def test_gexf_does_not_tell_the_day_of_writing(exported: Path) -> None:
    """The same network is the same file tomorrow."""
    assert "lastmodifieddate" not in (exported / "graph.gexf").read_text("utf-8")


def test_neo4j_finds_its_columns(exported: Path) -> None:
    """Ids, labels and types have the headers of its import; every end of an edge is a node."""
    nodes = pd.read_csv(exported / "nodes.csv", keep_default_na=False)
    edges = pd.read_csv(exported / "edges.csv", keep_default_na=False)
    assert {":LABEL", "id:ID"} <= set(nodes.columns)
    assert {":START_ID", ":END_ID", ":TYPE"} <= set(edges.columns)
    assert nodes["id:ID"].is_unique
    assert {*edges[":START_ID"], *edges[":END_ID"]} <= set(nodes["id:ID"])
    assert set(edges[":TYPE"]) == {"Meeting", "Visit", "holdsPosition", "locatedIn", "seatOf"}


def test_pandas_reads_lists_and_days_from_parquet(exported: Path) -> None:
    """Evidence is a list of sentences, a day is a day, a standing relation has neither."""
    edges = pd.read_parquet(exported / "edges.parquet")
    meeting = edges[edges["type"] == "Meeting"].iloc[0]
    assert str(meeting["begin"]) == "2023-09-13"
    assert (len(meeting["claims"]), meeting["articles"]) == (2, 2)
    post = edges[edges["type"] == "holdsPosition"].iloc[0]
    assert post["role"] == "নেতা"
    assert pd.isna(post["event"]) and pd.isna(post["begin"])


def test_an_unknown_format_is_refused(graph: Path) -> None:
    """The error names those that there are."""
    with pytest.raises(GraphError, match="gexf"):
        export(graph, "docx")


def test_the_command_writes_beside_the_graph(kg: Kg, graph: Path) -> None:
    """Without a folder of its own the export lies where the graph does."""
    ran = kg("export", graph, "--format", "gexf", "-f", "csv")
    assert (ran.code, ran.err) == (0, "")
    written = [Path(line.split()[1]).name for line in ran.out.splitlines()]
    assert written == ["graph.gexf", "nodes.csv", "edges.csv"]
    assert (graph / "nodes.csv").is_file()


def test_the_command_refuses_what_is_no_graph(kg: Kg, tmp_path: Path) -> None:
    """No traceback, the exit code of a missing graph."""
    ran = kg("export", tmp_path, "-f", "csv")
    assert (ran.code, ran.out) == (5, "")
    assert "kg build" in ran.err
