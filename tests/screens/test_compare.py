"""Lines side by side on the screen."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from threading import Event
from unittest.mock import Mock, create_autospec

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.parting import Contrast, contrast
from game.playthrough.playthrough import Playthrough
from game.playthrough.why import things
from game.screens.beside.apart import WEIGHING
from game.screens.beside.compare import (
    HISTORY,
    YOURS,
    CompareScreen,
    beside_history,
)
from game.screens.beside.mapsbeside import months
from game.screens.beside.picking import Named
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked
from game.widgets.canvas import Canvas
from game.widgets.map.ground import Ground
from game.widgets.sheet import Chart, Clipped, Op
from game.window.painting import painter
from game.words.wording import month
from tests.exhaustive import sampled
from tests.screens.beside import at_chronicle, over, weighed
from tests.screens.player import Player, office

YOU_THEY = (YOURS, HISTORY)


def inside(marks: tuple[Op, ...]) -> list[Op]:
    """Return all that is drawn in the parts that scroll."""
    return [one for mark in marks if isinstance(mark, Clipped) for one in mark.marks]


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


def test_the_maps_of_all_lines_lie_on_one_ground(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is drawn once, and not again when the month changes."""
    drawn = create_autospec(Ground.drawn, side_effect=Ground.drawn)
    monkeypatch.setattr(Ground, "drawn", drawn)
    player, surface = at_chronicle(harbour).press("shift+d", "3"), pygame.Surface((1280, 720))
    player.app.canvas = Canvas(painter())
    player.app.draw(surface)
    player.press("shift+left").app.draw(surface)

    assert drawn.call_count == 1


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
    monkeypatch.setattr("game.screens.beside.apart.contrast", none)
    assert "no value there" in weighed(at_chronicle(harbour).press("shift+d", "4")).text


def test_a_slip_of_the_work_is_told_and_nobody_waits(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.screens.beside.apart.contrast", Mock(side_effect=KeyError("a slip")))
    assert "a slip" in weighed(at_chronicle(harbour).press("shift+d", "4")).text


def test_while_the_causes_are_weighed_that_is_said_and_the_window_lives(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line after the other: what is known of the first is seen meanwhile."""
    steps = Steps()
    monkeypatch.setattr("game.screens.beside.apart.contrast", steps.contrast)
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
    monkeypatch.setattr("game.screens.beside.apart.contrast", steps.contrast)
    screen = CompareScreen(office(harbour), three_lines(harbour), "why")
    apart = screen.apart
    assert apart is not None
    screen.act("close")
    steps.may[0].set()
    apart.errand.wait()

    assert not steps.begun[1].is_set()
    assert len(apart.found) <= 1


def test_whoever_quits_on_the_page_leaves(harbour: Campaign) -> None:
    at = office(harbour)
    player = Player(at, CompareScreen(at, three_lines(harbour), "why"))

    player.press("ctrl+q")

    assert player.app.is_over()


@pytest.mark.parametrize("name", sampled(["harbour", "shipped"], ["harbour"]))
def test_any_figure_can_be_asked_about(name: str, request: pytest.FixtureRequest) -> None:
    campaign: Campaign = request.getfixturevalue(name)
    player = weighed(at_chronicle(campaign).press("shift+d", "4"))
    told = []
    for shown in campaign.outline.indicators:
        weighed(player.click(f"about:{shown.quantity}"))
        title = str(things(campaign.model)[str(shown.quantity)].title)
        told.append(title.casefold() in player.text)

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
