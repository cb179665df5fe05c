"""From a campaign's geography and the months computed to the layers of the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians

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
from game.widgets.map.projection import Degrees, Globe, middle_of, nearer
from game.words import mapwords, wording

LINES: dict[LineKind, layers.LineKind] = {
    LineKind.RAILWAY: "railway",
    LineKind.BROAD_RAILWAY: "double-railway",
    LineKind.ROAD: "route",
    LineKind.WALL: "wall",
    LineKind.RIVER: "coast",
    LineKind.BORDER: "border",
}
AREAS: dict[AreaKind, layers.AreaKind] = {
    AreaKind.STATE: "hatch",
    AreaKind.BASE: "grown",
    AreaKind.BLOCKADE: "cross-hatch",
    AreaKind.WATER: "grown",
}
TONES: dict[AreaKind, layers.Tone] = {AreaKind.BASE: "moss", AreaKind.WATER: "slate"}
CLOSEST = 1700.0
"""Kilometres across the map when the camera goes to a single place; less in a small theatre."""
CLOSER = 40.0
"""Kilometres below which the camera never goes: coastlines are no better."""
KM_A_DEGREE = 111.2
"""Of latitude."""
ROOM = 0.6
"""Half of what the closest camera shows, and a little more."""
FARTHEST = 80.0
"""Degrees north or south beyond which no camera looks."""
USUAL = 1.25
"""Width of the map divided by its height in most windows."""
LEAST_ARROW = 0.02
"""Threats thinner than this share are not drawn: nothing is feared there any more."""


def camera_on(
    campaign: Campaign, places: tuple[PlaceId, ...], aspect: float, insets: Insets
) -> Camera:
    """Return the camera that holds all `places` in the part of the picture left free."""
    globe = globe_of(campaign)
    points = globe.project_all(places_at(campaign, places))
    return fit(points, aspect, 0.12, insets, closest(campaign, globe), globe)


@lru_cache(maxsize=8)
def globe_of(campaign: Campaign) -> Globe:
    """Return the globe as the campaign lays it flat."""
    seen = places_at(campaign, places_seen(campaign))
    geography = campaign.geography
    bare = Globe(geography.middle or middle_of(seen), str(geography.coast))
    return replace(
        bare, corners=tuple(_around(bare, seen, ROOM * closest(campaign, bare) / KM_A_DEGREE))
    )


def _around(globe: Globe, points: list[Degrees], edge: float) -> Iterator[Degrees]:
    """Yield corners with room for a camera, `edge` degrees of latitude, about some points."""
    longitudes, latitudes = zip(*points, strict=True)
    turns = [nearer(one, globe.middle[0]) for one in longitudes]
    south, north = max(min(latitudes) - edge, -FARTHEST), min(max(latitudes) + edge, FARTHEST)
    wide = edge / cos(radians((south + north) / 2))
    west, east = min(turns) - wide, max(turns) + wide
    for longitude in (west, (west + east) / 2, east):
        yield from ((longitude, south), (longitude, north))


def places_seen(campaign: Campaign) -> Iterator[PlaceId]:
    """Yield every place that a camera may hold."""
    outline = campaign.outline
    yield from outline.theatre
    yield from (one.place for one in outline.opening)
    yield from (one.place for one in outline.happenings)
    for scenario in campaign.scenarios:
        yield from (*scenario.view, *scenario.near, *scenario.far)
        yield from (one.place for one in scenario.situation.dispatches)


def places_at(campaign: Campaign, places: Iterable[PlaceId]) -> list[Degrees]:
    """Return where places lie, in their order."""
    where = {place.id: place.at for place in campaign.geography.places}
    return [where[place] for place in places]


def closest(campaign: Campaign, globe: Globe) -> float:
    """Return how close the camera goes: to the width of the theatre, in kilometres."""
    spots = globe.project_all(places_at(campaign, campaign.outline.theatre))
    apart = max(hypot(a - c, b - d) for a, b in spots for c, d in spots)
    return min(CLOSEST, max(CLOSER, apart))


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
        marks=(*_cuts(shown.torn, globe_of(campaign)), *map(_column, shown.marches)),
        clear=_clear(campaign, month),
    )


@lru_cache(maxsize=16)
def told(
    campaign: Campaign,
    playthrough: Playthrough,
    places: tuple[PlaceId, ...],
    month: Month,
    *,
    truth: bool,
) -> str:
    """Return what the map shows in a month, in words: where it looks, and what moves on it."""
    geography, course = campaign.geography, play(campaign, playthrough).course
    moves = mapwords.map_told(geography, theatre(geography, course, month), truth=truth)
    return f"Map: {places_told(campaign, places)}. {moves}".rstrip()


def places_told(campaign: Campaign, places: tuple[PlaceId, ...]) -> str:
    """Return the names of places in their order."""
    names = {one.id: str(one.name) for one in campaign.geography.places}
    return ", ".join(names[place] for place in places)


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
    kind = one.area.kind
    tone = TONES.get(kind, "ink")
    return layers.Area(AREAS[kind], one.area.outline, round(one.share, 2), one.area.name, tone)


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
    routes = (one.route for one in campaign.geography.columns)
    return (*sorted(fronts), *routes)


def _arrows(shown: Theatre, *, truth: bool) -> list[layers.Arrow]:
    """Return the threats: as believed, or as they are with what was believed as an outline."""
    arrows = [_arrow(one, truth=truth) for one in shown.dangers]
    return [one for one in arrows if max(one.width, one.outline) >= LEAST_ARROW]


def _arrow(one: Danger, *, truth: bool) -> layers.Arrow:
    if truth and one.threat.truth:
        return layers.Arrow(one.threat.points, round(one.true, 2), outline=round(one.believed, 2))
    return layers.Arrow(one.threat.points, round(one.believed, 2))


def _cuts(torn: tuple[Torn, ...], globe: Globe) -> list[layers.Mark]:
    """Return two bars at every cut, across the line."""
    return [
        layers.Mark("cut", *cut.at, bearing=_bearing(globe, *cut.leg))
        for one in torn
        for cut in one.cuts
    ]


def _bearing(globe: Globe, start: Degrees, end: Degrees) -> float:
    """Return the direction from one point to another on the map, in degrees clockwise from up."""
    (x, y), (later_x, later_y) = globe.project(*start), globe.project(*end)
    return degrees(atan2(later_x - x, later_y - y))


def _column(one: March) -> layers.Mark:
    men = wording.number(one.men, ShownAs.COUNT)
    return layers.Mark("column", *one.gone[-1], label=f"{one.column.name}: {men}")


def cameras(campaign: Campaign) -> Cameras:
    """Return cameras for a picture as wide as most, to measure how long a flight is."""
    return lambda places: camera_on(campaign, places, USUAL, (0.0, 0.0, 0.0, 0.1))
