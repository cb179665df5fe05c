"""What lies on the map in a month: the front, areas, cuts, columns and threats, out of the model.

Nothing here draws. The window's map and the terminal's map in words are made from the same theatre.
"""

from __future__ import annotations

from itertools import pairwise

from game.campaign.formula import Formula
from game.campaign.geography import Area, Column, Front, Geography, Line, LonLat, Threat
from game.campaign.scenario import Scenario
from game.campaign.words import Month, PlaceId, QuantityId
from game.frozen import dataclass
from game.playthrough.strokes import Stroke, Strokes, along, apart, begun, between
from game.simulation.arithmetic import clamp
from game.simulation.course import Course

GOLDEN = 0.6180339887
"""Each cut lies so far after the one before: however many there are, they lie evenly."""
MOST_CUTS = 40
"""More cuts than this could not be told apart."""


@dataclass(frozen=True, slots=True)
class Spread:
    """An area and how much of it is held."""

    area: Area
    share: float
    """From 0 to 1; 1 for an area that never changes."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a line is torn up."""

    at: LonLat
    leg: tuple[LonLat, LonLat]
    """The ends of the straight piece of the line that it lies on."""


@dataclass(frozen=True, slots=True)
class Torn:
    """Lines that are cut together, and by how much."""

    lines: tuple[Line, ...]
    amount: float
    """Of the quantity that cuts them."""
    cuts: tuple[Cut, ...]
    """One mark for so much of it; each stays where it is when others come."""


@dataclass(frozen=True, slots=True)
class March:
    """Men on the march."""

    column: Column
    men: float
    share: float
    """How much of the way lies behind them, from 0 to 1."""
    gone: Stroke
    """The part of the route that lies behind them; its last point is where they are."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A threat, as it is believed and as it is."""

    threat: Threat
    believed: float
    """From 0 to 1."""
    true: float
    """From 0 to 1; the same as believed where the campaign knows no better."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """Everything on the map that changes with the months."""

    front: Strokes
    spreads: tuple[Spread, ...]
    torn: tuple[Torn, ...]
    marches: tuple[March, ...]
    dangers: tuple[Danger, ...]


def theatre(geography: Geography, course: Course, month: Month, gone: float = 0.0) -> Theatre:
    """Return what lies on the map in a month, of which the share `gone` (0 to 1) has passed."""

    def now(formula: Formula) -> float:
        here, next_one = (course.formula(formula, month.plus(later)) for later in (0, 1))
        return clamp(here + (next_one - here) * gone, 0.0, 1.0)

    return Theatre(
        front=front_in(geography.fronts, month, gone),
        spreads=tuple(Spread(one, now(one.size) if one.size else 1.0) for one in geography.areas),
        torn=torn(geography.lines, course, month),
        marches=tuple(
            _march(one, course.at(month, one.men), now(one.progress))
            for one in geography.columns
            if course.at(month, one.men) >= one.least
        ),
        dangers=tuple(
            Danger(one, now(one.width), now(one.truth or one.width)) for one in geography.threats
        ),
    )


def places_near(scenario: Scenario) -> tuple[PlaceId, ...]:
    """Return what the camera holds while the months after an answer pass."""
    return scenario.near or scenario.view


def front_in(fronts: tuple[Front, ...], month: Month, gone: float = 0.0) -> Strokes:
    """Return the front in a month: as it stood on a date, or between the two dates around it."""
    dates = {one.month: one.points for one in fronts}
    dates |= {one.until: one.points for one in fronts if one.until}
    past = [date for date in sorted(dates) if date <= month]
    if not past:
        return ()
    earlier, later = past[-1], min((date for date in dates if date > month), default=None)
    if later is None:
        return dates[earlier]
    share = (month.since(earlier) + gone) / later.since(earlier)
    return between(dates[earlier], dates[later], share)


def torn(lines: tuple[Line, ...], course: Course, month: Month) -> tuple[Torn, ...]:
    """Return the lines that can be cut, in groups that share a quantity, with their cuts."""
    together: dict[QuantityId, list[Line]] = {}
    for one in lines:
        if one.cut_by:
            together.setdefault(one.cut_by, []).append(one)
    return tuple(
        _torn(tuple(group), course.at(month, quantity)) for quantity, group in together.items()
    )


def _torn(lines: tuple[Line, ...], amount: float) -> Torn:
    """Return a group of lines with one cut for so much of the amount."""
    strokes = [stroke for line in lines for stroke in line.points]
    count = min(round(amount / lines[0].cut_each), MOST_CUTS)
    return Torn(lines, amount, tuple(_on(strokes, (n + 0.5) * GOLDEN % 1) for n in range(count)))


def _on(strokes: list[Stroke], share: float) -> Cut:
    """Return the place at a share of the way along strokes laid end to end."""
    legs = [leg for stroke in strokes for leg in pairwise(stroke)]
    lengths = [apart(*leg) for leg in legs]
    rest = share * sum(lengths)
    number = 0
    while number < len(legs) - 1 and rest > lengths[number]:
        rest -= lengths[number]
        number += 1
    return Cut(along(legs[number], rest / (lengths[number] or 1.0)), legs[number])


def _march(column: Column, men: float, share: float) -> March:
    return March(column, men, share, begun(column.route, share))
