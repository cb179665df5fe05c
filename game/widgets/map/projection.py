"""Albers' equal-area conic: degrees of longitude and latitude to kilometres on a plane, and back.

A globe is laid flat about a middle, which stands upright: on the plane x grows to the east and y
to the north, in kilometres from the middle, and an area on the map is the area on the ground. It is
cut open along the meridian opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import asin, atan2, ceil, cos, degrees, floor, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

from game.frozen import dataclass

Degrees = tuple[float, float]
"""Longitude (east positive) and latitude (north positive), in degrees."""

Plane = tuple[float, float]
"""East and north of the middle, in kilometres."""

EARTH_RADIUS = 6371.0
"""Mean radius of the earth, in kilometres."""

SPREAD = 12.5
"""Degrees of latitude from the middle to each standard parallel, where nothing is stretched."""

FLATTEST = 3.0
"""A middle nearer to the equator than this (degrees) is moved away: a cone has to have a tip."""

ABOUT = 110.0, 50.0
"""Degrees of longitude and latitude about the middle in which the graticule is drawn."""

HALF_A_TURN = 180.0
"""Degrees."""

_ON_THE_LINE = 1e-5


class _Cone(NamedTuple):
    """What the formulas need of a middle."""

    steepness: float
    """Turn on the plane for a turn on the globe; below 0 south of the equator."""
    constant: float
    origin: float
    """From the tip to the middle's parallel, in kilometres."""

    def radius(self, latitude: float) -> float:
        """Distance from the tip of the cone to a parallel given in degrees, in kilometres."""
        squared = self.constant - 2 * self.steepness * sin(radians(latitude))
        return EARTH_RADIUS * sqrt(max(squared, 0.0)) / self.steepness


@lru_cache(maxsize=8)
def _cone(latitude: float) -> _Cone:
    """The cone for a middle at this latitude."""
    least = FLATTEST if latitude >= 0 else -FLATTEST
    centre = least if abs(latitude) < FLATTEST else latitude
    south = sin(radians(max(centre - SPREAD, -89.0)))
    north = sin(radians(min(centre + SPREAD, 89.0)))
    steepness = (south + north) / 2
    cone = _Cone(steepness, 1 - south**2 + 2 * steepness * south, 0.0)
    return cone._replace(origin=cone.radius(latitude))


