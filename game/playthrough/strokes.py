"""Lines through degrees: how long they are, where a share of the way lies, what lies between two.

A degree of longitude counts less the further it lies from the equator. Lengths are in degrees of
latitude; one of them is 111 km.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from math import cos, hypot, radians

from game.campaign.geography import LonLat

Stroke = tuple[LonLat, ...]
"""A line from point to point."""

Strokes = tuple[Stroke, ...]
"""A line in one or more pieces."""

HALF_A_TURN = 180.0
"""Degrees of longitude."""

NEAR = 3.0
"""Degrees within which two short pieces of a line are taken for the same one (assumed)."""


def nearer(longitude: float, other: float) -> float:
    """Return the longitude, full turns aside, that is at most half a turn from another one."""
    if abs(longitude - other) <= HALF_A_TURN:
        return longitude
    return other + (longitude - other + HALF_A_TURN) % (2 * HALF_A_TURN) - HALF_A_TURN


def apart(a: LonLat, b: LonLat) -> float:
    """Return how far two points lie apart."""
    return hypot((nearer(b[0], a[0]) - a[0]) * cos(radians((a[1] + b[1]) / 2)), b[1] - a[1])


def length(stroke: Stroke) -> float:
    """Return how long a line is."""
    return sum(apart(a, b) for a, b in pairwise(stroke))


def shares(stroke: Stroke) -> tuple[float, ...]:
    """Return for each point of a line the share of the way that lies before it, from 0 to 1."""
    gone = list(accumulate((apart(a, b) for a, b in pairwise(stroke)), initial=0.0))
    return tuple(one / gone[-1] if gone[-1] else 0.0 for one in gone)


def along(stroke: Stroke, share: float) -> LonLat:
    """Return the point at a share (0 to 1) of the way along a line."""
    return _at(stroke, shares(stroke), share)


def _at(stroke: Stroke, before: tuple[float, ...], share: float) -> LonLat:
    """Return the point at a share of the way, given the shares before each point."""
    leg = min(max(bisect_left(before, share), 1), len(stroke) - 1)
    start, end = before[leg - 1], before[leg]
    rest = (share - start) / (end - start) if end > start else 0.0
    return mixed(stroke[leg - 1], stroke[leg], min(max(rest, 0.0), 1.0))


def begun(stroke: Stroke, share: float) -> Stroke:
    """Return the part of a line up to a share of the way."""
    gone = [point for point, before in zip(stroke, shares(stroke), strict=True) if before < share]
    return (*(gone or stroke[:1]), along(stroke, share))


def mixed(a: LonLat, b: LonLat, share: float) -> LonLat:
    """Return the point at a share of the straight way from one point to another."""
    return a[0] + (nearer(b[0], a[0]) - a[0]) * share, a[1] + (b[1] - a[1]) * share


def halfway(a: Stroke, b: Stroke, share: float) -> Stroke:
    """Return the line between two lines: their points at the same share of the way, mixed."""
    before_a, before_b = shares(a), shares(b)
    places = sorted({*before_a, *before_b})
    return tuple(mixed(_at(a, before_a, one), _at(b, before_b, one), share) for one in places)


def between(earlier: Strokes, later: Strokes, share: float) -> Strokes:
    """Return what lies between two lines in pieces.

    The longest pieces belong together, and so do shorter ones whose middles lie near each other.
    A piece that has no fellow stays until half of the way is gone, or is there from then on.
    """
    if share <= 0:
        return earlier
    if share >= 1:
        return later
    pairs = _paired(earlier, later)
    both = tuple(halfway(earlier[n], later[m], share) for n, m in pairs)
    if share < 0.5:
        alone = [one for n, one in enumerate(earlier) if n not in {n for n, _ in pairs}]
    else:
        alone = [one for m, one in enumerate(later) if m not in {m for _, m in pairs}]
    return (*both, *alone)


def _paired(earlier: Strokes, later: Strokes) -> list[tuple[int, int]]:
    """Return which piece of one line belongs to which of the other, by their numbers."""
    if not (earlier and later):
        return []
    first = max(range(len(earlier)), key=lambda n: length(earlier[n]))
    second = max(range(len(later)), key=lambda m: length(later[m]))
    pairs = [(first, second)]
    free = [m for m in range(len(later)) if m != second]
    for n in (n for n in range(len(earlier)) if n != first):
        middle = along(earlier[n], 0.5)
        fellows = [m for m in free if apart(middle, along(later[m], 0.5)) < NEAR]
        if fellows:
            fellow = min(fellows, key=lambda m: apart(middle, along(later[m], 0.5)))
            free.remove(fellow)
            pairs.append((n, fellow))
    return pairs
