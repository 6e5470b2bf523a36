"""From the graph to the values of the page."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from show_sample import BASE, FIRST, sample_store

from kg.errors import GraphError
from kg.show import page_data


def test_a_node_has_its_labels_ids_and_mentions() -> None:
    """A node carries what the panel says of it."""
    nodes = {node.id: node for node in page_data(sample_store()).nodes}
    kim = nodes["person/kim-jong-un"]
    assert (kim.type, kim.label_bn, kim.label_en) == ("Person", "কিম জং উন", "Kim Jong Un")
    assert (kim.wikidata, kim.aliases, kim.mentions) == ("Q56226", ("কিম",), 1)


def test_a_place_has_its_coordinates_and_a_country_a_point() -> None:
    """Where a place is stands in the graph, where a country is in our table."""
    nodes = {node.id: node for node in page_data(sample_store()).nodes}
    place, country = nodes["place/vostochny"], nodes["country/russia"]
    assert (place.latitude, place.longitude) == (51.88, 128.33)
    assert (country.latitude, country.longitude) == (61.7, 99.7)


def test_an_event_has_its_claims() -> None:
    """An event brings its actors, days, disagreement and every claim."""
    events = {event.id: event for event in page_data(sample_store()).events}
    meeting = events["event/meeting"]
    assert (meeting.type, meeting.status) == ("Meeting", "Occurred")
    assert (meeting.begin, meeting.places) == (date(2023, 9, 13), ("place/vostochny",))
    assert meeting.disagreement == ("place",)
    assert [claim.article for claim in meeting.claims] == ["article/second", "article/first"]


def test_evidence_is_cut_from_the_article_by_code_points() -> None:
    """The offsets of a claim's sentence give that sentence, though an emoji stands in it."""
    events = {event.id: event for event in page_data(sample_store()).events}
    ((begin, end),) = events["event/meeting"].claims[1].evidence
    assert FIRST[begin:end].startswith("😀 বুধবার")
    assert FIRST[begin:end].endswith("কিম জং উন।")


def test_a_position_becomes_a_relation_with_its_articles() -> None:
    """Who holds what post where, and which articles say so."""
    (post,) = page_data(sample_store()).relations
    assert (post.source, post.predicate, post.target) == (
        "person/vladimir-putin", "holdsPosition", "country/russia",
    )  # fmt: skip
    assert (post.role, post.role_type, post.articles) == (
        "প্রেসিডেন্ট", "HeadOfState", ("article/first",),
    )  # fmt: skip


def test_a_malformed_value_is_a_graph_error() -> None:
    """A date that is none is said so, with what to do."""
    store = sample_store()
    begin = NamedNode("https://w3id.org/barta/ontology#begin")
    store.add(Quad(NamedNode(BASE + "claim/meeting"), begin, Literal("soon")))
    with pytest.raises(GraphError, match="soon"):
        page_data(store)
