"""Which names join in an article and which must not."""

import pytest
from resolve_samples import document, rows

from kg.resolve import resolve
from kg.world import load_world


@pytest.mark.parametrize(("a", "b", "label", "same", "why"), rows("resolve_pairs.tsv"))
def test_two_names_in_one_article_join_only_if_they_are_one(a, b, label, same, why):
    """Names that an article has side by side are one entity exactly where the table says so."""
    world = load_world()
    found = resolve(document(f"<{label} {a}>। এদিকে <{label} {b}>।", world), world)
    by_text = {link.mention.text: link.entities for link in found.links}
    joined = by_text.get(a) is not None and by_text.get(a) == by_text.get(b)
    assert joined == (same == "yes"), (why, by_text)


def test_the_table_has_enough_pairs_of_both_kinds():
    """At least 150 pairs that must not join, and a score that must."""
    kinds = [same for *_, same, _ in rows("resolve_pairs.tsv")]
    assert kinds.count("no") >= 150
    assert kinds.count("yes") >= 20
