"""The wall after the answer, in the debrief, and how one leaves it."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.room.requests import (
    Debrief,
    End,
    Lock,
    Mute,
)
from game.screens.stages.consequences import ConsequencesScreen
from game.screens.wall.stage import ReplyScreen
from game.screens.wall.wall import NOT_AGAIN, UNANSWERED
from game.window.classgallery import (
    ADDRESSES,
    CODE,
    DECISION,
    NAMES,
    OTHER_CODE,
    answered,
    beside,
    host_in_memory,
    voted,
    walked,
)
from tests.screens.presenter import Presenter, before, over


@pytest.fixture
def lobby(harbour: Campaign) -> Presenter:
    """Before a class of seven that is in the lobby."""
    return before(host_in_memory(harbour, 7))


# --- after the answer ---


def test_the_reply_goes_out_before_the_months_pass(harbour: Campaign) -> None:
    host = walked(voted(walked(host_in_memory(harbour, 7), DECISION + 1), (7,)), 2)
    presenter = before(host, Settings()).press("return")
    assert isinstance(presenter.wall.inner, ReplyScreen)
    presenter.press("return")
    assert isinstance(presenter.wall.inner, ReplyScreen)

    assert isinstance(presenter.press("return").wall.inner, ConsequencesScreen)


def test_what_the_class_expected_stands_beside_what_came(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    presenter = before(host).press("return", "return")
    assert presenter.page == "expected"
    assert "this came" in presenter.player.text
    assert presenter.press("left").page == "consequences"
    presenter.press("return", "return", "return")

    assert presenter.page == "record"


def test_without_points_the_record_follows_the_ledger(harbour: Campaign) -> None:
    host = walked(voted(walked(host_in_memory(harbour, 7), DECISION + 1), (7,)), 3)

    assert before(host).press("return", "return").page == "record"


def test_an_answer_is_taken_back_only_after_a_question(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    presenter = before(host).press("left")
    assert presenter.player.top.name == "question"
    presenter.press("return")
    assert len(host.room.desk.playthrough.line) == 1
    presenter.press("left").player.click("yes")

    assert host.room.desk.stage is Stage.DECISION
    assert (presenter.page, presenter.player.top.name) == ("voting", "wall")


def test_from_the_ledger_one_goes_back_to_the_months(harbour: Campaign) -> None:
    presenter = before(answered(host_in_memory(harbour, 7))).press("return")
    inner = presenter.wall.inner
    assert isinstance(inner, ConsequencesScreen)
    assert inner.ledger
    presenter.press("left")

    assert not inner.ledger


def test_the_ledger_can_be_seen_again_from_the_record(harbour: Campaign) -> None:
    presenter = before(walked(answered(host_in_memory(harbour, 7)), 1))
    presenter.player.click("stage:consequences")

    assert presenter.page == "consequences"
    assert presenter.host.room.desk.stage is Stage.CONSEQUENCES


def test_nothing_is_answered_again_before_a_class(harbour: Campaign) -> None:
    presenter = before(over(harbour))
    presenter.player.click("replay:0")

    assert presenter.player.app.notice.text == NOT_AGAIN
    assert presenter.page == "chronicle"


# --- the debrief ---


def test_the_debrief_has_three_steps_and_ends_after_a_question(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())
    presenter = before(host).press("right", "right")
    assert presenter.wall.shown.view.shared.debrief == 2
    presenter.press("return").player.click("yes")

    assert host.asked[-1] == End()
    assert presenter.page == "lesson-over"


def test_what_happened_stands_beside_the_questions(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())

    assert "what was answered then" in before(host).player.text


def test_the_cards_are_laid_open_by_a_button_of_the_debrief(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())
    presenter = before(host)
    presenter.player.click("wall:knew")

    assert presenter.player.top.name == "knew"


def test_a_lesson_of_one_telegram_goes_from_the_record_to_the_debrief(harbour: Campaign) -> None:
    presenter = before(walked(answered(host_in_memory(harbour, 7)), 1))
    assert presenter.page == "record"
    presenter.player.click("wall:debrief")

    assert presenter.page == "debrief"


def test_the_debrief_is_left_backwards_to_where_the_class_was(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())

    assert before(host).press("left").page == "consequences"


def test_the_class_sees_how_sure_it_was_and_nobody_else_is_named(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())
    presenter = before(host)
    presenter.player.click("wall:sure")
    assert presenter.page == "sure"
    assert "the class as a whole" in presenter.player.text
    assert presenter.press("left").page == "debrief"
    presenter.player.click("wall:sure")

    assert presenter.press("right").page == "debrief"


def test_cards_are_secret_until_the_telegram_is_answered(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION)).press("shift+k")

    assert presenter.player.app.notice.text == UNANSWERED
    assert presenter.player.top.name == "wall"


def test_after_the_answer_all_cards_lie_side_by_side(harbour: Campaign) -> None:
    presenter = before(answered(host_in_memory(harbour, 7))).press("shift+k")
    assert presenter.player.top.name == "knew"
    first = harbour.scenarios[0].id
    cards = [card for seat in harbour.classroom.seats for card in seat.cards if card.id == first]
    labels = [one.label for one in presenter.player.sheet.spots]

    assert cards
    assert [one.text for one in cards if str(one.text) not in labels] == []
    assert presenter.press("escape").player.top.name == "wall"


def test_after_a_whole_campaign_the_chronicle_can_be_seen_again(harbour: Campaign) -> None:
    host = over(harbour)
    host.ask(End())
    presenter = before(host)
    assert presenter.page == "lesson-over"
    presenter.player.click("wall:chronicle")
    assert presenter.page == "chronicle"

    assert presenter.press("right").page == "lesson-over"


def beside_another(campaign: Campaign) -> Presenter:
    """Return a presenter whose lesson is over, and who has the room of another class."""
    host = answered(host_in_memory(campaign, 7))
    host.ask(End())
    return before(host, others=(beside(campaign),))


def test_at_the_end_a_class_is_held_beside_another(harbour: Campaign) -> None:
    presenter = beside_another(harbour)
    presenter.player.click("wall:beside")
    assert presenter.page == "beside"
    assert f"class 10a ({OTHER_CODE.lower()})" in presenter.player.text
    assert "they answered alike as far as they went" in presenter.player.text
    assert presenter.press("left").page == "lesson-over"
    presenter.player.click("wall:beside")

    assert presenter.press("return").page == "lesson-over"


def test_the_wall_tells_of_other_classes_only_what_this_one_has_behind_it(
    harbour: Campaign,
) -> None:
    presenter = beside_another(harbour)
    presenter.player.click("wall:beside")

    assert str(harbour.scenarios[0].title).lower() in presenter.player.text
    assert str(harbour.scenarios[1].title).lower() not in presenter.player.text


def test_no_pupil_is_named_where_classes_stand_side_by_side(harbour: Campaign) -> None:
    presenter = beside_another(harbour)
    presenter.player.click("wall:beside")
    labels = " ".join(one.label for one in presenter.player.sheet.spots)

    assert [name for name in NAMES[:9] if f" {name} " in f" {labels} "] == []


def test_without_another_class_there_is_nothing_to_stand_beside(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(End())

    assert "wall:beside" not in [one.name for one in before(host).player.sheet.spots]


# --- the menu, and leaving ---


def test_the_menu_locks_and_mutes(lobby: Presenter) -> None:
    lobby.press("escape").player.click("lock")
    lobby.player.click("mute")

    assert lobby.host.asked == [Lock(on=True), Mute(on=True)]
    lobby.follow().player.click("lock")
    assert lobby.host.asked[-1] == Lock(on=False)


def test_the_menu_leads_to_the_debrief(lobby: Presenter) -> None:
    lobby.press("f10").player.click("debrief")

    assert lobby.page == "debrief"
    assert lobby.player.top.name == "wall"


def test_a_playthrough_of_a_class_is_saved_only_if_that_is_asked_for(lobby: Presenter) -> None:
    shelf = lobby.player.office.shelf
    lobby.press("right", "right", "right", "f9", "f5")
    assert (lobby.player.kept, shelf.rows()) == ([], ())
    lobby.press("escape").player.click("save")

    assert [row.desk for row in shelf.rows()] == [lobby.host.room.desk]


def test_the_teachers_page_opens_in_the_browser(lobby: Presenter) -> None:
    lobby.press("f4")

    assert lobby.player.office.classes.browsed == [lobby.host.teacher_url]  # type: ignore[attr-defined]


def test_the_menu_tells_what_keeps_phones_out(lobby: Presenter) -> None:
    lobby.press("escape").player.click("unreached")

    assert ADDRESSES[1].url in lobby.player.text


@pytest.mark.parametrize("key", ["f3", ".", "b"])
def test_the_screen_goes_black_and_any_key_brings_it_back(lobby: Presenter, key: str) -> None:
    lobby.press(key)
    assert lobby.player.text == ""
    lobby.press("pagedown")

    assert CODE.casefold() in lobby.player.text
    assert lobby.host.asked == []


def test_f5_fills_the_screen_as_a_presenters_remote_wants(lobby: Presenter) -> None:
    lobby.press("f5")

    assert lobby.player.office.settings.fullscreen


def test_a_window_that_is_closed_asks_once(lobby: Presenter) -> None:
    lobby.player.event(pygame.Event(pygame.QUIT))
    assert lobby.player.top.name == "question"
    assert lobby.host.is_open
    lobby.player.event(pygame.Event(pygame.QUIT))

    assert lobby.player.app.is_over()
    assert not lobby.host.is_open


def test_a_system_that_shuts_down_is_not_asked(lobby: Presenter) -> None:
    app = lobby.press("ctrl+q").player.app
    app.handle(pygame.Event(pygame.APP_TERMINATING), (1280, 720))

    assert app.is_over()


def test_hosting_goes_on_if_that_is_the_answer(lobby: Presenter) -> None:
    lobby.press("ctrl+q", "return")
    assert lobby.host.is_open
    lobby.press("ctrl+q")

    assert lobby.player.top.name == "question"


def test_whoever_ends_hosting_comes_to_the_title(lobby: Presenter) -> None:
    lobby.press("escape").player.click("leave").click("yes")

    assert lobby.player.top.name == "title"
    assert not lobby.host.is_open


def test_loading_a_save_before_a_class_asks_too(lobby: Presenter) -> None:
    lobby.press("escape").player.click("save")
    lobby.press("escape", "f9")

    assert lobby.player.top.name == "question"
