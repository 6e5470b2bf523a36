"""The figures of a graph against gold annotations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError, InputError
from kg.model import SYMMETRIC
from kg.score import format_scores, score
from kg.score.matching import assign, same_time
from kg.score.surfaces import normal, same_surface
from kg.score.tables import endings, plover_types

CASES = Path(__file__).parent / "cases"
GOLD = CASES / "score_gold"


def test_the_recorded_figures_are_reached() -> None:
    """Figures and misses of the recorded pair are those in score_figures.txt."""
    scores = score(GOLD, CASES / "score_graph.trig")
    expected = (CASES / "score_figures.txt").read_text(encoding="utf-8")
    assert format_scores(scores, with_misses=True) + "\n" == expected


def test_a_gold_folder_answers_itself() -> None:
    """An annotator agrees with themselves in everything that is asked for."""
    scores = score(GOLD, GOLD)
    assert (scores.entity.f1, scores.relation.f1, scores.event.f1) == (1.0, 1.0, 1.0)
    assert scores.misses == ()


def test_an_optional_item_is_neither_asked_for_nor_too_much() -> None:
    """The optional entity counts neither in gold nor, when it is found, in predicted."""
    scores = score(GOLD, GOLD)
    assert (scores.entity.gold, scores.entity.pred) == (5, 5)


def test_a_capital_counts_as_its_state_in_attribution() -> None:
    """What Moscow says is what Russia says."""
    assert score(GOLD, CASES / "score_graph.trig").attribution_of_matched.f1 == 1.0


def test_an_article_that_the_graph_lacks_counts_as_empty(tmp_path: Path) -> None:
    """With an empty graph nothing is found and everything is asked for."""
    graph = tmp_path / "empty.nq"
    graph.write_text("", encoding="utf-8")
    scores = score(GOLD, graph)
    assert (scores.entity.tp, scores.entity.gold, scores.entity.pred) == (0, 5, 0)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: folder / "none.nq",
        lambda folder: _write(folder / "graph.xyz", ""),
        lambda folder: _write(folder / "graph.nq", "this is no graph"),
    ],
)
def test_a_graph_that_cannot_be_read_is_a_graph_error(
    tmp_path: Path, spoil: Callable[[Path], Path]
) -> None:
    """Missing, of an unknown format, malformed: the error names the file."""
    path = spoil(tmp_path)
    with pytest.raises(GraphError, match=path.name):
        score(GOLD, path)


def test_a_folder_without_annotations_is_an_input_error(tmp_path: Path) -> None:
    """An empty gold folder is said, not scored as zero."""
    with pytest.raises(InputError, match="no annotations"):
        score(tmp_path, CASES / "score_graph.trig")


@pytest.mark.parametrize("text", ["{", '{"entities": [{"id": 1}]}', "[]"])
def test_a_malformed_annotation_is_named(tmp_path: Path, text: str) -> None:
    """The error of a broken gold file names the file."""
    _write(tmp_path / "bad.json", text)
    with pytest.raises(InputError, match=r"bad\.json"):
        score(tmp_path, GOLD)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("রাশিয়ার", "রাশিয়া", True),
        ("DPRK-এর", "dprk", True),
        ("জং’কে", "জং", True),
        ("পুতিন", "কিম", False),
        ("কিমচি", "কিম", False),
        ("", "কিম", False),
    ],
)
def test_surfaces_agree_up_to_one_ending(a: str, b: str, same: bool) -> None:
    """One case ending makes no other name; another letter does."""
    assert same_surface(normal(a), normal(b)) is same


@given(st.text(), st.text())
def test_the_order_of_two_surfaces_does_not_matter(a: str, b: str) -> None:
    """same_surface is symmetric."""
    assert same_surface(a, b) == same_surface(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023-09-13", "2023-09-13", True),
        ("2023-09-13", "2023-09-12/2023-09-14", True),
        ("2023-09", "2023-09-01/2023-09-30", True),
        ("2023", "2023-01-01/2023-12-31", True),
        ("2023-09-13", "2023-09", False),
        ("2023-09-13", "2023-09-14", False),
        ("2023-09-13", "soon", False),
    ],
)
def test_times_agree_when_they_overlap_and_are_as_wide(a: str, b: str, same: bool) -> None:
    """A day within three agrees; a day within a month does not."""
    assert same_time(a, b) is same


@given(st.lists(st.lists(st.floats(0, 5), min_size=4, max_size=4), max_size=5))
def test_an_item_is_paired_at_most_once(weights: list[list[float]]) -> None:
    """No gold and no predicted item is in two pairs, and only positive weights pair."""
    pairs = assign(len(weights), 4, lambda i, j: weights[i][j])
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs)


def test_the_tables_load() -> None:
    """Endings and types are there, the symmetric types among them."""
    assert "কে" in endings()
    assert plover_types()["Meeting"] == "CONSULT"
    assert plover_types().keys() >= SYMMETRIC


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
