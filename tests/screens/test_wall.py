"""The wall of a class: its pages follow the room, its keys ask the host."""

from __future__ import annotations

from math import inf

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.playthrough.coverage import Seen
from game.room.pupils import table
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    CloseVote,
    Count,
    Next,
    OpenVote,
    PauseClock,
    Reveal,
    Send,
    StartClock,
)
from game.room.ways import Way
from game.screens.outside import patience
from game.screens.stages.council import CouncilScreen
from game.window.classgallery import (
    DECISION,
    host_in_memory,
    names,
    voted,
    walked,
    wanted,
)
from game.window.gallery import MemoryShelf
from tests.screens.presenter import Presenter, before, tied


@pytest.fixture
def lobby(harbour: Campaign) -> Presenter:
    """Before a class of seven that is in the lobby."""
    return before(host_in_memory(harbour, 7))


@pytest.fixture
def deciding(harbour: Campaign) -> Presenter:
    """Before a class of seven that may vote."""
    return before(walked(host_in_memory(harbour, 7), DECISION + 1))


# --- going on and back ---


@pytest.mark.parametrize("key", ["return", "space", "pagedown", "right"])
def test_each_key_of_a_presenter_leads_on(lobby: Presenter, key: str) -> None:
    lobby.press(key, key)

    assert lobby.host.asked == [Next()]
    assert lobby.page == "situation"


@pytest.mark.parametrize("key", ["pageup", "left"])
def test_each_key_of_a_presenter_leads_back(harbour: Campaign, key: str) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 2)).press(key)

    assert presenter.host.asked[-1] == Back()
    assert presenter.page == "situation"


def test_tab_moves_the_focus_and_does_not_lead_on(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 1))
    asked = len(presenter.host.asked)
    presenter.press("tab")

    assert len(presenter.host.asked) == asked
    assert presenter.wall.hand.focus


def test_the_wheel_never_leads_a_class_on(lobby: Presenter) -> None:
    for _ in range(5):
        lobby.player.scroll(-1)

    assert lobby.host.asked == []


def test_no_class_sees_how_all_ends_because_its_teacher_has(lobby: Presenter) -> None:
    lobby.player.office.shelf = MemoryShelf(seen=Seen(endings=frozenset({"any"})))
    lobby.press("shift+b")

    assert lobby.player.top is lobby.wall


def test_what_the_teacher_does_on_a_phone_is_followed(lobby: Presenter) -> None:
    walked(lobby.host, 2)

    assert lobby.follow().page == "telegram"


def test_a_page_that_lies_on_the_wall_goes_when_the_class_goes_on(lobby: Presenter) -> None:
    lobby.press("f1")
    assert lobby.player.top.name == "help"
    walked(lobby.host, 1)
    lobby.follow()

    assert [one.name for one in lobby.player.app.stack] == ["wall"]


def test_a_page_that_lies_on_the_wall_stays_when_somebody_comes_in(lobby: Presenter) -> None:
    lobby.press("f1")
    lobby.host.join(["Zora"])
    lobby.follow()

    assert lobby.player.top.name == "help"


def test_nothing_changes_while_nothing_happens(lobby: Presenter) -> None:
    app = lobby.player.app
    surface = pygame.Surface((1280, 720))
    app.draw(surface)

    assert not app.rest(0.1)
    assert app.draw(surface) is None


def test_somebody_who_comes_in_is_seen(lobby: Presenter) -> None:
    lobby.host.join(["Zora"])

    assert lobby.player.app.rest(0.1)
    assert "8 in the room" in lobby.player.text
    assert "zora" in lobby.player.text


def test_every_stage_of_a_campaign_comes_and_goes_by_one_key(harbour: Campaign) -> None:
    presenter = before(host_in_memory(harbour, 7))
    pages = [presenter.page]
    for _ in range(60):
        voted(presenter.host, (7,))
        presenter.press("pagedown")
        pages.append(presenter.page)

    assert list(dict.fromkeys(pages)) == [
        "lobby", "before", "situation", "telegram", "council", "voting", "sending", "consequences",
        "record", "chronicle", "debrief",
    ]  # fmt: skip


def test_one_can_go_back_to_a_stage_in_the_bar(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION))
    presenter.player.click("stage:situation")

    assert presenter.host.asked[-3:] == [Back()] * 3
    assert presenter.page == "situation"


def test_a_refusal_is_told_in_words(lobby: Presenter) -> None:
    lobby.press("pageup")

    assert lobby.player.app.notice.text == "There is nothing before this. Go on instead."


# --- the council ---


