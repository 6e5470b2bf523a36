"""The nodes and edges of the picture as pyvis and vis-network take them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.show.layout import layout
from kg.show.page import Line, Node, PageData, lines
from kg.show.words import words

if TYPE_CHECKING:
    Graph = nx.Graph[str]

#: A picture with more nodes than this opens with its best connected part.
SHOWN_AT_FIRST = 300

#: Claims below this confidence are hidden until the reader asks for them.
CONFIDENCE = 0.5

#: Shape and colour of each class of entity. Colours are Okabe and Ito's, which people
#: who confuse red and green tell apart (https://jfly.uni-koeln.de/color/); the shapes
#: say the same to those who see no colour.
NODE_STYLE = {
    "Person": ("dot", "#0072B2"),
    "Country": ("square", "#E69F00"),
    "Place": ("triangle", "#009E73"),
    "Organization": ("diamond", "#CC79A7"),
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """Colour and dashes of a line (empty: solid), and what stands before its label."""

    color: str
    dashes: tuple[int, ...] = ()
    sign: str = ""


#: How a line shows whether it happened.
STROKES = {
    "Occurred": Stroke("#3B4A5A"),
    "Ongoing": Stroke("#0072B2"),
    "Planned": Stroke("#6B7A8C", (12, 6)),
    "Possible": Stroke("#6B7A8C", (4, 6)),
    "RequestedNot": Stroke("#D55E00", (12, 4, 2, 4), "! "),
    "Denied": Stroke("#D55E00", (2, 5), "× "),
    "Negated": Stroke("#D55E00", (2, 5), "× "),
}
_STANDING = Stroke("#97A3AF")

#: The embedded font has the Bengali letters; Latin ones are the system's.
FACE = "Barta, system-ui, sans-serif"

#: What the network is told once.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 150, "keyboard": False},
    "nodes": {
        "borderWidth": 2,
        "borderWidthSelected": 4,
        "font": {"face": FACE, "size": 17, "color": "#1B2733", "strokeWidth": 4},
    },
    "edges": {
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "hoverWidth": 1,
        "font": {
            "face": FACE,
            "size": 13,
            "color": "#44515F",
            "strokeWidth": 4,
            "align": "middle",
        },
        "arrows": {"to": {"scaleFactor": 0.6}},
    },
}


def picture(data: PageData) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lay out and style the nodes and lines of a page.

    Args:
        data: What the page shows.

    Returns:
        Nodes and edges, each a dict of vis-network's options with what the page's
        script needs to filter it: `kind`, `rank`, `events`. Nodes that are shown at first
        also have the positions for when only they are shown.
    """
    drawn = lines(data)
    widths = {node.id: 24 + 9.5 * len(node.label_bn) for node in data.nodes}
    spots = layout(_skeleton(data.nodes, drawn), widths)
    ranks = _ranks(data.nodes, drawn)
    index = {node.id: i for i, node in enumerate(data.nodes)}
    nodes = [_node(node, spots[node.id], ranks[node.id]) for node in data.nodes]
    first = [line for line in _sure(data, drawn) if _at_first(line, ranks)]
    part = _skeleton((), first)
    for id, spot in layout(part, widths).items():
        nodes[index[id]] |= {"part_x": spot[0], "part_y": spot[1]}
    return nodes, [_edge(line) for line in drawn]


def _sure(data: PageData, drawn: Sequence[Line]) -> list[Line]:
    """The lines that are shown at first: of an event with a claim that is sure enough."""
    sure = {
        event.id
        for event in data.events
        if any(claim.confidence >= CONFIDENCE for claim in event.claims)
    }
    return [line for line in drawn if not sure.isdisjoint(line.events)]


def _at_first(line: Line, ranks: Mapping[str, int]) -> bool:
    return max(ranks[line.source], ranks[line.target]) < SHOWN_AT_FIRST


def _skeleton(nodes: Sequence[Node], drawn: Sequence[Line]) -> Graph:
    """The plain graph that the layout sees; standing relations pull a little."""
    graph: Graph = nx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    for line in drawn:
        pull, room = (
            (0.1, 0) if line.kind == "standing" else (1.0, 0 if line.kind == "where" else 1)
        )
        before = graph.get_edge_data(line.source, line.target, {"weight": 0.0, "lines": 0})
        pull = max(pull, before["weight"])
        graph.add_edge(line.source, line.target, weight=pull, lines=room + before["lines"])
    return graph


def _ranks(nodes: Sequence[Node], drawn: Sequence[Line]) -> dict[str, int]:
    """The place of each node when the best connected comes first."""
    degree: Counter[str] = Counter()
    for line in drawn:
        degree.update(dict.fromkeys((line.source, line.target), len(line.events)))
    ordered = sorted(nodes, key=lambda n: (-degree[n.id], -n.mentions, n.id))
    return {node.id: rank for rank, node in enumerate(ordered)}


def _node(node: Node, spot: tuple[int, int], rank: int) -> dict[str, Any]:
    shape, color = NODE_STYLE[node.type]
    return {
        "id": node.id,
        "label": node.label_bn,
        "kind": node.type,
        "rank": rank,
        "shape": shape,
        "color": color,
        "size": round(9 + 2.4 * math.sqrt(min(node.mentions, 100)), 1),
        "x": spot[0],
        "y": spot[1],
    }


def _edge(line: Line) -> dict[str, Any]:
    stroke = STROKES.get(line.status, _STANDING)
    group = {"standing": "standing", "where": "page"}.get(line.kind, "event")
    return {
        "id": line.id,
        "from": line.source,
        "to": line.target,
        "kind": line.kind,
        "term": f"{group}.{line.label}",
        "status": line.status,
        "sign": stroke.sign,
        "events": list(line.events),
        "label": ""
        if line.kind == "where"
        else stroke.sign + _label(f"{group}.{line.label}", line),
        "color": {
            "color": stroke.color,
            "highlight": stroke.color,
            "hover": stroke.color,
            "opacity": 0.5 if line.kind == "where" else 0.9,
        },
        "dashes": list(stroke.dashes) or False,
        "width": 1 if line.kind in ("where", "standing") else 2,
        "arrows": "to" if line.kind in ("actors", "standing") else "",
    }


def _label(term: str, line: Line) -> str:
    return words().get(term, {"bn": line.label})["bn"]
