"""A query that takes too much is ended, and the program goes on."""

from __future__ import annotations

import time
from pathlib import Path

import graph_samples as samples
import pytest
from conftest import Kg

from kg.ask import Graph, Limits, guarded, open_graph
from kg.errors import QueryError
from kg.graph import write_graph

#: Every triple with every other, four times over.
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the two sample articles."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory, check=False)
    return open_graph(directory)


def test_an_answer_in_time_is_the_answer(graph: Graph) -> None:
    """The same table as without limits."""
    asked = "SELECT ?s { ?s a kg:Person } ORDER BY ?s"
    assert guarded(lambda: graph.sparql(asked), Limits()) == graph.sparql(asked)


def test_a_query_that_does_not_end_is_ended(graph: Graph) -> None:
    """At its time, not later, and with a reason."""
    begin = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.3 seconds"):
        guarded(lambda: graph.sparql(PRODUCT), Limits(seconds=0.3))
    assert time.monotonic() - begin < 5


def test_a_query_that_eats_memory_is_ended(graph: Graph) -> None:
    """Before the machine has none left."""
    with pytest.raises(QueryError, match=r"more memory than 0\.1 GB"):
        guarded(lambda: graph.sparql(SORTED), Limits(memory=100_000_000))


def test_an_error_of_the_query_is_the_error(graph: Graph) -> None:
    """It crosses between the processes as it was."""
    with pytest.raises(QueryError, match=r"line 1, column \d+: .* malformed") as refused:
        guarded(lambda: graph.sparql("SELECT { }"), Limits())
    assert refused.value.exit_code == QueryError.exit_code


def test_the_command_line_keeps_the_time(kg: Kg, tmp_path: Path) -> None:
    """`kg query --timeout` ends with one line and the exit code of a wrong query."""
    write_graph([samples.first()], tmp_path, check=False)
    ran = kg("query", PRODUCT, "--timeout", "0.3", "--graph", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: the query takes longer than 0.3 seconds")
