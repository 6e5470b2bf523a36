"""Which type of PLOVER stands above each event class, for the filter of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import DataError

_TABLE = Path(__file__).parent / "data" / "event_tree.tsv"


@cache
def event_roots(path: Path = _TABLE) -> dict[str, str]:
    """Read the tree of events.

    Args:
        path: A TSV file with the columns class and root; `#` begins a comment line.

    Returns:
        The root of each class, in the order of the table; a root has itself.

    Raises:
        DataError: A line has not two columns, or names a root that is not in the table.

    >>> event_roots()["Meeting"]
    'Consult'
    """
    roots: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith(("#", "class\t")):
            continue
        kind, _, root = line.partition("\t")
        roots[kind] = root
        if roots.get(root) != root:
            where = f"{path.name}:{number}"
            raise DataError(f"{kind} stands below {root}, which is no root above it", where)
    return roots
