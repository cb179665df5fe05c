"""A fitted camera shows its points; a flight starts, ends and can be broken off where it is."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.widgets.map.camera import Camera, View, between, fit, flight_seconds
from game.widgets.map.projection import Plane

spots = st.floats(-6000.0, 6000.0)
points = st.lists(st.tuples(spots, spots), min_size=1, max_size=12)
cameras = st.builds(Camera, spots, spots, st.floats(300.0, 12000.0))


@given(points, st.floats(0.5, 3.0), st.floats(0.0, 0.3))
def test_a_fitted_camera_shows_every_point(
    shape: list[Plane], aspect: float, margin: float
) -> None:
    camera = fit(shape, aspect, margin)
    west, south, east, north = View(camera, (round(aspect * 10000), 10000)).extent(1.0)

    assert all(west <= x <= east and south <= y <= north for x, y in shape)


@given(points, st.floats(0.0, 0.4), st.floats(0.0, 0.4))
def test_a_fitted_camera_keeps_points_clear_of_panels(
    shape: list[Plane], right: float, bottom: float
) -> None:
    view = View(fit(shape, 16 / 9, insets=(0.0, 0.0, right, bottom)), (1280, 720))
    pixels = view.pixels(shape)

    assert all(-1 <= x <= 1280 * (1 - right) + 1 for x, _ in pixels)
    assert all(-1 <= y <= 720 * (1 - bottom) + 1 for _, y in pixels)


@given(cameras, st.tuples(spots, spots))
def test_one_point_or_many_fall_on_the_same_pixels(camera: Camera, point: Plane) -> None:
    view = View(camera, (1920, 1080))

    assert view.pixels([point])[0] == pytest.approx(view.pixel(point), abs=1e-6)


@given(cameras, cameras)
def test_a_flight_starts_and_ends_at_its_cameras(a: Camera, b: Camera) -> None:
    assert between(a, b, 0.0) == a
    assert between(a, b, 1.0) == b


@given(cameras, cameras, st.floats(0.0, 1.0))
def test_a_flight_is_the_same_every_time(a: Camera, b: Camera, t: float) -> None:
    assert between(a, b, t) == between(a, b, t)


@given(cameras, cameras)
def test_a_flight_has_no_jump(a: Camera, b: Camera) -> None:
    steps = [between(a, b, step / 200) for step in range(201)]

    assert all(
        hypot(q.x - p.x, q.y - p.y) < 0.5 * max(p.width, q.width) and 0.7 < q.width / p.width < 1.4
        for p, q in pairwise(steps)
    )


@given(cameras, st.floats(300.0, 12000.0), st.floats(0.01, 0.99))
def test_a_mere_zoom_stays_on_its_spot(a: Camera, width: float, t: float) -> None:
    camera = between(a, Camera(a.x, a.y, width), t)

    assert (camera.x, camera.y) == pytest.approx((a.x, a.y), abs=1e-6)


@given(cameras, cameras)
def test_a_flight_takes_a_bearable_time(a: Camera, b: Camera) -> None:
    assert 0.0 <= flight_seconds(a, b) <= 2.6


def test_a_part_of_a_view_shows_the_same_at_the_same_place() -> None:
    view = View(Camera(100.0, 50.0, 640.0), (640, 480))
    part = view.part((40, 30), (200, 100))

    assert part.size == (200, 100)
    assert part.scale == pytest.approx(view.scale)
    for point in ((0.0, 0.0), (100.0, 50.0), (-180.0, 240.0)):
        across, down = view.pixel(point)
        assert part.pixel(point) == pytest.approx((across - 40, down - 30))
