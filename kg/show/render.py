"""The page as one HTML file that needs no network, written through pyvis."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import KgError
from kg.show.page import PageData
from kg.show.picture import CONFIDENCE, NODE_STYLE, OPTIONS, SHOWN_AT_FIRST, STROKES, picture
from kg.show.words import words

#: With more text than this (characters), articles are cut to the sentences cited.
MAX_TEXT = 5_000_000

_HERE = Path(__file__).parent
_SCRIPTS = ("words.js", "picture.js", "panel.js", "page.js")


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
    nodes, edges = picture(data)
    network = Network(directed=True, cdn_resources="in_line")
    # The lists are set whole: pyvis's add_node and add_edge search them for every item.
    network.nodes, network.edges, network.options = nodes, edges, OPTIONS
    network.template = _environment().get_template(
        "page.html",
        globals={
            "title": title or words()["page.title"]["bn"],
            "given_title": title,
            "policy": _policy(scripts),
            "style": Markup(_asset("page.css") + _fonts()),
            "scripts": [Markup(script) for script in scripts],
            "page": _page(data),
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


def _page(data: PageData) -> dict[str, Any]:
    """What the page's scripts read, beside the nodes and edges that pyvis passes."""
    return {
        "entities": _by_id(data.nodes),
        "events": _by_id(data.events),
        "relations": [_plain(asdict(relation)) for relation in data.relations],
        "articles": _articles(data),
        "words": words(),
        "types": list(NODE_STYLE),
        "statuses": list(STROKES),
        "nodeStyle": {kind: {"shape": s, "color": c} for kind, (s, c) in NODE_STYLE.items()},
        "strokes": {status: _plain(asdict(stroke)) for status, stroke in STROKES.items()},
        "shownAtFirst": SHOWN_AT_FIRST,
        "confidence": CONFIDENCE,
    }


def _by_id(items: tuple[Any, ...]) -> dict[str, Any]:
    return {item.id: _plain(asdict(item)) for item in items}


def _plain(value: Any) -> Any:
    """The same value in what JSON knows; what is empty is left out of objects."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item not in (None, "", ())}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _articles(data: PageData) -> dict[str, Any]:
    """The articles, only their cited sentences when all would be too much for a page.

    The text is given in parts, each with the offset at which it begins.
    """
    whole = sum(len(article.text) for article in data.articles) <= MAX_TEXT
    cited: dict[str, set[tuple[int, int]]] = {article.id: set() for article in data.articles}
    for claim in (claim for event in data.events for claim in event.claims):
        cited.setdefault(claim.article, set()).update(claim.evidence)
    shown = {}
    for article in data.articles:
        spans = [(0, len(article.text))] if whole else sorted(cited[article.id])
        inside = [m for m in article.mentions if any(b <= m.begin < e for b, e in spans)]
        shown[article.id] = _plain(asdict(replace(article, text="", mentions=()))) | {
            "parts": [[begin, article.text[begin:end]] for begin, end in spans],
            "mentions": [[m.begin, m.end, m.entity, m.type] for m in inside],
            "whole": whole,
        }
    return shown


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined
    )
    # Jinja's tojson writes < > & ' as \u escapes, so no text can end the script element;
    # Bengali stays as it is: escaped, it is half of the file.
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
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


def _fonts() -> str:
    """Noto Sans Bengali inside the style sheet, for machines without a Bengali font."""
    rules = []
    for weight in (400, 600):
        file = _HERE / "assets" / "fonts" / f"noto-sans-bengali-bengali-{weight}-normal.woff2"
        data = base64.b64encode(file.read_bytes()).decode()
        rules.append(
            f'@font-face{{font-family:"Barta";font-weight:{weight};'
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
        )
    return "".join(rules)
