"""What the map of the page shows beside the graph: coasts, borders, a point for each country.

Both files are written by `scripts/make_map.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kg.errors import DataError

_DATA = Path(__file__).parent / "data"


@cache
def country_points(path: Path = _DATA / "country_points.tsv") -> dict[str, tuple[float, float]]:
    """Read where to draw each country.

    Args:
        path: A TSV file with the columns id, latitude and longitude; `#` begins a comment.

    Returns:
        Latitude and longitude in degrees by the country's id.

    Raises:
        DataError: A line has not three columns, or no degrees in them.

    >>> country_points()["country/bangladesh"]
    (23.9, 90.2)
    """
    points: dict[str, tuple[float, float]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.startswith(("#", "id\t")):
            continue
        try:
            id, latitude, longitude = line.split("\t")
            points[id] = (float(latitude), float(longitude))
        except ValueError as error:
            where = f"{path.name}:{number}"
            raise DataError("a line needs an id, latitude and longitude", where) from error
        if abs(points[id][0]) > 90 or abs(points[id][1]) > 180:
            raise DataError("no such degrees", f"{path.name}:{number}", "Write them as 23.9.")
    return points


def outlines(path: Path = _DATA / "world.json") -> dict[str, list[list[int]]]:
    """Read the coasts (`land`) and `borders` of the world.

    Args:
        path: The file.

    Returns:
        Lines in tenths of a degree: longitude and latitude of the first point, then steps.
    """
    lines: dict[str, list[list[int]]] = json.loads(path.read_text(encoding="utf-8"))
    return lines
