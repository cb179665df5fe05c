"""Pages hold at every size and shut nobody out."""

from __future__ import annotations

import pytest

from game.classroom.host import Host
from game.room.requests import Next
from tests.classroom.browser.browsing import (
    LAPTOP,
    LYING,
    PHONE,
    SMALL,
    THUMB,
    TWICE,
    Opener,
    address,
    at_the_vote,
    comes_in,
    faults,
    overflow,
    too_small,
)

pytestmark = pytest.mark.browser


def test_axe_finds_what_shuts_people_out(opened: Opener, host: Host) -> None:
    page = opened(PHONE)
    page.goto(address(host))
    page.evaluate("() => document.querySelector('label').remove()")

    assert "label" in [one.split(":")[0] for one in faults(page)]


def test_the_pages_around_the_room_shut_nobody_out(opened: Opener, host: Host) -> None:
    for size in (PHONE, SMALL, LYING, LAPTOP):
        page = opened(size)
        for path in ("/", "/privacy", "/teacher", "/room/QQQQ"):
            page.goto(address(host) + path)

            assert faults(page) + too_small(page) == [], path
            assert overflow(page) == 0, path


def test_the_vote_is_under_the_thumb_at_every_size(opened: Opener, host: Host) -> None:
    pages = [comes_in(opened(size), host) for size in (PHONE, SMALL, LYING)]
    at_the_vote(host)
    for page in pages:
        button = page.get_by_role("button", name="Send my vote")
        button.wait_for()
        page.locator(".card").first.scroll_into_view_if_needed()
        box, window = button.bounding_box(), page.viewport_size
        assert box is not None
        assert window is not None

        assert box["y"] + box["height"] <= window["height"]
        assert box["height"] >= THUMB
        assert box["width"] >= window["width"] - 40


def test_text_of_twice_the_size_is_neither_cut_nor_wider_than_the_window(
    opened: Opener, host: Host
) -> None:
    teacher, page = opened(SMALL), comes_in(opened(SMALL), host)
    teacher.goto(host.teacher_url)
    for one in (teacher, page):
        one.evaluate(TWICE)
    for stage in ("lobby", "situation", "telegram", "council", "decision"):
        for one in (teacher, page):
            one.locator(f"h1[id^=h-{stage}]").wait_for()

            assert (overflow(one), too_small(one)) == (0, []), stage
        assert host.ask(Next()) is None
