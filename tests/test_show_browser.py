"""The page in a real browser, opened from a file without a network."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path
from typing import Any

import axe_core_python
import pytest
from opened_page import Opened
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from show_sample import HOSTILE, large_page, sample_store

from kg.show import page_data, write_page

pytestmark = pytest.mark.browser

PUTIN, KIM, RUSSIA = "person/vladimir-putin", "person/kim-jong-un", "country/russia"
MEETING = f"both {KIM} {PUTIN} Meeting Occurred"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's page as a file."""
    return write_page(page_data(sample_store()), tmp_path_factory.mktemp("page") / "page.html")


@pytest.fixture(scope="module")
def large(driver: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """A page of more names than are shown at first."""
    path = write_page(large_page(150), tmp_path_factory.mktemp("large") / "page.html")
    return Opened(driver, path)


@pytest.fixture
def page(driver: webdriver.Chrome, file: Path) -> Opened:
    """The page, freshly opened and ready."""
    return Opened(driver, file).open()


def point_of(page: Opened, id: str) -> tuple[int, int]:
    """Where a name stands, from the middle of the picture."""
    x, y = page.js(
        "const n = barta.network(), p = n.canvasToDOM(barta.spots().get(arguments[0]));"
        "const b = document.getElementById('picture');"
        "return [p.x - b.clientWidth / 2, p.y - b.clientHeight / 2]",
        id,
    )
    return round(x), round(y)


def click_picture(page: Opened, spot: tuple[int, int]) -> None:
    """Click a point of the picture with the mouse."""
    (picture,) = page.all("#picture")
    ActionChains(page.driver).move_to_element_with_offset(picture, *spot).click().perform()
    page.driver.implicitly_wait(0)
    page.settled()


# ---------------------------------------------------------------- offline, whole, safe


def test_the_page_asks_no_host_for_anything(page: Opened) -> None:
    """Every request of the opened page is for the file itself or for data inside it."""
    page.change(look="event~event/meeting")
    page.change(look="text~article/first~0~5")
    asked = page.asked()
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_page_runs_without_complaint(page: Opened) -> None:
    """No script is refused and none fails, whatever is looked at."""
    page.complaints()
    for look in (f"node~{KIM}", "event~event/meeting", f"line~{MEETING}", "text~article/second"):
        page.change(look=look)
    page.change(look="", differ=True, language="en", standing=True, alone=True)
    assert page.complaints() == []


def test_the_canvas_is_drawn_with_the_embedded_font(page: Opened) -> None:
    """Many points of the picture are not white, and the font was there for it."""
    points = page.js(
        "const c = document.querySelector('#picture canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n"
    )
    assert points > 2000
    assert page.js("return [...document.fonts].every((f) => f.status === 'loaded')")


def test_a_hostile_name_does_not_run(page: Opened) -> None:
    """A name full of markup is shown as text, in search, panel, filters and picture."""
    page.js("window.ran = []; window.alert = (what) => window.ran.push(what)")
    before = page.js("return document.querySelectorAll('script, img').length")
    assert "<script>alert(1)</script>" in page.search("onerror")
    page.change(look="node~organization/hostile", focus="organization/hostile")
    assert HOSTILE in page.js("return document.getElementById('panel').textContent")
    assert HOSTILE in page.js("return document.getElementById('chips').textContent")
    page.change(look="event~event/accuse")
    assert page.js("return window.ran") == []
    assert page.js("return document.querySelectorAll('script, img').length") == before


def test_writing_from_right_to_left_stays_inside_the_name(page: Opened) -> None:
    """A mark that turns the writing round is closed in an element of its own."""
    page.change(look="node~organization/hostile")
    assert page.js(
        "return [...document.querySelectorAll('#panel *')].filter((e) =>"
        " [...e.childNodes].some((c) => c.nodeType === 3 && c.data.includes('\\u202e')))"
        ".every((e) => getComputedStyle(e).unicodeBidi === 'isolate')"
    )


@pytest.mark.parametrize(
    "address",
    [
        "#look=node~%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "#focus=__proto__&types=constructor&look=line~x&community=999",
        "#from=soon&to=9999-99-99&confidence=NaN&steps=1e9&view=a,b,c",
        "#%E0%A4%A&=&&language=xx&look=text~article/none~1~2",
    ],
)
def test_a_hostile_address_opens_the_page(page: Opened, address: str) -> None:
    """What stands in the address only chooses among what the page has."""
    page.complaints()
    page.open(address)
    assert page.shown("claims")
    assert page.complaints() == []
    assert page.js("return document.querySelectorAll('#panel script').length") == 0


def test_an_injected_script_is_refused(page: Opened) -> None:
    """Even a script that got into the page would not run: its digest is not in the policy."""
    ran = page.js(
        "const s = document.createElement('script'); s.textContent = 'window.pwned = 1';"
        "document.body.append(s); return window.pwned || 0"
    )
    assert ran == 0
    page.complaints()


# ---------------------------------------------------------------- reading


def test_no_label_covers_another(large: Opened) -> None:
    """At the zoom that the page opens with, no two of the labels written share a point."""
    written = large.open().js("return barta.written().map((w) => w.box)")
    assert len(written) > 40
    for a, b in combinations(written, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_the_leading_names_are_written(large: Opened) -> None:
    """Each of the ten most important names has its label when the page opens."""
    named = large.open().js("return barta.written().filter((w) => !w.line).map((w) => w.id)")
    ranks = large.js("return leading.map((n) => n.id)")
    assert set(ranks[:10]) <= set(named)


def test_the_page_opens_at_rest(page: Opened) -> None:
    """Physics is off, and no name moves after the first picture."""
    assert page.js("return barta.network().physics.physicsEnabled") is False
    spots = "return JSON.stringify(barta.network().getPositions())"
    before = page.js(spots)
    page.driver.execute_async_script("setTimeout(arguments[0], 300)")
    assert page.js(spots) == before


def test_a_large_graph_says_that_it_shows_its_most_important_part(large: Opened) -> None:
    """The page says how many of how many names it shows, and shows all on request."""
    large.open()
    assert "সবচেয়ে গুরুত্বপূর্ণ" in large.text("capped")
    few = len(large.shown("nodes"))
    large.click("#capped button")
    assert len(large.shown("nodes")) == 150 > few
    large.change(all=False)


def test_lines_say_whether_it_happened(page: Opened) -> None:
    """What happened is solid, what may happen is dashed, what did not is struck out."""
    page.change(confidence=0)
    look = {
        line["status"]: line
        for line in page.js(
            "return [...barta.shown().lines.values()].map((l) => ({status: l.status,"
            " dashes: edgeSet.get(l.id).dashes, struck: (page.strokes[l.status] || {}).struck}))"
        )
    }
    assert (look["Occurred"]["dashes"], look["Occurred"]["struck"]) == (False, False)
    assert look["Possible"]["dashes"]
    assert look["Negated"]["struck"]


def test_a_line_is_as_wide_as_its_support(page: Opened) -> None:
    """Two claims draw a wider line than one."""
    width = "return edgeSet.get(arguments[0]).width"
    two = page.js(width, MEETING)
    page.change(article="article/first")
    assert page.js(width, MEETING) < two


def test_each_class_has_colour_shape_and_sign(page: Opened) -> None:
    """The legend shows four classes, no two alike in colour, outline or sign."""
    samples = page.js(
        "return [...document.querySelectorAll('#types .sample')].map((s) =>"
        " [s.children[0].getAttribute('fill'), s.children[0].getAttribute('d'),"
        " s.children[1].getAttribute('d')])"
    )
    assert len(samples) == 4
    assert [len(set(column)) for column in zip(*samples, strict=True)] == [4, 4, 4]


def test_communities_can_be_looked_at_alone(large: Opened) -> None:
    """A click on a community leaves its names in the picture."""
    large.open().click("#communities button")
    group = large.js("return page.communities[0]")
    assert large.shown("nodes")
    assert set(large.shown("nodes")) <= set(group)


def test_a_dragged_picture_keeps_its_labels(large: Opened) -> None:
    """While a crowded picture is dragged its image goes along, and it is drawn anew at the end."""
    large.open()
    points = (
        "const c = document.querySelector('#picture canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n"
    )
    before, view = large.js(points), large.state("view")
    (picture,) = large.all("#picture")
    corner = picture.size["width"] // 2 - 20, picture.size["height"] // 2 - 20
    drag = ActionChains(large.driver).move_to_element_with_offset(picture, *corner)
    drag.click_and_hold().move_by_offset(-30, -10).perform()
    assert large.js(points) > before / 2
    ActionChains(large.driver).release().perform()
    assert large.js(points) > before / 2
    assert large.state("view") != view


# ---------------------------------------------------------------- finding


@pytest.mark.parametrize("words", ["putin", "PUTIN", "vlad put", "পুতিন", "ভ্লাদি"])
def test_search_takes_both_scripts(page: Opened, words: str) -> None:
    """A name is found by Latin and Bengali letters, whole or begun."""
    assert "ভ্লাদিমির পুতিন" in page.search(words)


def test_search_takes_both_spellings_of_one_letter(page: Opened) -> None:
    """The letter য় is found as one code point and as two."""
    assert "রাশিয়া" in page.search("\u09b0\u09be\u09b6\u09bf\u09df\u09be")
    assert "রাশিয়া" in page.search("\u09b0\u09be\u09b6\u09bf\u09af\u09bc\u09be")


def test_search_finds_headlines(page: Opened) -> None:
    """An article is found by its headline and opens."""
    assert "কিমের সফর" in page.search("কিমের সফর")
    page.click("#found li:last-child")
    assert page.state("article") == "article/second"
    assert "যুক্তরাষ্ট্র উদ্বিগ্ন" in page.text()


def test_search_is_done_with_keys_alone(page: Opened) -> None:
    """Arrow down and Enter choose a found name; the list says which one is marked."""
    page.search("k")
    (box,) = page.all("#search")
    box.send_keys(Keys.ARROW_DOWN, Keys.ARROW_UP)
    assert box.get_attribute("aria-activedescendant") == "found-0"
    box.send_keys(Keys.ENTER)
    page.settled()
    assert page.state("look").startswith("node~")


def test_doubtful_claims_are_hidden_at_first_and_counted(page: Opened) -> None:
    """The claim of confidence 0.3 appears when the limit is lowered; the page says so."""
    assert "১টি দাবি লুকানো" in page.text("hidden")
    assert "event/visit" not in page.shown("claims")
    page.js(
        "const c = document.getElementById('confidence'); c.value = 0.2;"
        "c.dispatchEvent(new Event('input'))"
    )
    assert "event/visit" in page.shown("claims")
    assert "কোনো দাবি লুকানো নেই" in page.text("hidden")


@pytest.mark.parametrize(
    ("box", "event"),
    [
        ("#statuses [data-key=Negated]", "event/arms"),
        ("#kinds [data-key=Meeting]", "event/meeting"),
    ],
)
def test_a_filter_takes_its_events_away(page: Opened, box: str, event: str) -> None:
    """An unchecked status or kind of event hides its events."""
    assert event in page.shown("claims")
    page.click(box)
    assert event not in page.shown("claims")


def test_a_root_of_the_tree_stands_for_all_below(page: Opened) -> None:
    """Unchecking consultation hides meetings and visits; the box of a half is half checked."""
    page.click("#kinds [data-key=root-Consult]")
    assert page.state("kinds") == ["Meeting", "Visit"]
    page.click("#kinds [data-key=Meeting]")
    assert page.js("return document.querySelector('[data-key=root-Consult]').indeterminate")


def test_a_type_of_names_can_be_hidden(page: Opened) -> None:
    """Without countries Russia is not in the picture."""
    assert RUSSIA in page.shown("nodes")
    page.click("#types [data-key=Country]")
    assert RUSSIA not in page.shown("nodes")


def test_one_article_and_one_source_can_be_looked_at(page: Opened) -> None:
    """Only the events that the article tells are left; a source without any leaves none."""
    page.change(article="article/second")
    assert page.shown("claims") == ["event/accuse", "event/meeting"]
    page.change(article="", source="no such paper")
    assert page.shown("claims") == []


def test_only_what_articles_differ_on(page: Opened) -> None:
    """The box leaves the meeting, of whose place the articles say different things."""
    page.click("#differ")
    assert page.shown("claims") == ["event/meeting"]


def test_days_limit_the_events(page: Opened) -> None:
    """The two ends of the timeline keep what is between them, and a chip says so."""
    page.change(to="2023-09-13")
    assert "event/accuse" not in page.shown("claims")
    assert "event/meeting" in page.shown("claims")
    assert "১৩ সেপ্টেম্বর" in page.text("chips")


def test_a_name_in_focus_has_its_neighbours_around_it(page: Opened) -> None:
    """One step from Russia is who accuses it; two steps with doubtful claims are all."""
    page.change(focus=RUSSIA)
    assert set(page.shown("nodes")) == {RUSSIA, "organization/hostile"}
    page.change(confidence=0, steps=2)
    assert {KIM, PUTIN} <= set(page.shown("nodes"))


def test_a_path_joins_two_names(page: Opened) -> None:
    """The shortest way from the accuser to Putin goes over Russia and Kim, told step by step."""
    page.change(confidence=0, look="node~organization/hostile")
    page.click_button("এখান থেকে পথ…")
    page.search("পুতিন")
    page.click("#found-0")
    assert page.shown("nodes") == ["organization/hostile", RUSSIA, KIM, PUTIN]
    assert "অভিযোগ" in page.text()
    assert "বৈঠক" in page.text()


def test_no_path_is_said(page: Opened) -> None:
    """Between two names that nothing joins the page says that there is no way."""
    page.change(path=f"organization/hostile~{PUTIN}")
    assert "কোনো পথ নেই" in page.text("chips")


def test_the_way_back_and_forward(page: Opened) -> None:
    """The browser's buttons go through what was looked at."""
    page.change(look=f"node~{KIM}")
    page.change(look="event~event/meeting")
    page.driver.back()
    page.settled()
    assert page.state("look") == f"node~{KIM}"
    assert "কিম জং উন" in page.text()
    page.driver.forward()
    page.settled()
    assert page.state("look") == "event~event/meeting"


def test_an_address_brings_back_what_was_looked_at(page: Opened) -> None:
    """Opened with the address of a view, the page is in that view."""
    page.change(
        language="en", look=f"node~{KIM}", focus=KIM, statuses=["Negated"], confidence=0.25,
        to="2023-09-13", article="article/first",
    )  # fmt: skip
    before = page.js("return [barta.state(), [...barta.shown().nodes], location.hash]")
    page.open(before[2])
    assert page.js("return [barta.state(), [...barta.shown().nodes], location.hash]") == before
    assert "Kim Jong Un" in page.text()


# ---------------------------------------------------------------- evidence


def test_a_click_on_a_name_tells_who_it_is(page: Opened) -> None:
    """Other names, Wikidata, posts and events of a name are in the panel."""
    click_picture(page, point_of(page, PUTIN))
    text = page.text()
    for part in ("ভ্লাদিমির পুতিন", "Vladimir Putin", "প্রেসিডেন্ট", "রাশিয়া", "বৈঠক"):
        assert part in text
    page.change(look=f"node~{KIM}")
    (link,) = page.all("#panel a")
    assert link.get_attribute("href") == "https://www.wikidata.org/wiki/Q56226"


def test_a_click_on_a_label_is_one_on_its_line(page: Opened) -> None:
    """The words on a line open its claims."""
    box = page.js("return barta.written().find((w) => w.id === arguments[0]).box", MEETING)
    width, height = page.js(
        "const b = document.getElementById('picture'); return [b.clientWidth, b.clientHeight]"
    )
    middle = (box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2
    click_picture(page, (round(middle[0]), round(middle[1])))
    assert page.state("look") == f"line~{MEETING}"


def test_an_event_shows_its_claims_and_sentences(page: Opened) -> None:
    """Status, day, article, speaker, confidence and the sentence are in the panel."""
    page.change(look="event~event/meeting")
    text = page.text()
    assert "😀 বুধবার ভস্তোচনি কসমোড্রোমে পুতিনের সঙ্গে বৈঠক করেছেন কিম জং উন।" in text
    for part in ("ঘটেছে", "১৩ সেপ্টেম্বর, ২০২৩", "কালবেলা", "০.৯", "স্থান"):
        assert part in text
    marks = [mark.text for mark in page.all("blockquote mark")]
    assert sorted(marks) == sorted(["পুতিনের", "কিম জং উন", "রাশিয়া"])
    page.change(look="event~event/arms")
    assert "কার কথায় ভ্লাদিমির পুতিন" in page.text()


def test_what_articles_differ_on_stands_side_by_side(page: Opened) -> None:
    """The two places of the meeting are beside each other, each with its article."""
    page.change(look="event~event/meeting")
    versions = page.all(".versions .version")
    told = {version.text.split("\n")[0]: version.text for version in versions}
    assert set(told) == {"ভস্তোচনি কসমোড্রোম", "রাশিয়া"}
    assert "কিমের সফর" in told["রাশিয়া"]
    assert versions[0].location["y"] == versions[1].location["y"]
    assert versions[0].location["x"] != versions[1].location["x"]


def test_the_sentence_leads_to_the_article(page: Opened) -> None:
    """A click on the sentence opens the text with that sentence and all names marked."""
    page.change(look="event~event/arms")
    page.click("blockquote")
    (cited,) = page.all("mark.cited")
    assert cited.text == "ক্রেমলিন বলেছে, অস্ত্র চুক্তি হয়নি।"
    assert [m.text for m in page.all(".text mark.mention")] == ["পুতিনের", "কিম জং উন"]


# ---------------------------------------------------------------- time and place


def test_the_timeline_shows_when(large: Opened) -> None:
    """Bars stand for all dated events; dragging over some leaves the events of their days."""
    large.open()
    before = len(large.shown("claims"))
    assert len(large.all("#bars rect")) > 10
    (bars,) = large.all("#bars")
    (ActionChains(large.driver).move_to_element_with_offset(bars, -60, 0).click_and_hold()
     .move_by_offset(100, 0).release().perform())  # fmt: skip
    large.settled()
    assert 0 < len(large.shown("claims")) < before
    assert large.state("from") < large.state("to")


def test_the_timeline_is_moved_by_keys(large: Opened) -> None:
    """The slider of the first day goes with the arrow keys and tells its day."""
    large.open()
    (slider,) = large.all("#from")
    slider.send_keys(Keys.ARROW_RIGHT)
    large.settled()
    assert large.state("from")
    assert "২০২" in large.all("#from")[0].get_attribute("aria-valuetext")


def test_the_map_shows_where(page: Opened) -> None:
    """Places and countries with events are on the map; a click on one chooses it."""
    assert page.js("return document.getElementById('land').getAttribute('d').length") > 10_000
    spots = page.js("return [...document.querySelectorAll('.spot')].map((s) => s.dataset.id)")
    assert sorted(spots) == [RUSSIA, "place/vostochny"]
    page.js(
        "document.querySelector('.spot[data-id=\"place/vostochny\"]')"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    page.settled()
    assert page.state("look") == "node~place/vostochny"


def test_what_is_chosen_stands_out_on_time_line_and_map(page: Opened) -> None:
    """Its events are coloured among the bars, and places without them are pale."""
    page.change(look=f"node~{KIM}")
    assert page.all("#bars .lit")
    pale = [spot.get_attribute("data-id") for spot in page.all(".spot.faded")]
    assert pale == [RUSSIA]


# ---------------------------------------------------------------- both languages, keys, access


def test_the_language_changes_everything(page: Opened) -> None:
    """English brings English names, labels, months and digits, and Bengali comes back."""
    page.change(look="event~event/meeting")
    page.click("#language")
    assert "13 September 2023" in page.text()
    assert "Kim Jong Un" in page.text()
    assert "Occurred" in page.text("statuses")
    assert page.js("return document.documentElement.lang") == "en"
    widths = page.js("return lineText(barta.shown().lines.get(arguments[0]))", MEETING)
    assert widths == "! Meeting"
    page.click("#language")
    assert "১৩ সেপ্টেম্বর, ২০২৩" in page.text()


def test_no_bengali_is_left_in_english(page: Opened) -> None:
    """Around the articles' own words, nothing of the interface stays Bengali."""
    page.change(language="en")
    for id in ("filters", "strip", "counts", "tools"):
        assert not any("\u0980" <= letter <= "\u09ff" for letter in page.text(id).replace(
            "কালবেলা", "").replace("বৈঠকে কিম-পুতিন", "").replace("কিমের সফর", ""))  # fmt: skip


def test_the_picture_is_walked_by_keys(page: Opened) -> None:
    """Arrows go from name to name, Enter brings one into focus, Escape lets go."""
    (picture,) = page.all("#picture")
    picture.send_keys(Keys.ARROW_RIGHT)
    first = page.settled().state("look")
    assert first.startswith("node~")
    page.all("#picture")[0].send_keys(Keys.ENTER)
    assert page.settled().state("focus") == first.removeprefix("node~")
    page.all("#picture")[0].send_keys(Keys.ESCAPE)
    page.all("#picture")[0].send_keys(Keys.ESCAPE)
    assert (page.settled().state("look"), page.state("focus")) == ("", "")


def test_keys_find_and_tell(page: Opened) -> None:
    """A slash goes to the search, a question mark tells the keys."""
    (body,) = page.all("body")
    body.send_keys("/")
    assert page.driver.switch_to.active_element.get_attribute("id") == "search"
    page.driver.switch_to.active_element.send_keys(Keys.TAB)
    page.all("#picture")[0].send_keys("?")
    assert page.js("return document.getElementById('help').open")
    page.click("#close-help")


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"look": "event~event/meeting"},
        {"look": f"node~{KIM}", "language": "en"},
        {"look": "text~article/first", "focus": KIM},
    ],
)
def test_axe_finds_no_barrier(page: Opened, chosen: dict[str, Any]) -> None:
    """Names, roles, contrast: axe has no complaint, in any view."""
    page.change(**chosen)
    own = Path(axe_core_python.__file__).parent / "axe.min.js"
    source = Path(os.environ.get("BARTA_AXE", own)).read_text(encoding="utf-8")
    page.driver.execute_script(source)
    found = page.driver.execute_async_script(
        "axe.run(document).then((r) => arguments[0](r.violations.map((v) =>"
        " v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | '))))"
    )
    assert found == []


def test_a_narrow_window_cuts_nothing(page: Opened) -> None:
    """As wide as a telephone, nothing stands out at the side, and the filters open."""
    size = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.open()
        assert page.js("return document.documentElement.scrollWidth") <= 390
        page.click("#show-filters")
        assert page.all("#types")[0].is_displayed()
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
