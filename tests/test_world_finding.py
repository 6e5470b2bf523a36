"""Finding the forms of the gazetteer in text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import canonical, tokenise
from kg.model import Case
from kg.world import Match, load_world

CASES = Path(__file__).parent / "cases"
WORLD = load_world()


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a case file."""
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def find(text: str) -> tuple[Match, ...]:
    """The matches in a text."""
    return WORLD.find(tokenise(text))


@pytest.mark.parametrize("row", rows("world_found.tsv"), ids=lambda row: row["fact"])
def test_form_is_found(row: dict[str, str]) -> None:
    """The surface is found whole, as this kind of form, with this id first."""
    found = {row["text"][m.begin : m.end]: m for m in find(row["text"])}
    assert row["surface"] in found
    match = found[row["surface"]]
    assert match.ids[0] == row["id"]
    assert match.form.kind == row["kind"]


@pytest.mark.parametrize("row", rows("world_traps.tsv"), ids=lambda row: row["fact"])
def test_trap_is_not_found(row: dict[str, str]) -> None:
    """An ordinary word is not taken for a name that it resembles."""
    assert row["never"] not in {id_ for match in find(row["text"]) for id_ in match.ids}


def test_original_offsets_hold_inside_a_token() -> None:
    """Offsets count the original's code points where its য় and ড় are one each."""
    text = "সফরে কোরি\u09dfা-রাশি\u09dfার উত্তর কোরি\u09dfা-রাশি\u09dfার কথা"
    surfaces = [text[m.begin : m.end] for m in find(text)]
    assert surfaces == ["রাশি\u09dfার", "উত্তর কোরি\u09dfা", "রাশি\u09dfার"]


def test_case_of_the_last_word() -> None:
    """A match says which case its ending marks."""
    (match,) = find("ভ্লাদিমির পুতিনকে")
    assert match.inflection.case is Case.OBJECTIVE
    assert match.inflection.base == "পুতিন"


def test_token_indices() -> None:
    """A match spans its tokens, the last one exclusive."""
    (match,) = find("গতকাল দক্ষিণ কোরিয়ায় বৈঠক")
    assert (match.first, match.last) == (1, 3)


def test_ambiguous_form_gives_all_ids() -> None:
    """জর্জিয়া is a country first and a state of the United States second."""
    (match,) = find("জর্জিয়ায়")
    assert match.ids == ("country/georgia", "place/georgia-u-s-state")


@pytest.mark.parametrize(
    "word", ["চাদ", "মালি", "গিনি", "কান", "নিস", "পার্থ", "বালি", "তাস", "শি", "ডাকার", "আস্তানা"]
)
def test_ordinary_words_are_cautious(word: str) -> None:
    """A form that is also an ordinary word or a common name says so."""
    (match,) = find(word)
    assert match.form.cautious


def test_given_name_is_of_its_kind() -> None:
    """কিম alone is only a part of a name."""
    (match,) = find("কিম")
    assert match.form.kind == "given"


@given(st.text(alphabet="কিমপুতনরাশিয়া-–জনের \u09df।,’", max_size=40))
def test_matches_never_overlap_and_stay_inside(text: str) -> None:
    """Matches stand in order, do not overlap and lie inside the text."""
    end = 0
    for match in find(text):
        assert end <= match.begin < match.end <= len(text)
        end = match.end


@given(st.sampled_from([f for e in WORLD.entries for f in e.forms]))
def test_every_form_is_found(form: object) -> None:
    """Every form is found where it stands alone, though maybe as part of a longer one."""
    text = getattr(form, "text", "")
    assert canonical(text) == text
    assert find(text), text


def test_a_word_without_end_is_looked_through_once() -> None:
    """A word of many letters or of many names is read in one go, a data URI for instance."""
    assert find("ক" * 500_000) == ()
    assert len(find("-".join(["কোরি\u09dfা", "পুতিন"] * 4_000))) == 4_000
