"""The page of the endpoint in a real browser, with a real server and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from test_ask_endpoint import PEOPLE, PRODUCT, server

pytestmark = pytest.mark.browser

__all__ = ["server"]

ASSETS = Path(__file__).parents[1] / "kg" / "ask" / "assets"


@pytest.fixture
def page(driver: webdriver.Chrome, server: str) -> webdriver.Chrome:
    """The page, freshly opened and ready."""
    driver.get_log("performance")
    driver.get_log("browser")
    driver.get(server + "/")
    WebDriverWait(driver, 20).until(
        lambda d: d.execute_script("return document.body.dataset.ready")
    )
    return driver


def said(page: webdriver.Chrome) -> str:
    """What the page says of an answer, when it is there."""
    WebDriverWait(page, 20).until(lambda d: d.find_element(By.ID, "state").text not in {"", "…"})
    return page.find_element(By.ID, "state").text


def ask(page: webdriver.Chrome, query: str) -> str:
    """Run a query of one's own; what the page says."""
    page.execute_script("editor.setValue(arguments[0])", query)
    page.find_element(By.ID, "ask").click()
    return said(page)


def fill(page: webdriver.Chrome, question: str, *values: str) -> str:
    """Ask a ready question; what the page says."""
    page.find_element(By.CSS_SELECTOR, f'#question option[value="{question}"]').click()
    fields = page.find_elements(By.CSS_SELECTOR, "#params input")
    for field, value in zip(fields, values, strict=False):
        field.send_keys(value)
    page.find_element(By.CSS_SELECTOR, "#named button").click()
    return said(page)


def answer(page: webdriver.Chrome) -> str:
    """The text of the answer."""
    return page.find_element(By.ID, "answer").text


def test_a_ready_question_is_asked_with_names(page: webdriver.Chrome) -> None:
    """Names in either script; the query is seen, the rows are in Bengali."""
    assert fill(page, "between", "kim", "পুতিন").startswith("1 ")
    assert "ভ্লাদিমির পুতিন" in answer(page)
    assert "person/kim-jong-un" in page.execute_script("return editor.getValue()")


def test_a_name_that_is_unknown_is_said(page: webdriver.Chrome) -> None:
    """In place of an answer."""
    assert "nothing in the graph is named" in fill(page, "timeline-of-person", "zorro")


def test_iris_are_shown_by_their_names(page: webdriver.Chrome) -> None:
    """In the language chosen; a click tells all about one."""
    ask(page, "SELECT ?who ?whom { ?who kg:met ?whom } ORDER BY ?who")
    assert "কিম জং উন ভ্লাদিমির পুতিন" in answer(page)
    page.find_element(By.CSS_SELECTOR, '#language option[value="en"]').click()
    WebDriverWait(page, 20).until(lambda d: "Kim Jong Un Vladimir Putin" in answer(d))
    page.find_element(By.CSS_SELECTOR, "#answer td button").click()
    WebDriverWait(page, 20).until(lambda d: "has met" in answer(d) or "met" in answer(d))
    assert "person/kim-jong-un" in page.execute_script("return editor.getValue()")


def test_a_key_runs_the_query(page: webdriver.Chrome) -> None:
    """Ctrl-Enter in the editor."""
    page.execute_script("editor.setValue(arguments[0]); editor.focus()", "ASK {}")
    page.switch_to.active_element.send_keys(Keys.CONTROL, Keys.ENTER)
    said(page)
    assert "হ্যাঁ" in answer(page)


def test_triples_and_errors_are_shown_as_text(page: webdriver.Chrome) -> None:
    """Turtle for CONSTRUCT; the line of a mistake; what was cut off."""
    ask(page, "CONSTRUCT WHERE { ?a kg:met ?b }")
    assert "kg:met" in answer(page)
    assert "line 1, column" in ask(page, "SELEKT")
    assert "longer than 1 seconds" in ask(page, PRODUCT)
    assert "the answer was cut" in ask(page, "SELECT * { ?s ?p ?o }")


def test_text_of_the_graph_stays_text(page: webdriver.Chrome) -> None:
    """No markup in a value becomes part of the page."""
    ask(page, 'SELECT ("<img src=x onerror=alert(1)><b>x</b>" AS ?x) {}')
    assert "<b>x</b>" in answer(page)
    assert not page.find_elements(By.CSS_SELECTOR, "#answer img, #answer b")


def test_an_answer_can_be_taken_along(page: webdriver.Chrome) -> None:
    """As a file, in the form of the button."""
    ask(page, PEOPLE)
    page.execute_script(
        "window.got = null; URL.createObjectURL = (blob) => { blob.text().then((t) => {"
        " window.got = t; }); return '#'; };"
    )
    page.find_element(By.CSS_SELECTOR, '[data-ending="csv"]').click()
    WebDriverWait(page, 20).until(lambda d: d.execute_script("return window.got"))
    assert page.execute_script("return window.got").startswith("name\r\n")


def test_nobody_else_is_asked(page: webdriver.Chrome, server: str) -> None:
    """All that the page loads and asks is on its own server, and nothing is refused it."""
    ask(page, PEOPLE)
    logged = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    sent = [
        e["params"]["request"]["url"] for e in logged if e["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in sent if url.startswith("http") and not url.startswith(server)] == []
    assert page.get_log("browser") == []


def test_the_editor_comes_with_its_licence() -> None:
    """What is copied in says whose it is."""
    text = (ASSETS / "yasqe.LICENSE.txt").read_text(encoding="utf-8")
    assert "4.6.2" in text
    assert "MIT" in text
