"""Albers' equal-area conic: degrees of longitude and latitude to kilometres on a plane, and back.

Standard parallels 35 N and 60 N, central meridian 88 E. On the plane x grows to the east and y to
the north, in kilometres from 50 N 88 E: an area on the map is the area on the ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import asin, atan2, ceil, cos, degrees, hypot, radians, sin, sqrt

Degrees = tuple[float, float]
"""Longitude (east positive) and latitude (north positive), in degrees."""

Plane = tuple[float, float]
"""East and north of the origin, in kilometres."""

EARTH_RADIUS = 6371.0
"""Mean radius of the earth, in kilometres."""

CENTRAL_MERIDIAN = 88.0
"""Longitude drawn upright, in degrees east."""

_SOUTH, _NORTH = sin(radians(35.0)), sin(radians(60.0))
_CONE = (_SOUTH + _NORTH) / 2
_CONSTANT = 1 - _SOUTH**2 + 2 * _CONE * _SOUTH


def _radius(latitude: float) -> float:
    """Distance from the tip of the cone to a parallel given in degrees, in kilometres."""
    return EARTH_RADIUS * sqrt(_CONSTANT - 2 * _CONE * sin(radians(latitude))) / _CONE


_ORIGIN = _radius(50.0)
_ON_THE_LINE = 1e-5


def east_of_cut(longitude: float) -> float:
    """The same longitude within 180 degrees of the central meridian: from -92 to below 268."""
    cut = CENTRAL_MERIDIAN - 180
    return (longitude - cut) % 360 + cut


def project(longitude: float, latitude: float) -> Plane:
    """Where a point on the globe (degrees) lies on the plane (kilometres)."""
    radius = _radius(latitude)
    angle = _CONE * radians(east_of_cut(longitude) - CENTRAL_MERIDIAN)
    return radius * sin(angle), _ORIGIN - radius * cos(angle)


def unproject(east: float, north: float) -> Degrees:
    """The point on the globe (degrees) that `project` puts here on the plane (kilometres)."""
    height = _ORIGIN - north
    radius = hypot(east, height)
    longitude = CENTRAL_MERIDIAN + degrees(atan2(east, height)) / _CONE
    sine = (_CONSTANT - (radius * _CONE / EARTH_RADIUS) ** 2) / (2 * _CONE)
    return longitude, degrees(asin(max(-1.0, min(1.0, sine))))


def is_on_date_line(point: Plane) -> bool:
    """Whether a point of the plane lies on 180 degrees, where outlines are often cut."""
    angle = atan2(point[0], _ORIGIN - point[1])
    return abs(angle - _CONE * radians(180.0 - CENTRAL_MERIDIAN)) < _ON_THE_LINE


def project_all(points: Iterable[Degrees]) -> list[Plane]:
    """Every point of a shape on the plane, in order."""
    return [project(longitude, latitude) for longitude, latitude in points]


def sampled(points: Sequence[Degrees], step: float = 2.0) -> Iterator[Degrees]:
    """The same line with points at most `step` degrees apart, to bend with the globe."""
    yield from points[:1]
    for (west, south), (east, north) in pairwise(points):
        parts = max(1, ceil(max(abs(east - west), abs(north - south)) / step))
        for part in range(1, parts):
            share = part / parts
            yield west + (east - west) * share, south + (north - south) * share
        yield east, north


def graticule(step: float = 10.0) -> list[list[Plane]]:
    """Meridians and parallels every `step` degrees over what the map can show."""
    lines: list[list[Degrees]] = []
    longitude = -20.0
    while longitude <= 200.0:
        lines.append([(longitude, 0.0), (longitude, 80.0)])
        longitude += step
    latitude = 0.0
    while latitude <= 80.0:
        lines.append([(-20.0, latitude), (200.0, latitude)])
        latitude += step
    return [project_all(sampled(line)) for line in lines]
