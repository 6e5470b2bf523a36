"""The review file of pairs: what it says and how it is refused."""

from __future__ import annotations

import pytest

from kg.errors import DataError
from kg.world import load_world, read_decided, read_verdicts
from kg.world.verdicts import COLUMNS

A, B, C, D = "person/a", "person/b", "person/c", "person/d"


def _file(folder, *rows):
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((v, "near", "0.9", "", one, other, "", "", "")) for v, one, other in rows]
    path = folder / "merges.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_chains_are_followed_to_their_end(tmp_path):
    """What is the same as something that is the same as a third is the third."""
    said = read_verdicts(_file(tmp_path, ("same", A, B), ("same", B, C)))
    assert (said.standing(C), said.standing(B), said.standing(A)) == (A, A, A)


def test_rows_without_a_verdict_say_nothing(tmp_path):
    """An unreviewed row leaves the pair to the rules."""
    said = read_verdicts(_file(tmp_path, ("", A, B)))
    assert not said.same
    assert not said.apart(A, B)


def test_different_holds_in_both_directions(tmp_path):
    """The order of a pair's ids does not matter."""
    said = read_verdicts(_file(tmp_path, ("different", B, A)))
    assert said.apart(A, B)
    assert said.apart(B, A)


@pytest.mark.parametrize(
    ("rows", "line", "what"),
    [
        ([("maybe", A, B)], 2, "verdict 'maybe' is unknown"),
        ([("same", A, "B")], 2, "'B' is no id"),
        ([("same", A, A)], 2, "compared with itself"),
        ([("same", A, "place/b")], 2, "two kinds"),
        ([("same", A, B), ("different", B, A)], 3, "says same"),
        ([("same", A, B), ("same", C, B)], 3, "already the same"),
        ([("same", A, B), ("same", B, C), ("different", A, C)], 4, "other rows make these"),
    ],
)
def test_contradictions_are_refused_with_their_line(tmp_path, rows, line, what):
    """A malformed or contradicting row is named by file and line."""
    path = _file(tmp_path, *rows)
    with pytest.raises(DataError) as error:
        read_verdicts(path)
    assert error.value.where == f"{path}:{line}"
    assert what in error.value.what


def test_circles_are_refused(tmp_path):
    """Two things cannot each stand for the other."""
    with pytest.raises(DataError, match="leads back to itself"):
        read_verdicts(_file(tmp_path, ("same", A, B), ("same", B, C), ("same", C, A)))


def test_a_folder_brings_its_verdicts_along(tmp_path):
    """The gazetteer holds what the folder's review file says; without one, nothing."""
    assert not load_world().verdicts.same
    _file(tmp_path, ("same", A, D), ("", A, B))
    assert load_world(tmp_path).verdicts.standing(D) == A
    assert [row["other"] for row in read_decided(tmp_path)] == [D]
