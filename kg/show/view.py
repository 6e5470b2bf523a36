"""The page inside a notebook: Jupyter, VS Code and nbviewer show it, and it asks no host."""

from __future__ import annotations

import base64
import gzip
from dataclasses import dataclass

from markupsafe import escape

from kg.ask import Graph
from kg.config import BASE_IRI
from kg.show.data import page_data
from kg.show.page import PageData
from kg.show.render import render

#: The frame unpacks the page by itself: packed, it is half as large in the notebook's file.
_LOADER = """<!DOCTYPE html><meta charset="utf-8"><script>
(async () => {
  const bytes = Uint8Array.from(atob("%s"), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  document.open(); document.write(text); document.close();
})();
</script>"""


@dataclass(frozen=True, slots=True)
class View:
    """A page that a notebook shows as the value of a cell.

    Attributes:
        data: What the page shows.
        height: Of the frame, in pixels.
    """

    data: PageData
    height: int

    def __repr__(self) -> str:
        shown = self.data
        return f"<page of {len(shown.articles)} articles, {len(shown.events)} events>"

    def _repr_html_(self) -> str:
        """A frame that holds the whole page: `srcdoc` needs no file beside the notebook."""
        packed = gzip.compress(render(self.data).encode(), mtime=0)
        document = escape(_LOADER % base64.b64encode(packed).decode())
        return (
            f'<iframe srcdoc="{document}" width="100%" height="{self.height}" '
            'style="border:1px solid #ccc" title="graph"></iframe>'
        )


def view(graph: Graph, height: int = 640, base: str = BASE_IRI) -> View:
    """Show the page of a graph in a notebook: let it be the last line of a cell.

    Args:
        graph: A built graph, from `open_graph`.
        height: Of the frame, in pixels.
        base: What the IRIs of its resources begin with, where the build was told another.

    Raises:
        GraphError: A number, date or offset in the graph is not one.
    """
    return View(page_data(graph.store, base), height)
