"""The page inside a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_page import Opened
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait
from show_sample import sample_store

from kg.ask import Graph
from kg.show import view


@pytest.fixture(scope="module")
def cell() -> str:
    """What a notebook puts into the output of the cell."""
    return view(Graph(sample_store()), height=500)._repr_html_()


def test_a_view_is_one_frame_and_small(cell: str) -> None:
    """The page goes into the notebook packed: half a megabyte at most, and one element."""
    assert cell.count("<iframe") == 1
    assert "<script" not in cell
    assert 'height="500"' in cell
    assert len(cell) < 500_000


def test_a_view_is_the_same_every_time(cell: str) -> None:
    """No clock is in the packed page, so a notebook run again has no difference."""
    assert view(Graph(sample_store()), height=500)._repr_html_() == cell


def test_a_view_says_what_it_is_where_there_is_no_browser() -> None:
    """In a terminal, a line stands for the page."""
    assert repr(view(Graph(sample_store()))) == "<page of 2 articles, 4 events>"


@pytest.mark.browser
def test_the_page_comes_up_inside_the_frame(
    driver: webdriver.Chrome, cell: str, tmp_path: Path
) -> None:
    """Within another document the page draws itself, follows a choice and asks no host."""
    (tmp_path / "notebook.html").write_text(f"<!DOCTYPE html><body>{cell}", encoding="utf-8")
    page = Opened(driver, tmp_path / "notebook.html")
    page.asked()
    page.complaints()
    driver.get(page.file.as_uri())
    driver.switch_to.frame(driver.find_element("tag name", "iframe"))
    ready = "return document.body && document.body.dataset.ready"
    WebDriverWait(driver, 30, 0.05).until(lambda _: page.js(ready))
    assert len(page.shown("nodes")) > 3
    page.settled().change(look="event~event/meeting")
    assert "ভস্তোচনি কসমোড্রোমে" in page.text()
    assert page.complaints() == []
    assert [url for url in page.asked() if not url.startswith(("file:", "data:", "blob:"))] == []
    driver.switch_to.default_content()
