"""Lines, layout and words of the page."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, Graph
from show_sample import large_page

from kg import show
from kg.errors import DataError
from kg.graph.vocab import KG
from kg.model import EntityType, RoleType, Status
from kg.show.atlas import country_points
from kg.show.layout import layout
from kg.show.page import Node, PageData, ShownEvent, lines
from kg.show.picture import NODE_STYLE, SHOWN_AT_FIRST, STROKES, picture
from kg.show.tree import event_roots
from kg.show.words import words

NODES = tuple(Node(id, "Country", id, id) for id in ("a", "b", "p"))


def _drawn(*events: ShownEvent) -> list[tuple[str, str, str, str]]:
    data = PageData(nodes=NODES, events=events)
    return [(line.kind, line.source, line.target, line.label) for line in lines(data)]


def test_an_event_between_two_is_one_line() -> None:
    """Who does it and to whom are the ends of the line."""
    event = ShownEvent("e", "Attack", "Occurred", agents=("b",), recipients=("a",))
    assert _drawn(event) == [("actors", "b", "a", "Attack")]


def test_events_alike_share_a_line() -> None:
    """Two meetings are one line with two events, whoever is named first."""
    one = ShownEvent("1", "Meeting", "Occurred", agents=("a",), recipients=("b",))
    two = ShownEvent("2", "Meeting", "Occurred", agents=("b",), recipients=("a",))
    (line,) = lines(PageData(nodes=NODES, events=(one, two)))
    assert (line.kind, line.events) == ("both", ("1", "2"))


def test_who_acts_together_is_joined() -> None:
    """Two agents without a recipient are the ends of a line."""
    event = ShownEvent("e", "Protest", "Occurred", agents=("b", "a"))
    assert _drawn(event) == [("both", "a", "b", "Protest")]


def test_a_lone_actor_is_joined_to_the_place() -> None:
    """The event of one actor is the line to where it was."""
    event = ShownEvent("e", "Visit", "Planned", agents=("a",), places=("p",))
    assert _drawn(event) == [("place", "a", "p", "Visit")]


def test_the_place_of_others_is_a_quiet_line() -> None:
    """Where two met is joined to both by lines that carry no event's name."""
    event = ShownEvent("e", "Meeting", "Occurred", ("a",), ("b",), ("p",))
    assert _drawn(event)[1:] == [("where", "a", "p", "where"), ("where", "b", "p", "where")]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_every_node_gets_a_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    """No two nodes stand on each other, no line is level, and a second run agrees."""
    graph = nx.Graph()
    graph.add_nodes_from(str(i) for i in range(5))
    graph.add_edges_from((str(a), str(b)) for a, b in pairs if a != b)
    spots = layout(graph, {})
    assert set(spots) == set(graph)
    assert len(set(spots.values())) == len(spots)
    assert all(spots[a][1] != spots[b][1] for a, b in graph.edges)
    assert layout(graph, {}) == spots


def test_a_large_graph_is_laid_out_quickly() -> None:
    """Two thousand names in many parts find their places."""
    graph = nx.gnm_random_graph(2000, 2600, seed=3)
    spots = layout(nx.relabel_nodes(graph, str), {})
    assert len(spots) == 2000


def test_the_most_important_names_stand_apart_at_first() -> None:
    """What is shown at first has places of its own, and no two of its names are on one spot."""
    nodes, _, _ = picture(large_page(150))
    first = {node["id"]: node["first"] for node in nodes if "first" in node}
    assert 0.8 * SHOWN_AT_FIRST <= len(first) <= SHOWN_AT_FIRST
    spots = sorted(first.values())
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 40 for a, b in pairwise(spots))


def test_communities_are_the_same_in_every_run() -> None:
    """Groups come with the most important first, in an order that no set decides."""
    groups = picture(large_page(60))[2]
    assert groups == picture(large_page(60))[2]
    assert all(len(group) >= 3 for group in groups)


def test_the_tree_of_events_is_that_of_the_ontology() -> None:
    """Each class of the ontology stands below the type that the ontology gives it."""
    graph = Graph().parse(Path(__file__).parents[1] / "ontology" / "kg.ttl")
    local = {kind: str(kind).removeprefix(str(KG._NS)) for kind in graph.subjects(RDF.type)}
    roots = set(graph.subjects(RDFS.subClassOf, KG.Event))
    tree = {local[root]: local[root] for root in roots}
    tree |= {
        local[kind]: local[root] for root in roots for kind in graph.subjects(RDFS.subClassOf, root)
    }
    assert dict(event_roots()) == tree


@pytest.mark.parametrize("text", ["country/x\t1\n", "country/x\t95\t0\n", "country/x\teast\t0\n"])
def test_a_malformed_table_of_points_is_refused(tmp_path: Path, text: str) -> None:
    """The error names the line."""
    table = tmp_path / "bad.tsv"
    table.write_text("id\tlatitude\tlongitude\n" + text, encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.tsv:2"):
        country_points(table)


def test_every_term_has_words_and_a_style() -> None:
    """Each class, status, role and relation of the model is named in both languages."""
    keys = words()
    assert set(NODE_STYLE) == {kind.value for kind in EntityType}
    assert set(STROKES) == {status.value for status in Status}
    wanted = [f"type.{kind}" for kind in EntityType] + [f"status.{status}" for status in Status]
    wanted += [f"role.{role}" for role in RoleType]
    wanted += [f"event.{kind}" for kind in event_roots()]
    assert [key for key in wanted if key not in keys] == []


def test_every_word_of_the_page_is_used() -> None:
    """What scripts and template ask for is in the table, and nothing else is."""
    room = Path(show.__file__).parent
    files = [*room.glob("assets/*.js"), room / "templates" / "page.html", room / "render.py"]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    asked = set(re.findall(r"""["']((?:page|key)\.\w+)["']""", text))
    asked = {key for key in asked if not key.endswith((".html", ".js", ".css"))}
    assert asked | {"page.where"} == {key for key in words() if key.startswith(("page.", "key."))}


def test_words_name_no_event_that_the_ontology_has_not() -> None:
    """Every event type that the page names is a term of the ontology, with its label."""
    assert all(hasattr(KG, key[6:]) for key in words() if key.startswith("event."))
    assert words()["event.ArmsTransfer"] == {"bn": "অস্ত্র সরবরাহ", "en": "Arms transfer"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tক\t\n", "bad.tsv:2.*empty"),
        ("event.Visit\tক\tb\n", "bad.tsv:2.*ontology"),
    ],
)
def test_a_malformed_table_of_words_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """The error says which line is wrong and why."""
    table = tmp_path / "bad.tsv"
    table.write_text("key\tbn\ten\n" + text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        words(table)
