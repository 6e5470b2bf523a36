"""Questions to a built graph: SPARQL, named queries, tables."""

from kg.ask.explain import Explanation, explain
from kg.ask.formats import format_table
from kg.ask.graph import Graph, open_graph
from kg.ask.limits import Limits, guarded
from kg.ask.named import NamedQuery, Param, named_queries
from kg.ask.table import Table

__all__ = [
    "Explanation",
    "Graph",
    "Limits",
    "NamedQuery",
    "Param",
    "Table",
    "explain",
    "format_table",
    "guarded",
    "named_queries",
    "open_graph",
]
