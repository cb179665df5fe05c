"""A whole lesson: the phones of a teacher and of three pupils."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from game.classroom.host import Host
from tests.classroom.browser.browsing import (
    LYING,
    PHONE,
    SMALL,
    Opener,
    comes_in,
    faults,
    overflow,
    press,
    too_small,
    votes,
    waits_for,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@dataclass
class Everybody:
    """A teacher's phone and those of three pupils."""

    teacher: Page
    pupils: list[Page]

    @property
    def all(self) -> list[Page]:
        """Return every page."""
        return [self.teacher, *self.pupils]

    def goes_to(self, step: str, heading: str) -> None:
        """Let the teacher press what comes next, and everybody's page turn to a heading."""
        press(self.teacher, step)
        for page in self.all:
            page.locator(f"h1[id={heading}]").wait_for()

    def is_well(self) -> None:
        """Hold every page against what axe knows and a thumb needs."""
        assert [faults(page) + too_small(page) for page in self.all] == [[]] * len(self.all)


def test_a_whole_lesson_with_a_teachers_phone_and_three_pupils(host: Host, opened: Opener) -> None:
    teacher = opened(PHONE)
    teacher.goto(host.teacher_url)
    pupils = [
        comes_in(opened(size), host, name)
        for size, name in ((PHONE, ""), (SMALL, "Ann"), (LYING, ""))
    ]
    everybody = Everybody(teacher, pupils)
    for turn in range(6):
        one_telegram(everybody, turn, look=everybody.is_well if turn == 0 else lambda: None)
    everybody.goes_to("To the chronicle", "h-chronicle")
    everybody.is_well()
    for number, step in enumerate(("What happened", "Why it happened", "What follows from it")):
        everybody.goes_to(step, f"h-debrief-{number}")
    teacher.locator("summary", has_text="End the lesson").click()
    press(teacher, "Yes, end the lesson")
    waits_for(pupils[0], "the lesson is over")

    assert [overflow(page) for page in everybody.all] == [0] * 4
    assert host.room.ended


def one_telegram(everybody: Everybody, turn: int, look: Callable[[], None]) -> None:
    """Walk through a telegram, with a look at every page at each stop."""
    teacher, pupils = everybody.teacher, everybody.pupils
    for stage in ("situation", "telegram", "council", "decision"):
        everybody.goes_to(f"To the {stage}", f"h-{stage}-{turn}")
        look()
    press(teacher, "Open the vote")
    for page in pupils:
        page.get_by_role("button", name="Send my vote").wait_for()
        letter = page.locator(".card:not(.closed) .letter").first.inner_text()
        votes(page, letter, "The harvest <b>first</b>.")
    waits_for(teacher, "3 of 3 have answered")
    look()
    press(teacher, "Close the vote")
    press(teacher, "Show this reason: The harvest <b>first</b>.")
    everybody.goes_to("Show the count", f"h-decision-{turn}-revealed")
    waits_for(pupils[0], "The harvest <b>first</b>.")
    look()
    everybody.goes_to("Send the answer", f"h-consequences-{turn}")
    look()
    everybody.goes_to("To the record", f"h-record-{turn}")
    look()