@dataclass(frozen=True, slots=True)
class Globe:
    """The globe as a campaign lays it flat."""

    middle: Degrees = (0.0, 45.0)
    """Where the map stands upright."""
    coast: str = "world"
    """Which coastlines are drawn, as the asset is called."""
    corners: tuple[Degrees, ...] = ()
    """All that a camera may pass over lies between these."""

    @property
    def cut(self) -> float:
        """The longitude along which the globe is cut open: the western end of the plane."""
        return self.middle[0] - 180

    def east_of_cut(self, longitude: float) -> float:
        """The same longitude within 180 degrees of the middle's."""
        return (longitude - self.cut) % 360 + self.cut

    def project(self, longitude: float, latitude: float) -> Plane:
        """Where a point on the globe (degrees) lies on the plane (kilometres)."""
        return _projected(self, longitude, latitude)

    def laid(self, points: Iterable[Degrees]) -> list[Plane]:
        """The same for points that lie within 180 degrees of the middle already, both ends kept."""
        cone, upright = _cone(self.middle[1]), self.middle[0]
        steepness, constant, origin = cone
        twice, size, turn = 2 * steepness, EARTH_RADIUS / steepness, radians(steepness)
        found = []
        for longitude, latitude in points:  # plain arithmetic: a coast has many thousand points
            radius = size * sqrt(max(constant - twice * sin(radians(latitude)), 0.0))
            angle = turn * (longitude - upright)
            found.append((radius * sin(angle), origin - radius * cos(angle)))
        return found

    def unproject(self, east: float, north: float) -> Degrees:
        """The point on the globe (degrees) that `project` puts here on the plane (kilometres)."""
        cone = _cone(self.middle[1])
        side = 1 if cone.steepness > 0 else -1
        height = (cone.origin - north) * side
        radius = hypot(east, height)
        longitude = self.middle[0] + degrees(atan2(east * side, height)) / cone.steepness
        squared = (radius * cone.steepness / EARTH_RADIUS) ** 2
        sine = (cone.constant - squared) / (2 * cone.steepness)
        return longitude, degrees(asin(max(-1.0, min(1.0, sine))))

    def project_all(self, points: Iterable[Degrees]) -> list[Plane]:
        """Every point of a shape on the plane, in order."""
        return self.laid((self.east_of_cut(longitude), latitude) for longitude, latitude in points)

    def is_seam(self, longitude: float) -> bool:
        """Whether outlines are cut along a meridian: at 180 degrees and behind the globe."""
        return any(abs(longitude - seam) % 360 in (0.0, 360.0) for seam in (HALF_A_TURN, self.cut))

    def is_on_seam(self, point: Plane) -> bool:
        """Whether a point lies where outlines are cut: at 180 degrees or behind the globe."""
        cone = _cone(self.middle[1])
        side = 1 if cone.steepness > 0 else -1
        angle = atan2(point[0] * side, (cone.origin - point[1]) * side) / cone.steepness
        date_line = radians(self.east_of_cut(180.0) - self.middle[0])
        return abs(angle - date_line) < _ON_THE_LINE or abs(abs(angle) - pi) < _ON_THE_LINE

    def graticule(self, step: float = 10.0) -> list[list[Plane]]:
        """Meridians and parallels every `step` degrees over what the map can show."""
        (longitude, latitude), (wide, high) = self.middle, ABOUT
        south, north = max(latitude - high, -80.0), min(latitude + high, 80.0)
        meridians = list(_steps(longitude - wide, longitude + wide, step))
        parallels = list(_steps(south, north, step))
        lines = [[(one, parallels[0]), (one, parallels[-1])] for one in meridians]
        lines += [[(meridians[0], one), (meridians[-1], one)] for one in parallels]
        return [self.project_all(_parts(line, 2.0)) for line in lines]


@lru_cache(maxsize=512)
def _projected(globe: Globe, longitude: float, latitude: float) -> Plane:
    """A point on a plane; every picture of a flight asks for the same towns and signs."""
    return globe.laid([(globe.east_of_cut(longitude), latitude)])[0]


def _steps(low: float, high: float, step: float) -> Iterator[float]:
    """The multiples of `step` from `low` to `high`."""
    yield from (number * step for number in range(ceil(low / step), floor(high / step) + 1))


def middle_of(points: Iterable[Degrees]) -> Degrees:
    """The middle of some points, in degrees; the widest gap between them lies behind the globe."""
    longitudes, latitudes = zip(*points, strict=True)
    round_once = sorted({one % 360 for one in longitudes})
    gaps = pairwise([*round_once, round_once[0] + 360])
    west, east = max(gaps, key=lambda gap: gap[1] - gap[0])
    longitude = ((west + east) / 2 + 180) % 360  # half way round from the middle of the gap
    return longitude if longitude < 180 else longitude - 360, (min(latitudes) + max(latitudes)) / 2


def nearer(longitude: float, other: float) -> float:
    """The longitude, full turns aside, that is at most half a turn from another one."""
    if abs(longitude - other) <= HALF_A_TURN:
        return longitude
    return other + (longitude - other + 180) % 360 - 180


def sampled(points: Sequence[Degrees], step: float = 2.0) -> Iterator[Degrees]:
    """The same line with points at most `step` degrees apart, to bend with the globe.

    From one point to the next it goes the short way round.
    """
    short = list(points[:1])
    for longitude, latitude in points[1:]:
        short.append((nearer(longitude, short[-1][0]), latitude))
    yield from _parts(short, step)


def _parts(points: Sequence[Degrees], step: float) -> Iterator[Degrees]:
    """The same line with points at most `step` degrees apart."""
    yield from points[:1]
    for (west, south), (east, north) in pairwise(points):
        parts = max(1, ceil(max(abs(east - west), abs(north - south)) / step))
        for part in range(1, parts):
            share = part / parts
            yield west + (east - west) * share, south + (north - south) * share
        yield east, north
