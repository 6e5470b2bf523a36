"""Nodes and lines as vis-network draws them: places, colours, shapes, strokes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.show.communities import communities
from kg.show.layout import layout
from kg.show.page import Line, Node, PageData, lines

if TYPE_CHECKING:
    Graph = nx.Graph[str]

#: A picture with more nodes than this opens with its most important part.
SHOWN_AT_FIRST = 60

#: Claims below this confidence are hidden until the reader asks for them.
CONFIDENCE = 0.5

#: Shape and colour of each class of entity. Colours are Okabe and Ito's, which people
#: who confuse red and green tell apart (https://jfly.uni-koeln.de/color/); the shapes
#: and the signs in them say the same to those who see no colour.
NODE_STYLE = {
    "Person": ("circle", "#0072B2"),
    "Country": ("square", "#E69F00"),
    "Place": ("drop", "#009E73"),
    "Organization": ("hexagon", "#CC79A7"),
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """Colour and dashes of a line (empty: solid), and whether it is struck out."""

    color: str
    dashes: tuple[int, ...] = ()
    struck: bool = False


#: How a line shows whether it happened.
STROKES = {
    "Occurred": Stroke("#3B4A5A"),
    "Ongoing": Stroke("#0072B2"),
    "Planned": Stroke("#6B7A8C", (11, 6)),
    "Possible": Stroke("#6B7A8C", (3, 5)),
    "RequestedNot": Stroke("#B24A00", (12, 4, 2, 4), struck=True),
    "Denied": Stroke("#B24A00", (2, 4), struck=True),
    "Negated": Stroke("#B24A00", (2, 4), struck=True),
}

#: What the network is told once. Names and labels are drawn by `labels.js`, for
#: vis-network writes them over each other.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 150, "keyboard": False, "multiselect": False},
    "nodes": {"shape": "custom"},
    "edges": {
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "hoverWidth": 1,
        "smooth": False,
        "arrows": {"to": {"scaleFactor": 0.55}},
    },
}


def picture(
    data: PageData,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[list[str]]]:
    """Lay out and style the nodes and lines of a page.

    Args:
        data: What the page shows.

    Returns:
        Nodes, edges and communities. Nodes and edges are dicts of vis-network's options
        with what the page's scripts need to filter them: `kind`, `rank`, `events`. Nodes
        that are shown at first also have the place for when only they are shown.
    """
    drawn = lines(data)
    events = _taken_part(data)
    ranks = _ranks(data.nodes, events)
    widths = {node.id: 24 + 8.5 * len(node.label_bn) for node in data.nodes}
    sure = _sure(data, drawn)
    groups = communities(_skeleton((), sure), ranks)
    member = {id: number for number, group in enumerate(groups) for id in group}
    spots = layout(_skeleton(data.nodes, drawn), widths, member)
    first = layout(_first(sure, ranks), widths, member)
    nodes = [
        _node(node, spots[node.id], ranks[node.id], events.get(node.id, 0))
        | {
            key: of[node.id]
            for key, of in (("first", first), ("community", member))
            if node.id in of
        }
        for node in data.nodes
    ]
    return nodes, [_edge(line) for line in drawn], groups


def _taken_part(data: PageData) -> dict[str, int]:
    """In how many events each entity has a part."""
    counts: dict[str, int] = {}
    for event in data.events:
        for id in {*event.agents, *event.recipients, *event.places}:
            counts[id] = counts.get(id, 0) + 1
    return counts


def _sure(data: PageData, drawn: Sequence[Line]) -> list[Line]:
    """The lines of an event with a claim that is sure enough to be shown at first."""
    sure = {
        event.id
        for event in data.events
        if any(claim.confidence >= CONFIDENCE for claim in event.claims)
    }
    return [line for line in drawn if not sure.isdisjoint(line.events)]


def _first(sure: Sequence[Line], ranks: Mapping[str, int]) -> Graph:
    """The lines among the most important of the names that have any."""
    joined = {id for line in sure for id in (line.source, line.target)}
    leading = set(sorted(joined, key=ranks.__getitem__)[:SHOWN_AT_FIRST])
    return _skeleton((), [line for line in sure if {line.source, line.target} <= leading])


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
        graph.add_edge(line.source, line.target, weight=pull, lines=min(4, room + before["lines"]))
    return graph


def _ranks(nodes: Sequence[Node], events: Mapping[str, int]) -> dict[str, int]:
    """The place of each node when the one with the most events comes first."""
    ordered = sorted(nodes, key=lambda n: (-events.get(n.id, 0), -n.mentions, n.id))
    return {node.id: rank for rank, node in enumerate(ordered)}


def _node(node: Node, spot: tuple[int, int], rank: int, events: int) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": node.type,
        "rank": rank,
        "taken": events,
        "size": round(11 + 1.7 * math.sqrt(min(events, 80)), 1),
        "x": spot[0],
        "y": spot[1],
    }


def _edge(line: Line) -> dict[str, Any]:
    group = {"standing": "standing", "where": "page"}.get(line.kind, "event")
    return {
        "id": line.id,
        "from": line.source,
        "to": line.target,
        "kind": line.kind,
        "term": f"{group}.{line.label}",
        "status": line.status,
        "events": list(line.events),
    }
