"""Choosing lines of the shelf to hold side by side."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin, history
from game.screens.beside.compare import (
    HISTORY,
    OTHER,
    PAGES,
    YOURS,
    CompareScreen,
    beside_history,
    beside_other,
    under_readings,
)
from game.screens.beside.picking import THEIRS, TOO_MANY, PickScreen, free, offered
from game.screens.menus.shelf import ShelfScreen
from game.screens.screen import Open, Stay
from game.window.gallery import desk_at
from tests.screens.beside import at_chronicle, over
from tests.screens.player import Player, office


def with_saves(campaign: Campaign) -> Player:
    """Return a player at the end of a campaign with some saves on the shelf."""
    player = at_chronicle(campaign)
    first = desk_at(campaign, 0, Stage.RECORD)
    for name, desk in (("Monday", first), ("", over(campaign, as_in_history=True))):
        player.office.shelf.write(desk)
        player.office.shelf.rename(player.office.shelf.rows()[0], name)
    return player


def test_lines_of_the_shelf_can_be_chosen_and_held_side_by_side(harbour: Campaign) -> None:
    player = with_saves(harbour).press("shift+d", "shift+l")
    labels = {spot.label: spot.name for spot in player.sheet.spots if spot.name}
    monday = next(name for label, name in labels.items() if label.startswith("Monday. "))
    player.click(monday).press("shift+d")
    screen = player.top

    assert isinstance(screen, CompareScreen)
    assert screen.names == (YOURS, HISTORY, "Monday")


def test_each_line_stands_there_once(harbour: Campaign) -> None:
    player = with_saves(harbour).press("shift+d", "shift+l")
    screen = player.top
    assert isinstance(screen, PickScreen)
    made = [one for _, one in screen.lines]

    assert len(made) == len(set(made)) == 3


def test_a_chosen_line_can_be_taken_away_and_one_alone_is_not_compared(harbour: Campaign) -> None:
    player = with_saves(harbour).press("shift+d", "shift+l").click("line:1")
    screen = player.top
    player.press("shift+d")

    assert isinstance(screen, PickScreen)
    assert len(screen.chosen) == 1
    assert player.top is screen


def test_no_more_than_four_lines_can_be_chosen(harbour: Campaign) -> None:
    made = over(harbour).playthrough
    lines = tuple((str(seed), replace(made, seed=seed)) for seed in range(4))
    screen = PickScreen(office(harbour), lines, lambda _: Stay())
    player = Player(screen.office, screen).click("line:4")

    assert player.app.notice.text == TOO_MANY
    assert len(screen.chosen) == 4


def test_choosing_can_be_left(harbour: Campaign) -> None:
    player = with_saves(harbour).press("shift+d", "shift+l", "escape")

    assert player.top.name == "compare"


def test_the_shelf_leads_to_lines_side_by_side(harbour: Campaign) -> None:
    player = with_saves(harbour)
    player.app.carry_out(Open(ShelfScreen(player.office)))
    player.press("shift+d").click("line:0").click("line:1").press("shift+d")

    assert player.top.name == "compare"
    player.press("escape")
    assert player.top.name == "shelf"


def test_an_empty_shelf_has_nothing_to_hold_side_by_side(harbour: Campaign) -> None:
    room = office(harbour)

    assert "compare" not in Player(room, ShelfScreen(room)).names


def test_saves_of_another_campaign_and_of_nothing_answered_are_not_offered(
    harbour: Campaign,
) -> None:
    room = office(harbour)
    other = replace(over(harbour).playthrough, campaign=Id("elsewhere"))
    for made in (other, begin(harbour)):
        room.shelf.write(Desk(made, Stage.SITUATION))

    assert [name for name, _ in offered(room, ())] == [THEIRS]


def test_lines_of_one_name_are_told_apart() -> None:
    assert free("CEADCB", ["CEADCB", "CEADCB (2)"]) == "CEADCB (3)"


def test_the_same_line_can_be_seen_under_other_readings_and_back(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+d")
    titles = [str(one.title) for one in harbour.model.readings]
    lines = player.text
    player.click("readings")
    readings = player.text
    player.click("lines")

    assert all(title.casefold() in readings for title in titles)
    assert "only the reading differs" in readings
    assert player.text == lines


def test_history_stands_beside_its_own_readings(harbour: Campaign) -> None:
    desk = over(harbour, as_in_history=True)
    lines = beside_history(harbour, desk.playthrough)
    player = Player(office(harbour), CompareScreen(office(harbour), lines))

    assert [made.reading for _, made in lines] == [one.id for one in harbour.model.readings]
    assert "lines" not in player.names
    assert "readings" not in player.names


def test_another_answer_stands_beside_history_too_unless_it_is_history(harbour: Campaign) -> None:
    made = over(harbour).playthrough
    ghost = replace(made, line=history(harbour))
    other = replace(made, line=(*made.line[:1], *history(harbour)[1:]))

    three = [name for name, _ in beside_other(harbour, made, other)]
    two = [name for name, _ in beside_other(harbour, made, ghost)]

    assert three in ([YOURS, OTHER, HISTORY], [YOURS, OTHER])
    assert two == [YOURS, HISTORY]


def test_no_more_than_four_readings_stand_side_by_side(harbour: Campaign) -> None:
    """The own one comes first."""
    made = replace(over(harbour).playthrough, reading=harbour.model.readings[-1].id)
    lines = under_readings(harbour, made)

    assert len(lines) <= 4
    assert lines[0][1] == made


def test_every_page_has_a_number(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+d")

    assert [spot.key for spot in player.sheet.spots if spot.role == "tab"] == [
        str(number) for number in range(1, len(PAGES) + 1)
    ]
