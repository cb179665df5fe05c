"""The projection is reversible, keeps areas, and puts north up on the central meridian."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.widgets.map.projection import (
    CENTRAL_MERIDIAN,
    Degrees,
    graticule,
    project,
    project_all,
    sampled,
    unproject,
)

longitudes = st.floats(-90.0, 260.0)
latitudes = st.floats(-20.0, 84.0)


def cell_area(west: float, south: float, side: float) -> float:
    """The area on the plane of a cell `side` degrees wide and one hundredth of that high."""
    corners = project_all(
        [
            (west, south),
            (west + side, south),
            (west + side, south + side),
            (west, south + side),
        ]
    )
    area = 0.0
    for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
        area += ax * by - bx * ay
    return abs(area) / 2


@given(longitudes, latitudes)
def test_unproject_gives_back_the_point_that_was_projected(lon: float, lat: float) -> None:
    longitude, latitude = unproject(*project(lon, lat))

    assert longitude == pytest.approx(lon, abs=1e-6)
    assert latitude == pytest.approx(lat, abs=1e-6)


@given(st.floats(-80.0, 240.0), st.floats(-80.0, 240.0), st.floats(0.0, 80.0))
def test_cells_of_one_latitude_have_one_area_wherever_they_are(
    a: float, b: float, south: float
) -> None:
    assert cell_area(a, south, 0.1) == pytest.approx(cell_area(b, south, 0.1), rel=1e-5)


@given(st.floats(0.0, 78.0))
def test_a_cell_has_the_area_it_has_on_the_globe(south: float) -> None:
    from math import radians, sin

    side = 0.05
    true = 6371.0**2 * radians(side) * (sin(radians(south + side)) - sin(radians(south)))

    assert cell_area(100.0, south, side) == pytest.approx(true, rel=1e-4)


@given(latitudes)
def test_the_central_meridian_is_upright(lat: float) -> None:
    assert project(CENTRAL_MERIDIAN, lat)[0] == pytest.approx(0.0, abs=1e-6)


@given(longitudes, latitudes)
def test_a_turn_of_the_globe_changes_nothing(lon: float, lat: float) -> None:
    assert project(lon + 360, lat) == pytest.approx(project(lon, lat), abs=1e-6)


@given(st.lists(st.tuples(longitudes, latitudes), min_size=2, max_size=6), st.floats(0.5, 5.0))
def test_a_sampled_line_keeps_its_points_and_has_no_long_leg(
    line: list[Degrees], step: float
) -> None:
    points = list(sampled(line, step))

    assert set(line) <= set(points)
    assert all(
        max(abs(bx - ax), abs(by - ay)) <= step * 1.001 for (ax, ay), (bx, by) in pairwise(points)
    )


def test_the_graticule_has_meridians_and_parallels() -> None:
    assert len(graticule(10.0)) == 23 + 9
