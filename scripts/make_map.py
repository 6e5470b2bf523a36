"""Writes the map of the page anew: `world.json` and `country_points.tsv` in kg/show/data/.

Outlines are Natural Earth's (public domain) as npm's `world-atlas` 2.0.2 packs them (ISC):
coasts and borders at 1:110m, and at 1:50m a point inside each country, for small states
are not in the coarser one. Run `npm install world-atlas` and `pip install pycountry`, then
`python scripts/make_map.py node_modules/world-atlas`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry

_ROOT = Path(__file__).parents[1]
_OUT = _ROOT / "kg" / "show" / "data"
#: South of this there is only Antarctica, which no news is from.
_SOUTH = -58.0
_Point = tuple[float, float]


def main(atlas: Path) -> None:
    """Write both files."""
    coarse, fine = (
        json.loads((atlas / f"countries-{scale}.json").read_text(encoding="utf-8"))
        for scale in ("110m", "50m")
    )
    land = json.loads((atlas / "land-110m.json").read_text(encoding="utf-8"))
    coasts = [_packed(ring) for shape in _shapes(land, "land") for ring in shape if _seen(ring)]
    shared = Counter(abs(i + 0.5) for g in _geometries(coarse, "countries") for i in _flat(g))
    arcs = _arcs(coarse)
    borders = [_packed(arcs[int(i)]) for i, times in sorted(shared.items()) if times > 1]
    text = json.dumps({"borders": borders, "land": coasts}, separators=(",", ":"))
    (_OUT / "world.json").write_text(text + "\n", encoding="utf-8")
    _write_points(fine)


def _geometries(atlas: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = atlas["objects"][name]["geometries"]
    return found


def _arcs(atlas: dict[str, Any]) -> list[list[_Point]]:
    """The arcs of a TopoJSON file in degrees (github.com/topojson/topojson-specification)."""
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def _flat(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        value = value.get("arcs", [])
    if isinstance(value, int):
        yield value
    else:
        for item in value:
            yield from _flat(item)


def _shapes(atlas: dict[str, Any], name: str) -> Iterator[list[list[_Point]]]:
    for geometry in _geometries(atlas, name):
        yield _rings(atlas, geometry)


def _rings(atlas: dict[str, Any], geometry: dict[str, Any]) -> list[list[_Point]]:
    arcs = _arcs(atlas)
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [
        [p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]
        for polygon in polygons
        for ring in polygon
    ]


def _seen(ring: list[_Point]) -> bool:
    return max(y for _, y in ring) > _SOUTH


def _packed(points: list[_Point]) -> list[int]:
    """Tenths of a degree: the first point, then the steps; repetitions left out."""
    whole = [(round(x * 10), round(y * 10)) for x, y in points]
    flat, at = [], (0, 0)
    for number, point in enumerate(whole):
        if number == 0 or point != at:
            flat += [point[0] - at[0], point[1] - at[1]]
            at = point
    return flat


def _area_and_middle(ring: list[_Point]) -> tuple[float, _Point]:
    """The area and centroid of a ring by the shoelace formula."""
    xs = [x for x, _ in ring]
    if max(xs) - min(xs) > 180:  # Russia goes on behind the 180th meridian
        ring = [(x + 360 if x < 0 else x, y) for x, y in ring]
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        area, x, y = area + cross / 2, x + (ax + bx) * cross, y + (ay + by) * cross
    return abs(area), ((x / (6 * area), y / (6 * area)) if area else ring[0])


def _write_points(atlas: dict[str, Any]) -> None:
    """A point for each country of our tables: the middle of its largest piece of land."""
    table = (_ROOT / "kg" / "world" / "data" / "countries.tsv").read_text(encoding="utf-8")
    header, *rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    points = {}
    for geometry in _geometries(atlas, "countries"):
        country = pycountry.countries.get(numeric=geometry.get("id", ""))
        if country:
            found = (_area_and_middle(ring) for ring in _rings(atlas, geometry))
            points[country.alpha_2] = max(found)[1]
    lines = ["# The middle of each country's largest piece of land, after Natural Earth 1:50m.",
             "id\tlatitude\tlongitude"]  # fmt: skip
    for row in sorted(rows):
        point = points.get(row[header.index("iso")])
        if point:
            longitude = (point[0] + 180) % 360 - 180
            lines.append(f"{row[0]}\t{point[1]:.1f}\t{longitude:.1f}")
        else:
            sys.stderr.write(f"no outline: {row[0]}\n")
    (_OUT / "country_points.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
