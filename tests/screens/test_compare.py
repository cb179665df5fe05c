"""Lines side by side on the screen, and the table of one answer changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event
from unittest.mock import Mock

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.gallery import LONG, desk_at, rested
from game.playthrough.desk import Desk, Guess, Notes, Stage
from game.playthrough.onechange import OneChange
from game.playthrough.parting import Contrast, contrast
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.why import things
from game.saves import Keeper, Saves
from game.screens.apart import WEIGHING
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
from game.screens.mapsbeside import months
from game.screens.onechange import DRAWING, PLAYING, OneChangeScreen, fork
from game.screens.picking import THEIRS, TOO_MANY, Named, PickScreen, free, offered
from game.screens.screen import Open, Screen, Stay
from game.screens.shelf import ShelfScreen
from game.settings import Settings
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked
from game.widgets.sheet import Chart, Clipped, Op
from game.wording import month
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


def weighed(player: Player) -> Player:
    """Wait until the causes are weighed."""
    player.top.update(LONG)
    return player


def played(screen: Screen) -> tuple[OneChangeScreen, OneChange]:
    """Return the table of one answer changed once every line is played."""
    rested(screen)
    assert isinstance(screen, OneChangeScreen)
    assert screen.found is not None
    return screen, screen.found


class Steps:
    """Weighs one line after another, each only once it may."""

    def __init__(self) -> None:
        self.begun, self.may = (Event(), Event()), (Event(), Event())
        self.number = count()

    def contrast(
        self, campaign: Campaign, one: Playthrough, other: Playthrough, asked: Asked
    ) -> Contrast:
        """Weigh the next line."""
        number = next(self.number)
        self.begun[number].set()
        self.may[number].wait()
        return contrast(campaign, one, other, asked)


def three_lines(campaign: Campaign) -> tuple[Named, ...]:
    """Return a line beside history's and a shorter one."""
    made = over(campaign).playthrough
    return (*beside_history(campaign, made), ("Third", replace(made, line=made.line[:1])))


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
    player = weighed(at_chronicle(harbour).press("shift+d", "4"))
    first = player.text
    again = player.press("1", "4").text

    assert f"{YOURS.casefold()} " in first
    assert "the order “gangs on the dike”" in first
    assert again == first


