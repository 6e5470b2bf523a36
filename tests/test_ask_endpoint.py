"""`kg serve` as it is: a process of its own, asked over HTTP by curl's kind and by a library."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import graph_samples as samples
import psutil
import pytest
import rdflib
from conftest import ROOT, Kg
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from kg.graph import write_graph

PEOPLE = "SELECT ?name { ?s a kg:Person ; skos:prefLabel ?name } ORDER BY ?name"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PATH = "SELECT (COUNT(*) AS ?n) { ?a (!kg:x|^!kg:x)* ?b . ?c (!kg:x|^!kg:x)* ?d }"
GRAPH = "https://w3id.org/barta/id/article/first"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an endpoint with two workers, a second and little memory for each query."""
    folder = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], folder, check=False)
    options = ["--port", "0", "--workers", "2", "--timeout", "1", "--memory", "300", "--rows", "50"]
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", folder, *options]
    with subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        said = process.stdout.readline()
        yield said.split()[2].removesuffix("/sparql,")
        below = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        _, alive = psutil.wait_procs(below, timeout=10)
        assert not alive


def ask(server: str, path: str = "/sparql", body: bytes | None = None, **headers: str) -> Answer:
    """What a request gives: status, media type, headers, bytes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(server + path, body, named)
    try:
        with urlopen(request, timeout=30) as reply:
            return Answer(reply)
    except HTTPError as error:
        return Answer(error)


class Answer:
    """Status, media type and body of an HTTP answer."""

    def __init__(self, reply: HTTPResponse | HTTPError) -> None:
        self.status = reply.status
        self.kind = reply.headers["content-type"].partition(";")[0]
        self.headers = reply.headers
        self.text = reply.read().decode()


def get(server: str, query: str, accept: str = "", **more: str) -> Answer:
    """The answer to a query in the address."""
    address = "/sparql?" + urlencode({"query": query, **more})
    return ask(server, address, **({"accept": accept} if accept else {}))


def test_a_query_may_be_sent_in_three_ways(server: str) -> None:
    """In the address, as a form, or as it is: the same answer."""
    form = urlencode({"query": PEOPLE}).encode()
    answers = [
        get(server, PEOPLE),
        ask(server, body=form, content_type="application/x-www-form-urlencoded"),
        ask(server, body=PEOPLE.encode(), content_type="application/sparql-query; charset=utf-8"),
    ]
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert len({answer.text for answer in answers}) == 1
    rows = json.loads(answers[0].text)["results"]["bindings"]
    assert "কিম জং উন" in [row["name"]["value"] for row in rows]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (PEOPLE, "", "application/sparql-results+json"),
        (PEOPLE, "application/sparql-results+xml", "application/sparql-results+xml"),
        (PEOPLE, "text/csv", "text/csv"),
        (PEOPLE, "text/tab-separated-values", "text/tab-separated-values"),
        (PEOPLE, "text/turtle, application/json;q=0.1", "application/json"),
        ("ASK {}", "text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("ASK {}", "application/sparql-results+json", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?a kg:met ?b }", "", "text/turtle"),
        ("CONSTRUCT WHERE { ?a kg:met ?b }", "application/n-triples", "application/n-triples"),
        ("DESCRIBE ?a { ?a kg:met ?b }", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE ?a { ?a kg:met ?b }", "application/ld+json", "application/ld+json"),
    ],
)
def test_the_client_chooses_the_form(server: str, query: str, accept: str, kind: str) -> None:
    """By its Accept, with weights; triples and rows have forms of their own."""
    answer = get(server, query, accept)
    assert (answer.status, answer.kind) == (200, kind)
    if "ASK" not in query and query != PEOPLE:
        forms = {"application/rdf+xml": "xml", "application/ld+json": "json-ld"}
        graph = rdflib.Graph().parse(data=answer.text, format=forms.get(kind, "turtle"))
        assert len(graph) > 0


@pytest.mark.parametrize(
    ("status", "said", "path", "body", "headers"),
    [
        (400, "line 1, column", "/sparql?query=SELEKT", None, {}),
        (400, "SERVICE", "/sparql?query=" + quote("ASK{SERVICE<http://x/>{}}"), None, {}),
        (400, "one query", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}),
        (400, "UTF-8", "/sparql?query=%FF", None, {}),
        (400, "no IRI", "/sparql?query=ASK%7B%7D&default-graph-uri=x", None, {}),
        (400, "Accept", "/sparql?query=ASK%7B%7D", None, {"accept": "json"}),
        (403, "only read", "/sparql?update=CLEAR+ALL", None, {}),
        (403, "only read", "/sparql", b"DROP ALL", {"content_type": "application/sparql-update"}),
        (400, "only read", "/sparql?query=CLEAR+ALL", None, {}),
        (404, "", "/nothing", None, {}),
        (405, "", "/queries", b"x", {}),
        (406, "there is: ", "/sparql?query=ASK%7B%7D", None, {"accept": "image/png"}),
        (413, "bytes", "/sparql", b"#" * 2_000_000, {"content_type": "application/sparql-query"}),
        (415, "send ", "/sparql", b"ASK {}", {"content_type": "text/plain"}),
    ],
)
def test_what_cannot_be_answered_has_its_status(
    server: str, status: int, said: str, path: str, body: bytes | None, headers: dict[str, str]
) -> None:
    """With the reason as plain text."""
    answer = ask(server, path, body, **headers)
    assert answer.status == status
    assert said in answer.text


def test_the_graphs_may_be_named_in_the_request(server: str) -> None:
    """As default graph and for GRAPH; what is not named is not seen."""
    query = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Claim }"
    inside = "SELECT (COUNT(DISTINCT ?c) AS ?n) { GRAPH ?g { ?c a kg:Claim } }"
    chosen = {"default-graph-uri": GRAPH}
    assert get(server, query, "text/csv").text.split() == ["n", "3"]
    assert get(server, query, "text/csv", **chosen).text.split() == ["n", "1"]
    assert get(server, inside, "text/csv", **chosen).text.split() == ["n", "0"]
    assert get(server, inside, "text/csv", **{"named-graph-uri": GRAPH}).text.split() == ["n", "1"]


def test_a_long_answer_is_cut_and_says_so(server: str) -> None:
    """At the number of rows of the server, unless the query itself asks for fewer."""
    everything = "SELECT * { ?s ?p ?o }"
    cut = get(server, everything, "text/csv")
    assert cut.text.count("\r\n") == 51
    assert cut.headers["X-Answer-Cut"] == "true"
    for query in (everything + " LIMIT 50", "SELECT ?s { ?s a kg:Person } LIMIT 500"):
        assert get(server, query, "text/csv").headers["X-Answer-Cut"] is None


@pytest.mark.parametrize("query", [PRODUCT, PATH])
def test_a_hostile_query_is_cut_off_and_the_server_lives(server: str, query: str) -> None:
    """More of them than there are workers: each ends at its time, then others are answered."""
    begin = time.monotonic()
    with ThreadPoolExecutor(4) as clients:
        answers = list(clients.map(lambda _: get(server, query), range(4)))
    assert {answer.status for answer in answers} <= {503, 504}
    assert time.monotonic() - begin < 15
    assert get(server, PEOPLE).status == 200


def test_a_query_that_eats_memory_is_cut_off(server: str) -> None:
    """Its process is ended and replaced; the others do not notice."""
    rows = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(3))
    answer = get(server, f"SELECT * {{ {rows} }} ORDER BY ?a0 ?a1 ?a2")
    assert answer.status in {504, 507}
    deep = "ASK {" + "{" * 20_000 + "}" * 20_000 + "}"
    assert get(server, "ASK {}").status == 200
    body = deep.encode()
    assert ask(server, body=body, content_type="application/sparql-query").status in {400, 504, 507}
    assert get(server, "ASK {}").status == 200


def test_many_clients_at_once_are_all_answered(server: str) -> None:
    """Thirty-two at a time, on two workers."""
    with ThreadPoolExecutor(32) as clients:
        answers = list(clients.map(lambda _: get(server, PEOPLE), range(128)))
    assert {answer.status for answer in answers} == {200}


def test_a_library_is_served(server: str) -> None:
    """SPARQLWrapper gets what it asks for."""
    client = SPARQLWrapper(server + "/sparql")
    for form, method in ((JSON, "GET"), (XML, "POST"), (CSV, "GET")):
        client.setQuery(PEOPLE)
        client.setReturnFormat(form)
        client.setMethod(method)
        found = client.query().convert()
        text = found.toxml() if form == XML else str(found.decode() if form == CSV else found)
        assert "Kim Jong Un" in text
    client.setQuery("CONSTRUCT WHERE { ?a kg:met ?b }")
    client.setReturnFormat(TURTLE)
    graph = rdflib.Graph().parse(data=client.query().convert(), format="turtle")
    assert len(graph) == 2


def test_the_endpoint_describes_itself(server: str) -> None:
    """Without a query, in RDF; people are led to the page."""
    answer = ask(server, accept="text/turtle")
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = rdflib.URIRef(server + "/sparql")
    assert (service, sd.supportedLanguage, sd.SPARQL11Query) in graph
    page = ask(server, accept="text/html")
    assert (page.status, page.kind) == (200, "text/html")


def test_another_site_may_not_ask_through_a_browser(server: str) -> None:
    """A name that points here is not ours, and no answer may be read from another origin."""
    assert ask(server, "/sparql?query=ASK%7B%7D", host="evil.example").status == 400
    answer = ask(server, "/sparql?query=ASK%7B%7D", origin="https://evil.example")
    assert "access-control-allow-origin" not in answer.headers


def test_a_named_query_can_be_filled_in(server: str) -> None:
    """Its text with the names put in comes back, ready to be asked; errors say why."""
    text = ask(server, "/queries/timeline-of-person?who=kim").text
    assert "<https://w3id.org/barta/id/person/kim-jong-un>" in text
    assert get(server, text).status == 200
    unknown = ask(server, "/queries/timeline-of-person?who=zorro")
    assert (unknown.status, "nothing in the graph is named" in unknown.text) == (400, True)
    names = {query["name"] for query in json.loads(ask(server, "/queries").text)}
    assert "timeline-of-person" in names


def test_a_taken_port_is_said(kg: Kg, tmp_path: Path, server: str) -> None:
    """With what to do about it."""
    write_graph([samples.first()], tmp_path, check=False)
    ran = kg("serve", tmp_path, "--port", server.rpartition(":")[2])
    assert ran.code == 3
    assert "Choose another --port" in ran.err
