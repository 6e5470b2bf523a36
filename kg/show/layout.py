"""Where each node of the picture stands, computed once so that the page opens at rest.

Each connected part is laid out alone and the parts are put on shelves: laid out
together, lone nodes push the large part into a dot.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

Position = tuple[float, float]

if TYPE_CHECKING:
    Graph = nx.Graph[str]

#: Above this many nodes a part is laid out by springs, which igraph is quicker at if it
#: is installed: at 3 000 nodes networkx takes 70 s, igraph less than one.
STRESS_LIMIT = 320

#: Typical distance of two neighbours, in pixels.
SPACING = 190.0

#: From so many names on, a part is spread over the picture.
CROWD = 24

_SEED = 7


def layout(
    graph: Graph, widths: Mapping[str, float], groups: Mapping[str, int] | None = None
) -> dict[str, tuple[int, int]]:
    """Place every node of a graph.

    Args:
        graph: An undirected graph; edges may have a `weight`, by which they pull, and
            say of how many `lines` they stand for.
        widths: The width of each node's label in pixels, so that labels stand apart.
        groups: The community of nodes that have one: they stand closer together.

    Returns:
        Whole pixels for each node; the same for the same graph.

    >>> g = nx.Graph([("a", "b")])
    >>> sorted(layout(g, {"a": 60, "b": 60}))
    ['a', 'b']
    """
    ordered: Graph = nx.Graph()
    ordered.add_nodes_from(sorted(graph.nodes))
    ordered.add_edges_from(sorted(graph.edges(data=True), key=lambda edge: edge[:2]))
    parts = sorted(nx.connected_components(ordered), key=lambda part: (-len(part), min(part)))
    placed = [
        _apart(_place(ordered.subgraph(sorted(part)), groups or {}), widths) for part in parts
    ]
    spots = {n: (round(x), round(y)) for n, (x, y) in sorted(_shelves(placed, widths).items())}
    return _uneven(graph, spots)


def _uneven(graph: Graph, spots: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Move neighbours off the same height by a pixel.

    Along a line that is exactly level, vis-network 9.1 writes the label at 0,0.
    """
    for node, (x, y) in spots.items():
        levels = {spots[other][1] for other in graph[node] if other != node}
        while y in levels:
            y += 1
        spots[node] = (x, y)
    return spots


def _place(part: Graph, groups: Mapping[str, int]) -> dict[str, Position]:
    """The layout of one connected part, centred and scaled to its number of nodes."""
    size = part.number_of_nodes()
    if size == 1:
        return {next(iter(part)): (0.0, 0.0)}
    # A subgraph view iterates in the order of a set, and so tells which end of an edge
    # comes first; a copy in sorted order does not.
    graph: Graph = nx.Graph()
    graph.add_nodes_from(sorted(part.nodes))
    edges = ((min(a, b), max(a, b), data) for a, b, data in part.edges(data=True))
    graph.add_edges_from(sorted(edges, key=lambda edge: edge[:2]))
    if size <= STRESS_LIMIT:
        return _evened(_stress(graph, groups))
    fast = _igraph_layout(graph)
    if fast is None:
        spring = nx.spring_layout(
            graph, seed=_SEED, iterations=30, k=2.2 / math.sqrt(size), method="force"
        )
        fast = {node: (float(x), float(y)) for node, (x, y) in spring.items()}
    return _scaled(fast, SPACING * math.sqrt(size))


def _stress(graph: Graph, groups: Mapping[str, int], rounds: int = 200) -> dict[str, Position]:
    """The layout whose distances come closest to the lengths of the paths.

    Stress majorization (Gansner, Koren, North: Graph Drawing by Stress Majorization,
    2004). Where several lines join two nodes the path between them is longer, so that
    their labels have room.
    """
    nodes = list(graph.nodes)
    # Within a few steps of each other, many nodes need longer steps.
    step = SPACING * max(1.0, math.sqrt(len(nodes)) / 6)
    for _, _, edge in graph.edges(data=True):
        edge["length"] = step * (1 + 0.13 * min(edge.get("lines", 1), 12))
    paths = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    for source, target, edge in graph.edges(data=True):
        paths[source][target] = paths[target][source] = edge["length"]
    group = np.array([groups.get(node, -1) for node in nodes])
    apart = np.where(group[:, None] == group[None], 0.8, 1.25)
    wanted = apart * np.array([[paths[a][b] for b in nodes] for a in nodes]) + np.eye(len(nodes))
    weight = wanted**-2.0 - np.eye(len(nodes))
    index = {node: i for i, node in enumerate(nodes)}
    for source, target, edge in graph.edges(data=True):
        a, b = index[source], index[target]
        weight[a, b] = weight[b, a] = (
            weight[a, b] * edge.get("weight", 1) * (1 + 2 * edge.get("lines", 1))
        )
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight, hermitian=True)
    spots = np.array(list(nx.circular_layout(graph, scale=float(wanted.max()) / 2).values()))
    for _ in range(rounds):
        now = np.linalg.norm(spots[:, None] - spots[None], axis=2)
        pull = -weight * wanted / np.maximum(now, 1e-9)
        pull -= np.diag(pull.sum(axis=1))
        spots = inverse @ (pull @ spots)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, spots, strict=True)}


