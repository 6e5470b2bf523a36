"""Builds the gazetteer from its tables and, if wanted, a folder of the user's own."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.errors import DataError
from kg.language.tables import Row, read_table
from kg.model import Entity, EntityType, RoleType
from kg.world.entries import Entry, Form, FormKind, Position, Role
from kg.world.finding import Limits
from kg.world.gazetteer import World
from kg.world.verdicts import FILE, Verdicts, read_verdicts

DATA = Path(__file__).parent / "data"

#: The columns of each table, in order; `data/README.md` says what they hold.
COLUMNS: dict[str, tuple[str, ...]] = {
    "countries.tsv": (
        *("id", "label_bn", "label_en", "iso", "wikidata", "geonames", "located_in", "source"),
    ),
    "places.tsv": (
        *("id", "label_bn", "label_en", "wikidata", "geonames", "latitude", "longitude"),
        *("located_in", "seat_of", "source"),
    ),
    "people.tsv": ("id", "label_bn", "label_en", "wikidata", "source"),
    "organizations.tsv": (
        *("id", "label_bn", "label_en", "wikidata", "part_of", "seat_of", "source"),
    ),
    "forms.tsv": ("id", "form", "kind", "cautious", "source"),
    "positions.tsv": (
        *("person", "role_bn", "role_en", "role_type", "of", "begin", "end", "source"),
    ),
    "roles.tsv": ("noun", "kind", "role_type", "role_en"),
    "limits.tsv": ("kind", "text", "example", "why"),
}
ENTITY_TABLES = ("countries.tsv", "places.tsv", "people.tsv", "organizations.tsv")

_TYPES = {each.value.lower(): each for each in EntityType}
_ROLE_KINDS = ("post", "post-only", "suffix", "honorific", "modifier", "former")
_Word = TypeVar("_Word", bound=StrEnum)


@cache
def load_world(extra: Path | None = None) -> World:
    """Loads the gazetteer; the same arguments give the same object.

    Args:
        extra: A folder with any of the tables of `data/`, whose rows are added, and with
            what the user has said of who is who.

    Returns:
        The gazetteer.

    Raises:
        DataError: A table is missing or malformed, or names an id that no table has.
    """
    entities = {entity.id: (entity, row) for entity, row in _entities(extra)}
    forms = _forms(entities, _rows("forms.tsv", extra))
    positions = _positions(entities, _rows("positions.tsv", extra))
    entries = [
        Entry(
            entity=_with_aliases(entity, forms[entity.id]),
            forms=forms[entity.id],
            positions=positions.get(entity.id, ()),
            part_of=_reference(row, "part_of", entities),
        )
        for entity, row in entities.values()
    ]
    roles, limits = _roles(_rows("roles.tsv", extra)), _limits(_rows("limits.tsv", extra))
    return World(entries, roles, limits, _verdicts(extra))


def _verdicts(extra: Path | None) -> Verdicts:
    said = extra / FILE if extra is not None else None
    return read_verdicts(said) if said is not None and said.exists() else Verdicts()


def _rows(name: str, extra: Path | None) -> tuple[Row, ...]:
    rows = read_table(DATA / name, COLUMNS[name])
    if extra is None or not (extra / name).exists():
        return rows
    return rows + read_table(extra / name, COLUMNS[name])


# ---------------------------------------------------------------- entities
def _entities(extra: Path | None) -> Iterator[tuple[Entity, Row]]:
    if extra is not None and not extra.is_dir():
        raise DataError("folder of tables is missing", str(extra), "Name an existing folder")
    rows: dict[str, Row] = {}
    for name in ENTITY_TABLES:
        for row in _rows(name, extra):
            if row["id"] in rows:
                raise row.refuse(f"{row['id']} is repeated", "Add its names to forms.tsv")
            rows[row["id"]] = row
    for row in rows.values():
        yield _entity(row, rows), row


def _entity(row: Row, known: Iterable[str]) -> Entity:
    if not row["label_bn"] or not row["label_en"] or not row["source"]:
        raise row.refuse("a label or the source is missing", "Fill it in")
    return Entity(
        id=row["id"],
        type=_type(row),
        label_bn=row["label_bn"],
        label_en=row["label_en"],
        wikidata=row.optional("wikidata"),
        geonames=row.optional("geonames") if "geonames" in row else None,
        latitude=_number(row, "latitude"),
        longitude=_number(row, "longitude"),
        located_in=_reference(row, "located_in", known),
        seat_of=_reference(row, "seat_of", known),
        source=row["source"],
    )


def _type(row: Row) -> EntityType:
    kind, slash, slug = row["id"].partition("/")
    if (
        kind not in _TYPES
        or not slash
        or not slug.replace("-", "a").isascii()
        or slug.lower() != slug
    ):
        raise row.refuse(f"{row['id']!r} is no id", "Write person/…, place/… in small letters")
    return _TYPES[kind]


def _number(row: Row, column: str) -> float | None:
    if column not in row or not row[column]:
        return None
    try:
        return float(row[column])
    except ValueError:
        raise row.refuse(f"{column} {row[column]!r} is no number") from None


def _reference(row: Row, column: str, known: Iterable[str]) -> str | None:
    if column not in row or not row[column]:
        return None
    if row[column] not in known:
        raise row.refuse(f"{column} names {row[column]}, which no table has", "Add it")
    return row[column]


def _with_aliases(entity: Entity, forms: tuple[Form, ...]) -> Entity:
    """The entity with its names and short forms as aliases.

    Given names and adjectives name others as well, so they are no labels.
    """
    labels = {entity.label_bn, entity.label_en}
    names = {form.text for form in forms if form.kind in (FormKind.NAME, FormKind.SHORT)}
    return Entity(
        **{name: getattr(entity, name) for name in Entity.__slots__ if name != "aliases"},
        aliases=tuple(sorted(names - labels)),
    )


# ---------------------------------------------------------------- forms
def _forms(
    entities: dict[str, tuple[Entity, Row]], rows: Iterable[Row]
) -> dict[str, tuple[Form, ...]]:
    """The forms of each entity; its labels are names unless the table says otherwise."""
    forms: dict[str, dict[str, Form]] = {id_: {} for id_ in entities}
    for row in rows:
        id_ = _reference(row, "id", entities)
        if id_ is None or not row["form"] or not row["source"]:
            raise row.refuse("the id, the form or the source is missing", "Fill it in")
        if row["form"] in forms[id_]:
            raise row.refuse(f"{row['form']} is repeated for {id_}", "Remove the row")
        if row["cautious"] not in ("", "yes"):
            raise row.refuse(f"cautious is {row['cautious']!r}", "Write yes or nothing")
        kind = _word(FormKind, row, "kind")
        forms[id_][row["form"]] = Form(row["form"], kind, row["cautious"] == "yes")
    for entity, _ in entities.values():
        for label in (entity.label_bn, entity.label_en):
            forms[entity.id].setdefault(label, Form(label, FormKind.NAME))
    return {id_: tuple(each.values()) for id_, each in forms.items()}


def _word(words: type[_Word], row: Row, column: str) -> _Word:
    try:
        return words(row[column])
    except ValueError:
        known = ", ".join(words)
        raise row.refuse(f"{column} {row[column]!r} is unknown", f"Write one of {known}") from None


# ---------------------------------------------------------------- positions and roles
def _positions(
    entities: dict[str, tuple[Entity, Row]], rows: Iterable[Row]
) -> dict[str, tuple[Position, ...]]:
    positions: dict[str, list[Position]] = {}
    for row in rows:
        person = _reference(row, "person", entities)
        of = _reference(row, "of", entities)
        if person is None or of is None or not row["source"]:
            raise row.refuse("the person, the body or the source is missing", "Fill it in")
        position = Position(
            person=person,
            role_bn=row["role_bn"],
            role_en=row["role_en"],
            role_type=_word(RoleType, row, "role_type"),
            of=of,
            begin=_day(row, "begin", _first_day),
            end=_day(row, "end", _last_day),
            source=row["source"],
        )
        positions.setdefault(person, []).append(position)
    return {person: tuple(each) for person, each in positions.items()}


def _day(row: Row, column: str, filled: Callable[[int, int], date]) -> date | None:
    """The day of a cell: 2024-11-05, or 2024-11 or 2024 when no more is known."""
    if not row[column]:
        return None
    try:
        parts = [int(part) for part in row[column].split("-")]
        return date(*parts) if len(parts) == 3 else filled(*parts, *([0] * (2 - len(parts))))
    except (TypeError, ValueError):
        raise row.refuse(f"{column} {row[column]!r} is no day", "Write 2024-11-05") from None


def _first_day(year: int, month: int) -> date:
    return date(year, month or 1, 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def _roles(rows: Iterable[Row]) -> tuple[dict[str, Role], dict[str, Role]]:
    """The roles by noun, and those whose noun is the end of a longer word."""
    nouns: dict[str, Role] = {}
    suffixes: dict[str, Role] = {}
    for row in rows:
        kind = row["kind"]
        if kind not in _ROLE_KINDS:
            raise row.refuse(f"kind {kind!r} is unknown", f"Write one of {', '.join(_ROLE_KINDS)}")
        table = suffixes if kind == "suffix" else nouns
        if row["noun"] in table:
            raise row.refuse(f"{row['noun']} is repeated", "Remove the row")
        table[row["noun"]] = Role(
            noun=row["noun"],
            role_type=_word(RoleType, row, "role_type"),
            role_en=row["role_en"],
            person_title=kind != "post-only",
            honorific=kind == "honorific",
            modifier=kind in ("modifier", "former"),
            former=kind == "former",
        )
    return nouns, suffixes


def _limits(rows: Iterable[Row]) -> Limits:
    texts: dict[str, list[str]] = {"word": [], "ending": [], "tail": []}
    for row in rows:
        if row["kind"] not in texts or not row["text"]:
            raise row.refuse(f"kind {row['kind']!r} is unknown", "Write word, ending or tail")
        texts[row["kind"]].append(row["text"])
    return Limits(frozenset(texts["word"]), tuple(texts["ending"]), tuple(texts["tail"]))
