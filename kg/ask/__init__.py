"""Questions to a built graph: SPARQL, named queries, tables."""

from kg.ask.changes import Detail, Difference, Verdict, changes
from kg.ask.explain import Explanation, explain, pick_article
from kg.ask.formats import format_table
from kg.ask.graph import Graph, open_graph
from kg.ask.limits import Limits, guarded
from kg.ask.merges import Merge, format_merges, merges
from kg.ask.named import NamedQuery, Param, named_queries
from kg.ask.table import Table
from kg.ask.telling import changes_json, tell_changes

__all__ = [
    "Detail",
    "Difference",
    "Explanation",
    "Graph",
    "Limits",
    "Merge",
    "NamedQuery",
    "Param",
    "Table",
    "Verdict",
    "changes",
    "changes_json",
    "explain",
    "format_merges",
    "format_table",
    "guarded",
    "merges",
    "named_queries",
    "open_graph",
    "pick_article",
    "tell_changes",
]
