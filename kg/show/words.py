"""The words of the page in Bengali and English, read from `data/labels.tsv`."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from kg.errors import DataError

_TABLE = Path(__file__).parent / "data" / "labels.tsv"


@cache
def words(path: Path = _TABLE) -> dict[str, dict[str, str]]:
    """Read the table of labels.

    Args:
        path: A TSV file with the columns key, bn and en; `#` begins a comment line.

    Returns:
        For each key its Bengali (`bn`) and English (`en`) words.

    Raises:
        DataError: A line has not three columns, repeats a key or is not in NFC.

    >>> words()["event.Visit"]["bn"]
    'সফর'
    """
    table: dict[str, dict[str, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        where, cells = f"{path.name}:{number}", line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise DataError("a line needs a key, Bengali and English words", where)
        if not unicodedata.is_normalized("NFC", line):
            raise DataError("the line is not in Unicode's form NFC", where, "Write it in NFC.")
        key, bengali, english = cells
        if key in table:
            raise DataError(f"the key {key} is there twice", where, "Keep one of the lines.")
        table[key] = {"bn": bengali, "en": english}
    return table
