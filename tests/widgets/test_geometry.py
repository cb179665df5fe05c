"""Rectangles: cutting one up neither loses nor invents a pixel."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.widgets.geometry import Rect

places = st.integers(-500, 500)
lengths = st.integers(0, 900)
rects = st.builds(Rect, places, places, lengths, lengths)


@given(rects, lengths)
def test_top_and_below_make_the_whole(rect: Rect, height: int) -> None:
    top, below = rect.top(height), rect.below(height)

    assert (top.y, top.bottom, below.bottom) == (rect.y, below.y, rect.bottom)
    assert top.w == below.w == rect.w


@given(rects, lengths)
def test_left_and_after_make_the_whole(rect: Rect, width: int) -> None:
    left, after = rect.left(width), rect.after(width)

    assert (left.x, left.right, after.right) == (rect.x, after.x, rect.right)
    assert left.h == after.h == rect.h


@given(rects, st.integers(1, 9), st.integers(0, 40))
def test_columns_lie_inside_side_by_side_and_are_equally_wide(
    rect: Rect, count: int, gap: int
) -> None:
    columns = rect.columns(count, gap)

    assert len({one.w for one in columns}) == 1
    assert all(one.w == 0 or one.common(rect) == one for one in columns)
    assert all(one.w == 0 or other.x - one.right >= gap - 1 for one, other in pairwise(columns))


@given(rects, st.integers(0, 600), st.integers(0, 600))
def test_a_rectangle_made_smaller_stays_inside(rect: Rect, dx: int, dy: int) -> None:
    inner = rect.inset(dx, dy)

    assert inner.w == max(rect.w - 2 * dx, 0)
    assert inner.h == max(rect.h - 2 * dy, 0)


@given(rects, rects)
def test_two_rectangles_meet_where_they_have_a_part_in_common(one: Rect, other: Rect) -> None:
    both = one.common(other)
    empty = 0 in (*one[2:], *other[2:])

    assert both == other.common(one) or 0 in both[2:]
    assert empty or one.meets(other) == (both.w > 0 and both.h > 0)


@given(rects, rects)
def test_what_is_in_both_is_in_the_common_part(one: Rect, other: Rect) -> None:
    point = (one.x + one.w // 2, one.y + one.h // 2)

    assert one.common(other).has(point) == (one.has(point) and other.has(point))


@given(rects, places, places)
def test_a_moved_rectangle_is_as_large_as_before(rect: Rect, dx: int, dy: int) -> None:
    assert rect.moved(dx, dy).moved(-dx, -dy) == rect
    assert rect.moved(dx, dy)[2:] == rect[2:]


def test_the_first_row_below_is_outside() -> None:
    rect = Rect(0, 0, 10, 10)

    assert rect.has((0, 0))
    assert rect.has((9.9, 9.9))
    assert not rect.has((5, 10))
    assert not rect.has((10, 5))
