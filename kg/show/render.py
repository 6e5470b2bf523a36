"""The page as one HTML file that needs no network, written through pyvis."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import KgError
from kg.show.atlas import outlines
from kg.show.packs import core, details, packed, texts
from kg.show.page import PageData
from kg.show.picture import CONFIDENCE, NODE_STYLE, OPTIONS, SHOWN_AT_FIRST, STROKES, picture
from kg.show.tree import event_roots
from kg.show.words import words

_HERE = Path(__file__).parent

#: In the order in which they are run: each uses only what stands before it, but for calls.
_SCRIPTS = (
    "packs.js",
    "words.js",
    "state.js",
    "sieve.js",
    "shapes.js",
    "arrange.js",
    "labels.js",
    "picture.js",
    "search.js",
    "filters.js",
    "timeline.js",
    "map.js",
    "names.js",
    "claims.js",
    "articles.js",
    "panel.js",
    "keys.js",
    "page.js",
)


def render(data: PageData, title: str = "") -> str:
    """Make the page.

    Args:
        data: What it shows; `page_data` reads it from a graph.
        title: The page's title; the empty string for the usual one.

    Returns:
        One HTML document with everything in it: data, scripts, fonts. It asks no host
        for anything, and its content policy forbids it to.
    """
    scripts = [_vis_network(), *(_asset(name) for name in _SCRIPTS)]
    nodes, edges, groups = picture(data)
    network = Network(directed=True, cdn_resources="in_line")
    # The lists are set whole: pyvis's add_node and add_edge search them for every item.
    network.nodes, network.edges, network.options = nodes, edges, OPTIONS
    network.template = _environment().get_template(
        "page.html",
        globals={
            "title": title or words()["page.title"]["bn"],
            "policy": _policy(scripts),
            "style": Markup(_asset("page.css") + fonts()),
            "scripts": [Markup(script) for script in scripts],
            "core": core(data) | _constants(title, groups),
            "details": details(data),
            "texts": texts(data),
            "world": outlines(),
        },
    )
    # notebook=True is how pyvis takes the template given to it instead of its own.
    html: str = network.generate_html(notebook=True)
    return html


def write_page(data: PageData, path: Path, title: str = "") -> Path:
    """Make the page and write it, so that a crash leaves the last good page.

    Args:
        data: What it shows.
        path: The HTML file to write.
        title: The page's title.

    Returns:
        The path.

    Raises:
        KgError: The file cannot be written.
    """
    draft = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(render(data, title), encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        hint = "Choose a folder that you may write to."
        raise KgError(f"the page cannot be written ({error.strerror})", str(path), hint) from error
    return path


def _constants(title: str, groups: list[list[str]]) -> dict[str, Any]:
    """What the scripts need to know beside the graph."""
    return {
        "title": title,
        "words": words(),
        "communities": groups,
        "nodeStyle": {kind: {"shape": s, "color": c} for kind, (s, c) in NODE_STYLE.items()},
        "strokes": {status: asdict(stroke) for status, stroke in STROKES.items()},
        "types": list(NODE_STYLE),
        "statuses": list(STROKES),
        "roots": list(event_roots().items()),
        "shownAtFirst": SHOWN_AT_FIRST,
        "confidence": CONFIDENCE,
    }


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["packed"] = packed
    return environment


def _asset(name: str) -> str:
    return (_HERE / "assets" / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """The script of vis-network that pyvis brings along, without its source map."""
    lib = importlib.resources.files("pyvis") / "templates" / "lib"
    newest = max((d for d in lib.iterdir() if d.name.startswith("vis-9")), key=lambda d: d.name)
    script = (newest / "vis-network.min.js").read_text(encoding="utf-8")
    return script.replace("\r\n", "\n").split("//# sourceMappingURL=")[0]


def _policy(scripts: list[str]) -> str:
    """Nothing from any host, and no script but ours, known by its SHA-256."""
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    ours = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {ours}; style-src 'unsafe-inline'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def fonts() -> str:
    """Noto Sans Bengali as rules of a style sheet, for machines without a Bengali font."""
    rules = []
    for weight in (400, 600):
        file = _HERE / "assets" / "fonts" / f"noto-sans-bengali-bengali-{weight}-normal.woff2"
        data = base64.b64encode(file.read_bytes()).decode()
        rules.append(
            f'@font-face{{font-family:"Barta";font-weight:{weight};'
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
        )
    return "".join(rules)
