"""The page beside pyvis's own and one of cytoscape.js, in one browser and one run.

Usage: python benchmarks/page.py --cytoscape node_modules/cytoscape/dist/cytoscape.min.js
       [--sizes 300 3000 10000] [--limit 60]

Each page shows the same names and lines. Measured, in seconds from opening the file: the
first picture (a canvas has points that are not empty) and when it can be used (the browser
then draws five frames in a row without a pause of a tenth of a second, and pyvis's own page
has ended its physics); frames per second while the picture is dragged; the size of the file.
Beside the seconds of the clock, which a busy machine makes longer, stands what the page's
main thread used of a processor. A page that is not usable within the limit is given up. Ours
is measured as it opens (its most important names) and with all names shown.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyvis.network import Network
from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from kg.show import PageData, write_page
from kg.show.picture import NODE_STYLE, picture

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from show_sample import large_page

#: Run before anything of the page: notes when its canvas has points and when frames run.
WATCH = """
(() => {
  const small = new OffscreenCanvas(48, 32);
  const context = small.getContext("2d", { willReadFrequently: true });
  const seen = (window.seen = { first: 0, usable: 0, frames: 0 });
  let last = performance.now(), calm = 0;
  const drawn = () => [...document.querySelectorAll("canvas")].some((canvas) => {
    if (!canvas.width || !canvas.height) return false;
    context.clearRect(0, 0, 48, 32);
    context.drawImage(canvas, 0, 0, 48, 32);
    return context.getImageData(0, 0, 48, 32).data.some((value, i) => i % 4 === 3 && value);
  });
  const busy = () => window.network && window.network.physics && !window.network.physics.stabilized
    && window.network.physics.physicsEnabled;
  const frame = () => {
    const now = performance.now();
    seen.frames++;
    if (!seen.first && drawn()) seen.first = now;
    const quick = now - last < 100 && document.readyState === "complete";
    calm = quick && seen.first && !busy() ? calm + 1 : 0;
    if (!seen.usable && calm === 5) seen.usable = now;
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})();
"""

#: Nodes and edges, as `picture` gives them.
Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]]]


@dataclass
class Measured:
    """What a page was measured to need; None where it was given up."""

    name: str
    megabytes: float
    first: float | None = None
    usable: float | None = None
    frames: float | None = None
    busy: float | None = None
    busy_frame: float | None = None

    def row(self) -> str:
        """A line of the table."""
        cells = (self.first, self.usable, self.busy, self.frames, self.busy_frame)
        shown = ["given up" if cell is None else f"{cell:.2f}" for cell in cells]
        return f"| {self.name} | {' | '.join(shown)} | {self.megabytes:.1f} |"


def stock_page(data: PageData, drawn: Drawn, path: Path) -> None:
    """What pyvis makes by itself of the same names and lines."""
    nodes, edges = drawn
    network = Network(directed=True, cdn_resources="in_line")
    label = {node.id: node.label_bn for node in data.nodes}
    network.nodes = [
        {"id": n["id"], "label": label[n["id"]], "shape": "dot", "color": NODE_STYLE[n["kind"]][1]}
        for n in nodes
    ]
    network.edges = [{"from": e["from"], "to": e["to"], "label": e["term"]} for e in edges]
    path.write_text(network.generate_html(), encoding="utf-8")


def cytoscape_page(data: PageData, drawn: Drawn, path: Path, script: Path) -> None:
    """The same names and lines at the same places, drawn by cytoscape.js."""
    nodes, edges = drawn
    label = {node.id: node.label_bn for node in data.nodes}
    elements = [
        {
            "data": {
                "id": n["id"],
                "label": label[n["id"]],
                "color": NODE_STYLE[n["kind"]][1],
            },
            "position": {"x": n["x"], "y": n["y"]},
        }
        for n in nodes
    ]
    elements += [
        {"data": {"id": e["id"], "source": e["from"], "target": e["to"], "label": e["term"]}}
        for e in edges
    ]
    style = [
        {
            "selector": "node",
            "style": {"label": "data(label)", "background-color": "data(color)", "font-size": 13},
        },
        {
            "selector": "edge",
            "style": {
                "label": "data(label)",
                "curve-style": "bezier",
                "target-arrow-shape": "triangle",
                "font-size": 10,
                "width": 1,
            },
        },
    ]
    given = json.dumps(elements, ensure_ascii=False).replace("</", "<\\/")
    path.write_text(
        "<!DOCTYPE html><meta charset=utf-8><style>html,body,#cy{height:100%;margin:0}</style>"
        f"<div id=cy></div><script>{script.read_text(encoding='utf-8')}</script><script>"
        "cytoscape({container: document.getElementById('cy'), layout: {name: 'preset'},"
        f" elements: {given}, style: {json.dumps(style)}}})</script>",
        encoding="utf-8",
    )


@contextmanager
def browser(limit: float) -> Iterator[webdriver.Chrome]:
    """A fresh Chromium without a network, 1400 by 900."""
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    options.page_load_strategy = "none"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--window-size=1400,900",
                     "--host-resolver-rules=MAP * ~NOTFOUND"):  # fmt: skip
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(limit)
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    try:
        yield driver
    finally:
        try:
            driver.quit()
        except WebDriverException:
            driver.service.stop()


def measure(name: str, path: Path, limit: float, address: str = "") -> Measured:
    """Open a page and drag its picture, up to the limit of seconds."""
    found = Measured(name, path.stat().st_size / 1e6)
    with browser(limit) as driver:
        driver.get(path.as_uri() + address)
        end = time.monotonic() + limit
        try:
            while time.monotonic() < end and not found.usable:
                time.sleep(0.25)
                seen = driver.execute_script("return window.seen") or {}
                found.first = seen["first"] / 1000 if seen.get("first") else None
                found.usable = seen["usable"] / 1000 if seen.get("usable") else None
            if found.usable:
                found.busy = processor_seconds(driver)
                found.frames, found.busy_frame = frames_while_dragged(driver)
        except (TimeoutException, WebDriverException) as error:
            print(f"{name}: {str(error).splitlines()[0]}", file=sys.stderr)
    return found


def processor_seconds(driver: webdriver.Chrome) -> float:
    """What the page's main thread has used of a processor."""
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def frames_while_dragged(driver: webdriver.Chrome, seconds: float = 2.0) -> tuple[float, float]:
    """Frames per second while the picture is dragged to and fro, and milliseconds of each."""
    x, y = driver.execute_script(
        "const b = document.querySelector('canvas').getBoundingClientRect();"
        "return [b.left + b.width / 2 + 3, b.top + b.height * 0.93]"
    )

    def mouse(kind: str, dx: float = 0) -> None:
        event = {"type": kind, "x": x + dx, "y": y, "button": "left", "buttons": 1, "clickCount": 1}
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    mouse("mousePressed")
    used = processor_seconds(driver)
    before, start = driver.execute_script("return [window.seen.frames, performance.now()]")
    end, step = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        step += 1
        mouse("mouseMoved", 120 - abs(step * 6 % 480 - 240))
    after, stop = driver.execute_script("return [window.seen.frames, performance.now()]")
    used = processor_seconds(driver) - used
    mouse("mouseReleased")
    frames = max(after - before, 1)
    return frames / (stop - start) * 1000, used / frames * 1000


def main() -> None:
    """Measure and print one table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cytoscape", type=Path, help="cytoscape.min.js, as npm brings it")
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 3000, 10000])
    parser.add_argument("--limit", type=float, default=60, help="seconds before giving up")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            data = large_page(size)
            drawn = picture(data)[:2]
            ours, stock, peer = (Path(folder) / f"{n}-{size}.html" for n in ("a", "b", "c"))
            start = time.monotonic()
            write_page(data, ours)
            print(f"\n{size} names, {len(data.events)} events; ours was written in "
                  f"{time.monotonic() - start:.1f} s\n")  # fmt: skip
            print("| page | first picture s | usable s | of it processor s "
                  "| frames/s dragged | processor ms a frame | MB |")  # fmt: skip
            print("| --- " * 7 + "|")
            print(measure("ours, as it opens", ours, given.limit).row(), flush=True)
            print(measure("ours, all names", ours, given.limit, "#all=true").row(), flush=True)
            if given.cytoscape:
                cytoscape_page(data, drawn, peer, given.cytoscape)
                print(measure("cytoscape.js", peer, given.limit).row(), flush=True)
            stock_page(data, drawn, stock)
            print(measure("pyvis", stock, given.limit).row(), flush=True)


if __name__ == "__main__":
    main()
