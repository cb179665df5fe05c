"""The table of one answer changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from unittest.mock import Mock

import pytest

from game.campaign.campaign import Campaign
from game.files.saves import Keeper, Saves
from game.playthrough.desk import Guess, Notes
from game.playthrough.onechange import OneChange
from game.playthrough.parting import contrast
from game.screens.beside.compare import (
    CompareScreen,
)
from game.screens.beside.onechange import DRAWING, PLAYING, OneChangeScreen, fork
from game.screens.screen import Screen
from game.window.gallery import rested
from tests.exhaustive import sampled
from tests.screens.beside import at_chronicle, over, weighed
from tests.screens.player import Player, office

BOTH = sampled(["harbour", "shipped"], ["harbour"])
"""The campaigns whose tables are looked at."""


def played(screen: Screen) -> tuple[OneChangeScreen, OneChange]:
    """Return the table of one answer changed once every line is played."""
    rested(screen)
    assert isinstance(screen, OneChangeScreen)
    assert screen.found is not None
    return screen, screen.found


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_chronicle_leads_to_the_table_and_back(harbour: Campaign, way: str) -> None:
    player = at_chronicle(harbour)

    {"key": lambda: player.press("shift+o"), "button": lambda: player.click("one-change")}[way]()
    opened = player.top.name
    player.press("escape")

    assert (opened, player.top.name) == ("one-change", "chronicle")


@pytest.mark.parametrize("name", BOTH)
def test_the_rows_are_ranked_by_the_axis_that_is_chosen(
    name: str, request: pytest.FixtureRequest
) -> None:
    campaign: Campaign = request.getfixturevalue(name)
    player = at_chronicle(campaign).press("shift+o")
    table, found = played(player.top)
    ranked = {}
    for number, axis in enumerate(campaign.outline.axes):
        player.press(str(number + 1))
        rows = [int(one[4:]) for one in player.names if one.startswith("row:")]
        ranked[axis.id] = [table.changes[one] for one in rows]

        assert ranked[axis.id] == [row.change for row in found.ranked(axis, number)]
        assert str(axis.title).casefold() in player.text


def test_while_the_lines_are_played_that_is_said(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    may, drawing = Event(), Event()

    def slow(*_: object) -> None:
        drawing.set()
        may.wait()

    monkeypatch.setattr("game.screens.beside.onechange.ranges", slow)
    player = at_chronicle(harbour).press("shift+o")
    drawing.wait()
    meanwhile = player.text
    may.set()

    assert DRAWING in meanwhile
    assert DRAWING not in weighed(player).text


def test_lines_that_cannot_be_played_are_told(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "game.screens.beside.onechange.one_change", Mock(side_effect=ValueError("a slip"))
    )
    player = weighed(at_chronicle(harbour).press("shift+o"))

    assert "the table cannot be made: a slip" in player.text


def test_before_a_line_is_played_that_is_said(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = Event()
    monkeypatch.setattr("game.screens.beside.onechange.one_change", lambda *_: may.wait())
    player = at_chronicle(harbour).press("shift+o")
    meanwhile = player.text
    closed = player.press("escape").top.name
    may.set()

    assert PLAYING.casefold() in meanwhile
    assert closed == "chronicle"


@pytest.mark.parametrize("name", BOTH)
def test_a_row_leads_to_both_lines_side_by_side(name: str, request: pytest.FixtureRequest) -> None:
    campaign: Campaign = request.getfixturevalue(name)
    player = at_chronicle(campaign).press("shift+o")
    table, found = played(player.top)
    first = found.ranked(campaign.outline.axes[0], 0)[0].change
    player.click(f"row:{table.changes.index(first)}")

    opened = player.top
    assert isinstance(opened, CompareScreen)
    assert opened.found.replays[1].playthrough == first.playthrough
    assert contrast(campaign, table.desk.playthrough, first.playthrough).shares


@pytest.mark.parametrize("name", BOTH)
def test_a_line_can_be_played_on_from_the_changed_answer(
    name: str, request: pytest.FixtureRequest
) -> None:
    """The desk stands at its consequences; the one before is not written over."""
    campaign: Campaign = request.getfixturevalue(name)
    player = at_chronicle(campaign).press("shift+o")
    table, found = played(player.top)
    change = found.ranked(campaign.outline.axes[0], 0)[0].change
    player.click(f"play:{table.changes.index(change)}")
    before = table.desk.playthrough.line

    assert player.top.name == "consequences"
    assert player.desk.playthrough.line == (*before[: change.turn], change.response)
    assert player.desk.playthrough.seed == table.desk.playthrough.seed


def test_what_was_asked_stays_and_what_was_foreseen_goes(harbour: Campaign) -> None:
    """At the telegram that is answered otherwise; earlier ones keep both."""
    asked = harbour.scenarios[0].council.questions[0].id
    guess = Guess(harbour.scenarios[0].decision.estimates[0].id, 0, 70)
    notes = Notes((asked,), (guess,))
    desk = replace(over(harbour), notes=(notes, notes))
    table, _ = played(OneChangeScreen(office(harbour), desk))
    first, second = (next(one for one in table.changes if one.turn == turn) for turn in (0, 1))

    assert fork(desk, first).notes == (Notes((asked,)),)
    assert fork(desk, second).notes == (notes, Notes((asked,)))


def test_a_change_that_closes_a_later_answer_is_named(harbour: Campaign) -> None:
    """And so is nothing where there is none."""
    desk = over(harbour, as_in_history=True)
    answers = {one.id for one in harbour.scenarios[1].decision.responses}
    gangs = next(one for one in answers if one == "ten-gangs")
    made = replace(desk.playthrough, line=(desk.playthrough.line[0], gangs))
    said = "a later answer of yours is closed"
    with_it = Player(
        office(harbour),
        played(OneChangeScreen(office(harbour), replace(desk, playthrough=made)))[0],
    )
    without = Player(office(harbour), played(OneChangeScreen(office(harbour), desk))[0])

    assert said in " ".join(spot.label for spot in with_it.sheet.spots)
    assert said not in " ".join(spot.label for spot in without.sheet.spots)


def test_without_numpy_the_rows_tell_only_what_holds(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.screens.beside.onechange.ranges", lambda *_: None)
    player = weighed(at_chronicle(harbour).press("shift+o"))

    assert "under every reading: " in player.text
    assert "draws" not in player.text


def test_playing_on_from_a_row_leaves_the_saves_of_the_old_run(
    harbour: Campaign, tmp_path: Path
) -> None:
    """Even where the last answer is the one that is changed."""
    desk = over(harbour)
    table, _ = played(OneChangeScreen(office(harbour), desk))
    assert table.changes[-1].turn == len(harbour.scenarios) - 1
    saves = Saves(tmp_path / "saves")
    keeper = Keeper(saves, harbour)
    keeper.keep(desk)
    kept = {path.name: path.read_bytes() for path in saves.path.glob("*.json")}
    keeper.keep(fork(desk, table.changes[-1]))

    assert {name: (saves.path / name).read_bytes() for name in kept} == kept
    assert len(list(saves.path.glob("*.json"))) == 2
