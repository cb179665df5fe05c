"""Clipping, hatching, roughening and arrows stay where they should."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.widgets.map.camera import Box
from game.widgets.map.clipping import (
    Point,
    bounds,
    clipped_line,
    clipped_ring,
    pieces_between,
)
from game.widgets.map.cuts import (
    arrow,
    bent,
    hatching,
    is_inside,
    middle,
    noise,
    roughened,
    rounded,
    shrunk,
    teeth,
    walked,
)

BOX: Box = (0.0, 0.0, 100.0, 80.0)
SQUARE: list[Point] = [(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0)]
spots = st.floats(-300.0, 300.0)
lines = st.lists(st.tuples(spots, spots), min_size=2, max_size=15)


@given(lines)
def test_a_clipped_ring_is_inside_its_box(ring: list[Point]) -> None:
    assert all(
        -1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 80 + 1e-6 for x, y in clipped_ring(ring, BOX)
    )


@given(lines)
def test_the_runs_of_a_clipped_line_are_inside_its_box(line: list[Point]) -> None:
    points = [point for run in clipped_line(line, BOX) for point in run]

    assert all(-1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 80 + 1e-6 for x, y in points)


def test_a_ring_within_the_box_is_kept_as_it_is() -> None:
    assert clipped_ring(SQUARE, BOX) == SQUARE


def test_a_line_that_leaves_and_returns_is_two_runs() -> None:
    line = [(10.0, 10.0), (10.0, -20.0), (30.0, -20.0), (30.0, 10.0)]

    assert len(clipped_line(line, BOX)) == 2


@given(lines)
def test_all_of_a_line_that_comes_between_two_heights_is_kept_and_no_more(
    line: list[Point],
) -> None:
    kept = [leg for piece in pieces_between(line, 0.0, 80.0) for leg in pairwise(piece)]
    near = [(a, b) for a, b in pairwise(line) if max(a[1], b[1]) >= 0 and min(a[1], b[1]) <= 80]

    assert sorted(kept) == sorted(near)


def test_a_line_that_passes_between_two_heights_has_its_ends_beyond_them() -> None:
    line = [(0.0, -9.0), (1.0, -5.0), (2.0, 100.0), (3.0, 90.0), (4.0, 40.0), (5.0, -1.0)]

    assert pieces_between(line, 0.0, 80.0) == [line[1:3], line[3:]]


def test_a_closed_line_is_in_one_piece_where_it_begins() -> None:
    """Also where it comes back to after it was away."""
    line = [(0.0, 40.0), (1.0, 90.0), (2.0, 95.0), (3.0, 90.0), (4.0, 41.0), (0.0, 40.0)]

    assert pieces_between(line, 0.0, 80.0) == [[*line[3:], line[1]]]


@given(lines, st.floats(2.0, 20.0), st.floats(0.0, 3.0))
def test_a_roughened_line_keeps_its_ends_and_strays_no_deeper_than_told(
    line: list[Point], pitch: float, depth: float
) -> None:
    cut = roughened(line, pitch, depth)
    west, north, east, south = bounds(line)

    assert (cut[0], cut[-1]) == (line[0], line[-1])
    assert all(west - depth - 1e-6 <= x <= east + depth + 1e-6 for x, _ in cut)
    assert all(north - depth - 1e-6 <= y <= south + depth + 1e-6 for _, y in cut)


@given(spots, spots)
def test_noise_is_a_small_number_and_the_same_every_time(x: float, y: float) -> None:
    assert -1 <= noise(x, y) <= 1
    assert noise(x, y) == noise(x, y)


@given(st.floats(2.0, 15.0), st.floats(-1.5, 1.5))
def test_hatching_stays_inside_its_polygon(gap: float, angle: float) -> None:
    ends = [end for stroke in hatching(SQUARE, gap, angle) for end in stroke]

    assert ends
    assert all(-1e-6 <= x <= 40 + 1e-6 and -1e-6 <= y <= 40 + 1e-6 for x, y in ends)


@given(st.floats(0.1, 1.0))
def test_a_shrunk_polygon_keeps_its_middle_and_the_share_of_its_area(strength: float) -> None:
    small = shrunk(SQUARE, strength)
    west, north, east, south = bounds(small)

    assert middle(small) == pytest.approx((20.0, 20.0))
    assert (east - west) * (south - north) == pytest.approx(1600 * strength)


def test_the_middle_of_a_line_is_the_middle_of_its_points() -> None:
    assert middle([(0.0, 0.0), (10.0, 0.0)]) == (5.0, 0.0)


def test_a_rounded_polygon_stays_inside_the_old_one() -> None:
    assert all(0 <= x <= 40 and 0 <= y <= 40 for x, y in rounded(SQUARE))


def test_a_bent_line_goes_through_its_points() -> None:
    line = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]

    assert set(line) <= set(bent(line))


def test_spots_along_a_line_are_a_pitch_apart() -> None:
    spots_found = [at[0] for at, _ in walked([(0.0, 0.0), (7.0, 0.0), (20.0, 0.0)], 5.0)]

    assert spots_found == pytest.approx([0.0, 5.0, 10.0, 15.0])


@pytest.mark.parametrize("line", [[(0.0, 50.0), (90.0, 50.0)], [(90.0, 50.0), (0.0, 50.0)]])
def test_merlons_stand_on_the_upper_side_whichever_way_the_line_runs(line: list[Point]) -> None:
    assert all(y <= 50.001 for merlon in teeth(line, 6.0, 3.0) for _, y in merlon)


@given(st.floats(1.0, 30.0))
def test_an_arrow_has_its_tip_where_its_points_end(width: float) -> None:
    outline = arrow([(0.0, 0.0), (60.0, 20.0), (120.0, 0.0)], width)

    assert (120.0, 0.0) in outline
    assert all(hypot(x - 60, y - 10) < 130 for x, y in outline)


@pytest.mark.parametrize(
    ("point", "inside"), [((5.0, 5.0), True), ((15.0, 5.0), False), ((5.0, 15.0), False)]
)
def test_a_point_is_inside_a_polygon_or_not(point: Point, *, inside: bool) -> None:
    square: list[Point] = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]

    assert is_inside(point, square) == inside