def test_the_voices_of_the_council_are_heard_before_the_class_decides(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    inner = presenter.wall.inner
    assert isinstance(inner, CouncilScreen)
    last = len(inner.scenario.council.speeches) - 1
    presenter.press(*["right"] * last)

    assert (presenter.page, inner.speaker) == ("council", last)
    assert presenter.press("left").page == "council"
    assert inner.speaker == last - 1
    assert presenter.press("right", "right").page == "voting"


def test_a_question_is_asked_of_the_room_and_its_answer_shown(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    question = harbour.scenarios[0].council.questions[0]
    presenter.press("1")

    assert presenter.host.asked[-1] == Ask(str(question.id))
    assert str(question.answer)[:20].casefold() in presenter.player.text
    asked = len(presenter.host.asked)
    presenter.press("left", "1")
    assert len(presenter.host.asked) == asked
    assert str(question.answer)[:20].casefold() in presenter.player.text


def test_an_answer_asked_for_on_a_phone_is_shown(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    question = harbour.scenarios[0].council.questions[0]
    presenter.host.ask(Ask(str(question.id)))

    assert str(question.answer)[:20].casefold() in presenter.follow().player.text


# --- the vote ---


def test_the_vote_opens_and_closes_by_a_key(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION)).press("f6", "f6")

    assert presenter.host.asked[-2:] == [OpenVote(), CloseVote()]


def test_the_count_is_shown_by_a_key(deciding: Presenter) -> None:
    deciding.press("f7")

    assert deciding.host.asked[-1] == Reveal()
    assert deciding.wall.shown.view.shared.revealed


def test_the_count_is_told_before_any_voice_is(deciding: Presenter) -> None:
    voted(deciding.host, (3, 1))
    deciding.follow()

    assert "4 of 7 have voted" in deciding.player.text
    assert [one for one in deciding.player.sheet.spots if ": 3 voices" in one.label] == []


def test_after_the_count_each_response_has_its_voices(deciding: Presenter) -> None:
    voted(deciding.host, (4, 1))
    deciding.press("f7")
    labels = [one.label for one in deciding.player.sheet.spots if one.role == "bar"]

    assert [one for one in labels if one.endswith(": 4 voices")]
    assert [one for one in labels if one.endswith(": 1 voice")]
    assert "most voices were for it" in deciding.player.text


def test_only_reasons_that_the_teacher_let_through_are_shown(deciding: Presenter) -> None:
    voted(deciding.host, (7,), "the ice holds")
    deciding.press("f7")
    assert "the ice holds" not in deciding.player.text
    deciding.host.show_reasons(names(1))

    assert "the ice holds" in deciding.follow().player.text


def test_a_tie_is_told_and_the_teacher_sends_one_of_the_tied(harbour: Campaign) -> None:
    presenter = before(tied(harbour)).press("return")
    assert presenter.player.app.notice.text == (
        "Nothing is decided. Send one of those that may be sent."
    )
    assert "voices are tied" in presenter.player.text
    second = table(harbour, presenter.host.room)[1]
    presenter.press("2")

    assert presenter.host.asked[-1] == Send(str(second))
    assert presenter.host.room.desk.playthrough.line == (second,)


def test_the_clock_starts_holds_and_gets_a_minute_more(deciding: Presenter) -> None:
    deciding.press("f8", "f12", "f12", "f8", "f8")

    assert deciding.host.asked[-5:] == [
        StartClock(300), AddTime(60), AddTime(60), PauseClock(), StartClock(),
    ]  # fmt: skip
    assert "07:00" in deciding.player.text


def test_the_clock_is_drawn_again_each_second_and_not_more_often(deciding: Presenter) -> None:
    deciding.press("f8")
    deciding.host.clock += 400
    first = deciding.player.app.rest(0.1)
    deciding.host.clock += 400
    second = deciding.player.app.rest(0.1)
    deciding.host.clock += 400
    third = deciding.player.app.rest(0.1)

    assert (first, second, third) == (False, False, True)
    assert "04:59" in deciding.player.text


def test_the_window_wakes_when_the_clock_shows_another_figure(deciding: Presenter) -> None:
    stands = patience(deciding.player.app.stack)
    deciding.press("f8", "f1")
    deciding.host.clock += 400
    runs = patience(deciding.player.app.stack)
    deciding.host.clock += round(runs * 1000)

    assert (stands, runs) == (inf, 0.601)
    assert deciding.player.app.rest(runs)


def test_the_end_of_the_time_is_heard_once(deciding: Presenter) -> None:
    deciding.press("f8")
    deciding.host.clock += 301_000
    deciding.follow().host.join(["Zora"])
    deciding.follow()

    assert deciding.player.heard.count("stamp") == 1
    assert "00:00" in deciding.player.text


# --- raised hands ---


def test_hands_are_typed_in_and_counted(harbour: Campaign) -> None:
    host = walked(host_in_memory(harbour, 0, wanted(harbour, Way.HANDS)), DECISION + 2)
    presenter = before(host).press("return")
    assert presenter.player.top.name == "hands"
    first, *rest = map(str, table(harbour, host.room))
    presenter.press("1", "2", "x", "backspace", "4", "down", "3", "return")

    assert host.asked[-1] == Count({first: 14, rest[0]: 3} | dict.fromkeys(rest[1:], 0))
    assert presenter.press("return", "return").host.room.desk.playthrough.line == (first,)


def test_the_key_for_the_count_leads_to_the_hands_too(harbour: Campaign) -> None:
    host = walked(host_in_memory(harbour, 0, wanted(harbour, Way.SLIPS)), DECISION + 2)
    presenter = before(host).press("f7")
    assert presenter.player.top.name == "hands"

    assert presenter.press("escape").player.top.name == "wall"
