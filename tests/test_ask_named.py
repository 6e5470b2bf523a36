"""Every named query runs, with and without its parameters, and tells what it is."""

from __future__ import annotations

from pathlib import Path

import graph_samples as samples
import pytest
import regex

from kg.ask import Graph, NamedQuery, named_queries, open_graph
from kg.ask.named import KINDS
from kg.errors import DataError
from kg.graph import write_graph
from kg.model import Evidence, Status

VALUES = {"entity": "putin", "date": "2023-09-13", "month": "2023-09", "text": "first"}
QUERIES = list(named_queries().values())

CASES = Path(__file__).parent / "cases" / "asked_of_seeds.tsv"
#: What is asked of the seeds: query, parameters, and cells of a row that must come.
SEEDS = [
    tuple(line.split("\t"))
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith(("#", "query\t"))
]

#: A SELECT in braces, to the brace that closes them.
SUB_QUERY = regex.compile(r"\{\s*SELECT(?:[^{}]|(?<group>\{(?:[^{}]|(?&group))*\}))*\}")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the two sample articles."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory, check=False)
    return open_graph(directory)


def test_there_are_the_questions_of_an_analyst() -> None:
    """At least twenty-five, each with titles in two languages."""
    assert len(QUERIES) >= 25
    assert all(query.title_en and query.title_bn for query in QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_runs_with_what_it_requires(graph: Graph, query: NamedQuery) -> None:
    """It gives columns, and the same rows each time."""
    needed = {param.name: VALUES[param.kind] for param in query.params if param.required}
    table = graph.named(query.name, **needed)
    assert table.columns
    assert graph.named(query.name, **needed) == table


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_runs_with_all_its_parameters(graph: Graph, query: NamedQuery) -> None:
    """All at once, and with Bengali labels."""
    bindings = {param.name: VALUES[param.kind] for param in query.params}
    graph.named(query.name, **bindings, language="bn")


@pytest.mark.parametrize(
    ("query", "name"),
    [(query, param.name) for query in QUERIES for param in query.params if not param.required],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_parameter_narrows_the_answer(graph: Graph, query: NamedQuery, name: str) -> None:
    """Bound to what nothing is, an optional parameter leaves no row."""
    kind = {param.name: param.kind for param in query.params}[name]
    nothing = {"entity": "https://example.org/nothing", "month": "1900-01", "text": "nothing"}
    needed = {param.name: VALUES[param.kind] for param in query.params if param.required}
    value = {"since": "2024-01-01", "until": "2020-01-01"}.get(name) or nothing[kind]
    table = graph.named(query.name, **needed, **{name: value})
    assert all(row.get("begin", "undated") is None for row in table.dicts())


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_parameters_are_not_hidden_in_a_sub_query(query: NamedQuery) -> None:
    """A binding does not reach into a SELECT within a SELECT."""
    inner = [match[0] for match in SUB_QUERY.finditer(query.text)]
    names = {param.name for param in query.params} | {"language"}
    assert not any(regex.search(rf"\?{name}\b", text) for text in inner for name in names)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_parameter_is_used(query: NamedQuery) -> None:
    """A parameter that the query ignores would be a lie."""
    body = regex.sub(r"#.*", "", query.text)
    assert all(regex.search(rf"\?{param.name}\b", body) for param in query.params)
    assert all(param.kind in KINDS for param in query.params)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# title_en: x\nSELECT * {}", "lacks params, title_bn"),
        ("# title_en: x\n# title_bn: x\n# params: who (soul)\n", "'who \\(soul\\)' is malformed"),
    ],
)
def test_a_query_with_a_broken_header_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """The error names the file."""
    (tmp_path / "broken.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"broken.rq: .*{said}"):
        named_queries(tmp_path)


def test_the_sentence_quoted_is_the_surest_claims(graph: Graph) -> None:
    """Of two articles that tell of the meeting, the surer; of its sentences, the first."""
    (row,) = graph.named("who-met-whom").dicts()
    assert row["sentence"] == samples.HEADLINE


def test_the_sentence_quoted_says_the_same_as_the_status(tmp_path: Path) -> None:
    """Of a meeting that took place, no sentence is quoted that only plans it, however sure."""
    begin = samples.TEXT.index("ভস্তোচনি")
    sentence = (Evidence(1, begin, samples.TEXT.index("।") + 1),)
    met = samples.claim(evidence=sentence, confidence=0.6)
    plan = samples.claim(status=Status.PLANNED, confidence=0.9)
    readings = [
        samples.reading(samples.article(name, samples.TEXT), (claim,))
        for name, claim in (("a", met), ("b", plan))
    ]
    write_graph(readings, tmp_path, check=False)
    (row,) = open_graph(tmp_path).named("who-met-whom").dicts()
    assert str(row["sentence"]).startswith("ভস্তোচনি")


def test_the_sentence_quoted_has_the_words_that_tell_of_it(tmp_path: Path) -> None:
    """A sentence that only tells where they are does not outweigh one that says they met."""
    begin = samples.TEXT.index("ভস্তোচনি")
    evidence = (
        Evidence(0, 0, len(samples.HEADLINE)),
        Evidence(1, begin, samples.TEXT.index("।") + 1),
    )
    met = samples.claim(
        evidence=evidence, trigger="বৈঠক করেছেন", attributed_to=(samples.KREMLIN.id,)
    )
    write_graph(
        [samples.reading(samples.article("a", samples.TEXT), (met,))], tmp_path, check=False
    )
    graph = open_graph(tmp_path)
    for name in ("who-met-whom", "claims-by-source"):
        (row,) = graph.named(name).dicts()
        assert "বৈঠক করেছেন" in str(row["sentence"])


def test_a_post_that_many_articles_state_is_one_row(tmp_path: Path) -> None:
    """What each of them repeats of the post is not multiplied with what the others do."""
    (post,) = samples.first().relations
    ids = [f"a{number}" for number in range(30)]
    write_graph(
        [samples.reading(samples.article(id, samples.TEXT), (), (post,)) for id in ids],
        tmp_path,
        check=False,
    )
    (row,) = open_graph(tmp_path).named("positions").dicts()
    assert (row["holder"], row["body"]) == ("Vladimir Putin", "Russia")
    assert sorted(str(row["articles"]).split("; ")) == sorted(ids)


def test_an_article_can_be_asked_for_by_its_id(graph: Graph) -> None:
    """Its row alone, with what was found in it: three things, a meeting and a post."""
    (row,) = graph.named("article-summary", article="first").dicts()
    assert (row["entities"], row["claims"], row["relations"]) == (3, 1, 1)


def pairs(text: str) -> dict[str, str]:
    """`a=b | c=d` as a dictionary."""
    return dict(part.split("=", 1) for part in text.split(" | ") if part)


@pytest.fixture(scope="session")
def seeds(seeds_built: Path) -> Graph:
    """The graph of the five seeds."""
    return open_graph(seeds_built)


@pytest.mark.model
@pytest.mark.parametrize(("name", "given", "row"), SEEDS, ids=[case[0] for case in SEEDS])
def test_a_query_finds_what_the_seeds_tell(seeds: Graph, name: str, given: str, row: str) -> None:
    """One row has all the cells that are stated in the table of cases."""
    rows = seeds.named(name, **pairs(given)).dicts()
    cells = pairs(row).items()
    assert any(
        all(
            value == str(found[cell]) or value in str(found[cell]).split("; ")
            for cell, value in cells
        )
        for found in rows
    ), rows


def test_every_query_is_asked_of_the_seeds() -> None:
    """A new query comes with a row that it must give."""
    assert {case[0] for case in SEEDS} == set(named_queries())


def test_lists_in_a_cell_are_sorted(graph: Graph) -> None:
    """The store lists them in any order; the same graph gives the same bytes."""
    for row in graph.named("between", one="kim", other="putin").dicts():
        articles = str(row["articles"]).split("; ")
        assert articles == sorted(articles)
