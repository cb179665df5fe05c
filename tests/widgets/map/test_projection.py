"""The projection is reversible, keeps areas, and puts north up on the central meridian."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.widgets.map.projection import Degrees, Globe, middle_of, nearer, sampled

GLOBE = Globe((88.0, 47.5))
GLOBES = st.builds(Globe, st.tuples(st.floats(-180.0, 180.0), st.floats(-85.0, 85.0)))
longitudes = st.floats(-90.0, 260.0)
latitudes = st.floats(-20.0, 84.0)


def cell_area(west: float, south: float, side: float) -> float:
    """The area on the plane of a cell `side` degrees wide and one hundredth of that high."""
    corners = GLOBE.project_all(
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


@given(GLOBES, st.floats(-179.0, 179.0), st.floats(-80.0, 80.0))
def test_unproject_gives_back_the_point_that_was_projected(
    globe: Globe, turn: float, lat: float
) -> None:
    lon = globe.middle[0] + turn
    longitude, latitude = globe.unproject(*globe.project(lon, lat))

    assert longitude == pytest.approx(lon, abs=1e-6)
    assert latitude == pytest.approx(lat, abs=1e-4)


@given(GLOBES)
def test_north_is_up_and_east_is_right_of_the_middle_of_any_globe(globe: Globe) -> None:
    longitude, latitude = globe.middle
    x, y = globe.project(longitude, latitude)

    assert (x, y) == pytest.approx((0.0, 0.0), abs=1e-6)
    assert globe.project(longitude + 0.5, latitude)[0] > 0
    assert globe.project(longitude, latitude + 0.5)[1] > 0


@given(st.floats(-180.0, 180.0), st.floats(-60.0, 60.0), st.floats(0.0, 8.0), st.floats(0.0, 8.0))
def test_the_middle_lies_between_the_points_even_across_180_degrees(
    lon: float, lat: float, east: float, north: float
) -> None:
    corners = [(nearer(lon - east, 0.0), lat - north), (nearer(lon + east, 0.0), lat + north)]
    x, y = middle_of(corners)

    assert nearer(x, lon) == pytest.approx(lon, abs=1e-6)
    assert y == pytest.approx(lat)
    assert -180 <= x <= 180


def test_a_line_across_180_degrees_goes_the_short_way() -> None:
    line = list(sampled([(178.0, 0.0), (-178.0, 0.0)]))

    assert [x for x, _ in line] == pytest.approx([178.0, 180.0, 182.0])


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
    assert GLOBE.project(GLOBE.middle[0], lat)[0] == pytest.approx(0.0, abs=1e-6)


@given(longitudes, latitudes)
def test_a_turn_of_the_globe_changes_nothing(lon: float, lat: float) -> None:
    assert GLOBE.project(lon + 360, lat) == pytest.approx(GLOBE.project(lon, lat), abs=1e-6)


@given(st.lists(st.tuples(longitudes, latitudes), min_size=2, max_size=6), st.floats(0.5, 5.0))
def test_a_sampled_line_keeps_its_points_and_has_no_long_leg(
    line: list[Degrees], step: float
) -> None:
    points = list(sampled(line, step))
    turned = {(round(x % 360, 6) % 360, y) for x, y in points}

    assert {(round(x % 360, 6) % 360, y) for x, y in line} <= turned
    assert all(
        max(abs(bx - ax), abs(by - ay)) <= step * 1.001 for (ax, ay), (bx, by) in pairwise(points)
    )


def test_the_graticule_has_meridians_and_parallels() -> None:
    assert len(GLOBE.graticule(10.0)) == 22 + 9
