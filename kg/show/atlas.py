"""What the map of the page shows beside the graph: coasts, borders, a point for each country.

Both files are written by `scripts/make_map.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kg.language.tables import read_table

_DATA = Path(__file__).parent / "data"


@cache
def country_points(path: Path = _DATA / "country_points.tsv") -> dict[str, tuple[float, float]]:
    """Read where to draw each country.

    Args:
        path: A TSV file with the columns id, latitude and longitude; `#` begins a comment.

    Returns:
        Latitude and longitude in degrees by the country's id.

    Raises:
        DataError: The table is malformed, or what should be degrees are none.

    >>> country_points()["country/bangladesh"]
    (23.9, 90.2)
    """
    points: dict[str, tuple[float, float]] = {}
    for row in read_table(path, ("id", "latitude", "longitude"), "id"):
        try:
            point = float(row["latitude"]), float(row["longitude"])
        except ValueError as error:
            raise row.refuse("degrees are no numbers", "Write them as 23.9") from error
        if abs(point[0]) > 90 or abs(point[1]) > 180:
            raise row.refuse("there are no such degrees", "Write them as 23.9")
        points[row["id"]] = point
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
