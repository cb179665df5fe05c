"""The knife's strokes: rough lines, hatching, teeth, bends and arrows; pure, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin, sqrt

from game.widgets.map.clipping import Point

_NO_LENGTH = 1e-9


def noise(x: float, y: float) -> float:
    """A number in -1..1 that looks like chance but depends on the place alone."""
    value = (int(x * 8) * 374761393 + int(y * 8) * 668265263) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((value ^ (value >> 16)) & 0xFFFF) / 32767.5 - 1


def roughened(line: Sequence[Point], pitch: float, depth: float) -> list[Point]:
    """The same line with a notch every `pitch` pixels, up to `depth` deep; both ends stay."""
    if len(line) < 2:
        return list(line)
    cut = [line[0]]
    for (ax, ay), (bx, by) in pairwise(line):  # tens of thousands: what can is done outside
        wide, high = bx - ax, by - ay
        length = hypot(wide, high)
        parts = ceil(length / pitch) or 1
        push = depth / (length + _NO_LENGTH)
        across, down = high * push, -wide * push
        for part in range(1, parts + 1):
            x, y = ax + wide * part / parts, ay + high * part / parts
            chance = noise(x, y)
            cut.append((x + across * chance, y + down * chance))
    cut[-1] = line[-1]
    return cut


def middle(polygon: Sequence[Point]) -> Point:
    """The centre of gravity of a polygon; of its corners if it has no area."""
    area = x = y = 0.0
    ox, oy = polygon[0]
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
        area += cross
        x += (ax + bx - 2 * ox) * cross
        y += (ay + by - 2 * oy) * cross
    if abs(area) < _NO_LENGTH:
        return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)
    return ox + x / (3 * area), oy + y / (3 * area)


def shrunk(polygon: Sequence[Point], strength: float) -> list[Point]:
    """The polygon drawn in until `strength` (0..1, at least a tenth) of its area is left."""
    share = sqrt(max(0.1, min(1.0, strength)))
    cx, cy = middle(polygon)
    return [(cx + (x - cx) * share, cy + (y - cy) * share) for x, y in polygon]


def hatching(polygon: Sequence[Point], gap: float, angle: float) -> Iterator[tuple[Point, Point]]:
    """Parallel strokes that fill a polygon: `gap` pixels apart, at `angle` radians from level.

    The strokes lie on a grid fixed to the picture, so that neighbouring areas are hatched in step.
    """
    turn, lean = cos(angle), sin(angle)
    turned = [(x * turn + y * lean, y * turn - x * lean) for x, y in polygon]
    rows = [point[1] for point in turned]
    row = ceil(min(rows) / gap) * gap
    while row < max(rows):
        hits = sorted(_crossings(turned, row))
        for start, end in zip(hits[::2], hits[1::2], strict=False):
            yield (
                (start * turn - row * lean, start * lean + row * turn),
                (end * turn - row * lean, end * lean + row * turn),
            )
        row += gap


def is_inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether a point lies in a polygon."""
    return sum(across < point[0] for across in _crossings(polygon, point[1])) % 2 == 1


def _crossings(polygon: Sequence[Point], row: float) -> Iterator[float]:
    """Where the edges of a polygon cross a horizontal line, in no order."""
    ax, ay = polygon[-1]
    for bx, by in polygon:
        if (ay > row) != (by > row):
            yield ax + (bx - ax) * (row - ay) / (by - ay)
        ax, ay = bx, by


