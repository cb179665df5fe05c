"""The board on the screen: reached, read, pointed at; walked with numpy and without."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event
from unittest.mock import Mock

import pygame
import pytest

from game.atlas.wish import Wish
from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.playthrough.playthrough import begin, history
from game.screens.board.board import BoardScreen
from game.screens.board.walking import Work, work_on
from game.screens.flow import screen_for
from game.window.gallery import MemoryShelf, desk_at, line_of, office_in_memory
from tests.exhaustive import sampled
from tests.screens.boardplayer import (
    LARGE,
    at_board,
    lines,
    rows,
    shown,
    strands,
)
from tests.screens.player import Player, at_desk, office


@pytest.mark.parametrize("way", [lambda p: p.press("shift+b"), lambda p: p.click("board")])
@pytest.mark.parametrize("stage", [Stage.RECORD, Stage.CHRONICLE])
def test_the_board_opens_from_record_and_chronicle_and_closes(
    harbour: Campaign, way: Callable[[Player], Player], stage: Stage
) -> None:
    desk = desk_at(harbour, len(harbour.scenarios) - 1, stage)
    room = office(harbour)
    below = screen_for(room, desk)
    player = Player(room, below)
    way(player)
    opened = player.top.name

    player.press("escape")

    assert opened == "board"
    assert player.top is below


def test_the_title_leads_to_the_board_once_a_campaign_was_finished(harbour: Campaign) -> None:
    room = office(harbour)
    before = Player(room).names
    room.shelf.write(desk_at(harbour, len(harbour.scenarios) - 1, Stage.CHRONICLE))

    player = Player(room).click("board")

    assert "board" not in before
    assert player.top.name == "board"


def test_all_lines_are_woven_with_history_and_yours_over_them(harbour: Campaign) -> None:
    player = at_board(harbour)
    palette = player.app.look(LARGE).palette

    board = work_on(harbour, str(harbour.model.readings[0].id)).board
    assert board is not None
    assert shown(player) == board.strands
    assert {one.color for one in lines(player)} == {palette.cream, palette.bright_red}


def test_others_that_were_played_here_are_gold(harbour: Campaign) -> None:
    room = office_in_memory(harbour)
    desk = desk_at(harbour, len(harbour.scenarios) - 1, Stage.CHRONICLE)
    shelf = MemoryShelf()
    shelf.write(desk)
    room.shelf = shelf
    screen = BoardScreen(room)
    screen.update(1000)
    player = Player(room, screen, LARGE)

    assert player.app.look(LARGE).palette.gold in {one.color for one in lines(player)}
    assert "1 other played here" in player.text


def test_a_line_half_played_runs_as_far_as_it_was_played(harbour: Campaign) -> None:
    player = at_board(harbour, 1)
    red = player.app.look(LARGE).palette.bright_red
    place = strands(player.sheet).rect

    reach = max(x for one in lines(player) if one.color == red for x, _ in one.points)

    assert reach == pytest.approx(place.x + place.w / len(harbour.scenarios), abs=2)


def test_your_place_on_each_axis_is_told(harbour: Campaign) -> None:
    told = [one.label for one in rows(at_board(harbour), "axis")]
    assert all("of 100 lines" in one for one in told)

    assert [one.partition(":")[0] for one in told] == [
        str(one.title) for one in harbour.outline.axes
    ]


def test_pointing_at_a_strand_tells_where_it_leads_and_a_click_opens_it(
    harbour: Campaign,
) -> None:
    player = at_board(harbour)
    before, point = player.text, lines(player)[0].points[20]

    player.event(pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(0, 0, 0)))
    told = player.text
    player.drag(point)

    assert "point at a strand" in before
    assert "point at a strand" not in told
    assert player.top.name == "line"
    assert "among all lines" in player.text


def test_a_line_tells_its_spread_month_by_month(harbour: Campaign) -> None:
    player = at_board(harbour)
    player.click(rows(player, "line")[0].name).app.update(1000)

    pictures = [one.label for one in player.sheet.spots if one.role == "picture"]

    assert pictures
    assert all("This line: from" in one and "nine in ten" in one.lower() for one in pictures)


def test_each_line_that_differs_in_one_answer_is_listed_and_opens(harbour: Campaign) -> None:
    player = at_board(harbour)
    others = [one.name for one in rows(player, "line")[1:]]

    player.click(others[-1])

    assert len(others) > 1
    assert player.top.name == "line"


def test_the_keyboard_opens_your_line_from_the_strands(harbour: Campaign) -> None:
    player = at_board(harbour)

    player.tab_to("strands").press("return")

    assert player.top.name == "line"


def test_with_half_a_line_and_no_strand_pointed_at_nothing_opens(harbour: Campaign) -> None:
    player = at_board(harbour, 1)

    player.tab_to("strands").press("return")

    assert player.top.name == "board"


def test_while_lines_are_walked_it_says_how_far(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = Event()
    monkeypatch.setattr(Work, "_walk", lambda *_: walked.wait(60))
    monkeypatch.setattr("game.screens.board.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    screen.work.errand.share = 0.43
    player = Player(screen.office, screen)

    said, moving = player.text, screen.update(0.02)
    walked.set()

    assert "walking every line: 43%" in said
    assert moving


def test_without_numpy_the_board_says_how_to_get_it(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "game.atlas.ends")  # it is imported anew
    monkeypatch.setattr("game.screens.board.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    moving = screen.update(1000)
    player = Player(screen.office, screen)

    assert "pip install 'six-telegrams[ensemble]'" in player.text
    assert not moving
    assert player.press("escape").app.is_over()


def test_lines_that_cannot_be_walked_are_told_of(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.atlas.ends.ends", Mock(side_effect=ValueError("no value")))
    work = Work(harbour, str(harbour.model.readings[0].id))
    work.errand.wait()

    assert work.trouble == "The lines cannot be walked: no value"


def test_lines_are_walked_once_in_a_session(harbour: Campaign) -> None:
    reading = str(harbour.model.readings[0].id)

    assert work_on(harbour, reading, ((0, 0),)) is work_on(harbour, reading)


def test_an_even_sample_is_called_so(harbour: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.atlas.ends.MOST", 4)
    monkeypatch.setattr("game.screens.board.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    screen.update(1000)

    assert "an even sample of 4 is shown" in Player(screen.office, screen).text


def few_of(campaign: Campaign, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Return a player at a board that is a sample of one line, besides what must be there."""
    monkeypatch.setattr("game.atlas.ends.WALKED", 1)
    monkeypatch.setattr("game.screens.board.walking.WALKED", 1)
    monkeypatch.setattr("game.atlas.ends.SAMPLE", 1)
    made = begin(campaign, chance=False)
    for one in line_of(campaign, len(campaign.scenarios)):
        made = made.answer(one)
    screen = BoardScreen(office(campaign), made)
    screen.update(1000)
    return Player(screen.office, screen, LARGE)


def test_a_sample_drawn_by_lot_is_called_so(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = few_of(harbour, monkeypatch).text

    assert "up to 9 lines can be played, too many to walk" in text
    assert "a random sample of" in text


@pytest.mark.parametrize(
    ("name", "least"), sampled([("harbour", 2), ("shipped", 20)], [("harbour", 2)])
)
def test_your_line_and_all_beside_it_are_in_any_sample(
    name: str, least: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = few_of(request.getfixturevalue(name), monkeypatch)
    screen = player.top
    assert isinstance(screen, BoardScreen)
    assert screen.work.board is not None

    for one in screen.words.whole_lines:
        assert screen.work.board.number(one) is not None
    beside = screen.work.board.wished(Wish(beside=screen.words.yours)).chosen
    assert len(beside) > least


def test_a_player_at_the_record_sees_the_line_so_far(harbour: Campaign) -> None:
    player = at_desk(harbour, tuple(history(harbour, 1)), Stage.RECORD)
    player.press("shift+b", "return").app.update(1000)

    assert "yours" in player.text
