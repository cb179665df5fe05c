"""A coast has no more points than can be seen, and small islands keep their form."""

from __future__ import annotations

from math import cos, pi, sin

from game.widgets.map.camera import Camera, View
from game.widgets.map.coast import FORM, Coast, thinned
from tests.widgets.map.conftest import GLOBE

VIEW = View(Camera(0.0, 0.0, 1280.0, GLOBE), (1280, 720))
"""A pixel to a kilometre."""


def island(degrees: float) -> list[tuple[float, float]]:
    """Return a round island of a width, of 360 points."""
    (east, north), half = GLOBE.middle, degrees / 2
    turns = [2 * pi * number / 360 for number in range(360)]
    return [(east + half * cos(one), north + half * sin(one)) for one in turns]


def points(degrees: float) -> int:
    """Return how many points of such an island are drawn."""
    return sum(len(run) for runs in Coast([island(degrees)], GLOBE).outlines(VIEW) for run in runs)


def test_points_nearer_to_the_last_one_kept_are_left_out() -> None:
    ring = [(0.0, 0.0), (0.5, 0.4), (1.0, 0.0), (1.5, 0.0), (2.5, 0.0)]

    assert thinned(ring, 1.0) == [(0.0, 0.0), (1.0, 0.0), (2.5, 0.0)]


def test_a_coast_has_fewer_points_than_its_length_has_pixels() -> None:
    """An island of 5 degrees is some 500 pixels wide here and 1500 around."""
    assert 100 < points(5.0) <= 2 * 361


def test_an_island_of_two_pixels_keeps_its_form() -> None:
    assert points(0.02) >= FORM


def test_an_island_narrower_than_a_hair_is_left_out() -> None:
    assert points(0.003) == 0
