"""What many tests share: the command line in this process, and one build of the seeds."""

from __future__ import annotations

import functools
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from kg import cli
from kg.tag import tagger
from kg.tag.stanza_ner import load_ner

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


def _run(*args: object, stdin: bytes = b"") -> Ran:
    out, err, given = (
        io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (b"", b"", stdin)
    )
    argv = ["kg", *map(str, args)]
    code = 0
    with (
        mock.patch.multiple(sys, argv=argv, stdin=given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Ran(code, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture(scope="session", autouse=True)
def model_loaded_once() -> Iterator[None]:
    """The shipped model is loaded once for all tests of a run, not for each command."""
    with mock.patch.object(tagger, "load_ner", functools.cache(load_ner)):
        yield


@pytest.fixture(scope="session")
def kg() -> Kg:
    """Run the command line: arguments, and bytes for `stdin`; an error of Python's escapes."""
    return _run


@pytest.fixture(scope="session")
def seeds_built(kg: Kg, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one build of the five seeds; tests that use it are marked `model`."""
    folder = tmp_path_factory.mktemp("seeds")
    ran = kg("build", ROOT / "seeds", "-o", folder)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A Chromium that logs what it asks the network for."""
    browser, served_by = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not served_by:
        if os.environ.get("CI") == "true":
            pytest.fail(
                "no Chromium and chromedriver; install the packages chromium, chromium-driver"
            )
        pytest.skip("no Chromium and chromedriver on this machine")
    options = Options()
    options.binary_location = browser
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
    chrome = webdriver.Chrome(options=options, service=Service(served_by))
    yield chrome
    chrome.quit()
