"""Real browsers through a whole lesson: a teacher's phone, pupils, and what goes wrong with phones."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.campaign.campaign import Campaign
from game.classroom.host import Host, Lesson, begun
from game.classroom.store import RoomFile
from game.playthrough.desk import Stage
from game.room.requests import Next, OpenVote
from game.room.ways import Way

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
PATIENCE = 20_000
"""Milliseconds that a page may take on a busy machine before a test gives up."""
PHONE = {"width": 360, "height": 640}
SMALL = {"width": 320, "height": 568}
LYING = {"width": 640, "height": 360}
LAPTOP = {"width": 1366, "height": 768}
NO_SOCKETS = """
window.WebSocket = class extends WebSocket {
  constructor(url) { super(url.replace("/live", "/nowhere")); }
};
"""
"""As where something between phone and host lets no socket through."""
TWICE = "() => { document.documentElement.style.fontSize = '212.5%' }"
"""Text of twice the size."""
Opener = Callable[..., "Page"]


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
    wanted = Lesson(
        name="8b", way=Way.EACH, seed=1, chance=False, reading=shipped.model.readings[0].id
    )
    made = Host(shipped, begun(shipped, tmp_path, wanted))
    made.start(0, "127.0.0.1")
    yield made
    made.stop()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opener]:
    """Opens a page in a browser of its own; what its console complains of fails the test."""
    contexts, complaints = [], []

    def open_page(size: dict[str, int] = PHONE, *, script: str = "", plain: bool = False) -> Page:
        context = chromium.new_context(viewport=size, java_script_enabled=not plain)  # type: ignore[arg-type]
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


def heading(page: Page) -> str:
    """Return the heading of the stage."""
    return page.locator("h1").inner_text()


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, in a line each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def too_small(page: Page) -> list[str]:
    """Return what can be pressed and is smaller than a thumb needs, 44 px; not links in a sentence."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll("button, summary, select, input:not([type=hidden]), textarea, a.plain, a.main, label")]
            .filter((one) => one.checkVisibility() && !(one.matches("label") && !one.closest(".card, .chip")))
            .map((one) => [one.getBoundingClientRect(), one])
            .filter(([box]) => box.width && (box.height < 43.9 || box.width < 43.9))
            .map(([box, one]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""
    )


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return page.evaluate(  # type: ignore[no-any-return]
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def votes(page: Page, letter: str, reason: str = "") -> None:
    """Choose a response, give a reason, send."""
    page.locator(f".card:has(.letter:text-is('{letter}')) input").check()
    if reason:
        page.locator("textarea").fill(reason)
    press(page, "my vote")
    waits_for(page, "Your vote is kept")


def test_a_whole_lesson_with_a_teachers_phone_and_three_pupils(host: Host, opened: Opener) -> None:
    teacher = opened(PHONE)
    teacher.goto(host.teacher_url)
    pupils = [
        comes_in(opened(size), host, name)
        for size, name in ((PHONE, ""), (SMALL, "Ann"), (LYING, ""))
    ]
    everybody = [teacher, *pupils]
    for turn in range(6):
        for step in ("To the situation", "To the telegram", "To the council", "To the decision"):
            press(teacher, step)
            for page in everybody:
                waits_for(page, f"Telegram {turn + 1} of 6")
                page.locator(f"h1[id^=h-{step.split()[-1]}-{turn}]").wait_for()
            wrong = [faults(page) + too_small(page) for page in everybody if turn == 0]
            assert wrong == [[]] * len(wrong), step
        press(teacher, "Open the vote")
        letters = [page.locator(".card:not(.closed) .letter").first.inner_text() for page in pupils]
        for page, letter in zip(pupils, letters, strict=True):
            votes(page, letter, "The harvest <b>first</b>.")
        waits_for(teacher, "3 of 3 have answered")
        assert [faults(page) for page in everybody if turn == 0] == [[]] * 4 * (turn == 0)
        press(teacher, "Close the vote")
        press(teacher, "Show the count")
        for page in pupils:
            waits_for(page, "How the voices fell")
        press(teacher, "Show this reason: The harvest <b>first</b>.")
        waits_for(pupils[0], "The harvest <b>first</b>.")
        assert [faults(page) for page in everybody if turn == 0] == [[]] * 4 * (turn == 0)
        press(teacher, "Send the answer")
        for page in everybody:
            page.locator(f"h1[id=h-consequences-{turn}]").wait_for()
        assert [faults(page) for page in everybody if turn == 0] == [[]] * 4 * (turn == 0)
        press(teacher, "To the record")
        for page in everybody:
            page.locator(f"h1[id=h-record-{turn}]").wait_for()
    press(teacher, "To the chronicle")
    for page in everybody:
        page.locator("h1[id=h-chronicle]").wait_for()
    assert [faults(page) + too_small(page) for page in everybody] == [[]] * 4
    pupils[1].evaluate(TWICE)
    assert overflow(pupils[1]) == 0
    for step in ("What happened", "Why it happened", "What follows from it"):
        press(teacher, step)
        waits_for(pupils[0], step)
    teacher.locator("summary", has_text="End the lesson").click()
    press(teacher, "Yes, end the lesson")
    waits_for(pupils[0], "the lesson is over")
    assert [overflow(page) for page in everybody] == [0] * 4
    assert host.room.ended


def at_the_vote(host: Host) -> None:
    """Bring the class to the first decision, the vote open."""
    assert [host.ask(one) for one in (*(Next() for _ in range(4)), OpenVote())] == [None] * 5
    assert host.room.desk.stage is Stage.DECISION


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
        assert box["height"] >= 44
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
        host.ask(Next())


def test_what_is_being_written_outlives_the_votes_of_others(opened: Opener, host: Host) -> None:
    writer, other = comes_in(opened(), host), comes_in(opened(), host)
    at_the_vote(host)
    writer.locator("textarea").wait_for()
    writer.locator(".card input:enabled").nth(1).check()
    writer.locator("textarea").press_sequentially("The harvest is")
    writer.keyboard.press("ArrowLeft")
    scrolled = writer.evaluate("() => scrollY")

    other.locator(".card input:enabled").first.check()
    press(other, "Send my vote")
    waits_for(writer, "1 of 2 have answered")

    assert writer.locator("textarea").input_value() == "The harvest is"
    assert writer.evaluate("() => [document.activeElement.name, document.activeElement.selectionStart]") == [
        "reason", 13,
    ]  # fmt: skip
    assert writer.locator(".card input:enabled").nth(1).is_checked()
    assert writer.evaluate("() => scrollY") == scrolled
    waits_for(writer, "126 characters left")


def test_a_phone_that_slept_finds_the_class_where_it_is(opened: Opener, host: Host) -> None:
    page = comes_in(opened(), host)
    seat = page.locator("#seat-title").inner_text()
    page.context.set_offline(True)
    waits_for(page, "The connection is lost")
    at_the_vote(host)

    page.context.set_offline(False)

    page.get_by_role("button", name="Send my vote").wait_for()
    waits_for(page, "Back again")
    assert page.locator("#seat-title").inner_text() == seat


def test_a_phone_comes_back_by_itself_after_the_host_died(
    opened: Opener, host: Host, shipped: Campaign
) -> None:
    page = comes_in(opened(), host)
    at_the_vote(host)
    votes(page, "B", "Before.")
    host.stop()
    waits_for(page, "The connection is lost")
    again = Host(shipped, RoomFile.open(host.path))
    again.start(host.port, "127.0.0.1")
    try:
        waits_for(page, "Back again")
        votes(page, "C", "After.")

        until(page, lambda: reasons(again) == ["After."])
    finally:
        again.stop()


def test_a_reload_keeps_seat_and_vote(opened: Opener, host: Host) -> None:
    page = comes_in(opened(), host)
    at_the_vote(host)
    votes(page, "B", "So it is.")
    before = page.locator("#seat-title").inner_text()

    page.reload()

    assert page.locator("#seat-title").inner_text() == before
    assert page.locator("input[type=radio]:checked").get_attribute("id") == "vote-0-B"
    assert page.locator("textarea").input_value() == "So it is."


def test_who_joins_late_gets_a_seat_and_a_voice(opened: Opener, host: Host) -> None:
    comes_in(opened(), host)
    at_the_vote(host)

    votes(comes_in(opened(), host, "Late"), "B")

    assert len(host.room.round.votes) == 1


def test_another_phone_takes_the_same_seat_with_the_key(opened: Opener, host: Host) -> None:
    first, second = comes_in(opened(), host, "Ann"), opened()
    key = first.locator(".key").inner_text()
    second.goto(f"{address(host)}/?code={host.room.opened.code}")
    second.locator("summary").click()
    second.get_by_label("Your own key").fill(key.lower())

    press(second, "Take my seat again")

    assert second.locator("footer bdi").inner_text() == "Ann"
    assert len(host.room.pupils) == 1


def test_without_scripts_everything_works_by_forms(opened: Opener, host: Host) -> None:
    page = comes_in(opened(plain=True), host, "Plain")
    at_the_vote(host)
    page.reload()
    votes(page, "B", "By form.")
    page.locator("summary", has_text="Foresee").click()
    form = page.locator("form.split").first
    form.locator("input[type=number]").first.fill("49")
    form.get_by_role("button").last.click()
    waits_for(page, "The points do not add up.")

    page.locator("summary", has_text="Foresee").click()
    page.locator("form.split input[type=number]").first.fill("50")
    page.locator("form.split").first.get_by_role("button").last.click()

    assert reasons(host) == ["By form."]
    assert [points[0] for points in host.room.round.points.values()] == [50]


def test_where_sockets_are_blocked_the_page_asks_again_and_again(
    opened: Opener, host: Host
) -> None:
    page = comes_in(opened(script=NO_SOCKETS), host)
    at_the_vote(host)

    votes(page, "B", "By asking.")

    assert reasons(host) == ["By asking."]


def test_points_are_spread_by_steps_of_five_that_never_go_past_fifty(
    opened: Opener, host: Host
) -> None:
    page = comes_in(opened(), host)
    at_the_vote(host)
    page.locator("summary", has_text="Foresee").click()
    form = page.locator("form.split").first
    more = form.get_by_role("button", name="5 more on")
    for _ in range(8):
        more.first.click()
    assert form.locator("output").inner_text() == "40 of 50 spread, 10 left"
    for _ in range(4):
        more.nth(1).click()
    assert form.locator("output").inner_text() == "50 of 50 spread"

    form.get_by_role("button", name="Keep my points").click()

    waits_for(page, "Keep these points instead")
    assert [points[:2] for points in host.room.round.points.values()] == [(40, 10)]


def test_a_step_out_of_the_role_is_one_touch_and_back(opened: Opener, host: Host) -> None:
    page = comes_in(opened(), host)
    host.ask(Next())
    waits_for(page, "Only you know")

    press(page, "Step out")
    waits_for(page, "You look on as yourself")
    assert page.get_by_text("Only you know").count() == 0
    press(page, "Step in")

    waits_for(page, "Only you know")


def test_who_is_sent_out_sees_it_and_may_come_again(opened: Opener, host: Host) -> None:
    teacher, page = opened(LAPTOP), comes_in(opened(), host, "Ann")
    teacher.goto(host.teacher_url)
    teacher.locator("summary", has_text="Rename").click()
    teacher.locator("summary", has_text="Send somebody out").click()
    teacher.locator("#kick-which").select_option(label="Ann")

    press(teacher, "Yes, send out")

    waits_for(page, "This seat is not yours now")
    waits_for(teacher, "Nobody has come yet.")


def test_a_teacher_renames_and_reseats_while_others_come(opened: Opener, host: Host) -> None:
    teacher = opened(LAPTOP)
    teacher.goto(host.teacher_url)
    page = comes_in(opened(), host, "Ann")
    teacher.locator("summary", has_text="Rename").click()
    teacher.locator("#rename-which").select_option(label="Ann")
    teacher.locator("#rename-to").fill("Anna")
    comes_in(opened(), host, "Ben")
    waits_for(teacher, "2 in the room")

    press(teacher, "Rename")

    page.locator("footer bdi", has_text="Anna").wait_for()
    assert sorted(one.name for one in host.room.pupils.values()) == ["Anna", "Ben"]


def test_two_quick_presses_are_one_step(opened: Opener, host: Host) -> None:
    teacher = opened(PHONE)
    teacher.goto(host.teacher_url)

    teacher.locator("#next button").dblclick()
    waits_for(teacher, "To the telegram")

    assert host.room.desk.stage is Stage.SITUATION
