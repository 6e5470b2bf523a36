"""Names that the world file does not have, told apart and joined."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType
from kg.resolve.unknown import Name, _keys, group, is_part, same_name

WORDS = st.sampled_from(["খালেদ", "খালেদা", "অ্যাড্রিয়েন", "অ্যাড্রিয়ান", "কিম", "জং", "হাসান"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda words: Name(" ".join(words), EntityType.PERSON)
)


@given(NAMES, NAMES)
def test_names_that_belong_together_have_a_key_in_common(one, other):
    """Whoever looks only among the names with a common key misses none."""
    if same_name(one, other) or is_part(one, other):
        assert {*_keys(one)} & {*_keys(other)}


def test_thousands_of_names_are_told_apart():
    """In a list of thousands of names each is compared with the few that look like it."""
    letters = "কখগঘচছজঝটঠডঢদধনপফবভমলহ"
    names = [
        Name(f"{a}{b}{a}{b} {b}{b}{a}", EntityType.PERSON) for a, b in product(letters, repeat=2)
    ] * 4
    assert len(group(names)) == len(letters) ** 2
