"""`metadata.tsv`: what is known of the articles in a folder apart from their text.

The table stands beside the files, has the header `file published publisher url` (tabs
between) and one row a file; an empty cell says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.model import Skipped
from kg.read.decode import decode
from kg.read.draft import parse_day
from kg.read.files import SIDECAR, shown

_COLUMNS = ("file", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class About:
    """One row: what is known of one file."""

    published: date | None = None
    publisher: str | None = None
    url: str = ""


@dataclass(slots=True)
class Sidecar:
    """The rows of one folder's table by file name, and the rows that are wrong."""

    rows: dict[str, About] = field(default_factory=dict)
    problems: list[Skipped] = field(default_factory=list)


def read_sidecar(folder: Path) -> Sidecar:
    """Read a folder's `metadata.tsv`; without one, nothing is known.

    Args:
        folder: The folder.

    Returns:
        The good rows, and each bad row with what to mend.
    """
    path, out = folder / SIDECAR, Sidecar()
    if not path.is_file():
        return out
    try:
        lines = decode(path.read_bytes()).splitlines()
    except (OSError, ValueError) as error:
        out.problems.append(Skipped(shown(path), f"cannot be read: {error}"))
        return out
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        reason = f"has a wrong header; write {' '.join(_COLUMNS)} with tabs between"
        out.problems.append(Skipped(f"{shown(path)}:1", reason))
        return out
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and (reason := _add_row(line, folder, out)):
            out.problems.append(Skipped(f"{shown(path)}:{number}", reason))
    return out


def _add_row(line: str, folder: Path, out: Sidecar) -> str:
    """Add one row; the reason when it is wrong."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(_COLUMNS):
        return f"has {len(cells)} cells instead of {len(_COLUMNS)}; write one tab between two cells"
    name, published, publisher, url = cells
    if name in out.rows:
        return f"names {name!r} a second time; keep one of the rows"
    if not (folder / name).is_file():
        return f"names {name!r}, which is not in the folder; correct the name"
    day = parse_day(published) if published else None
    if published and day is None:
        return f"has no date in {published!r}; write it as 2023-09-13"
    out.rows[name] = About(day, publisher or None, url)
    return ""
