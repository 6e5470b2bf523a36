"""Barta: a knowledge graph from Bengali news.

`build` makes a graph of articles, `open_graph` opens one to be asked, `view` shows its page
in a notebook; every room (`kg.read`, `kg.tag`, … `kg.show`) can be used alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ask import open_graph
    from kg.pipeline import build
    from kg.show import view

__all__ = ["__version__", "build", "open_graph", "view"]

__version__ = "0.1.0"

_HOMES = {"build": "kg.pipeline", "open_graph": "kg.ask", "view": "kg.show"}


def __getattr__(name: str) -> object:
    """Load a public function when it is first asked for: `import kg` alone loads nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