def _evened(spots: dict[str, Position], share: float = 0.65) -> dict[str, Position]:
    """Spread nodes over the picture: halfway to where they would be if all were as far apart.

    A few names have to do with almost all others, which draws everything to the middle.
    """
    size = len(spots)
    if size < CROWD:
        return spots
    # A name with its label takes a box about twice as wide as high.
    sides = (105.0 * math.sqrt(size * 1.9), 105.0 * math.sqrt(size / 1.05))
    evened: list[list[float]] = []
    for axis, side in enumerate(sides):
        values = np.array([spot[axis] for spot in spots.values()])
        low, high = values.min(), values.max()
        even = np.argsort(np.argsort(values, kind="stable"), kind="stable") / (size - 1)
        now = (values - low) / max(high - low, 1e-9)
        evened.append(list(((1 - share) * now + share * even - 0.5) * side))
    return {node: (evened[0][i], evened[1][i]) for i, node in enumerate(spots)}


def _igraph_layout(graph: Graph) -> dict[str, Position] | None:
    """Fruchterman and Reingold's layout by igraph, or None when it is not installed."""
    try:
        import igraph
    except ImportError:
        return None
    nodes = list(graph.nodes)
    index = {node: i for i, node in enumerate(nodes)}
    generator = random.Random(_SEED)
    igraph.set_random_number_generator(generator)
    # Starting points too close together would all be in one cell of igraph's grid.
    side = math.sqrt(len(nodes))
    start = [[generator.uniform(-side, side), generator.uniform(-side, side)] for _ in nodes]
    drawn = igraph.Graph(len(nodes), [(index[a], index[b]) for a, b in graph.edges])
    spots = drawn.layout_fruchterman_reingold(niter=300, seed=start, grid="auto")
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, spots, strict=True)}


def _scaled(spots: Mapping[str, Position], radius: float) -> dict[str, Position]:
    """The same picture, centred on 0,0; wider than high, as screens are."""
    xs, ys = zip(*spots.values(), strict=True)
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    factor = radius / (max(max(xs) - min(xs), max(ys) - min(ys)) or 1.0)
    return {
        node: ((x - middle_x) * factor * 1.25, (y - middle_y) * factor)
        for node, (x, y) in spots.items()
    }


def _apart(
    spots: dict[str, Position], widths: Mapping[str, float], height: float = 78.0, rounds: int = 60
) -> dict[str, Position]:
    """Push nodes whose labels overlap apart, along the axis that needs the least."""
    for _ in range(rounds if len(spots) <= 100 else rounds // 5):
        moved = False
        for a, b in _near(spots):
            (ax, ay), (bx, by) = spots[a], spots[b]
            over_x = (widths.get(a, 80.0) + widths.get(b, 80.0)) / 2 + 16 - abs(ax - bx)
            over_y = height - abs(ay - by)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            dx, dy = (0.0, over_y / 2 + 1) if over_y < over_x else (over_x / 2 + 1, 0.0)
            dx, dy = (dx if ax >= bx else -dx), (dy if ay >= by else -dy)
            spots[a], spots[b] = (ax + dx, ay + dy), (bx - dx, by - dy)
        if not moved:
            break
    return spots


def _near(spots: Mapping[str, Position], reach: float = 320.0) -> list[tuple[str, str]]:
    """Pairs of nodes whose labels might touch, found by a grid and not by all pairs."""
    cells: dict[tuple[int, int], list[str]] = {}
    for node, (x, y) in spots.items():
        cells.setdefault((int(x // reach), int(y // reach)), []).append(node)
    pairs = []
    for (column, row), here in cells.items():
        for i, node in enumerate(here):
            pairs += [(node, other) for other in here[i + 1 :]]
            for step in ((1, 0), (0, 1), (1, 1), (1, -1)):
                pairs += [(node, o) for o in cells.get((column + step[0], row + step[1]), ())]
    return pairs


def _shelves(
    parts: list[dict[str, Position]], widths: Mapping[str, float], gap: float = 90.0
) -> dict[str, Position]:
    """Put the parts side by side on shelves, the largest first."""
    placed: dict[str, Position] = {}
    area = sum((box[2] + gap) * (box[3] + gap) for box in (_box(p, widths) for p in parts))
    limit = max(math.sqrt(area * 1.6), _box(parts[0], widths)[2]) if parts else 0.0
    x = y = shelf = 0.0
    for part in parts:
        left, top, width, height = _box(part, widths)
        if x and x + width > limit:
            x, y, shelf = 0.0, y + shelf + gap, 0.0
        placed |= {n: (px - left + x, py - top + y) for n, (px, py) in part.items()}
        x, shelf = x + width + gap, max(shelf, height)
    return placed


def _box(part: Mapping[str, Position], widths: Mapping[str, float]) -> tuple[float, ...]:
    """Left, top, width and height of a part, labels included."""
    left = min(x - widths.get(node, 80.0) / 2 for node, (x, _) in part.items())
    right = max(x + widths.get(node, 80.0) / 2 for node, (x, _) in part.items())
    top, bottom = min(y for _, y in part.values()), max(y for _, y in part.values())
    return left, top, right - left, bottom - top + 60
