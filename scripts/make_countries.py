"""Writes kg/world/data/countries.tsv anew from CLDR, the country codes and our own choices.

Bengali names come from CLDR (the Babel package), ISO codes and ids from a copy of
country-codes.csv (https://github.com/datasets/country-codes, public domain). The table
beside this script, country_names.tsv, holds what newspapers write where CLDR differs, and
the countries that the codes lack. Territories of other countries become places.

    python scripts/make_countries.py PATH_TO/country-codes.csv
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale

from kg.language import canonical

HERE = Path(__file__).parent
TARGET = HERE.parent / "kg" / "world" / "data" / "countries.tsv"
COLUMNS = ("id", "label_bn", "label_en", "iso", "wikidata", "geonames", "located_in", "source")


def main(codes: Path) -> None:
    """Writes the table.

    Args:
        codes: The file country-codes.csv.
    """
    chosen = {row["iso"]: row for row in read(HERE / "country_names.tsv", "\t")}
    given = {row["ISO3166-1-Alpha-2"]: row for row in read(codes, ",")}
    rows = [country(iso, given.get(iso, {}), chosen.get(iso, {})) for iso in given | chosen]
    ids = {row["iso"]: row["id"] for row in rows}
    for row in rows:
        row["located_in"] = ids[row["located_in"]] if row["located_in"] else ""
    rows.sort(key=lambda row: row["id"])
    lines = ["\t".join(COLUMNS), *("\t".join(row[name] for name in COLUMNS) for row in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path, delimiter: str) -> list[dict[str, str]]:
    """The rows of a table with a head line.

    Args:
        path: The file.
        delimiter: What stands between the cells.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def country(iso: str, given: dict[str, str], chosen: dict[str, str]) -> dict[str, str]:
    """One row of the table; `located_in` still holds an ISO code.

    Args:
        iso: The ISO 3166 code of two letters.
        given: Its row in country-codes.csv, or nothing.
        chosen: Its row in country_names.tsv, or nothing.
    """
    label_en = chosen.get("label_en") or Locale("en").territories[iso]
    kind = chosen.get("kind") or ("country" if given["is_independent"] == "Yes" else "place")
    owner = re.search(r" (?:of|with) ([A-Z]{2})$", given.get("is_independent", ""))
    return {
        "id": f"{kind}/{slug(label_en)}",
        "label_bn": canonical(chosen.get("label_bn") or Locale("bn").territories[iso]),
        "label_en": label_en,
        "iso": iso,
        "wikidata": chosen.get("wikidata") or given.get("wikidata_id", "").rpartition("/")[2],
        "geonames": chosen.get("geonames") or given.get("Geoname ID", ""),
        "located_in": owner[1] if owner else "",
        "source": chosen.get("source") or "cldr country-codes",
    }


def slug(label: str) -> str:
    """The label in small ASCII letters with hyphens.

    Args:
        label: An English label.
    """
    ascii_label = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_label.lower()).strip("-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
