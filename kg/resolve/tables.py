"""The tables of this room: words that are no names, bodies of states, anaphors, spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.language.tables import Row, read_table
from kg.model import Case, EntityType

DATA = Path(__file__).parent / "data"

_PLACEHOLDER = "-"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that refer to something named elsewhere in the article.

    Attributes:
        words: Canonical; nominals without ending, pronouns form by form.
        rule: Which rule of `coreference` finds what they refer to.
        case: Of a pronoun's form; None where the ending of the last word tells.
        example: A sentence in which they refer.
    """

    words: str
    rule: str
    case: Case | None
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    """A noun for a body that has a name only with its owner's: the navy of a country.

    Attributes:
        noun: Canonical, without ending.
        owner: The type of its owner.
        english: English for it.
        alone: Whether the noun alone is that of an article's only state.
    """

    noun: str
    owner: EntityType
    english: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A word for kin.

    Attributes:
        word: Canonical, without ending.
        kin: What kin; words with the same one can mean the same person (ছেলে, পুত্র).
        which: Of several such kin the `elder` or `younger`; empty where it is not said.
        address: Whether others are called so, too, after their names (হাদি ভাই).
    """

    word: str
    kin: str
    which: str
    address: bool


#: The rules of `antecedents` that `anaphors.tsv` may name.
RULES = (
    *("person", "owner", "object-person", "people", "actors", "speaker", "speakers"),
    *("two-people", "two-countries", "country", "organization"),
)


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `words.tsv`.

    Args:
        kind: One of the second column; the table's comments say what each is.

    Returns:
        Canonical words.
    """
    return frozenset(row["word"] for row in _unique("words.tsv", ("word", "kind"), "word", "kind")
                     if row["kind"] == kind)  # fmt: skip


@cache
def bodies() -> Mapping[str, Body]:
    """Nouns for bodies that every state, or every head of one, has."""
    rows = _unique("bodies.tsv", ("noun", "owner", "english", "alone"), "noun")
    return {row["noun"]: _body(row) for row in rows}


def _body(row: Row) -> Body:
    if row["owner"] not in ("country", "person"):
        raise row.refuse(f"unknown owner {row['owner']!r}", "Use country or person")
    if row["alone"] not in ("yes", "no"):
        raise row.refuse(f"unknown {row['alone']!r}", "Use yes or no")
    owner = EntityType(row["owner"].capitalize())
    return Body(row["noun"], owner, row["english"], row["alone"] == "yes")


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Letters that Bengali spelling confuses, each with the one that stands for both."""
    return tuple(
        (row["from"], "" if row["to"] == _PLACEHOLDER else row["to"])
        for row in _unique("spelling.tsv", ("from", "to"), "from")
    )


@cache
def bearers() -> tuple[int, Mapping[str, int]]:
    """How many people a corpus names in full, and how many of them bear a part of a name.

    Parts are those of `namesakes.name_parts`.
    """
    rows = _unique("bearers.tsv", ("part", "people"), "part")
    counts = {row["part"]: _count(row) for row in rows}
    return counts.pop(_PLACEHOLDER), counts


def _count(row: Row) -> int:
    if not row["people"].isdecimal():
        raise row.refuse(f"{row['people']!r} is no number", "Write digits")
    return int(row["people"])


@cache
def letter_names() -> Mapping[str, str]:
    """Bengali names of Latin letters, as acronyms spell them."""
    return {
        row["name"]: row["letter"] for row in _unique("letters.tsv", ("name", "letter"), "name")
    }


@cache
def anaphors() -> Mapping[str, Anaphor]:
    """Pronouns and described names by their words."""
    columns = ("words", "rule", "case", "example")
    return {row["words"]: _anaphor(row) for row in _unique("anaphors.tsv", columns, "words")}


@cache
def kin() -> Mapping[str, Kin]:
    """Words for kin."""
    rows = _unique("kin.tsv", ("word", "kin", "which", "address"), "word")
    return {row["word"]: _kin(row) for row in rows}


def _kin(row: Row) -> Kin:
    if row["which"] not in (_PLACEHOLDER, "elder", "younger"):
        raise row.refuse(f"unknown {row['which']!r}", "Use elder, younger or -")
    if row["address"] not in ("yes", "no"):
        raise row.refuse(f"unknown {row['address']!r}", "Use yes or no")
    which = "" if row["which"] == _PLACEHOLDER else row["which"]
    return Kin(row["word"], row["kin"], which, row["address"] == "yes")


@cache
def kin_words() -> frozenset[str]:
    """Every word for kin."""
    return frozenset(kin())


@cache
def anaphor_words() -> frozenset[str]:
    """The words of every anaphor."""
    return frozenset(anaphors())


@cache
def body_nouns() -> frozenset[str]:
    """The nouns of every body."""
    return frozenset(bodies())


def _anaphor(row: Row) -> Anaphor:
    if row["rule"] not in RULES:
        raise row.refuse(f"unknown rule {row['rule']!r}", f"Use one of {', '.join(RULES)}")
    if row["case"] == _PLACEHOLDER:
        return Anaphor(row["words"], row["rule"], None, row["example"])
    if row["case"] not in {each.value for each in Case}:
        raise row.refuse(f"unknown case {row['case']!r}", "Use a value of Case, or -")
    return Anaphor(row["words"], row["rule"], Case(row["case"]), row["example"])


def _unique(name: str, columns: tuple[str, ...], *key: str) -> tuple[Row, ...]:
    return read_table(DATA / name, columns, *key)
