"""Lines through degrees are measured, cut and mixed by the way along them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.playthrough.strokes import (
    Stroke,
    along,
    apart,
    begun,
    between,
    halfway,
    length,
    shares,
)

EAST: Stroke = ((10.0, 0.0), (14.0, 0.0), (20.0, 0.0))
NORTH: Stroke = ((10.0, 0.0), (10.0, 5.0))
points = st.tuples(st.floats(-170, 170), st.floats(-80, 80))
strokes = st.lists(points, min_size=2, max_size=8).map(tuple)
parts = st.floats(0, 1)


def test_a_degree_east_counts_less_in_the_north() -> None:
    assert apart((0.0, 60.0), (1.0, 60.0)) == pytest.approx(0.5)
    assert apart((0.0, 60.0), (0.0, 61.0)) == 1.0


def test_a_line_goes_the_short_way_round_the_globe() -> None:
    """Also where its longitudes jump from east to west."""
    assert apart((179.0, 0.0), (-179.0, 0.0)) == pytest.approx(2.0)
    assert along(((-179.0, 0.0), (179.0, 0.0)), 0.75) == pytest.approx((-180.5, 0.0))


def test_shares_tell_how_much_of_the_way_lies_before_each_point() -> None:
    assert shares(EAST) == (0.0, 0.4, 1.0)


def test_a_line_without_length_has_all_its_points_at_the_start() -> None:
    assert shares(((1.0, 1.0), (1.0, 1.0))) == (0.0, 0.0)
    assert along(((1.0, 1.0), (1.0, 1.0)), 0.5) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("share", "at"), [(-1.0, 10.0), (0.0, 10.0), (0.2, 12.0), (0.7, 17.0), (1.0, 20.0), (2.0, 20.0)]
)
def test_a_share_of_the_way_is_a_point_on_it(share: float, at: float) -> None:
    assert along(EAST, share) == pytest.approx((at, 0.0))


def test_what_is_begun_ends_where_the_share_is() -> None:
    assert begun(EAST, 0.7)[:2] == EAST[:2]
    assert begun(EAST, 0.7)[2] == pytest.approx((17.0, 0.0))
    assert begun(EAST, 0.0) == ((10.0, 0.0), (10.0, 0.0))


@given(strokes, parts)
def test_what_is_begun_is_never_longer_than_the_whole(stroke: Stroke, share: float) -> None:
    assert length(begun(stroke, share)) <= length(stroke) * 1.001 + 1e-6


def test_halfway_between_two_lines_keeps_the_corners_of_both() -> None:
    bent: Stroke = ((10.0, 2.0), (18.0, 2.0), (20.0, 2.0))

    assert len(halfway(EAST, bent, 0.5)) == 4
    assert all(y == pytest.approx(1.0) for _, y in halfway(EAST, bent, 0.5))


@given(strokes, strokes)
def test_the_ends_of_the_way_between_are_the_two_lines(a: Stroke, b: Stroke) -> None:
    assert between((a,), (b,), 0.0) == (a,)
    assert between((a,), (b,), 1.0) == (b,)


@given(strokes, strokes, parts)
def test_what_lies_between_starts_and_ends_between(a: Stroke, b: Stroke, share: float) -> None:
    (mixed,) = between((a,), (b,), share)
    low, high = sorted((a[0][1], b[0][1]))

    assert low - 1e-9 <= mixed[0][1] <= high + 1e-9


def test_the_longest_pieces_belong_together_whatever_their_order() -> None:
    pocket: Stroke = ((40.0, 50.0), (40.1, 50.0))
    moved: Stroke = ((10.0, 10.0), (14.0, 10.0), (20.0, 10.0))
    later = ((41.0, 51.0), (41.1, 51.0))
    main, small = between((pocket, EAST), (moved, later), 0.5)

    assert main[0] == pytest.approx((10.0, 5.0))
    assert small[0] == pytest.approx((40.5, 50.5))


def test_a_piece_without_a_fellow_is_there_for_its_half_of_the_way() -> None:
    pocket: Stroke = ((40.0, 50.0), (40.1, 50.0))

    assert len(between((EAST, pocket), (EAST,), 0.4)) == 2
    assert len(between((EAST, pocket), (EAST,), 0.6)) == 1
    assert len(between((EAST,), (EAST, pocket), 0.4)) == 1
    assert len(between((EAST,), (EAST, pocket), 0.6)) == 2


def test_of_two_near_pieces_the_nearer_is_the_fellow() -> None:
    pocket: Stroke = ((40.0, 50.0), (40.1, 50.0))
    near: Stroke = ((40.0, 50.5), (40.1, 50.5))
    far: Stroke = ((40.0, 52.0), (40.1, 52.0))
    mixed = between((EAST, pocket), (EAST, far, near), 0.4)

    assert mixed[1][0] == pytest.approx((40.0, 50.2))


def test_nothing_lies_between_nothing_and_a_line_until_half_of_the_way() -> None:
    assert between((), (NORTH,), 0.3) == ()
    assert between((), (NORTH,), 0.7) == (NORTH,)
