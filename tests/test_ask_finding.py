"""A name in either script finds its thing, and says so when it may be several or none."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from kg.ask.finding import Names
from kg.errors import QueryError

BASE = "https://w3id.org/barta/id/"
KIM = BASE + "person/kim-jong-un"
SISTER = BASE + "person/kim-yo-jong"
PUTIN = BASE + "person/vladimir-putin"

#: The second Kim has no name of one word, so that “Kim” alone is her brother.
GRAPH = f"""
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX kg: <https://w3id.org/barta/ontology#>
<{KIM}> skos:prefLabel "Kim Jong Un"@en, "কিম জং উন"@bn ; skos:altLabel "কিম"@bn .
<{SISTER}> skos:prefLabel "Kim Yo Jong"@en, "কিম ইয়ো জং"@bn .
<{PUTIN}> skos:prefLabel "Vladimir Putin"@en, "ভ্লাদিমির পুতিন"@bn ; skos:altLabel "পুতিন"@bn .
<{BASE}person/abdul-hakim> skos:prefLabel "Abdul Hakim"@en, "আব্দুল হাকিম"@bn .
<{BASE}place/patenga> skos:prefLabel "Patenga"@en, "পতেঙ্গা"@bn .
<https://example.org/mention> kg:refersTo <{SISTER}> .
"""


@pytest.fixture(scope="module")
def names() -> Names:
    """The names of five things."""
    store = Store()
    store.bulk_load(input=GRAPH.encode(), format=RdfFormat.TURTLE)
    return Names(store)


@pytest.mark.parametrize("name", ["কিম", "kim", "Kim", " KIM ", "person/kim-jong-un", KIM])
def test_either_script_means_the_same(names: Names, name: str) -> None:
    """A short name in Latin letters is the one that is known in Bengali."""
    assert names.find(name) == (KIM,)


@pytest.mark.parametrize("name", ["putin", "Putin", "পুতিন", "পুটিন", "vladimir", "ভ্লাদিমির"])
def test_a_variant_or_a_word_is_enough(names: Names, name: str) -> None:
    """Other spellings of the same sound, and any word of a name that one thing has."""
    assert names.find(name) == (PUTIN,)


def test_words_are_whole(names: Names) -> None:
    """The word “jong” is in two names; in Hakim there is no Kim."""
    assert names.find("jong") == (KIM, SISTER)
    assert names.find("haki") == ()


def test_what_is_ambiguous_lists_its_candidates(names: Names) -> None:
    """Ids, labels and how often each is mentioned; the one most often named comes first."""
    with pytest.raises(QueryError) as refused:
        names.only("jong", "who")
    assert "'jong' may be any of 2 things" in str(refused.value)
    hint = refused.value.hint
    assert "person/kim-yo-jong (Kim Yo Jong, কিম ইয়ো জং; 1 mention" in hint
    assert hint.index("kim-yo-jong") < hint.index("kim-jong-un")


@pytest.mark.parametrize("name", ["Vladimir Puten Jr", "ভ্লাদিমির পুতিনকে"])
def test_an_unknown_name_suggests_the_nearest(names: Names, name: str) -> None:
    """In either script."""
    with pytest.raises(QueryError, match=r"Near to it: person/vladimir-putin"):
        names.only(name, "who")


def test_nothing_is_near_to_nonsense(names: Names) -> None:
    """Then the list of all things is named."""
    with pytest.raises(QueryError, match="kg ask entities"):
        names.only("xyzzyqq", "who")
    assert names.find("") == ()
