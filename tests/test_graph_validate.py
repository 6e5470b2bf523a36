"""The shapes pass what a build writes, and catch what it never should."""

from __future__ import annotations

from pathlib import Path

import graph_samples as samples
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from rdflib import PROV, RDF, SKOS, URIRef

from kg.graph import KG, NIF, validate, write_graph
from kg.graph.literals import decimal, integer
from kg.graph.vocab import node

BASE = "https://w3id.org/barta/id/"
ARTICLE = NamedNode(BASE + "article/first")
EVENTS = NamedNode(BASE + "events")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sample articles, built once."""
    directory = tmp_path_factory.mktemp("built")
    write_graph([samples.first(), samples.second()], directory, check=False)
    return directory / "graph.nq"


@pytest.fixture
def store(built: Path) -> Store:
    """A store of its own for each test."""
    store = Store()
    store.bulk_load(path=str(built))
    return store


def one(store: Store, type: URIRef, graph: NamedNode) -> NamedNode:
    """The first node of a type in a graph."""
    quads = store.quads_for_pattern(None, node(RDF.type), node(type), graph)
    subject = min((quad.subject for quad in quads), key=str)
    assert isinstance(subject, NamedNode)
    return subject


def change(store: Store, subject: NamedNode, predicate: URIRef, *objects: object) -> None:
    """Replace the objects of a predicate, in the graph that says most of the subject."""
    quads = list(store.quads_for_pattern(subject, node(predicate), None, None))
    said = quads or list(store.quads_for_pattern(subject, node(RDF.type), None, None))
    for quad in quads:
        store.remove(quad)
    for value in objects:
        store.add(Quad(subject, node(predicate), value, said[0].graph_name))  # type: ignore[arg-type]


def test_a_built_graph_breaks_nothing(store: Store) -> None:
    """What we write is what the shapes ask for."""
    assert validate(store) == []


@pytest.mark.parametrize(
    "predicate",
    [
        KG.status,
        KG.eventType,
        KG.evidence,
        KG.confidence,
        KG.foundBy,
        KG.event,
        PROV.wasDerivedFrom,
    ],
)
def test_a_claim_must_say_it_all(store: Store, predicate: URIRef) -> None:
    """A claim without one of these is refused, and the violation tells where."""
    claim = one(store, KG.Claim, ARTICLE)
    change(store, claim, predicate)
    (violation,) = validate(store)
    assert (violation.node, violation.article) == (claim.value, ARTICLE.value)
    assert violation.rule == str(predicate).rpartition("#")[2]


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (KG.confidence, decimal(1.5)),
        (KG.confidence, Literal("high")),
        (KG.status, node(KG.Meeting)),
        (KG.eventType, node(KG.Claim)),
        (KG.agent, NamedNode("https://example.org/nobody")),
        (KG.begin, Literal("2023-09-14", datatype=NamedNode(f"{KG.begin}x"))),
        (
            KG.end,
            Literal("2023-09-01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
        ),
    ],
)
def test_a_claim_must_not_say_nonsense(store: Store, predicate: URIRef, value: object) -> None:
    """Values of the wrong kind, range or class are refused."""
    change(store, one(store, KG.Claim, ARTICLE), predicate, value)
    assert validate(store)


def test_a_mention_that_ends_before_it_begins_is_refused(store: Store) -> None:
    """Begin is less than end."""
    change(store, one(store, NIF.Phrase, ARTICLE), NIF.endIndex, integer(0))
    assert {"beginIndex", "offsets"} == {violation.rule for violation in validate(store)}


def test_an_offset_that_is_off_by_one_is_found(store: Store) -> None:
    """The text at the offsets is the text of the mention, for every mention."""
    phrase = one(store, NIF.Phrase, ARTICLE)
    (quad,) = store.quads_for_pattern(phrase, node(NIF.endIndex), None, None)
    change(store, phrase, NIF.endIndex, integer(int(quad.object.value) + 1))  # type: ignore[union-attr]
    (violation,) = validate(store)
    assert (violation.rule, violation.node) == ("offsets", phrase.value)


def test_an_entity_without_a_label_is_refused(store: Store) -> None:
    """A node that a reader cannot name is of no use."""
    change(store, NamedNode(BASE + samples.KIM.id), SKOS.prefLabel)
    (violation,) = validate(store)
    assert violation.node == BASE + samples.KIM.id


def test_an_entity_with_two_bengali_labels_is_refused(store: Store) -> None:
    """One preferred label in each language."""
    labels = (Literal("কিম", language="bn"), Literal("কিম জং উন", language="bn"))
    change(store, NamedNode(BASE + samples.KIM.id), SKOS.prefLabel, *labels)
    assert [violation.rule for violation in validate(store)] == ["prefLabel"]


def test_an_event_without_a_count_is_refused(store: Store) -> None:
    """An event says how many claims it rests on."""
    change(store, one(store, KG.Meeting, EVENTS), KG.claimCount)
    assert [violation.rule for violation in validate(store)] == ["claimCount"]


def test_a_blank_node_is_refused(store: Store) -> None:
    """Nothing in the graph is without a stable name."""
    store.add(Quad(BlankNode("x"), node(SKOS.note), Literal("y"), EVENTS))
    assert [violation.rule for violation in validate(store)] == ["blank node"]


def test_a_share_of_the_graph_can_be_checked(store: Store) -> None:
    """Offsets are checked in all of it, whatever the share."""
    phrase = one(store, NIF.Phrase, ARTICLE)
    change(store, phrase, NIF.endIndex, integer(10_000))
    assert "offsets" in {violation.rule for violation in validate(store, quads=1)}


def test_what_passed_is_not_checked_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph that was found good costs no second look, and stays among the good."""
    passed: set[str] = set()
    assert validate(store, passed=passed) == []
    before = set(passed)
    assert before

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr("pyshacl.validate", refuse)
    assert validate(store, passed=passed) == []
    assert passed == before


def test_what_changed_since_it_passed_is_checked(store: Store) -> None:
    """A node that was good and is broken now is found; mended, it passes."""
    passed: set[str] = set()
    validate(store, passed=passed)
    claim = one(store, KG.Claim, ARTICLE)
    good = list(store.quads_for_pattern(claim, node(KG.status), None, None))
    change(store, claim, KG.status)
    assert [violation.rule for violation in validate(store, passed=passed)] == ["status"]
    assert [violation.rule for violation in validate(store, passed=passed)] == ["status"]
    store.extend(good)
    assert validate(store, passed=passed) == []


def test_another_type_of_what_it_points_to_is_checked(store: Store) -> None:
    """A piece is as good as the types of what it points to, wherever these are stated."""
    passed: set[str] = set()
    validate(store, passed=passed)
    claim = one(store, KG.Claim, ARTICLE)
    (agent,) = store.quads_for_pattern(claim, node(KG.agent), None, ARTICLE)
    assert isinstance(agent.object, NamedNode)
    for quad in list(store.quads_for_pattern(agent.object, node(RDF.type), None, None)):
        store.remove(quad)
    assert validate(store, passed=passed) == validate(store) != []
