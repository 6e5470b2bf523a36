"""What a sentence counts is found, and what it does not count is not."""

from __future__ import annotations

import pytest

from kg.graph.counted import Counted, counting, numbers
from kg.graph.vocab import KG
from kg.language import tokenise

KINDS = pytest.mark.parametrize("kind", counting().counted, ids=lambda kind: kind.what)


def found(text: str, event_type: str) -> dict[str, int]:
    """What is counted in a sentence."""
    return dict(numbers([token.text for token in tokenise(text)], event_type))


@KINDS
def test_a_kind_catches_its_example(kind: Counted) -> None:
    """The number in the table's sentence is found."""
    assert found(kind.catch.text, kind.types[0])[kind.what] == kind.catch.number


@KINDS
def test_a_kind_leaves_its_counterexample(kind: Counted) -> None:
    """No number is found in the sentence beside it."""
    assert kind.what not in found(kind.miss, kind.types[0])


@KINDS
def test_a_kind_is_a_term_of_the_ontology(kind: Counted) -> None:
    """What is found can be written down."""
    assert KG[kind.what]


def test_each_number_goes_to_what_follows_it() -> None:
    """Dead and injured of one sentence are told apart."""
    text = "হামলায় ১২ জন নিহত ও ৩০ জন আহত হয়েছেন।"
    assert found(text, "Attack") == {"killed": 12, "injured": 30}


def test_an_accusation_counts_no_dead() -> None:
    """The dead of another happening in the same sentence are not its own."""
    assert found("১২ জন নিহত হওয়ার জন্য ইরানকে দায়ী করা হয়।", "Accusation") == {}
