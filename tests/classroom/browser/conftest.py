"""Chromium beside a host of the shipped campaign."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.campaign.campaign import Campaign
from game.classroom.host import Host, begun
from game.classroom.opening import Wanted
from game.room.ways import Way
from tests.classroom.browser.browsing import PATIENCE, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser`")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        why = "no Chromium is installed"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(why)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def host(shipped: Campaign, tmp_path: Path) -> Iterator[Host]:
    """A host of the shipped campaign, in its lobby."""
    reading = shipped.model.readings[0].id
    wanted = Wanted(name="8b", way=Way.EACH, before=(), seed=1, chance=False, reading=reading)
    made = Host(shipped, begun(shipped, tmp_path, wanted))
    made.start(0, "127.0.0.1")
    yield made
    made.stop()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opener]:
    """Opens a page in a browser of its own; what its console complains of fails the test."""
    contexts, complaints = [], []

    def open_page(size: dict[str, int] = PHONE, *, script: str = "", plain: bool = False) -> Page:
        context = chromium.new_context(viewport=size, java_script_enabled=not plain)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        if script:
            page.add_init_script(script)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda line: complaints.append(line.text) if "Policy" in line.text else None
        )
        return page

    yield open_page
    for one in contexts:
        one.close()
    assert complaints == []
