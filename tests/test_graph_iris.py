"""IRIs are functions of content alone, and no two things share one."""

from dataclasses import replace
from urllib.parse import urlsplit

import graph_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph.iris import Names, claim_id, digest, slug
from kg.model import MentionType

names = st.text(st.characters(codec="utf-8"))


@given(names, names)
def test_two_names_never_share_a_slug(one: str, other: str) -> None:
    """Slugs are equal only where the names are."""
    assert (slug(one) == slug(other)) == (one == other)


@given(names)
def test_any_id_makes_one_segment_of_a_valid_iri(id: str) -> None:
    """A hostile id neither breaks the IRI nor climbs out of its folder."""
    iri = Names().article(id).value
    path = urlsplit(iri).path
    assert path.startswith("/barta/id/article/")
    assert path.count("/") == 4
    assert not urlsplit(iri).query
    NamedNode(iri)


@given(st.lists(names), st.lists(names))
def test_digests_keep_parts_apart(one: list[str], other: list[str]) -> None:
    """Moving a letter from one part to the next gives another digest."""
    if one != other and one and other:
        assert digest(*one) != digest(*other)


def test_a_claim_keeps_its_id_when_only_its_confidence_changes() -> None:
    """Better figures do not make another claim."""
    claim = samples.claim()
    assert claim_id("a", claim) == claim_id("a", replace(claim, confidence=0.1, notes=("x",)))


def test_the_order_of_actors_does_not_matter_to_a_claims_id() -> None:
    """Actors are a set."""
    both = samples.claim(agent=("person/a", "person/b"))
    assert claim_id("a", both) == claim_id("a", replace(both, agent=("person/b", "person/a")))


def test_claims_of_two_articles_are_two() -> None:
    """The same words in another article are another claim."""
    assert claim_id("a", samples.claim()) != claim_id("b", samples.claim())


def test_a_name_and_a_pronoun_over_one_span_are_two_mentions() -> None:
    """The kind of mention is part of its IRI."""
    kinds = {Names().mention("a", 0, 4, kind).value for kind in MentionType}
    assert len(kinds | {Names().sentence("a", 0, 4).value}) == 4
