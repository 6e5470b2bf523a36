"""Posts beside names."""

import pytest
from resolve_samples import document, rows, small_world

from kg.resolve import appositions, resolve


@pytest.mark.parametrize(
    ("text", "person", "role", "kind", "of", "former"), rows("resolve_appositions.tsv")
)
def test_a_post_beside_a_name_is_the_persons(text, person, role, kind, of, former):
    """The article gives the person exactly the post that the table says, or none."""
    world = small_world()
    doc = document(text, world)
    found = appositions(doc, resolve(doc, world).links, world)
    got = [
        (each.role, each.role_type.value, each.of, "yes" if each.former else "no")
        for each in found
        if each.person_id == person
    ]
    assert got == ([] if role == "-" else [(role, kind, of, former)])


def test_the_offsets_of_a_post_are_those_of_its_words():
    """The span of an apposition is the words of the post in the article."""
    world = small_world()
    doc = document("উত্তর কোরিয়ার নেতা কিম জং উন এসেছেন।", world)
    (found,) = appositions(doc, resolve(doc, world).links, world)
    assert doc.article.text[found.begin : found.end] == "নেতা"
