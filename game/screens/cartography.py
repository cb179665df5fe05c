"""From a campaign's geography and the months computed to the layers of the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import cos, hypot, radians

from game.campaign.campaign import Campaign
from game.campaign.geography import Area, AreaKind, Column, Geography, Line, LineKind, LonLat
from game.campaign.words import Month, PlaceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.simulation.course import Course
from game.widgets.map import layers
from game.widgets.map.camera import Camera, Insets, fit
from game.widgets.map.projection import Globe, middle_of, nearer

LINES: dict[LineKind, layers.LineKind] = {
    LineKind.RAILWAY: "railway",
    LineKind.BROAD_RAILWAY: "double-railway",
    LineKind.ROAD: "route",
    LineKind.WALL: "wall",
    LineKind.RIVER: "coast",
    LineKind.BORDER: "border",
}
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
LEAST_ARROW = 0.04
"""Threats thinner than this share are not drawn: nothing is feared there any more."""
KM_PER_CUT = 6.0
"""One mark on the map for so many kilometres torn up in a month."""
MOST_CUTS = 10


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


def _around(globe: Globe, points: list[LonLat], edge: float) -> Iterator[LonLat]:
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
        yield from scenario.view
        yield from (one.place for one in scenario.situation.dispatches)


def places_at(campaign: Campaign, places: Iterable[PlaceId]) -> list[LonLat]:
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
) -> layers.Layers:
    """Return what lies on the map in a month.

    Args:
        campaign: whose geography it is.
        playthrough: the answers whose months are shown.
        month: which month is shown.
        truth: whether arrows show what was so, not what was feared.
        near: places that are written whatever their rank.
    """
    geography = campaign.geography
    course = play(campaign, playthrough).course
    return layers.Layers(
        areas=tuple(_area(one, course, month) for one in geography.areas),
        lines=(*_lines(geography), *_front(geography, month)),
        arrows=tuple(_arrows(geography, course, month, truth=truth)),
        places=_places(campaign, near),
        marks=(*_cuts(geography, course, month), *_columns(geography, course, month)),
    )


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


def _area(area: Area, course: Course, month: Month) -> layers.Area:
    size = course.formula(area.size, month) if area.size else 1.0
    if area.kind is AreaKind.STATE:
        return layers.Area("hatch", area.outline, 1.0, area.name)
    if area.kind is AreaKind.WATER:
        size = round(min(max(size, 0.0), 1.0), 2)
        return layers.Area("grown", area.outline, size, area.name, "slate")
    return layers.Area("grown", area.outline, round(min(max(size, 0.0), 1.0), 2), tone="moss")


def _lines(geography: Geography) -> tuple[layers.Line, ...]:
    return tuple(
        layers.Line(LINES[line.kind], stroke) for line in geography.lines for stroke in line.points
    )


def _front(geography: Geography, month: Month) -> tuple[layers.Line, ...]:
    """Return the front as it last stood on or before the month's end."""
    past = [front for front in geography.fronts if front.month <= month]
    if not past:
        return ()
    return tuple(layers.Line("front", stroke, tone="red") for stroke in past[-1].points)


def _arrows(
    geography: Geography, course: Course, month: Month, *, truth: bool
) -> list[layers.Arrow]:
    arrows = []
    for threat in geography.threats:
        formula = threat.truth if truth and threat.truth else threat.width
        width = min(course.formula(formula, month), 1.0)
        if width >= LEAST_ARROW:
            arrows.append(layers.Arrow(threat.points, round(width, 2)))
    return arrows


def _cuts(geography: Geography, course: Course, month: Month) -> list[layers.Mark]:
    """Return marks spread evenly along the lines that one quantity cuts, for each quantity."""
    marks = []
    for quantity in dict.fromkeys(line.cut_by for line in geography.lines if line.cut_by):
        lines = [line for line in geography.lines if line.cut_by == quantity]
        count = min(round(course.at(month, quantity) / KM_PER_CUT), MOST_CUTS)
        marks += [_cut(lines[number % len(lines)], number, count) for number in range(count)]
    return marks


def _cut(line: Line, number: int, count: int) -> layers.Mark:
    share = (number * 0.618 + 0.31) % 1 if count > 1 else 0.5
    return layers.Mark("cut", *along(line.points[0], share))


def _columns(geography: Geography, course: Course, month: Month) -> list[layers.Mark]:
    return [
        layers.Mark(
            "column", *along(column.route, _share(column, course, month)), label=column.name
        )
        for column in geography.columns
        if course.at(month, column.men) >= 1
    ]


def _share(column: Column, course: Course, month: Month) -> float:
    return min(max(course.formula(column.progress, month), 0.0), 1.0)


def along(points: tuple[LonLat, ...], share: float) -> LonLat:
    """Return the point at a share of the way along a line, leg by leg."""
    legs = len(points) - 1
    place = share * legs
    leg = min(int(place), legs - 1)
    rest = place - leg
    (x, y), (later_x, later_y) = points[leg], points[leg + 1]
    return x + (nearer(later_x, x) - x) * rest, y + (later_y - y) * rest
