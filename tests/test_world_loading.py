"""The tables of the gazetteer and how they are loaded."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.language import canonical
from kg.language.tables import read_table
from kg.model import EntityType, RoleType
from kg.world import FormKind, load_world
from kg.world.loading import COLUMNS, DATA

WORLD = load_world()


def test_tables_are_broad() -> None:
    """The gazetteer holds every country and the names that international news use most."""
    counts = dict.fromkeys(EntityType, 0)
    for entry in WORLD.entries:
        counts[entry.entity.type] += 1
    assert counts[EntityType.COUNTRY] >= 195
    assert counts[EntityType.PLACE] >= 300
    assert counts[EntityType.PERSON] >= 250
    assert counts[EntityType.ORGANIZATION] >= 200


def test_forms_are_canonical() -> None:
    """Every form and label is in the one Unicode form that text is brought to."""
    for entry in WORLD.entries:
        for form in entry.forms:
            assert canonical(form.text) == form.text


def test_shared_forms_name_every_owner() -> None:
    """A form of several entries gives the ids of all of them."""
    for entry in WORLD.entries:
        for form in entry.forms:
            assert entry.entity.id in WORLD.named(form.text)


def test_no_two_entries_share_a_wikidata_item() -> None:
    """A Wikidata id belongs to one entry: two entries with one id would be one thing."""
    ids = [entry.entity.wikidata for entry in WORLD.entries if entry.entity.wikidata]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 860


def test_sources_are_listed() -> None:
    """Every source of a row of entities stands in the list of sources."""
    listed = set(re.findall(r"^\| `([^`]+)`", (DATA / "sources.md").read_text(), re.MULTILINE))
    for name in ("countries.tsv", "places.tsv", "people.tsv", "organizations.tsv"):
        for row in read_table(DATA / name, COLUMNS[name]):
            assert set(row["source"].split()) <= listed


def test_references_lead_somewhere() -> None:
    """Every place, seat, body and post names an entry."""
    for entry in WORLD.entries:
        entity = entry.entity
        for id_ in (entity.located_in, entity.seat_of, entry.part_of):
            assert id_ is None or WORLD.entry(id_) is not None
        for position in entry.positions:
            assert WORLD.entry(position.of) is not None
            assert position.begin is None or position.end is None or position.begin <= position.end


def test_identifiers_have_their_shape() -> None:
    """Ids are small ASCII letters with hyphens; Wikidata and GeoNames ids look like theirs."""
    for entry in WORLD.entries:
        entity = entry.entity
        assert re.fullmatch(
            r"(person|country|place|organization)/[a-z0-9]+(-[a-z0-9]+)*", entity.id
        )
        assert entity.wikidata is None or re.fullmatch(r"Q[1-9]\d*", entity.wikidata)
        assert entity.geonames is None or re.fullmatch(r"[1-9]\d*", entity.geonames)


def test_no_identifier_twice() -> None:
    """Two entries never share a Wikidata or GeoNames id."""
    for field in ("wikidata", "geonames"):
        ids = [getattr(e.entity, field) for e in WORLD.entries if getattr(e.entity, field)]
        assert sorted(ids) == sorted(set(ids))


def test_sources_are_described() -> None:
    """Every source that a row names has its line in sources.md."""
    text = (DATA / "sources.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| `([a-z-]+)` \|", text, flags=re.MULTILINE))
    for name, columns in COLUMNS.items():
        if "source" in columns:
            for row in read_table(DATA / name, columns):
                assert set(row["source"].split()) <= known, row.where


def test_limits_catch_their_examples() -> None:
    """Every row of limits.tsv has an example that it is about."""
    for row in read_table(DATA / "limits.tsv", COLUMNS["limits.tsv"]):
        assert row["text"] in row["example"], row.where


def test_capital_is_seat_of_its_country() -> None:
    """মস্কো stands for Russia's government and lies in Russia."""
    entry = WORLD.entry("place/moscow")
    assert entry is not None
    assert entry.entity.seat_of == "country/russia" == entry.entity.located_in
    assert entry.entity.geonames == "524901"


def test_aliases_are_names_only() -> None:
    """Given names and adjectives are no aliases, for they name others too."""
    kim = WORLD.entry("person/kim-jong-un")
    assert kim is not None
    assert canonical("কিম") not in kim.entity.aliases
    assert canonical("কিম জং-উন") in kim.entity.aliases


def test_position_is_held_on_its_days() -> None:
    """A post covers its first and last day and none outside them."""
    kishida = WORLD.entry("person/fumio-kishida")
    assert kishida is not None
    (post,) = kishida.positions
    assert post.role_type is RoleType.HEAD_OF_GOVERNMENT
    assert post.held_on(date(2024, 10, 1))
    assert not post.held_on(date(2024, 10, 2))


def test_same_arguments_same_object() -> None:
    """The gazetteer is loaded once."""
    assert load_world() is WORLD


def test_extra_tables_are_added(tmp_path: Path) -> None:
    """A user's own tables add entries and names to those of the package."""
    people = "\t".join(COLUMNS["people.tsv"]) + "\nperson/asha-roy\tআশা\tAsha Roy\t\tmine\n"
    forms = "\t".join(COLUMNS["forms.tsv"]) + "\ncountry/russia\tরুশদেশ\tname\t\tmine\n"
    (tmp_path / "people.tsv").write_text(people, encoding="utf-8")
    (tmp_path / "forms.tsv").write_text(forms, encoding="utf-8")
    world = load_world(tmp_path)
    assert world.named("আশা") == ("person/asha-roy",)
    assert world.named("রুশদেশ") == ("country/russia",)
    assert FormKind.NAME in {form.kind for form in world.entry("country/russia").forms}


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("people.tsv", "person/vladimir-putin\tক\tP\t\tmine", "repeated"),
        ("people.tsv", "Person/X\tক\tP\t\tmine", "no id"),
        ("people.tsv", "person/x\tক\tP\tmine", "4 cells"),
        ("people.tsv", "person/x\t\tP\t\tmine", "label"),
        ("people.tsv", "person/x\tক \tP\t\tmine", "white space"),
        ("people.tsv", "person/x\t\u09df\tP\t\tmine", "not canonical"),
        ("forms.tsv", "person/nobody\tক\tname\t\tmine", "no table has"),
        ("forms.tsv", "country/russia\tক\tnick\t\tmine", "unknown"),
        ("forms.tsv", "country/russia\tক\tname\tno\tmine", "cautious"),
        ("places.tsv", "place/x\tক\tX\t\t\tnorth\t\t\t\tmine", "no number"),
        ("roles.tsv", "ক\tjob\tOther\tx", "unknown"),
        ("limits.tsv", "stop\tক\tক\tx", "unknown"),
    ],
)
def test_malformed_row_is_refused(tmp_path: Path, name: str, row: str, message: str) -> None:
    """A malformed row is refused with file and line."""
    table = "\t".join(COLUMNS[name]) + "\n" + row + "\n"
    (tmp_path / name).write_text(table, encoding="utf-8")
    with pytest.raises(DataError, match=message) as refused:
        load_world(tmp_path)
    assert refused.value.where.endswith(f"{name}:2")


def test_wrong_columns_are_refused(tmp_path: Path) -> None:
    """A table whose head line differs is refused."""
    (tmp_path / "people.tsv").write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(DataError, match="columns"):
        load_world(tmp_path)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder of tables that does not exist is an error, not an empty gazetteer."""
    with pytest.raises(DataError, match="missing"):
        load_world(tmp_path / "none")
