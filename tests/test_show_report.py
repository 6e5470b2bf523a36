"""The report: what it tells, in which order, and that nothing in it runs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from opened_page import Opened
from selenium import webdriver
from show_sample import HOSTILE, large_page, sample_store

from kg.model import Skipped
from kg.show import Digest, digest, page_data, render_report, tell, write_report
from kg.show.digest import surest
from kg.show.phrases import Phrases

BAD = Skipped("in/<script>alert(4)</script>.txt", "is empty; give the article's text")


@pytest.fixture(scope="module")
def sample() -> Digest:
    """The sample's digest, one input of it left out."""
    return digest(page_data(sample_store()), [BAD])


@pytest.fixture(scope="module")
def html(sample: Digest) -> str:
    """Its report."""
    return render_report(sample)


def test_what_most_articles_report_comes_first(sample: Digest) -> None:
    """The meeting is in both articles, all else in one."""
    assert sample.events[0].id == "event/meeting"


def test_the_sentence_of_an_event_says_the_same_as_its_status(sample: Digest) -> None:
    """Of a meeting that took place, no sentence is cited that only plans it, however sure."""
    meeting = sample.events[0]
    planned = replace(meeting.claims[0], id="claim/plan", status="Planned", confidence=1.0)
    assert surest(replace(meeting, claims=(planned, *meeting.claims))).status == "Occurred"


def test_what_articles_differ_on_is_found(sample: Digest) -> None:
    """One event of the sample has a disagreement."""
    assert [event.id for event in sample.differing] == ["event/meeting"]


def test_people_and_states_are_counted_apart(sample: Digest) -> None:
    """Kim has to do with Putin and Russia, in three events; Russia is no person."""
    kim, *_ = sample.people
    assert (kim.id, kim.others, kim.events) == ("person/kim-jong-un", 2, 3)
    assert [state.id for state in sample.states] == ["country/russia"]


def test_an_article_without_events_is_named() -> None:
    """What gave no event is told, and so is what has no day of publication."""
    data = page_data(sample_store())
    (first, second), kept = data.articles, tuple(
        event for event in data.events if event.id == "event/arms"
    )  # fmt: skip
    told = digest(replace(data, events=kept, articles=(first, replace(second, published=None))))
    assert [article.id for article in told.silent] == ["article/second"]
    assert [article.id for article in told.undated] == ["article/second"]


def test_the_report_tells_in_both_languages(html: str) -> None:
    """An event has its Bengali and its English line, its sentence and its source."""
    for words in (
        "বৈঠক: কিম জং উন ↔ ভ্লাদিমির পুতিন",
        "Meeting: Kim Jong Un ↔ Vladimir Putin",
        "😀 বুধবার ভস্তোচনি কসমোড্রোমে পুতিনের সঙ্গে বৈঠক করেছেন কিম জং উন।",
        "১৩ সেপ্টেম্বর, ২০২৩",
        "13 September 2023",
        "কালবেলা",
    ):
        assert words in html


def test_disagreements_stand_side_by_side(html: str) -> None:
    """Each claim of the disputed meeting has its own place in the table."""
    table = html[html.index('id="differ"') : html.index('id="connected"')]
    assert "ভস্তোচনি কসমোড্রোম" in table
    assert "রাশিয়া সফর" in table


def test_what_was_left_out_is_told_with_its_reason(html: str) -> None:
    """The input that could not be read is there, and why."""
    assert "is empty; give the article&#39;s text" in html


def test_hostile_names_are_only_text(html: str) -> None:
    """A name or a file's name full of markup is escaped: the report has no script at all."""
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "&lt;script&gt;alert(4)" in html


def test_an_address_that_runs_is_no_link() -> None:
    """Only a web address becomes a link; the source of an article may be anything."""
    data = page_data(sample_store())
    first, second = data.articles
    hostile = replace(first, source="javascript:alert(5)")
    linked = replace(second, source="https://example.org/?a=1&b=2")
    html = render_report(digest(replace(data, articles=(hostile, linked))))
    assert 'href="javascript' not in html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


def test_a_large_graph_gives_a_short_report() -> None:
    """Of two thousand events the sixty main ones are told, and how many there are besides."""
    html = render_report(digest(large_page(1000)))
    assert html.count('<p class="what"') == 60
    assert "1,940 events more are not listed here" in html
    assert len(html) < 600_000


def test_the_report_is_the_same_whatever_the_order_of_sets(tmp_path: Path) -> None:
    """Two processes with other hash seeds write the same bytes."""
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from show_sample import sample_store\n"
        "from kg.show import digest, page_data, render_report, tell\n"
        "told = digest(page_data(sample_store()))\n"
        "sys.stdout.buffer.write((tell(told) + render_report(told)).encode())"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert one == other


def test_a_few_lines_tell_it_at_the_command_line(sample: Digest) -> None:
    """Bengali first, then English: how much, the main events, what differs, what is missing."""
    bengali, english = tell(sample).split("\n\n")
    assert bengali.startswith("২টি সংবাদ থেকে ৫টি নাম ও ৪টি ঘটনা পাওয়া গেছে।")
    assert english.startswith("2 articles told of 5 names and 4 events.")
    assert "  Meeting: Kim Jong Un ↔ Vladimir Putin (Occurred, 13 September 2023, 2 articles)" in (
        english.splitlines()
    )
    assert english.endswith("1 input could not be read.")


def test_large_numbers_are_grouped_as_each_language_does(sample: Digest) -> None:
    """Bengali counts by the lakh."""
    said = [Phrases(sample.data, language).number(1234567) for language in ("bn", "en")]
    assert said == ["১২,৩৪,৫৬৭", "1,234,567"]


@pytest.mark.parametrize(
    ("begin", "end", "bengali", "english"),
    [
        (date(2023, 9, 13), date(2023, 9, 13), "১৩ সেপ্টেম্বর, ২০২৩", "13 September 2023"),
        (date(2023, 8, 1), date(2023, 8, 31), "আগস্ট ২০২৩", "August 2023"),
        (date(2022, 1, 1), date(2022, 12, 31), "২০২২", "2022"),
        (None, date(2023, 9, 5), "৫ সেপ্টেম্বর, ২০২৩", "5 September 2023"),
        (None, None, "", ""),
    ],
)
def test_days_are_said_as_people_say_them(
    sample: Digest, begin: date | None, end: date | None, bengali: str, english: str
) -> None:
    """A whole year and a whole month have their names, and Bengali has its own digits."""
    said = [Phrases(sample.data, language).days(begin, end) for language in ("bn", "en")]
    assert said == [bengali, english]


@pytest.mark.browser
def test_the_report_opens_offline(driver: webdriver.Chrome, sample: Digest, tmp_path: Path) -> None:
    """In a browser it asks no host, runs nothing, has its font, and fits a narrow window."""
    opened = Opened(driver, write_report(sample, tmp_path / "report.html"))
    opened.asked()
    opened.complaints()
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    driver.get(opened.file.as_uri())
    assert HOSTILE in opened.js("return document.body.textContent")
    assert opened.js("return document.querySelectorAll('script, img').length") == 0
    driver.execute_async_script("document.fonts.ready.then(arguments[0])")
    assert "loaded" in opened.js("return [...document.fonts].map((f) => f.status)")
    assert opened.js("return document.documentElement.scrollWidth") <= 390
    assert [url for url in opened.asked() if not url.startswith(("file:", "data:"))] == []
    assert opened.complaints() == []
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
