"""Takes the pictures in docs/images anew: `python scripts/page_pictures.py [GRAPH]`.

GRAPH is the folder of a built graph of the seeds (output/). Needs Chromium and its driver.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from opened_page import Opened

_IMAGES = Path(__file__).parents[1] / "docs" / "images"
_MEETING = "line~both person/kim-jong-un person/vladimir-putin Meeting Occurred"
#: File, width, height, and what is chosen.
_VIEWS = (
    ("page.png", 1400, 860, {"look": _MEETING}),
    ("page-english.png", 1400, 860, {"language": "en", "look": "node~country/russia"}),
    ("page-narrow.png", 390, 1120, {}),
)


def main(folder: Path) -> None:
    """Open the page in each view, and the report, and keep what is seen."""
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    opened = Opened(driver, folder / "graph.html")
    for name, width, height, chosen in _VIEWS:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        opened.open().change(**chosen)
        driver.execute_async_script("setTimeout(arguments[0], 500)")
        driver.save_screenshot(str(_IMAGES / name))
    size = {"width": 1000, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get((folder / "report.html").as_uri())
    driver.execute_script("document.getElementById('differ').scrollIntoView()")
    driver.execute_async_script("document.fonts.ready.then(() => setTimeout(arguments[0], 300))")
    driver.save_screenshot(str(_IMAGES / "report.png"))
    driver.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "output").resolve())
