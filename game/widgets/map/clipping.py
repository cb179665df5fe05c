"""Cutting polygons and lines to a rectangle; pure, in whatever unit the points are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.widgets.map.camera import Box

Point = tuple[float, float]
"""Across and down, in pixels, or east and north, in kilometres."""

Edge = tuple[int, float, bool]
"""Which number of a point it bounds, 0 or 1; where it lies; whether what is beyond it is kept."""


def _cut(ring: Sequence[Point], edge: Edge) -> list[Point]:
    """The part of a ring on the kept side of one edge (Sutherland and Hodgman)."""
    axis, at, is_beyond = edge
    kept: list[Point] = []
    if not ring:
        return kept
    before = ring[-1]
    was_inside = before[axis] >= at if is_beyond else before[axis] <= at
    for point in ring:
        inside = point[axis] >= at if is_beyond else point[axis] <= at
        if inside != was_inside:
            kept.append(_crossing(before, point, axis, at))
        if inside:
            kept.append(point)
        before, was_inside = point, inside
    return kept


def _crossing(a: Point, b: Point, axis: int, at: float) -> Point:
    """Where the way from a to b crosses an edge: exactly on it."""
    share = (at - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + (b[1 - axis] - a[1 - axis]) * share
    return (at, other) if axis == 0 else (other, at)


def bounds(points: Sequence[Point]) -> Box:
    """The smallest rectangle around some points."""
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def overlaps(a: Box, b: Box) -> bool:
    """Whether two rectangles share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def expanded(box: Box, margin: float) -> Box:
    """A rectangle that is wider by a margin on each side."""
    return box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin


def clipped_ring(ring: Sequence[Point], box: Box, ring_box: Box | None = None) -> list[Point]:
    """A ring cut to a rectangle, whose edge it follows where it was cut; empty if outside."""
    if not ring:
        return []
    around = bounds(ring) if ring_box is None else ring_box
    if not overlaps(around, box):
        return []
    edges: tuple[tuple[bool, Edge], ...] = (
        (around[0] < box[0], (0, box[0], True)),
        (around[2] > box[2], (0, box[2], False)),
        (around[1] < box[1], (1, box[1], True)),
        (around[3] > box[3], (1, box[3], False)),
    )
    kept = list(ring)
    for is_needed, edge in edges:
        if is_needed:
            kept = _cut(kept, edge)
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
    west, south, east, north = box
    for a, b in pairwise(line):
        (ax, ay), (bx, by) = a, b
        if (ax < west and bx < west) or (ax > east and bx > east):
            continue  # most pieces of a net lie far outside
        if (ay < south and by < south) or (ay > north and by > north):
            continue
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
