"""A page opened in the browser, and what the tests do with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait


class Opened:
    """A page in the browser: short names for what the tests ask of it."""

    def __init__(self, driver: webdriver.Chrome, file: Path) -> None:
        self.driver, self.file = driver, file

    def open(self, address: str = "") -> Opened:
        """Load the page anew, with the end of its address, and wait until it is drawn."""
        self.driver.get("about:blank")
        self.driver.get(self.file.as_uri() + address)
        self._until("document.body && document.body.dataset.ready")
        return self.settled()

    def settled(self) -> Opened:
        """Wait until the panel has what was asked for."""
        self._until("document.getElementById('panel').getAttribute('aria-busy') === 'false'")
        return self

    def _until(self, condition: str) -> None:
        WebDriverWait(self.driver, 30, 0.05).until(lambda _: self.js(f"return {condition}"))

    def js(self, script: str, *arguments: object) -> Any:
        """Run a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def change(self, **chosen: object) -> Opened:
        """Choose something, as a click would."""
        self.js("barta.change(arguments[0])", chosen)
        return self.settled()

    def state(self, key: str) -> Any:
        """What is chosen."""
        return self.js("return barta.state()[arguments[0]]", key)

    def shown(self, what: str) -> list[str]:
        """The ids of the nodes, lines or claims in the picture."""
        found: list[str] = self.js(f"return [...barta.shown().{what}.keys()]")
        return found

    def text(self, id: str = "panel") -> str:
        """What an element says."""
        return self.driver.find_element(By.ID, id).text

    def all(self, selector: str) -> list[Any]:
        """The elements of a selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> Opened:
        """Click the first element of a selector."""
        self.driver.find_element(By.CSS_SELECTOR, selector).click()
        return self.settled()

    def click_button(self, words: str) -> Opened:
        """Click the button of the panel that says this."""
        (button,) = [b for b in self.all("#panel button") if b.text == words]
        button.click()
        return self.settled()

    def search(self, words: str) -> str:
        """Type into the search and read what is found."""
        box = self.driver.find_element(By.ID, "search")
        box.clear()
        box.send_keys(words)
        self._until("!document.getElementById('found').hidden")
        self._until(f"document.getElementById('search').value === {json.dumps(words)}")
        return self.text("found")

    def complaints(self) -> list[str]:
        """What the browser's console has of errors since it was last asked."""
        log = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log if entry["level"] == "SEVERE"]

    def asked(self) -> list[str]:
        """The addresses that the page asked for since it was last asked."""
        found = []
        for entry in self.driver.get_log("performance"):  # type: ignore[no-untyped-call]
            message = json.loads(entry["message"])["message"]
            # The browser's own first tab asks the browser for its icons.
            if message["method"] == "Network.requestWillBeSent" and message["params"][
                "documentURL"
            ].startswith("file:"):
                found.append(message["params"]["request"]["url"])
        return found
