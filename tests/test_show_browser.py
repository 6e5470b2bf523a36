"""The page in a real browser, opened from a file without a network."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from show_sample import HOSTILE, sample_store

from kg.show import page_data, write_page

pytestmark = pytest.mark.browser

_BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
_DRIVER = shutil.which("chromedriver")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A Chromium that logs what it asks the network for."""
    if not _BROWSER or not _DRIVER:
        if os.environ.get("CI") == "true":
            pytest.fail(
                "no Chromium and chromedriver; install the packages chromium, chromium-driver"
            )
        pytest.skip("no Chromium and chromedriver on this machine")
    options = Options()
    options.binary_location = _BROWSER
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        "--window-size=1400,900",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(_DRIVER))
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's page as a file."""
    return write_page(page_data(sample_store()), tmp_path_factory.mktemp("page") / "page.html")


@pytest.fixture
def page(driver: webdriver.Chrome, file: Path) -> webdriver.Chrome:
    """The page, freshly opened and ready."""
    driver.get_log("performance")
    driver.get(file.as_uri())
    WebDriverWait(driver, 20).until(
        lambda d: d.execute_script("return document.body.dataset.ready")
    )
    return driver


def _panel(page: webdriver.Chrome) -> str:
    return page.find_element(By.ID, "panel").text


def _search(page: webdriver.Chrome, words: str) -> str:
    box = page.find_element(By.ID, "search")
    box.clear()
    box.send_keys(words)
    return page.find_element(By.ID, "found").text


def test_the_page_asks_no_host_for_anything(page: webdriver.Chrome) -> None:
    """Every request of the opened page is for the file itself or for data inside it."""
    page.execute_script("barta.selectEdge('event/meeting'); barta.selectNode('country/russia')")
    asked = [
        message["params"]["request"]["url"]
        for entry in page.get_log("performance")
        for message in [json.loads(entry["message"])["message"]]
        if message["method"] == "Network.requestWillBeSent"
        # The browser's own first tab asks the browser for its icons.
        and message["params"]["documentURL"].startswith("file:")
    ]
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_page_runs_without_complaint(page: webdriver.Chrome) -> None:
    """No script is refused and none fails."""
    severe = [entry for entry in page.get_log("browser") if entry["level"] == "SEVERE"]
    assert severe == []


def test_the_canvas_is_drawn_with_the_embedded_font(page: webdriver.Chrome) -> None:
    """Many points of the picture are not white, and the font was there for it."""
    points = page.execute_script(
        "const c = document.querySelector('#picture canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n"
    )
    assert points > 2000
    assert page.execute_script("return [...document.fonts].every((f) => f.status === 'loaded')")


def test_a_line_shows_its_claims_and_sentence(page: webdriver.Chrome) -> None:
    """Status, day, article, confidence and the sentence, emoji and all, are in the panel."""
    page.execute_script("barta.selectEdge('event/meeting')")
    text = _panel(page)
    assert "😀 বুধবার ভস্তোচনি কসমোড্রোমে পুতিনের সঙ্গে বৈঠক করেছেন কিম জং উন।" in text
    for part in ("ঘটেছে", "১৩ সেপ্টেম্বর, ২০২৩", "কালবেলা", "০.৯", "স্থান"):
        assert part in text
    marks = page.find_elements(By.CSS_SELECTOR, "blockquote mark")
    assert [mark.text for mark in marks] == ["পুতিনের", "কিম জং উন"]


def test_the_sentence_leads_to_the_article(page: webdriver.Chrome) -> None:
    """A click on the sentence opens the text with that sentence marked."""
    page.execute_script("barta.selectEdge('event/meeting')")
    page.find_element(By.TAG_NAME, "blockquote").click()
    cited = page.find_element(By.CSS_SELECTOR, "mark.cited").text
    assert cited.startswith("😀 বুধবার")
    assert "ক্রেমলিন বলেছে" in _panel(page)


def test_a_name_shows_who_it_is(page: webdriver.Chrome) -> None:
    """Other names, Wikidata, posts and events of a name are in the panel."""
    page.execute_script("barta.selectNode('person/vladimir-putin')")
    text = _panel(page)
    for part in ("ভ্লাদিমির পুতিন", "Vladimir Putin", "প্রেসিডেন্ট", "রাশিয়া", "বৈঠক"):
        assert part in text


