"""From a campaign's geography and the months computed to the layers of the map."""

from __future__ import annotations

from functools import lru_cache

from game.campaign.campaign import Campaign
from game.campaign.geography import Area, AreaKind, Column, Geography, Line, LineKind, LonLat
from game.campaign.words import Month, PlaceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.simulation.course import Course
from game.widgets.map import layers
from game.widgets.map.camera import Camera, Insets, fit
from game.widgets.map.projection import project

LINES: dict[LineKind, layers.LineKind] = {
    LineKind.RAILWAY: "railway",
    LineKind.BROAD_RAILWAY: "double-railway",
    LineKind.ROAD: "route",
    LineKind.WALL: "wall",
}
CLOSEST = 1700.0
"""Kilometres across the map when the camera goes to a single place."""
LEAST_ARROW = 0.04
"""Threats thinner than this share are not drawn: nothing is feared there any more."""
KM_PER_CUT = 6.0
"""One mark on the map for so many kilometres torn up in a month."""
MOST_CUTS = 10


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
    """Return marks spread evenly along the lines that are cut."""
    lines = [line for line in geography.lines if line.cut_by]
    if not lines:
        return []
    torn = course.at(month, str(lines[0].cut_by))
    count = min(round(torn / KM_PER_CUT), MOST_CUTS)
    return [_cut(lines[number % len(lines)], number, count) for number in range(count)]


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
    return x + (later_x - x) * rest, y + (later_y - y) * rest
