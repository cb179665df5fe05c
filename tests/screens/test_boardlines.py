"""Lines that open from the board, and what is asked before it shows how all ends."""

from __future__ import annotations

from threading import Event

import pytest

from game.atlas.answers import numbers_of
from game.campaign.campaign import Campaign
from game.chronicle.drawn import Drawn, drawn
from game.playthrough.coverage import Seen
from game.playthrough.desk import Stage
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.screens.board.board import BoardScreen, board_of
from game.screens.board.line import LineScreen
from game.screens.curves import DRAWS
from game.screens.flow import screen_for
from game.window.gallery import MemoryShelf, desk_at
from tests.screens.boardplayer import (
    LARGE,
    at_board,
)
from tests.screens.player import Player, office


@pytest.fixture(autouse=True)
def _not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line has no bands: to draw one often takes long, and goes on when its test is over."""
    monkeypatch.setattr("game.screens.curves.drawn", lambda *_: None)


@pytest.mark.gallery  # it has the same walk of all lines
def test_a_line_that_ends_otherwise_is_two_keys_from_the_chronicle(shipped: Campaign) -> None:
    desk = desk_at(shipped, len(shipped.scenarios) - 1, Stage.CHRONICLE)
    room = office(shipped)
    player = Player(room, screen_for(room, desk), LARGE)

    player.press("shift+b").app.update(1000)
    player.press("1")

    opened = player.top
    assert isinstance(opened, LineScreen)
    own = play(shipped, desk.playthrough).reached
    other = play(shipped, opened.line).reached
    assert own is not None
    assert other is not None
    assert own.ending.id != other.ending.id


@pytest.mark.gallery  # it has the same walk of all lines
def test_it_can_be_played_on_from_where_it_parts(shipped: Campaign) -> None:
    player = at_board(shipped)
    player.press("1")
    opened = player.top
    assert isinstance(opened, LineScreen)
    mine, other = opened.made.line, opened.line.line

    player.click("play")

    made = player.desk.playthrough
    assert player.top.name == "consequences"
    assert made.line == other[: len(made.line)]
    assert made.line[:-1] == mine[: len(made.line) - 1]
    assert made.line[-1] != mine[len(made.line) - 1]


def test_your_own_line_is_only_read(harbour: Campaign) -> None:
    player = at_board(harbour)

    player.tab_to("strands").press("return")

    assert player.top.name == "line"
    assert "play" not in player.names


@pytest.mark.gallery  # it has the same walk of all lines
def test_whoever_has_begun_plays_on_from_the_next_telegram_along_a_line_that_agrees(
    shipped: Campaign,
) -> None:
    player = at_board(shipped, 2)
    screen = player.top
    assert isinstance(screen, BoardScreen)
    assert screen.work.board is not None
    made = numbers_of(shipped, screen.made.line)
    number = next(
        one
        for one in range(screen.work.board.strands)
        if screen.work.board.answers(one)[:2] == made
    )

    opened = LineScreen(
        screen.office, screen.made, screen.work.board, screen.work.board.answers(number)
    )

    assert opened.parting == 2


class Bands:
    """Draws a line a few times and then often, each only once it may."""

    def __init__(self) -> None:
        self.begun = {count: Event() for count in DRAWS}
        self.may = {count: Event() for count in DRAWS}

    def drawn(self, campaign: Campaign, made: Playthrough, count: int) -> Drawn | None:
        """Draw it so often."""
        self.begun[count].set()
        self.may[count].wait()
        return drawn(campaign, made, count)


def pictures(player: Player) -> list[str]:
    """Return what is said of each picture."""
    return [one.label for one in player.sheet.spots if one.role == "picture"]


def test_the_bands_of_a_line_come_while_it_is_read(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First its curves alone, then a few draws, at last as many as are promised."""
    bands, (few, many) = Bands(), DRAWS
    player = at_board(harbour)
    monkeypatch.setattr("game.screens.curves.drawn", bands.drawn)
    before = pictures(player.press("1"))
    bands.may[few].set()
    bands.begun[many].wait()
    player.app.update(0.01)
    meanwhile = pictures(player)
    bands.may[many].set()
    player.app.update(1000)

    assert before
    assert not any("draws" in one for one in before)
    assert all(f"{few} draws" in one for one in meanwhile)
    assert all(f"{many} draws" in one for one in pictures(player))


def test_whoever_has_finished_no_campaign_is_asked_first(harbour: Campaign) -> None:
    player = Player(office(harbour), screen_for(office(harbour), desk_at(harbour, 0, Stage.RECORD)))
    player.press("shift+b")
    asked = player.text
    titles = [str(one.title).casefold() for one in harbour.outline.endings]

    player.press("return").app.update(1000)

    assert "how it all ends" in asked
    assert not any(title in asked for title in titles)
    assert "every line" in player.text


def test_whoever_does_not_want_to_know_goes_back_and_is_asked_again(harbour: Campaign) -> None:
    room = office(harbour)
    player = Player(room, screen_for(room, desk_at(harbour, 0, Stage.RECORD)))

    player.press("shift+b", "escape")
    back = player.top.name
    player.press("shift+b")

    assert back == "record"
    assert "how it all ends" in player.text


def test_the_question_lies_over_what_led_to_it(harbour: Campaign) -> None:
    room = office(harbour)
    below = screen_for(room, desk_at(harbour, 0, Stage.RECORD))
    player = Player(room, below).press("shift+b")

    asked = player.text
    player.press("return")

    assert "how it all ends" in asked
    assert "the record" in asked
    assert "the record" not in player.text


def test_nobody_is_asked_twice(harbour: Campaign) -> None:
    room = office(harbour)
    player = Player(room, screen_for(room, desk_at(harbour, 0, Stage.RECORD)))

    player.press("shift+b", "return", "escape", "shift+b")

    assert "how it all ends" not in player.text


@pytest.mark.parametrize("stage", [Stage.RECORD, Stage.CHRONICLE])
def test_at_the_end_of_the_campaign_nobody_is_asked(harbour: Campaign, stage: Stage) -> None:
    last = desk_at(harbour, len(harbour.scenarios) - 1, stage)

    assert not board_of(office(harbour), last).asks


def test_before_the_last_months_are_seen_one_is_asked(harbour: Campaign) -> None:
    last = desk_at(harbour, len(harbour.scenarios) - 1, Stage.CONSEQUENCES)

    assert board_of(office(harbour), last).asks


def test_whoever_has_finished_once_is_not_asked_in_the_next_campaign(harbour: Campaign) -> None:
    room = office(harbour)
    room.shelf = MemoryShelf(seen=Seen(endings=frozenset({"any"})))

    assert not board_of(room, desk_at(harbour, 0, Stage.DECISION)).asks


@pytest.mark.parametrize("stage", [Stage.SITUATION, Stage.TELEGRAM, Stage.DECISION])
def test_the_board_is_one_key_away_from_every_stage(harbour: Campaign, stage: Stage) -> None:
    room = office(harbour)
    below = screen_for(room, desk_at(harbour, 1, stage))
    player = Player(room, below)

    opened = player.press("shift+b").top.name
    player.press("shift+b")

    assert opened == "board"
    assert player.top is below


def test_the_title_has_the_board_only_for_those_who_have_finished_once(
    harbour: Campaign,
) -> None:
    room = office(harbour)
    before = Player(room).press("shift+b")
    refused = before.top.name, before.app.notice.text
    room.shelf = MemoryShelf(seen=Seen(endings=frozenset({"any"})))

    assert refused == ("title", "No campaign lies open.")
    assert Player(room).press("shift+b").top.name == "board"
