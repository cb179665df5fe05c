"""The board on the screen: reached, read, pointed at, filtered, panned; with numpy and without."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import pytest

from game.atlas.board import gathered
from game.campaign.campaign import Campaign
from game.gallery import MemoryShelf, desk_at, line_of, office_in_memory
from game.playthrough.desk import Stage
from game.playthrough.playthrough import begin, history
from game.screens.board import BoardScreen
from game.screens.flow import screen_for
from game.screens.walking import Work, work_on
from game.widgets.loom import Weave
from game.widgets.sheet import Clipped, Sheet, Spot, Strands, Stroke
from tests.screens.player import Player, at_desk, office

LARGE = (1920, 1080)


def at_board(campaign: Campaign, turns: int | None = None) -> Player:
    """Return a player at the finished board, who has played some telegrams or all."""
    made = begin(campaign, chance=False)
    for one in line_of(campaign, len(campaign.scenarios) if turns is None else turns):
        made = made.answer(one)
    screen = BoardScreen(office(campaign), made)
    screen.update(1000)
    return Player(screen.office, screen, LARGE)


def strands(sheet: Sheet) -> Strands:
    """Return the strands of a sheet."""
    return next(one for one in sheet.marks if isinstance(one, Strands))


def weave(player: Player) -> Weave:
    """Return what is woven."""
    return strands(player.sheet).weave


def lines(player: Player) -> list[Stroke]:
    """Return the strokes of the lines that stand out."""
    *_, clipped = (
        one
        for one in player.sheet.marks
        if isinstance(one, Clipped) and one.rect == strands(player.sheet).rect
    )
    return [one for one in clipped.marks if isinstance(one, Stroke)]


def rows(player: Player, kind: str) -> list[Spot]:
    """Return the rows of a list by the beginning of their names."""
    return [one for one in player.sheet.spots if one.name.startswith(f"{kind}:")]


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
    assert len(weave(player).pattern.chosen) == board.lines
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
    told = [one.label for one in at_board(harbour).sheet.spots if "of 100 lines" in one.label]

    assert [one.partition(":")[0] for one in told] == [
        str(one.title) for one in harbour.outline.axes
    ]


def test_pointing_at_a_strand_tells_where_it_leads_and_a_click_opens_it(
    harbour: Campaign,
) -> None:
    player = at_board(harbour)
    before = player.text

    player.hover("strands")
    told = player.text
    player.click("strands")

    assert "point at a strand" in before
    assert "point at a strand" not in told
    assert player.top.name == "line"
    assert "among all lines" in player.text


def test_a_line_tells_its_spread_month_by_month(harbour: Campaign) -> None:
    player = at_board(harbour)
    player.click(rows(player, "line")[0].name)

    pictures = [one.label for one in player.sheet.spots if one.role == "picture"]

    assert pictures
    assert all("This line: from" in one and "nine in ten" in one.lower() for one in pictures)


def test_each_line_that_differs_in_one_answer_is_listed_and_opens(harbour: Campaign) -> None:
    player = at_board(harbour)
    others = [one.name for one in rows(player, "line")[1:]]

    player.click(others[-1])

    assert len(others) > 1
    assert player.top.name == "line"


@pytest.mark.parametrize("name", ["wish:ending", "wish:answer.0", "wish:part.0", "wish:beside"])
def test_each_wish_leaves_fewer_strands_and_all_come_back(harbour: Campaign, name: str) -> None:
    player = at_board(harbour)
    whole = len(weave(player).pattern.chosen)

    fewer = len(weave(player.click(name)).pattern.chosen)
    back = len(weave(player.click("wish:all")).pattern.chosen)

    assert 0 < fewer < whole
    assert back == whole


@pytest.mark.parametrize("name", ["wish:ending", "wish:answer.0", "wish:part.0", "wish:beside"])
def test_a_wish_comes_round_to_any(harbour: Campaign, name: str) -> None:
    player = at_board(harbour)
    first = player.spot(name).value
    seen: list[str] = []

    while first not in seen:
        player.click(name)
        seen.append(player.spot(name).value)

    assert len(seen) == len(set(seen)) > 1


def test_the_board_comes_closer_is_moved_and_goes_back(harbour: Campaign) -> None:
    player = at_board(harbour)
    place = strands(player.sheet).rect

    closer = weave(player.press("shift+up")).height
    middle = strands(player.sheet).top
    player.scroll(-1, (place.x + 5, place.y + 5))
    moved = strands(player.sheet).top
    player.press("shift+down")

    assert closer == 2 * place.h
    assert middle == pytest.approx(place.h / 2, abs=2)
    assert moved > middle
    assert (weave(player).height, strands(player.sheet).top) == (place.h, 0)


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
    monkeypatch.setattr(Work, "_run", lambda _: None)
    monkeypatch.setattr("game.screens.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    screen.work.share = 0.43
    player = Player(screen.office, screen)

    assert "walking every line: 43%" in player.text
    assert screen.update(0.02)


def test_without_numpy_the_board_says_how_to_get_it(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "game.atlas.walk")  # it is imported anew
    monkeypatch.setattr("game.screens.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    moving = screen.update(1000)
    player = Player(screen.office, screen)

    assert "pip install 'six-telegrams[ensemble]'" in player.text
    assert not moving
    assert player.press("escape").app.is_over()


def test_lines_that_cannot_be_walked_are_told_of(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        message = "no value"
        raise ValueError(message)

    monkeypatch.setattr("game.screens.walking.gathered", fail)
    work = Work(harbour, str(harbour.model.readings[0].id))
    work.wait()

    assert work.trouble == "The lines cannot be walked: no value"


def test_lines_are_walked_once_in_a_session(harbour: Campaign) -> None:
    reading = str(harbour.model.readings[0].id)

    assert work_on(harbour, reading) is work_on(harbour, reading)


def test_a_sample_is_called_a_sample(harbour: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.screens.walking.gathered", partial(gathered, most=4))
    monkeypatch.setattr("game.screens.board.work_on", Work)
    screen = BoardScreen(office(harbour))
    screen.update(1000)

    assert "an even sample of" in Player(screen.office, screen).text


def test_a_player_at_the_record_sees_the_line_so_far(harbour: Campaign) -> None:
    player = at_desk(harbour, tuple(history(harbour, 1)), Stage.RECORD).press("shift+b")
    player.app.update(1000)

    assert "yours" in player.text