def test_where_the_model_has_no_value_on_the_way_it_says_so(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = Mock(side_effect=NoValueError("no value there"))
    monkeypatch.setattr("game.screens.apart.contrast", none)
    assert "no value there" in weighed(at_chronicle(harbour).press("shift+d", "4")).text


def test_a_slip_of_the_work_is_told_and_nobody_waits(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.screens.apart.contrast", Mock(side_effect=KeyError("a slip")))
    assert "a slip" in weighed(at_chronicle(harbour).press("shift+d", "4")).text


def test_while_the_causes_are_weighed_that_is_said_and_the_window_lives(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line after the other: what is known of the first is seen meanwhile."""
    steps = Steps()
    monkeypatch.setattr("game.screens.apart.contrast", steps.contrast)
    screen = CompareScreen(office(harbour), three_lines(harbour), "why")
    player = Player(screen.office, screen)
    steps.may[0].set()
    steps.begun[1].wait()
    meanwhile, goes_on = player.text, screen.update(0.01)
    steps.may[1].set()
    weighed(player)

    assert goes_on
    assert f"{YOURS} and third: {WEIGHING}".casefold() in meanwhile
    assert "the order “gangs on the dike”" in meanwhile
    assert WEIGHING.casefold() not in player.text


def test_whoever_closes_the_page_lets_the_other_lines_be(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Steps()
    monkeypatch.setattr("game.screens.apart.contrast", steps.contrast)
    screen = CompareScreen(office(harbour), three_lines(harbour), "why")
    apart = screen.apart
    assert apart is not None
    screen.act("close")
    steps.may[0].set()
    apart.errand.wait()

    assert not steps.begun[1].is_set()
    assert len(apart.found) <= 1


def test_any_figure_can_be_asked_about(shipped: Campaign) -> None:
    player = weighed(at_chronicle(shipped).press("shift+d", "4"))
    told = []
    for shown in shipped.outline.indicators:
        weighed(player.click(f"about:{shown.quantity}"))
        told.append(str(things(shipped.model)[str(shown.quantity)].title).casefold() in player.text)

    assert all(told)


# --- months ---


def test_the_maps_can_be_seen_in_any_month(harbour: Campaign) -> None:
    """With keys, with buttons, and at each telegram."""
    player = at_chronicle(harbour).press("shift+d", "3")
    last = harbour.outline.chronicle
    seen = [
        player.text,
        player.press("shift+left").text,
        player.click("month:-1").text,
        player.click(f"when:{harbour.scenarios[0].month}").text,
    ]
    months = [last, last.plus(-1), last.plus(-2), harbour.scenarios[0].month]

    pairs = zip(months, seen, strict=True)
    assert all(f"{month(one)}, as it was".casefold() in text for one, text in pairs)


@pytest.mark.parametrize(("key", "end"), [("shift+left", "first"), ("shift+right", "last")])
def test_beyond_the_months_there_is_no_map(harbour: Campaign, key: str, end: str) -> None:
    player = at_chronicle(harbour).press("shift+d", "3")
    screen = player.top
    assert isinstance(screen, CompareScreen)
    first, last = months(harbour, screen.found)
    player.press(*[key] * (last.since(first) + 3))

    assert screen.month == {"first": first, "last": last}[end]


# --- lines from the shelf ---


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


# --- one answer changed ---


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_chronicle_leads_to_the_table_and_back(harbour: Campaign, way: str) -> None:
    player = at_chronicle(harbour)

    {"key": lambda: player.press("shift+o"), "button": lambda: player.click("one-change")}[way]()
    opened = player.top.name
    player.press("escape")

    assert (opened, player.top.name) == ("one-change", "chronicle")


def test_the_rows_are_ranked_by_the_axis_that_is_chosen(shipped: Campaign) -> None:
    player = at_chronicle(shipped).press("shift+o")
    table, found = played(player.top)
    ranked = {}
    for number, axis in enumerate(shipped.outline.axes):
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

    monkeypatch.setattr("game.screens.onechange.ranges", slow)
    player = at_chronicle(harbour).press("shift+o")
    drawing.wait()
    meanwhile = player.text
    may.set()

    assert DRAWING in meanwhile
    assert DRAWING not in weighed(player).text


def test_lines_that_cannot_be_played_are_told(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.screens.onechange.one_change", Mock(side_effect=ValueError("a slip")))
    player = weighed(at_chronicle(harbour).press("shift+o"))

    assert "a slip" in player.text


def test_before_a_line_is_played_that_is_said(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = Event()
    monkeypatch.setattr("game.screens.onechange.one_change", lambda *_: may.wait())
    player = at_chronicle(harbour).press("shift+o")
    meanwhile = player.text
    may.set()

    assert PLAYING.casefold() in meanwhile


def test_a_row_leads_to_both_lines_side_by_side(shipped: Campaign) -> None:
    player = at_chronicle(shipped).press("shift+o")
    table, found = played(player.top)
    first = found.ranked(shipped.outline.axes[0], 0)[0].change
    player.click(f"row:{table.changes.index(first)}")

    opened = player.top
    assert isinstance(opened, CompareScreen)
    assert opened.found.replays[1].playthrough == first.playthrough
    assert contrast(shipped, table.desk.playthrough, first.playthrough).shares


def test_a_line_can_be_played_on_from_the_changed_answer(shipped: Campaign) -> None:
    """The desk stands at its consequences; the one before is not written over."""
    player = at_chronicle(shipped).press("shift+o")
    table, found = played(player.top)
    change = found.ranked(shipped.outline.axes[0], 0)[0].change
    player.click(f"play:{table.changes.index(change)}")
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
    table, _ = played(OneChangeScreen(office(shipped), desk))
    first, third = (next(one for one in table.changes if one.turn == turn) for turn in (0, 2))

    assert fork(desk, first).notes == (Notes((asked,)),)
    assert fork(desk, third).notes == (notes, notes)


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
    monkeypatch.setattr("game.screens.onechange.ranges", lambda *_: None)
    player = weighed(at_chronicle(harbour).press("shift+o"))

    assert "under every reading: " in player.text
    assert "draws" not in player.text


def test_playing_on_from_a_row_leaves_the_saves_of_the_old_run(
    shipped: Campaign, tmp_path: Path
) -> None:
    """Even where the last answer is the one that is changed."""
    desk = over(shipped)
    table, _ = played(OneChangeScreen(office(shipped), desk))
    saves = Saves(tmp_path / "saves")
    keeper = Keeper(saves, shipped)
    keeper.keep(desk)
    kept = {path.name: path.read_bytes() for path in saves.path.glob("*.json")}
    keeper.keep(fork(desk, table.changes[-1]))

    assert {name: (saves.path / name).read_bytes() for name in kept} == kept
    assert len(list(saves.path.glob("*.json"))) == 2
