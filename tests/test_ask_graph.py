"""A built graph answers SPARQL and the named queries, and is never changed by them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import graph_samples as samples
import pytest
import rdflib

from kg.ask import Graph, open_graph
from kg.errors import GraphError, QueryError
from kg.graph import KG, write_graph

BASE = "https://w3id.org/barta/id/"
KIM, PUTIN = BASE + samples.KIM.id, BASE + samples.PUTIN.id


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the two sample articles' graph."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory, check=False)
    return directory


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    """The graph of the two sample articles."""
    return open_graph(built)


def test_select_gives_columns_and_plain_values(graph: Graph) -> None:
    """Numbers, days and text come as Python has them; IRIs are text."""
    table = graph.sparql(
        "SELECT ?e ?n ?day { ?e kg:claimCount ?n ; sem:hasBeginTimeStamp ?day ; kg:agent ?a }"
    )
    assert table.columns == ("e", "n", "day")
    ((event, count, day),) = table.rows
    assert str(event).startswith(BASE + "event/")
    assert (count, day) == (2, date(2023, 9, 13))


def test_ask_and_construct_are_tables_too(graph: Graph) -> None:
    """A truth value is one cell; triples are three columns."""
    assert graph.sparql(f"ASK {{ <{KIM}> kg:met <{PUTIN}> }}").rows == ((True,),)
    table = graph.sparql("CONSTRUCT WHERE { ?a kg:met ?b }")
    assert table.columns == ("subject", "predicate", "object")
    assert len(table) == 2


def test_a_bound_variable_is_bound_before_anything_is_counted(graph: Graph) -> None:
    """Bindings hold inside aggregates, and in queries with several groups."""
    query = "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c a kg:Claim ; kg:agent ?who }"
    assert graph.sparql(query).rows == ((3,),)
    assert graph.sparql(query, who=PUTIN).rows == ((1,),)


def test_a_hostile_binding_stays_text(graph: Graph) -> None:
    """No text can end its own quotes and become a query."""
    evil = '" } DELETE WHERE { ?s ?p ?o } #\n\\'
    assert graph.sparql("SELECT ?s { ?s rdfs:label ?x }", x=evil).rows == ()
    assert graph.sparql("SELECT ?x { }", x=evil).rows == ((evil,),)


def test_decomposed_and_composed_letters_are_one(graph: Graph) -> None:
    """A query typed with the one-code-point letter finds labels in NFC."""
    composed = "রাশি\u09dfা"
    query = f'SELECT ?s {{ ?s skos:prefLabel "{composed}"@bn }}'
    assert graph.sparql(query).rows == ((BASE + "country/russia",),)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "# SELECT\nPREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "clear all",
        "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
    ],
)
def test_updates_are_refused(graph: Graph, update: str) -> None:
    """The error says that a graph is only read."""
    with pytest.raises(QueryError, match="only read"):
        graph.sparql(update)


def test_the_network_is_refused(graph: Graph) -> None:
    """SERVICE would ask another server; a variable of that name is fine."""
    with pytest.raises(QueryError, match="line 2, column 3: SERVICE"):
        graph.sparql("SELECT * {\n  SERVICE <http://localhost:1/> { ?s ?p ?o } }")
    assert graph.sparql('SELECT ?service { VALUES ?service { "SERVICE" } }').rows == (("SERVICE",),)


def test_a_malformed_query_says_where(graph: Graph) -> None:
    """Line and column of the first thing that could not be read."""
    with pytest.raises(QueryError, match="line 2, column 4"):
        graph.sparql("SELECT * {\n} }")


def test_a_long_answer_is_cut_and_says_so(graph: Graph) -> None:
    """The limit is a number of rows."""
    table = graph.sparql("SELECT ?s { ?s ?p ?o }", 5)
    assert (len(table), table.truncated) == (5, True)


def test_from_names_one_graph(graph: Graph) -> None:
    """With FROM, the query sees that graph and not the union."""
    query = f"SELECT ?c FROM <{BASE}article/first> {{ ?c a kg:Claim }}"
    assert len(graph.sparql(query)) == 1


def test_sub_classes_can_be_asked_for(graph: Graph) -> None:
    """The tree of the ontology is at hand: meetings and visits are consultations."""
    query = "SELECT DISTINCT ?e { ?e kg:claimCount ?n ; a/rdfs:subClassOf* kg:Consult }"
    assert len(graph.sparql(query)) == 2


def test_kim_met_putin_at_vostochny_in_one_row(graph: Graph) -> None:
    """Who, whom, where and when, with the articles that say so."""
    (row,) = graph.named("who-met-whom").dicts()
    assert {row["who"], row["whom"]} == {"Kim Jong Un", "Vladimir Putin"}
    assert (row["where"], row["begin"]) == ("Vostochny Cosmodrome", date(2023, 9, 13))
    assert set(str(row["articles"]).split("; ")) == {"first", "second"}


@pytest.mark.parametrize("name", ["putin", "ভ্লাদিমির পুতিন", "পুতিন", samples.PUTIN.id, PUTIN])
def test_a_person_goes_by_any_name(graph: Graph, name: str) -> None:
    """In either script, in part, by id or by IRI."""
    assert len(graph.named("who-met-whom", person=name)) == 1


def test_a_whole_name_outweighs_a_part(graph: Graph) -> None:
    """The short name of one is not looked for inside the names of others."""
    assert graph.find("কিম") == (KIM,)
    assert graph.find("") == ()


def test_the_answer_comes_in_bengali(graph: Graph) -> None:
    """Labels of things and of the ontology are in the language asked for."""
    (row,) = graph.named("planned-never-confirmed", language="bn").dicts()
    assert (row["what"], row["agents"], row["status"]) == ("সফর", "কিম জং উন", "পরিকল্পিত")


def test_digits_may_be_bengali(graph: Graph) -> None:
    """A month is a month in either digits."""
    assert len(graph.named("events-of-month", month="২০২৩-০৯")) == 1
    assert len(graph.named("events-of-month", month="2023-10")) == 0


def test_a_claim_is_found_under_who_said_it(graph: Graph) -> None:
    """The Kremlin told of the meeting; the article itself told the rest."""
    (row,) = graph.named("claims-by-source").dicts()
    assert (row["speaker"], row["what"], row["article"]) == ("Kremlin", "meeting", "second")
    sources = graph.named("sources").rows
    assert sources == (("কালবেলা", "publisher", 2, 2), ("Kremlin", "quoted", 1, 1))


def test_an_article_without_finds_has_its_row(tmp_path: Path) -> None:
    """Nothing that was read is missing from the summary."""
    nothing = samples.article("empty", "খবর নেই।")
    write_graph([samples.reading(nothing)], tmp_path, check=False)
    (row,) = open_graph(tmp_path).named("article-summary").dicts()
    assert (row["id"], row["entities"], row["claims"]) == ("empty", 0, 0)


def test_what_cannot_be_answered_says_why(graph: Graph) -> None:
    """Unknown queries, parameters, names and days are told apart."""
    with pytest.raises(QueryError, match="who-met-whom"):
        graph.named("who-met")
    with pytest.raises(QueryError, match="no parameter 'someone'"):
        graph.named("who-met-whom", someone="putin")
    with pytest.raises(QueryError, match="required"):
        graph.named("timeline-of-person")
    with pytest.raises(QueryError, match="nothing in the graph is named"):
        graph.named("timeline-of-person", person="Zorro")
    with pytest.raises(QueryError, match="Write it like 2023-09-13"):
        graph.named("who-met-whom", since="yesterday")


def test_a_frame_has_the_columns_of_the_query(graph: Graph) -> None:
    """Pandas gets the same rows."""
    frame = graph.to_pandas("SELECT ?a ?b { ?a kg:met ?b } ORDER BY ?a")
    assert list(frame.columns) == ["a", "b"]
    assert frame["a"].tolist() == [KIM, PUTIN]


def test_rdflib_gets_the_graph_without_our_terms(graph: Graph, built: Path) -> None:
    """The copy holds what was built, and its default graph is the union."""
    dataset = graph.to_rdflib()
    lines = (built / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert len(list(dataset.quads())) == len(lines)
    assert (rdflib.URIRef(KIM), KG.met, rdflib.URIRef(PUTIN)) in dataset


def test_networkx_gets_events_as_edges(graph: Graph) -> None:
    """An edge knows its event, its sentences and how sure it is."""
    network = graph.to_networkx()
    (edge,) = network.get_edge_data(KIM, PUTIN).values()
    assert (edge["status"], edge["confidence"], edge["articles"]) == ("Occurred", 0.9, 2)
    assert samples.HEADLINE in edge["evidence"]


@pytest.mark.parametrize("name", ["graph.nq", "graph.trig", "graph.ttl", "graph.jsonld"])
def test_every_file_of_a_build_can_be_asked(built: Path, name: str) -> None:
    """The union of all graphs is the same in each."""
    assert len(open_graph(built / name).named("who-met-whom", person="putin")) == 1


def test_what_is_no_graph_is_refused(tmp_path: Path) -> None:
    """Missing, of unknown form, or malformed."""
    with pytest.raises(GraphError, match="kg build"):
        open_graph(tmp_path)
    (tmp_path / "graph.docx").write_text("x", encoding="utf-8")
    with pytest.raises(GraphError, match="no RDF format"):
        open_graph(tmp_path / "graph.docx")
    (tmp_path / "graph.nq").write_text("<a <b> .\n", encoding="utf-8")
    with pytest.raises(GraphError, match="malformed"):
        open_graph(tmp_path)


def test_a_pair_that_is_on_both_sides_is_one_row(tmp_path: Path) -> None:
    """An article that names both as agents and both as recipients tells of one meeting."""
    both = (samples.KIM.id, samples.PUTIN.id)
    read = samples.reading(
        samples.article("a", samples.TEXT), (samples.claim(agent=both, recipient=both),)
    )
    write_graph([read], tmp_path, check=False)
    assert len(open_graph(tmp_path).named("who-met-whom")) == 1


def test_a_table_becomes_a_data_frame_with_its_columns_even_when_empty(graph: Graph) -> None:
    """An answer without rows keeps its columns, so what is done with them does not fail."""
    frame = graph.sparql("SELECT ?a ?b { ?a kg:met ?b FILTER(false) }").to_pandas()
    assert (list(frame.columns), len(frame)) == (["a", "b"], 0)
