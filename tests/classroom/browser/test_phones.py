"""What befalls phones: sleep, reloads, lost connections, no scripts, no sockets."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.classroom.host import Host
from game.classroom.store import RoomFile
from game.playthrough.desk import Stage
from game.room.requests import Next
from tests.classroom.browser.browsing import (
    LAPTOP,
    PHONE,
    Opener,
    address,
    at_the_vote,
    comes_in,
    press,
    reasons,
    until,
    votes,
    waits_for,
)

pytestmark = pytest.mark.browser
NO_SOCKETS = """
window.WebSocket = class extends WebSocket {
  constructor(url) { super(url.replace("/live", "/nowhere")); }
};
"""
"""As where something between phone and host lets no socket through."""


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
    assert writer.evaluate("() => document.activeElement.name") == "reason"
    assert writer.evaluate("() => document.activeElement.selectionStart") == 13
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


def test_whom_a_teacher_has_chosen_never_becomes_another(opened: Opener, host: Host) -> None:
    """When the list grows shorter: a second touch would meet somebody nobody meant."""
    teacher = opened(LAPTOP)
    for name in ("Ann", "Ben", "Cid"):
        comes_in(opened(), host, name)
    teacher.goto(host.teacher_url)
    teacher.locator("summary", has_text="Rename").click()
    teacher.locator("summary", has_text="Send somebody out").click()
    teacher.locator("summary", has_text="Erase somebody").click()
    teacher.locator("#kick-which").select_option(label="Ben")
    teacher.locator("#erase-which").select_option(label="Ann")

    press(teacher, "Yes, erase")

    waits_for(teacher, "2 in the room")
    chosen = [teacher.locator(f"#{one}-which option:checked") for one in ("kick", "erase")]
    assert [one.inner_text() for one in chosen] == ["Ben", "Choose…"]


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


def test_a_double_click_is_one_step(opened: Opener, host: Host) -> None:
    teacher = opened(PHONE)
    teacher.goto(host.teacher_url)
    teacher.locator("#next button").click()
    waits_for(teacher, "To the telegram")

    teacher.locator("#next button").dispatch_event("click", {"detail": 2})

    press(teacher, "Lock the room")
    waits_for(teacher, "Unlock the room")
    assert host.room.desk.stage is Stage.SITUATION


def test_a_vote_cast_while_the_connection_is_away_goes_out_when_it_is_back(
    opened: Opener, host: Host
) -> None:
    page = comes_in(opened(), host)
    at_the_vote(host)
    page.locator("textarea").fill("From the cellar.")
    page.locator(".card input:enabled").first.check()
    page.context.set_offline(True)
    waits_for(page, "The connection is lost")
    press(page, "Send my vote")
    waits_for(page, "as soon as the connection is back")
    assert reasons(host) == []

    page.context.set_offline(False)

    waits_for(page, "Your vote is kept")
    assert reasons(host) == ["From the cellar."]


def test_hands_typed_in_on_the_teachers_page_decide(opened: Opener, host: Host) -> None:
    teacher, page = opened(LAPTOP), comes_in(opened(), host)
    teacher.goto(host.teacher_url)
    at_the_vote(host)
    teacher.locator("summary", has_text="Decided so").click()
    teacher.locator("#way-which").select_option(label="Raised hands")
    press(teacher, "Decide so")
    teacher.locator("#count-B").fill("17")
    press(teacher, "Keep the count")
    until(teacher, lambda: host.room.round.typed is not None)

    press(teacher, "Show the count")

    page.locator("li.decided", has_text="B").wait_for()
    assert page.locator("li.decided .number").inner_text() == "17"


def test_the_clock_is_set_and_gets_a_minute_more_and_ticks_on_the_phone(
    opened: Opener, host: Host
) -> None:
    teacher, page = opened(LAPTOP), comes_in(opened(), host)
    teacher.goto(host.teacher_url)
    teacher.get_by_label("Minutes").fill("2")
    press(teacher, "Set and start")
    page.locator("#clock", has_text="01:5").wait_for()

    press(teacher, "+1 min")

    page.locator("#clock", has_text="02:5").wait_for()
    press(teacher, "Pause")
    until(teacher, lambda: not host.room.clock.is_running)
    assert host.room.clock.left > 60_000
