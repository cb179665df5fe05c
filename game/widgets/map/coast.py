"""Where land ends: rings on the plane, thinned by distance and cut as with a knife."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import floor, log2

from game.frozen import dataclass
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_ring, overlaps
from game.widgets.map.cuts import roughened
from game.widgets.map.projection import HALF_A_TURN, Degrees, Globe, Plane, nearer

CORNERS = 3
"""The fewest points that bound an area."""

DETAIL = 0.6
"""Points of the coast nearer than this, in pixels at 720 lines, are left out (assumed)."""

PITCH, DEPTH = 3.4, 0.85
"""Distance and depth of the notches of the knife, in pixels of the 720-line design (assumed)."""

MARGIN = 24.0
"""How far beyond the picture the coast goes on, in pixels, to hide its cut edge."""


@dataclass(frozen=True, slots=True)
class Shore:
    """One ring of the coast on the plane, with the rectangle around it, both in kilometres."""

    numbers: array[float]
    """East and north of each point in turn: as points they would take six times as much."""
    box: Box
    is_cut: bool = False
    """Whether a part of it may run along a seam of the globe and be no coast."""

    @property
    def ring(self) -> list[Plane]:
        """Its points."""
        numbers = iter(self.numbers)
        return list(zip(numbers, numbers, strict=True))

    @property
    def breadth(self) -> float:
        """The longer side of the rectangle around it, in kilometres."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring in pixels, in runs of real coast; between two of them lies none."""

    runs: list[list[Point]]


def shores(rings: Iterable[Sequence[Degrees]], globe: Globe) -> Iterator[Shore]:
    """The rings on the plane; one that crosses the back of the globe is cut in two there."""
    for ring in rings:
        for part in _opened(_unrolled(ring, globe), globe.cut):
            if len(part) >= CORNERS:
                plane = list(globe.laid(part))
                longitudes = (longitude for longitude, _ in part)
                yield Shore(_packed(plane), bounds(plane), any(map(globe.is_seam, longitudes)))


def _packed(points: Iterable[Plane]) -> array[float]:
    return array("d", [number for point in points for number in point])


def _unrolled(ring: Sequence[Degrees], globe: Globe) -> list[Degrees]:
    """The ring with longitudes that go on past 180 degrees where it does."""
    points: list[Degrees] = []
    last = globe.east_of_cut(ring[0][0]) if ring else 0.0
    for longitude, latitude in ring:
        last = longitude if abs(longitude - last) < HALF_A_TURN else nearer(longitude, last)
        points.append((last, latitude))
    return points


def _opened(ring: list[Degrees], cut: float) -> Iterator[list[Degrees]]:
    """The parts of an unrolled ring on the plane, which goes once round from the cut."""
    if len(ring) < CORNERS:
        return
    west, south, east, north = bounds(ring)
    if west >= cut and east <= cut + 360:
        yield ring
        return
    for turn in (-360.0, 0.0, 360.0):
        if west + turn < cut + 360 and east + turn > cut:
            moved = [(longitude + turn, latitude) for longitude, latitude in ring]
            yield clipped_ring(moved, (cut, south, cut + 360, north))


def thinned(shore: Shore, apart: float) -> Shore:
    """The ring without points nearer than `apart` kilometres to the last one kept."""
    first, *others = shore.ring
    last, kept = first, [first]
    for point in others:
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= apart:
            kept.append(point)
            last = point
    return Shore(_packed(kept), shore.box, shore.is_cut)


def runs_of_coast(
    ring: Sequence[Plane], box: Box, globe: Globe, *, is_cut: bool = True
) -> list[list[Plane]]:
    """The ring in pieces, broken wherever it is no coast; a whole island is one closed run.

    It is none along the edges of `box` and, if the ring `is_cut`, along the seams of the globe.
    """
    uprights, levels = (box[0], box[2]), (box[1], box[3])
    runs: list[list[Plane]] = [[ring[0]]]
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        is_edge = (a[0] == b[0] and a[0] in uprights) or (a[1] == b[1] and a[1] in levels)
        if is_edge or (is_cut and globe.is_on_seam(a) and globe.is_on_seam(b)):
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


class Coast:
    """The rings of land or lakes, ready to be drawn from any distance; projected on first use."""

    def __init__(self, rings: Iterable[Sequence[Degrees]], globe: Globe) -> None:
        self._rings: Iterable[Sequence[Degrees]] = rings
        self._globe = globe
        self._levels: dict[int, list[Shore]] = {}
        self._shores: list[Shore] | None = None

    def level(self, apart: float) -> list[Shore]:
        """All rings thinned to about `apart` kilometres (a power of two), without specks."""
        step = floor(log2(apart))
        if step not in self._levels:
            if self._shores is None:
                self._shores = list(shores(self._rings, self._globe))
                self._rings = ()  # they are large, and not needed any more
            size = 2.0**step
            near = (thinned(shore, size) for shore in self._shores if shore.breadth > 1.5 * size)
            self._levels[step] = [shore for shore in near if len(shore.numbers) >= 2 * CORNERS]
        return self._levels[step]

    def outlines(self, view: View) -> Iterator[Outline]:
        """Every ring that shows in the view, in its pixels, roughened."""
        box = view.extent(MARGIN * view.stroke)
        for shore in self.level(DETAIL * view.stroke / view.scale):
            seen = shore.ring if overlaps(shore.box, box) else []
            ring = clipped_ring(seen, box, shore.box)
            if len(ring) >= CORNERS:
                yield _carved(runs_of_coast(ring, box, self._globe, is_cut=shore.is_cut), view)


def _carved(runs: list[list[Plane]], view: View) -> Outline:
    """The runs in pixels, with the knife's notches."""
    pitch, depth = PITCH * view.stroke, DEPTH * view.stroke
    return Outline([roughened(view.pixels(run), pitch, depth) for run in runs])
