"""What a user has said of who is who: pairs of ids that are the same, pairs that are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kg.errors import DataError
from kg.language.tables import Row, read_table

#: The name of the file in a user's folder; `kg merges` prints one to fill in.
FILE = "merges.tsv"
COLUMNS = (
    *("verdict", "kind", "score", "why", "one", "other", "one_name", "other_name", "articles"),
)

_ID = re.compile("(person|country|place|organization)/[a-z0-9-]+")


class Verdict(StrEnum):
    """What is said of a pair; an empty cell leaves it to the rules."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a user has said.

    Attributes:
        same: The id that stands for each id that is the same as another.
        different: Pairs of ids that are never joined, in alphabetical order.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    different: frozenset[tuple[str, str]] = frozenset()

    def standing(self, id_: str) -> str:
        """The id that stands for an id, which is itself unless a user said otherwise."""
        return self.same.get(id_, id_)

    def apart(self, one: str, other: str) -> bool:
        """Whether a user said that two ids are different things."""
        return _pair(one, other) in self.different


def read_verdicts(path: Path) -> Verdicts:
    """Reads a review file of pairs.

    Args:
        path: A table with the columns that `kg merges` prints; rows without a verdict
            are left out.

    Returns:
        The verdicts; of pairs that are the same, chains are followed to their end.

    Raises:
        DataError: A verdict or id is malformed, or two rows contradict each other.
    """
    said: dict[tuple[str, str], Row] = {}
    rows = [row for row in read_table(path, COLUMNS) if row["verdict"]]
    for row in rows:
        _check(row)
        pair = _pair(row["one"], row["other"])
        before = said.setdefault(pair, row)
        if before["verdict"] != row["verdict"]:
            raise row.refuse(f"{before.where} says {before['verdict']}", "Remove one row")
    same = _standing(row for row in rows if row["verdict"] == Verdict.SAME)
    different = frozenset(pair for pair, row in said.items() if row["verdict"] == Verdict.DIFFERENT)
    for one, other in sorted(different):
        if same.get(one, one) == same.get(other, other):
            raise said[one, other].refuse("other rows make these the same", "Remove one of them")
    return Verdicts(same, different)


def read_decided(folder: Path) -> tuple[Row, ...]:
    """The rows of a folder's review file that have a verdict.

    Args:
        folder: A user's folder; without a review file in it there are none.
    """
    path = folder / FILE
    rows = read_table(path, COLUMNS) if path.exists() else ()
    return tuple(row for row in rows if row["verdict"])


def _check(row: Row) -> None:
    if row["verdict"] not in {each.value for each in Verdict}:
        hint = "Write same, different or nothing"
        raise row.refuse(f"verdict {row['verdict']!r} is unknown", hint)
    for column in ("one", "other"):
        if not _ID.fullmatch(row[column]):
            raise row.refuse(f"{row[column]!r} is no id", "Write one such as person/kim-jong-un")
    if row["one"] == row["other"]:
        raise row.refuse(f"{row['one']} is compared with itself", "Remove the row")
    kinds = {row[column].partition("/")[0] for column in ("one", "other")}
    if row["verdict"] == Verdict.SAME and len(kinds) > 1:
        raise row.refuse("things of two kinds are never the same", "Remove the row")


def _standing(rows: Iterable[Row]) -> dict[str, str]:
    """For each id the one that stands for it, the end of its chain."""
    one_of: dict[str, str] = {}
    for row in rows:
        if one_of.setdefault(row["other"], row["one"]) != row["one"]:
            what = f"{row['other']} is already the same as {one_of[row['other']]}"
            raise row.refuse(what, "Say it of one of the two")
    ends: dict[str, str] = {}
    for start in one_of:
        seen, at = {start}, one_of[start]
        while at in one_of and at not in seen:
            seen.add(at)
            at = one_of[at]
        if at in seen:
            raise DataError(f"{start} leads back to itself", FILE, "Remove one row of the circle")
        ends[start] = at
    return ends


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
