"""Load the room's tables and refuse what is malformed, with file and line."""

from __future__ import annotations

import tomllib
import unicodedata
from importlib.resources import files
from typing import Any

from kg.errors import DataError


def read_tsv(name: str, columns: tuple[str, ...], key: int = 1) -> list[tuple[str, ...]]:
    """Read a table of `data/`: a header, then one row a line; `#` starts a comment line.

    Args:
        name: File name in `kg/language/data/`.
        columns: The header that the file must have.
        key: How many leading columns make a row unique.

    Returns:
        The rows in file order, without the header.

    Raises:
        DataError: The header, a row's width, a repeated key or the Unicode form is wrong.
    """
    rows: list[tuple[str, ...]] = []
    seen: set[tuple[str, ...]] = set()
    header = False
    for number, line in enumerate(_text(name).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        where = f"{name}:{number}"
        if not header:
            if row != columns:
                raise DataError("the header is not as expected", where, f"Write {columns}")
            header = True
            continue
        if len(row) != len(columns):
            raise DataError(f"{len(row)} columns instead of {len(columns)}", where)
        if row[:key] in seen:
            raise DataError(f"the key {row[:key]} is repeated", where, "Remove one of the rows")
        seen.add(row[:key])
        rows.append(row)
    return rows


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of `data/`.

    Args:
        name: File name in `kg/language/data/`.

    Returns:
        The parsed document.

    Raises:
        DataError: It is not TOML, repeats a key or is not in canonical Unicode.
    """
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not valid TOML: {error}", name) from error


def _text(name: str) -> str:
    text = (files("kg.language") / "data" / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            raise DataError("not in NFC", f"{name}:{number}", "Save the line in NFC")
    return text
