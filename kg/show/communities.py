"""Which names act together: the communities of the graph, found once when it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Graph = nx.Graph[str]

#: Fewer names than this are no community worth a colour.
SMALLEST = 3

_SEED = 7


def communities(graph: Graph, ranks: dict[str, int]) -> list[list[str]]:
    """Find groups of names that have more to do with each other than with the rest.

    Louvain's method (Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of
    communities in large networks, 2008), as networkx has it.

    Args:
        graph: Who has to do with whom; edges may have a `weight`.
        ranks: The place of each node when the best connected comes first.

    Returns:
        The groups of at least `SMALLEST` names, that of the best connected first, and in
        each the best connected first.

    >>> g = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "x"), ("x", "y"), ("y", "x")])
    >>> communities(g, {n: i for i, n in enumerate("abcxy")})
    [['a', 'b', 'c']]
    """
    names = sorted(graph.nodes)
    number = {name: i for i, name in enumerate(names)}
    # Numbers, for a set of strings has another order in every run.
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    plain.add_weighted_edges_from(
        sorted((number[a], number[b], edge.get("weight", 1)) for a, b, edge in graph.edges.data())
    )
    found = nx.community.louvain_communities(plain, seed=_SEED) if plain else []
    groups = [sorted((names[i] for i in group), key=ranks.__getitem__) for group in found]
    return sorted(
        (group for group in groups if len(group) >= SMALLEST), key=lambda group: ranks[group[0]]
    )
