"""Lines side by side on the screen, and the table of one answer changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from game.campaign.campaign import Campaign
from game.gallery import desk_at
from game.playthrough.desk import Desk, Guess, Notes, Stage
from game.playthrough.parting import contrast
from game.playthrough.playthrough import history
from game.saves import Keeper, Saves
from game.screens.chronicle import ChronicleScreen
from game.screens.compare import (
    HISTORY,
    OTHER,
    PAGES,
    YOURS,
    CompareScreen,
    beside_history,
    beside_other,
    under_readings,
)
from game.screens.onechange import Known, OneChangeScreen, fork
from game.screens.walking import Task
from game.settings import Settings
from game.simulation.arithmetic import NoValueError
from game.widgets.sheet import Chart, Clipped, Op
from tests.screens.player import Player, office

YOU_THEY = (YOURS, HISTORY)


def over(campaign: Campaign, *, as_in_history: bool = False) -> Desk:
    """Return the desk at the end of a campaign."""
    last = len(campaign.scenarios) - 1
    return desk_at(campaign, last, Stage.CHRONICLE, as_in_history=as_in_history)


def at_chronicle(campaign: Campaign) -> Player:
    """Return a player at the end of a campaign."""
    room = office(campaign)
    return Player(room, ChronicleScreen(room, over(campaign)))


def inside(marks: tuple[Op, ...]) -> list[Op]:
    """Return all that is drawn in the parts that scroll."""
    return [one for mark in marks if isinstance(mark, Clipped) for one in mark.marks]


# --- side by side ---


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_chronicle_leads_to_both_lines_and_back(harbour: Campaign, way: str) -> None:
    player = at_chronicle(harbour)

    {"key": lambda: player.press("shift+d"), "button": lambda: player.click("compare")}[way]()
    opened = player.top.name
    player.press("escape")

    assert opened == "compare"
    assert player.top.name == "chronicle"


def test_the_telegram_at_which_lines_part_is_marked_once(shipped: Campaign) -> None:
    player = at_chronicle(shipped).press("shift+d")
    headings = [spot.label for spot in player.sheet.spots if spot.role == "heading"]

    assert [one.endswith("here they part") for one in headings].count(True) == 1
    assert len([one for one in headings if one[0].isdigit()]) == len(shipped.scenarios)


def test_each_line_tells_its_answer_and_its_ending(harbour: Campaign) -> None:
    said = [spot.label for spot in at_chronicle(harbour).press("shift+d").sheet.spots]

    for name in (YOURS, HISTORY):
        assert any(one.startswith(f"{name}: ") for one in said)
        assert any(one.startswith(f"{name} ends as: ") for one in said)


def test_every_figure_has_a_picture_with_both_lines(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+d", "2")
    told = [spot.label for spot in player.sheet.spots if spot.role == "picture"]

    assert len(told) == len(harbour.outline.indicators)
    assert all(f"{name}: from" in one for one in told for name in (YOURS, HISTORY))


def test_the_map_shows_both_states(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+d", "3")
    charts = [one for one in inside(player.sheet.marks) if isinstance(one, Chart)]
    told = [spot.label for spot in player.sheet.spots if spot.role == "picture"]

    assert len(charts) == len(told) == 2
    assert all(one.startswith("Map: ") for one in told)


@pytest.mark.parametrize(("page", "role"), [("map", "picture"), ("stages", "text")])
def test_lines_stand_one_below_another_where_there_is_no_room(
    harbour: Campaign, page: str, role: str
) -> None:
    """Two maps and two texts go side by side, four at the largest letters do not."""
    two = beside_history(harbour, over(harbour).playthrough)
    tops = []
    for lines, text in ((two, 100), (two + two, 250)):
        room = office(harbour, Settings(text=text))
        sheet = Player(room, CompareScreen(room, lines, page)).sheet
        told = [spot for spot in sheet.spots if spot.role == role]
        shown = [one for one in told if role == "picture" or one.label.split(": ")[0] in YOU_THEY]
        tops.append([one.rect.y for one in shown[: len(lines)]])

    assert len(set(tops[0])) == 1
    assert len(set(tops[1])) == 4


def test_why_they_differ_is_told_with_its_parts(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+d", "4")
    first = player.text
    again = player.press("1", "4").text

    assert f"{YOURS.casefold()} " in first
    assert "the order “gangs on the dike”" in first
    assert again == first


def test_where_the_model_has_no_value_on_the_way_it_says_so(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = Mock(side_effect=NoValueError("no value there"))
    monkeypatch.setattr("game.screens.compare.contrast", none)
    assert "no value there" in at_chronicle(harbour).press("shift+d", "4").text


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


# --- one answer changed ---


def table_of(campaign: Campaign, desk: Desk) -> OneChangeScreen:
    """Return the finished table of a desk."""
    table = OneChangeScreen(office(campaign), desk)
    table.update(1000)
    return table


def at_table(campaign: Campaign) -> Player:
    """Return a player who has opened the table from the chronicle and waited for it."""
    player = at_chronicle(campaign).press("shift+o")
    player.app.update(1000)
    return player


def test_the_table_comes_while_one_waits(harbour: Campaign) -> None:
    """First without its draws: nobody waits for them before they can read."""
    steps: Iterator[Known] = OneChangeScreen(office(harbour), over(harbour))._steps()
    first, second = steps

    assert first.found == second.found
    assert (first.drawn, second.drawn is None) == (None, False)


def test_until_the_table_is_there_it_says_what_is_done(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Task, "_run", lambda _: None)
    player = Player(office(harbour), OneChangeScreen(office(harbour), over(harbour)))

    assert "is being played" in player.text
    assert player.press("escape").app.is_over()


def test_a_table_that_cannot_be_made_says_why(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse = Mock(side_effect=NoValueError("the dike has no value"))
    monkeypatch.setattr("game.screens.onechange.one_change", refuse)

    assert "cannot be made: the dike has no value" in at_table(harbour).text


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_chronicle_leads_to_the_table_and_back(harbour: Campaign, way: str) -> None:
    player = at_chronicle(harbour)

    {"key": lambda: player.press("shift+o"), "button": lambda: player.click("one-change")}[way]()
    opened = player.top.name
    player.press("escape")

    assert (opened, player.top.name) == ("one-change", "chronicle")


def test_the_rows_are_ranked_by_the_axis_that_is_chosen(shipped: Campaign) -> None:
    player = at_table(shipped)
    table = player.top
    assert isinstance(table, OneChangeScreen)
    ranked = {}
    for number, axis in enumerate(shipped.outline.axes):
        player.press(str(number + 1))
        rows = [int(one[4:]) for one in player.names if one.startswith("row:")]
        ranked[axis.id] = [table.found.changes[one] for one in rows]

        assert ranked[axis.id] == [row.change for row in table.found.ranked(axis, number)]
        assert str(axis.title).casefold() in player.text


def test_a_row_leads_to_both_lines_side_by_side(shipped: Campaign) -> None:
    player = at_table(shipped)
    table = player.top
    assert isinstance(table, OneChangeScreen)
    first = table.found.ranked(shipped.outline.axes[0], 0)[0].change
    player.click(f"row:{table.found.changes.index(first)}")

    opened = player.top
    assert isinstance(opened, CompareScreen)
    assert opened.found.replays[1].playthrough == first.playthrough
    assert contrast(shipped, table.desk.playthrough, first.playthrough).shares


def test_a_line_can_be_played_on_from_the_changed_answer(shipped: Campaign) -> None:
    """The desk stands at its consequences; the one before is not written over."""
    player = at_table(shipped)
    table = player.top
    assert isinstance(table, OneChangeScreen)
    change = table.found.ranked(shipped.outline.axes[0], 0)[0].change
    player.click(f"play:{table.found.changes.index(change)}")
    before = table.desk.playthrough.line

    assert player.top.name == "consequences"
    assert player.desk.playthrough.line == (*before[: change.turn], change.response)
    assert player.desk.playthrough.seed == table.desk.playthrough.seed


def test_what_was_asked_stays_and_what_was_foreseen_goes(shipped: Campaign) -> None:
    """At the telegram that is answered otherwise; earlier ones keep both."""
    asked = shipped.scenarios[0].council.questions[0].id
    guess = Guess(shipped.scenarios[0].decision.estimates[0].id, 0, 70)
    notes = Notes((asked,), (guess,))
    desk = replace(over(shipped), notes=(notes, notes))
    table = table_of(shipped, desk)
    first, third = (next(one for one in table.found.changes if one.turn == turn) for turn in (0, 2))

    assert fork(desk, first).notes == (Notes((asked,)),)
    assert fork(desk, third).notes == (notes, notes)


def test_a_change_that_closes_a_later_answer_is_named(harbour: Campaign) -> None:
    """And so is nothing where there is none."""
    desk = over(harbour, as_in_history=True)
    answers = {one.id for one in harbour.scenarios[1].decision.responses}
    gangs = next(one for one in answers if one == "ten-gangs")
    made = replace(desk.playthrough, line=(desk.playthrough.line[0], gangs))
    said = "a later answer of yours is closed"
    with_it = Player(office(harbour), table_of(harbour, replace(desk, playthrough=made)))
    without = Player(office(harbour), table_of(harbour, desk))

    assert said in " ".join(spot.label for spot in with_it.sheet.spots)
    assert said not in " ".join(spot.label for spot in without.sheet.spots)


def test_without_numpy_the_rows_tell_only_what_holds(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.screens.onechange.ranges", lambda *_: None)
    player = at_table(harbour)

    assert "under every reading: " in player.text
    assert "draws" not in player.text


def test_playing_on_from_a_row_leaves_the_saves_of_the_old_run(
    shipped: Campaign, tmp_path: Path
) -> None:
    """Even where the last answer is the one that is changed."""
    desk = over(shipped)
    table = table_of(shipped, desk)
    saves = Saves(tmp_path / "saves")
    keeper = Keeper(saves, shipped)
    keeper.keep(desk)
    kept = {path.name: path.read_bytes() for path in saves.path.glob("*.json")}
    keeper.keep(fork(desk, table.found.changes[-1]))

    assert {name: (saves.path / name).read_bytes() for name in kept} == kept
    assert len(list(saves.path.glob("*.json"))) == 2
