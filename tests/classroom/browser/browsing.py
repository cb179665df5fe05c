"""What one does with a page in a browser, and what one measures on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.classroom.host import Host
from game.playthrough.desk import Stage
from game.room.requests import Next, OpenVote

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Opener = Callable[..., "Page"]
"""Opens a page of a size, in a browser of its own."""
PHONE = {"width": 360, "height": 640}
SMALL = {"width": 320, "height": 568}
LYING = {"width": 640, "height": 360}
LAPTOP = {"width": 1366, "height": 768}
TWICE = "() => { document.documentElement.style.fontSize = '212.5%' }"
"""Text of twice the size."""
PATIENCE = 20_000
"""Milliseconds that a page may take on a busy machine before a test gives up."""
THUMB = 44
"""Pixels that whatever is pressed has to have each way."""
TOO_SMALL = """(thumb) => [...document.querySelectorAll(
  "button, summary, select, textarea, input:not([type=hidden]), a.plain, a.main, label[for^=vote]"
)]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.height, box.width) < thumb - 0.1)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def address(host: Host) -> str:
    """Return where a browser on this machine finds the host."""
    return f"http://127.0.0.1:{host.port}"


def comes_in(page: Page, host: Host, name: str = "") -> Page:
    """Let a pupil in, under a code name unless another one is typed."""
    page.goto(f"{address(host)}/?code={host.room.opened.code}")
    page.get_by_label("name of your own").fill(name)
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url("**/room/*")
    return page


def press(page: Page, name: str) -> None:
    """Press a button by its name."""
    page.get_by_role("button", name=name).first.click()


def waits_for(page: Page, words: str) -> Locator:
    """Wait until words stand on a page."""
    found = page.get_by_text(words).first
    found.wait_for()
    return found


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Let a page go on until something holds; the test fails when it never does."""
    ends = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < ends, "it never came to hold"
        page.wait_for_timeout(20)


def reasons(host: Host) -> list[str]:
    """Return the reasons of the votes that the host has."""
    return [one.reason for one in host.room.round.votes.values()]


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, in a line each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def votes(page: Page, letter: str, reason: str = "") -> None:
    """Choose a response, give a reason, send."""
    page.locator(f".card:has(.letter:text-is('{letter}')) input").check()
    if reason:
        page.locator("textarea").fill(reason)
    press(page, "my vote")
    waits_for(page, "Your vote is kept")


def too_small(page: Page) -> list[str]:
    """Return what can be pressed and is smaller than a thumb; links in a sentence may be."""
    return [str(one) for one in page.evaluate(TOO_SMALL, THUMB)]


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate(WIDER))


def at_the_vote(host: Host) -> None:
    """Bring the class to the first decision, the vote open."""
    assert [host.ask(Next()) for _ in range(4)] == [None] * 4
    assert host.ask(OpenVote()) is None
    assert host.room.desk.stage is Stage.DECISION