@pytest.mark.parametrize("words", ["putin", "PUTIN", "পুতিন", "ভ্লাদি"])
def test_search_takes_both_scripts(page: webdriver.Chrome, words: str) -> None:
    """A name is found by Latin and Bengali letters."""
    assert "ভ্লাদিমির পুতিন" in _search(page, words)


def test_search_takes_both_spellings_of_one_letter(page: webdriver.Chrome) -> None:
    """The letter য় is found as one code point and as two."""
    assert "রাশিয়া" in _search(page, "\u09b0\u09be\u09b6\u09bf\u09df\u09be")
    assert "রাশিয়া" in _search(page, "\u09b0\u09be\u09b6\u09bf\u09af\u09bc\u09be")


def test_the_language_changes_everything(page: webdriver.Chrome) -> None:
    """English brings English names, labels, months and digits, and Bengali comes back."""
    page.execute_script("barta.selectEdge('event/meeting')")
    page.find_element(By.ID, "language").click()
    assert "13 September 2023" in _panel(page)
    assert "Kim Jong Un" in _panel(page)
    labels = page.execute_script("return nodeSet.get().map((n) => n.label)")
    assert "Vladimir Putin" in labels
    page.find_element(By.ID, "language").click()
    assert "১৩ সেপ্টেম্বর, ২০২৩" in _panel(page)


def test_doubtful_claims_are_hidden_at_first_and_counted(page: webdriver.Chrome) -> None:
    """The claim of confidence 0.3 appears when the limit is lowered; the page says so."""
    assert "১টি দাবি লুকানো" in page.find_element(By.ID, "hidden").text
    assert not page.execute_script("return barta.shown().claims.has('event/visit')")
    page.execute_script(
        "const c = document.getElementById('confidence'); c.value = 0.2;"
        "c.dispatchEvent(new Event('input'))"
    )
    assert page.execute_script("return barta.shown().claims.has('event/visit')")
    assert "কোনো দাবি লুকানো নেই" in page.find_element(By.ID, "hidden").text


@pytest.mark.parametrize(
    ("box", "event"),
    [
        ("#statuses [data-key=Negated]", "event/arms"),
        ("#kinds [data-key=Meeting]", "event/meeting"),
    ],
)
def test_a_filter_takes_its_events_away(page: webdriver.Chrome, box: str, event: str) -> None:
    """An unchecked status or kind of event hides its events."""
    shown = f"return barta.shown().claims.has('{event}')"
    assert page.execute_script(shown)
    page.find_element(By.CSS_SELECTOR, box).click()
    assert not page.execute_script(shown)


def test_a_type_of_names_can_be_hidden(page: webdriver.Chrome) -> None:
    """Without countries Russia is not in the picture."""
    shown = "return barta.shown().nodes.has('country/russia')"
    assert page.execute_script(shown)
    page.find_element(By.CSS_SELECTOR, "#types [data-key=Country]").click()
    assert not page.execute_script(shown)


def test_a_hostile_name_does_not_run(page: webdriver.Chrome) -> None:
    """A name full of markup is shown as text, in the search, the panel and the picture."""
    page.execute_script("window.ran = []; window.alert = (what) => window.ran.push(what)")
    before = page.execute_script("return document.querySelectorAll('script, img').length")
    assert "<script>alert(1)</script>" in _search(page, "onerror")
    page.execute_script(
        "barta.selectNode('organization/hostile'); barta.selectEdge('event/accuse')"
    )
    assert HOSTILE in page.find_element(By.ID, "panel").get_property("textContent")
    assert page.execute_script("return window.ran") == []
    assert page.execute_script("return document.querySelectorAll('script, img').length") == before


def test_an_injected_script_is_refused(page: webdriver.Chrome) -> None:
    """Even a script that got into the page would not run: its digest is not in the policy."""
    ran = page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.pwned = 1';"
        "document.body.append(s); return window.pwned || 0"
    )
    assert ran == 0
    page.get_log("browser")