def bent(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A soft curve through all points (Catmull and Rom), `steps` pieces between each two."""
    if len(points) < 3:
        return list(points)
    line = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(line, line[1:], line[2:], line[3:], strict=False):
        curve.extend(
            (_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t))
            for t in (step / steps for step in range(steps))
        )
    return [*curve, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """One coordinate of the Catmull-Rom curve between b and c."""
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def walked(
    line: Sequence[Point], pitch: float, start: float = 0.0
) -> Iterator[tuple[Point, float]]:
    """Spots every `pitch` pixels along a line after `start`, with its direction in radians."""
    left = start
    for (ax, ay), (bx, by) in pairwise(line):
        length = hypot(bx - ax, by - ay)
        while left < length:
            share = left / length
            yield (ax + (bx - ax) * share, ay + (by - ay) * share), atan2(by - ay, bx - ax)
            left += pitch
        left -= length


def rounded(polygon: Sequence[Point], times: int = 2) -> list[Point]:
    """The polygon with its corners cut off and cut again (Chaikin): no one surveyed it."""
    ring = list(polygon)
    for _ in range(times):
        ring = [
            (ax + (bx - ax) * share, ay + (by - ay) * share)
            for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)
            for share in (0.25, 0.75)
        ]
    return ring


def teeth(line: Sequence[Point], pitch: float, size: float) -> list[list[Point]]:
    """Merlons on the upper side of a line: squares of `size` pixels, one every `pitch` pixels."""
    merlons = []
    for (x, y), heading in walked(line, pitch, pitch / 2):
        direction = heading if cos(heading) >= 0 else heading + pi
        fx, fy = cos(direction) * size / 2, sin(direction) * size / 2
        ux, uy = sin(direction) * size, -cos(direction) * size
        merlons.append(
            [
                (x - fx, y - fy),
                (x - fx + ux, y - fy + uy),
                (x + fx + ux, y + fy + uy),
                (x + fx, y + fy),
            ]
        )
    return merlons


def length_of(line: Sequence[Point]) -> float:
    """The length of a line, in pixels."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


def _shortened(line: Sequence[Point], by: float) -> list[Point]:
    """The line without its last `by` pixels; at least its first two points' direction is kept."""
    kept = list(line)
    while len(kept) > 2:
        last = hypot(kept[-1][0] - kept[-2][0], kept[-1][1] - kept[-2][1])
        if last > by:
            break
        by -= last
        kept.pop()
    (ax, ay), (bx, by_) = kept[-2], kept[-1]
    last = hypot(bx - ax, by_ - ay)
    share = max(0.05, 1 - by / (last + _NO_LENGTH))
    kept[-1] = (ax + (bx - ax) * share, ay + (by_ - ay) * share)
    return kept


def band(line: Sequence[Point], first: float, last: float) -> list[Point]:
    """The outline of a band along a line, `first` pixels wide at its start, `last` at its end."""
    left: list[Point] = []
    right: list[Point] = []
    gone, whole = 0.0, length_of(line) + _NO_LENGTH
    for place, (x, y) in enumerate(line):
        ax, ay = line[max(0, place - 1)]
        bx, by = line[min(len(line) - 1, place + 1)]
        gone += hypot(x - ax, y - ay)
        half = (first + (last - first) * gone / whole) / 2
        length = hypot(bx - ax, by - ay) + _NO_LENGTH
        nx, ny = (by - ay) / length * half, (ax - bx) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [*left, *reversed(right)]


def arrow(points: Sequence[Point], width: float) -> list[Point]:
    """The outline of an arrow bent softly through its points, `width` pixels at the shoulder.

    The tail is a fifth as wide; the head is 2.6 widths wide and long, less on a short arrow.
    """
    curve = bent(points)
    head = min(2.6 * width, length_of(curve) * 0.45)
    shaft = _shortened(curve, head)
    sides = band(shaft, 0.2 * width, width)
    left, right = sides[: len(shaft)], sides[len(shaft) :]
    neck, tip = shaft[-1], points[-1]
    direction = atan2(tip[1] - neck[1], tip[0] - neck[0])
    spread = max(head, 1.7 * width) / 2
    barb = [
        (
            neck[0] + cos(direction + side) * spread - cos(direction) * head * 0.12,
            neck[1] + sin(direction + side) * spread - sin(direction) * head * 0.12,
        )
        for side in (-pi / 2, pi / 2)
    ]
    return [*left, barb[0], tip, barb[1], *right]
