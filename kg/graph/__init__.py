"""Claims of articles become events, and all of it becomes RDF."""

from kg.graph.background import Background
from kg.graph.events import join_events
from kg.graph.export import FORMATS, export, load_store
from kg.graph.network import to_networkx, write_graphml
from kg.graph.placing import all_at_once, locked, mend
from kg.graph.stated import StatedClaim
from kg.graph.upload import Uploaded, upload
from kg.graph.validate import Violation, validate
from kg.graph.vocab import KG, NIF, PREFIXES, SEM
from kg.graph.write import WrittenGraph, write_graph

__all__ = [
    "FORMATS",
    "KG",
    "NIF",
    "PREFIXES",
    "SEM",
    "Background",
    "StatedClaim",
    "Uploaded",
    "Violation",
    "WrittenGraph",
    "all_at_once",
    "export",
    "join_events",
    "load_store",
    "locked",
    "mend",
    "to_networkx",
    "upload",
    "validate",
    "write_graph",
    "write_graphml",
]
