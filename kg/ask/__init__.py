"""Questions to a built graph: SPARQL, named queries, tables."""

from kg.ask.explain import Explanation, explain, pick_article
from kg.ask.formats import format_table
from kg.ask.graph import Graph, open_graph
from kg.ask.limits import Limits, guarded
from kg.ask.merges import Merge, format_merges, merges
from kg.ask.named import NamedQuery, Param, named_queries
from kg.ask.table import Table

__all__ = [
    "Explanation",
    "Graph",
    "Limits",
    "Merge",
    "NamedQuery",
    "Param",
    "Table",
    "explain",
    "format_merges",
    "format_table",
    "guarded",
    "merges",
    "named_queries",
    "open_graph",
    "pick_article",
]
