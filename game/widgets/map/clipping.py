"""Cutting polygons and lines to a rectangle; pure, in whatever unit the points are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from game.widgets.map.camera import Box

Point = tuple[float, float]
"""Across and down, in pixels, or east and north, in kilometres."""

_Side = tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]


def _upright(edge: float, sign: float) -> _Side:
    """Inside test and crossing point for a vertical edge; `sign` 1 keeps what is to its right."""

    def cross(a: Point, b: Point) -> Point:
        share = (edge - a[0]) / (b[0] - a[0])
        return edge, a[1] + (b[1] - a[1]) * share

    return (lambda point: (point[0] - edge) * sign >= 0), cross


def _level(edge: float, sign: float) -> _Side:
    """Inside test and crossing point for a horizontal edge; `sign` 1 keeps what is beyond it."""

    def cross(a: Point, b: Point) -> Point:
        share = (edge - a[1]) / (b[1] - a[1])
        return a[0] + (b[0] - a[0]) * share, edge

    return (lambda point: (point[1] - edge) * sign >= 0), cross


def _cut(ring: Sequence[Point], side: _Side) -> list[Point]:
    """The part of a ring on the kept side of one edge (Sutherland and Hodgman)."""
    is_inside, cross = side
    kept: list[Point] = []
    if not ring:
        return kept
    before, was_inside = ring[-1], is_inside(ring[-1])
    for point in ring:
        inside = is_inside(point)
        if inside != was_inside:
            kept.append(cross(before, point))
        if inside:
            kept.append(point)
        before, was_inside = point, inside
    return kept


def bounds(points: Sequence[Point]) -> Box:
    """The smallest rectangle around some points."""
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def overlaps(a: Box, b: Box) -> bool:
    """Whether two rectangles share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def clipped_ring(ring: Sequence[Point], box: Box, ring_box: Box | None = None) -> list[Point]:
    """A ring cut to a rectangle, whose edge it follows where it was cut; empty if outside."""
    if not ring:
        return []
    around = bounds(ring) if ring_box is None else ring_box
    if not overlaps(around, box):
        return []
    sides = (
        (around[0] < box[0], _upright(box[0], 1)),
        (around[2] > box[2], _upright(box[2], -1)),
        (around[1] < box[1], _level(box[1], 1)),
        (around[3] > box[3], _level(box[3], -1)),
    )
    kept = list(ring)
    for is_needed, side in sides:
        if is_needed:
            kept = _cut(kept, side)
    return kept


def _span(a: Point, b: Point, box: Box) -> tuple[float, float] | None:
    """The shares of the way from a to b where it is in the box (Liang and Barsky), or None."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        delta = b[axis] - a[axis]
        if delta == 0:
            if not box[axis] <= a[axis] <= box[axis + 2]:
                return None
            continue
        enter, leave = (box[axis] - a[axis]) / delta, (box[axis + 2] - a[axis]) / delta
        first, last = max(first, min(enter, leave)), min(last, max(enter, leave))
    return (first, last) if first < last else None


def clipped_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The runs of a line that are inside a rectangle."""
    runs: list[list[Point]] = []
    for a, b in pairwise(line):
        span = _span(a, b, box)
        if span is None:
            continue
        start, end = (
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for share in span
        )
        if span[0] > 0 or not runs or runs[-1][-1] != a:
            runs.append([start])
        runs[-1].append(b if span[1] == 1 else end)
    return runs


def pieces_between(line: Sequence[Point], top: float, bottom: float) -> list[list[Point]]:
    """The pieces of a line that come between two heights, from the point before to the one after.

    A line that ends where it begins is in one piece there.
    """
    pieces: list[list[Point]] = []
    piece: list[Point] = []
    sides = [-1 if y < top else int(y > bottom) for _, y in line]
    for a, b, here, there in zip(line, line[1:], sides, sides[1:], strict=False):
        if here and here == there:
            piece = []
        elif piece:
            piece.append(b)
        else:
            piece = [a, b]
            pieces.append(piece)
    if len(pieces) > 1 and pieces[0][0] is line[0] and pieces[-1][-1] == line[0]:
        pieces[0][:0] = pieces.pop()[:-1]
    return pieces
