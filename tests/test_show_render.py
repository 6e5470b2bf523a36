"""The page as a file."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from show_sample import HOSTILE, sample_store

from kg.errors import KgError
from kg.show import PageData, packs, page_data, render, write_page
from kg.show.render import _SCRIPTS


@pytest.fixture(scope="module")
def data() -> PageData:
    """The sample's page data."""
    return page_data(sample_store())


@pytest.fixture(scope="module")
def html(data: PageData) -> str:
    """The sample's page."""
    return render(data)


def _pack(html: str, name: str) -> Any:
    block = lxml.html.fromstring(html).get_element_by_id(f"pack-{name}")
    return json.loads(gzip.decompress(base64.b64decode(block.text)))


def test_the_same_graph_gives_the_same_bytes() -> None:
    """Neither the order of a set nor the run shows in the page."""
    program = (
        "import sys, hashlib; sys.path.insert(0, 'tests');"
        "from show_sample import sample_store; from kg.show import page_data, render;"
        "print(hashlib.sha256(render(page_data(sample_store())).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parent.parent,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_page_refers_to_no_host(html: str) -> None:
    """No element loads anything: every src and href is absent."""
    tree = lxml.html.fromstring(html)
    assert tree.xpath("//*[@src or @href]") == []
    assert "sourceMappingURL" not in html
    assert re.search(r"url\((?!data:)", html.split("<script")[0]) is None


def test_the_policy_forbids_everything_else(html: str) -> None:
    """The content policy names only the page's own scripts, by their digests."""
    (policy,) = lxml.html.fromstring(html).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.split(";")[1]


def test_a_hostile_name_stays_text(html: str) -> None:
    """A name that ends a script element adds no element, and is kept letter for letter."""
    tree = lxml.html.fromstring(html)
    typed = tree.xpath("//script[@type]/@id")
    parts = ("core", "nodes", "edges", "details", "world", "texts-0")
    assert typed == ["options", *(f"pack-{part}" for part in parts)]
    assert len(tree.xpath("//script")) == len(typed) + 1 + len(_SCRIPTS)
    assert HOSTILE in [name["bn"] for name in _pack(html, "core")["names"]]


def test_a_title_cannot_end_its_element(data: PageData) -> None:
    """A hostile title is text in the heading and in the data."""
    page = render(data, HOSTILE)
    assert lxml.html.fromstring(page).get_element_by_id("title").text == HOSTILE
    assert _pack(page, "core")["title"] == HOSTILE


def test_texts_are_not_in_what_is_read_first(html: str) -> None:
    """The first part has headlines alone; sentences and texts are in parts of their own."""
    first = json.dumps(_pack(html, "core"), ensure_ascii=False)
    assert "বৈঠকে কিম-পুতিন" in first
    assert "কসমোড্রোমে পুতিনের সঙ্গে" not in first
    assert "কসমোড্রোমে পুতিনের সঙ্গে" in _pack(html, "texts-0")[0]["parts"][0][1]


def test_every_asset_is_in_the_page() -> None:
    """No script lies in the folder unused."""
    folder = Path(packs.__file__).parent / "assets"
    assert sorted(path.name for path in folder.glob("*.js")) == sorted(_SCRIPTS)


def test_no_script_of_ours_writes_markup() -> None:
    """Text enters the page as text: nothing is parsed as HTML or as code."""
    folder = Path(packs.__file__).parent / "assets"
    for path in folder.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", source
        ), path


def test_scripts_are_short() -> None:
    """A script has one job and is read in one go."""
    folder = Path(packs.__file__).parent / "assets"
    for path in folder.glob("*.js"):
        assert path.read_text(encoding="utf-8").count("\n") <= 300, path


def test_the_licence_of_the_script_is_kept(html: str) -> None:
    """The copy of vis-network names its owners and its licence."""
    assert "Almende B.V" in html
    assert "MIT License" in html


def test_a_small_page_is_small(html: str) -> None:
    """Script, fonts and a small graph stay under 800 kB."""
    assert len(html.encode()) < 800_000


def test_an_empty_graph_makes_a_page() -> None:
    """Nothing found is still a page."""
    assert "<!DOCTYPE html>" in render(PageData())


def test_a_title_is_escaped(data: PageData) -> None:
    """The title of the user's choice is text too."""
    tree = lxml.html.fromstring(render(data, "<b>&</b>"))
    assert tree.get_element_by_id("title").text == "<b>&</b>"


def test_too_much_text_is_cut_to_what_is_cited(
    data: PageData, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of many articles keeps the cited sentences with their offsets, and says so."""
    monkeypatch.setattr(packs, "MAX_TEXT", 10)
    article = _pack(render(data), "texts-0")[0]
    assert article["whole"] is False
    text = data.articles[0].text
    assert [text[begin : begin + len(part)] for begin, part in article["parts"]] == [
        part for _, part in article["parts"]
    ]
    assert len(article["parts"]) == 2


def test_a_page_is_written_whole(data: PageData, tmp_path: Path) -> None:
    """The file is the page, and no draft is left."""
    path = write_page(data, tmp_path / "new" / "page.html")
    assert path.read_text(encoding="utf-8") == render(data)
    assert [file.name for file in path.parent.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_is_said(data: PageData, tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KgError, match=r"page\.html"):
        write_page(data, tmp_path / "file" / "page.html")
