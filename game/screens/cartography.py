"""From a campaign's geography and the months computed to the layers of the map."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, degrees

from game import wording
from game.campaign.campaign import Campaign
from game.campaign.geography import AreaKind, LineKind
from game.campaign.model import ShownAs
from game.campaign.words import Month, PlaceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.playthrough.theatre import Danger, March, Spread, Theatre, Torn, front_in, theatre
from game.screens.flight import Cameras
from game.widgets.map import layers
from game.widgets.map.camera import Camera, Insets, fit
from game.widgets.map.projection import Degrees, project

LINES: dict[LineKind, layers.LineKind] = {
    LineKind.RAILWAY: "railway",
    LineKind.BROAD_RAILWAY: "double-railway",
    LineKind.ROAD: "route",
    LineKind.WALL: "wall",
}
AREAS: dict[AreaKind, layers.AreaKind] = {
    AreaKind.STATE: "hatch",
    AreaKind.BASE: "grown",
    AreaKind.BLOCKADE: "cross-hatch",
}
CLOSEST = 1700.0
"""Kilometres across the map when the camera goes to a single place."""
USUAL = 1.25
"""Width of the map divided by its height in most windows."""
LEAST_ARROW = 0.02
"""Threats thinner than this share are not drawn: nothing is feared there any more."""


def camera_on(
    campaign: Campaign, places: tuple[PlaceId, ...], aspect: float, insets: Insets
) -> Camera:
    """Return the camera that holds all `places` in the part of the picture left free."""
    where = {place.id: place.at for place in campaign.geography.places}
    return fit([project(*where[place]) for place in places], aspect, 0.12, insets, CLOSEST)


@lru_cache(maxsize=64)
def layers_of(
    campaign: Campaign,
    playthrough: Playthrough,
    month: Month,
    *,
    truth: bool,
    near: tuple[PlaceId, ...] = (),
    gone: float = 0.0,
) -> layers.Layers:
    """Return what lies on the map in a month.

    Args:
        campaign: whose geography it is.
        playthrough: the answers whose months are shown.
        month: which month is shown.
        truth: whether arrows show what was so, beside what was believed.
        near: places that are written whatever their rank.
        gone: the share of the month that has passed, from 0 to 1.
    """
    course = play(campaign, playthrough).course
    shown = theatre(campaign.geography, course, month, gone)
    return layers.Layers(
        areas=tuple(_area(one) for one in shown.spreads),
        lines=(*_lines(campaign), *_moving_lines(shown)),
        arrows=tuple(_arrows(shown, truth=truth)),
        places=_places(campaign, near),
        marks=(*_cuts(shown.torn), *map(_column, shown.marches)),
        clear=_clear(campaign, month),
    )


@lru_cache(maxsize=16)
def told(campaign: Campaign, playthrough: Playthrough, month: Month, *, truth: bool) -> str:
    """Return what moves on the map in a month, in words."""
    course = play(campaign, playthrough).course
    return wording.map_told(theatre(campaign.geography, course, month), truth=truth)


@lru_cache(maxsize=8)
def _places(campaign: Campaign, near: tuple[PlaceId, ...]) -> tuple[layers.Place, ...]:
    home = campaign.outline.home
    return tuple(
        layers.Place(
            place.name,
            *place.at,
            rank=1 if place.id in near or place.id == home else place.rank,
            kind="star" if place.id == home else "dot",
            tone="red" if place.id == home else "ink",
        )
        for place in campaign.geography.places
    )


def _area(one: Spread) -> layers.Area:
    kind = AREAS[one.area.kind]
    tone: layers.Tone = "moss" if kind == "grown" else "ink"
    return layers.Area(kind, one.area.outline, round(one.share, 2), one.area.name, tone)


@lru_cache(maxsize=4)
def _lines(campaign: Campaign) -> tuple[layers.Line, ...]:
    return tuple(
        layers.Line(LINES[line.kind], stroke, tone=_tone(line.kind))
        for line in campaign.geography.lines
        for stroke in line.points
    )


def _tone(kind: LineKind) -> layers.Tone | None:
    return "muted" if kind is LineKind.ROAD else None


def _moving_lines(shown: Theatre) -> tuple[layers.Line, ...]:
    """Return the front, and the way behind each column."""
    return (
        *(layers.Line("front", stroke, tone="red") for stroke in shown.front),
        *(layers.Line("march", one.gone) for one in shown.marches),
    )


@lru_cache(maxsize=8)
def _clear(campaign: Campaign, month: Month) -> tuple[tuple[Degrees, ...], ...]:
    """Return where names had better not stand while a scenario's months pass.

    It is the same for all of them, so that no name jumps aside when a front comes near.
    """
    starts = sorted(one.month for one in campaign.scenarios)
    first = max((start for start in starts if start <= month), default=month)
    last = min((start for start in starts if start > first), default=first.plus(3))
    fronts = {
        stroke
        for later in range(last.since(first) + 1)
        for stroke in front_in(campaign.geography.fronts, first.plus(later))
    }
    threats = (one.points for one in campaign.geography.threats)
    routes = (one.route for one in campaign.geography.columns)
    return (*sorted(fronts), *threats, *routes)


def _arrows(shown: Theatre, *, truth: bool) -> list[layers.Arrow]:
    """Return the threats: as believed, or as they are with what was believed as an outline."""
    arrows = [_arrow(one, truth=truth) for one in shown.dangers]
    return [one for one in arrows if max(one.width, one.outline) >= LEAST_ARROW]


def _arrow(one: Danger, *, truth: bool) -> layers.Arrow:
    if truth and one.threat.truth:
        return layers.Arrow(one.threat.points, round(one.true, 2), outline=round(one.believed, 2))
    return layers.Arrow(one.threat.points, round(one.believed, 2))


def _cuts(torn: tuple[Torn, ...]) -> list[layers.Mark]:
    """Return two bars at every cut, across the line."""
    return [
        layers.Mark("cut", *cut.at, bearing=_bearing(*cut.leg)) for one in torn for cut in one.cuts
    ]


def _bearing(start: Degrees, end: Degrees) -> float:
    """Return the direction from one point to another on the map, in degrees clockwise from up."""
    (x, y), (later_x, later_y) = project(*start), project(*end)
    return degrees(atan2(later_x - x, later_y - y))


def _column(one: March) -> layers.Mark:
    men = wording.number(one.men, ShownAs.COUNT)
    return layers.Mark("column", *one.gone[-1], label=f"{one.column.name}: {men}")


def cameras(campaign: Campaign) -> Cameras:
    """Return cameras for a picture as wide as most, to measure how long a flight is."""
    return lambda places: camera_on(campaign, places, USUAL, (0.0, 0.0, 0.0, 0.1))
