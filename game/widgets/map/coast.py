"""Where land ends: rings on the plane, thinned by distance and cut as with a knife."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import floor, inf, log2

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

MARGIN = 8.0
"""How far beyond the picture the coast goes on, in pixels, to hide its cut edge."""


_METRE = 0.001
_NOWHERE: Box = (inf, inf, -inf, -inf)


@dataclass(frozen=True, slots=True)
class Shore:
    """One ring of the coast on the plane, with the rectangle around it, both in kilometres."""

    numbers: array[float]
    """East and north of each point in turn: as points they would take six times as much."""
    box: Box
    seam: Box | None = None
    """Around all of it that may run along a seam of the globe and be no coast, if any does."""

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
                cut = [at for at, (x, _) in zip(plane, part, strict=True) if globe.is_seam(x)]
                yield Shore(packed(plane), bounds(plane), _around(cut) if cut else None)


def packed(points: Iterable[Plane]) -> array[float]:
    """The numbers of some points, one after the other."""
    return array("d", [number for point in points for number in point])


def _around(points: Sequence[Plane]) -> Box:
    """The rectangle around some points, a metre wider: what is cut between two lies in it, too."""
    west, south, east, north = bounds(points)
    return west - _METRE, south - _METRE, east + _METRE, north + _METRE


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
    return Shore(packed(kept), shore.box, shore.seam)


def runs_of_coast(
    ring: Sequence[Plane], box: Box, globe: Globe, seam: Box | None = None
) -> list[list[Plane]]:
    """The ring in pieces, broken wherever it is no coast; a whole island is one closed run.

    It is none along the edges of `box` and, inside `seam`, along the seams of the globe.
    """
    west, south, east, north = box
    left, low, right, high = seam or _NOWHERE
    runs: list[list[Plane]] = [[ring[0]]]
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        (x, y), (to_x, to_y) = a, b
        if (
            (x == to_x and (x in (west, east)))
            or (y == to_y and (y in (south, north)))
            or (
                (left <= x <= right and low <= y <= high)
                and (globe.is_on_seam(a) and globe.is_on_seam(b))
            )
        ):
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


def passing(shore: Shore, south: float, north: float) -> Sequence[Plane]:
    """The ring without what lies wholly south of one line or north of another, in kilometres.

    No leg is cut, as its notches would then lie elsewhere; where some are left out, a leg beyond
    the line closes the ring.
    """
    ring: Sequence[Plane] = shore.ring
    if shore.box[1] < south:
        ring = _with_ends(ring, [y >= south for _, y in ring])
    if shore.box[3] > north:
        ring = _with_ends(ring, [y <= north for _, y in ring])
    return ring


def _with_ends(ring: Sequence[Plane], kept: list[bool]) -> list[Plane]:
    """The points of a ring that are kept, and those beside them."""
    beside = zip(ring, [*kept[-1:], *kept[:-1]], kept, [*kept[1:], *kept[:1]], strict=True)
    return [point for point, before, here, after in beside if here or before or after]


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

    def outlines(self, view: View, rows: tuple[float, float] | None = None) -> Iterator[Outline]:
        """Every ring that shows in the view, or in its rows from one to another, roughened.

        In pixels of the view.
        """
        margin = MARGIN * view.stroke
        box, band = view.extent(margin), view.extent(margin, rows)
        for shore in self.level(DETAIL * view.stroke / view.scale):
            if not overlaps(shore.box, band):
                continue
            ring = clipped_ring(passing(shore, band[1], band[3]), box, shore.box)
            if len(ring) >= CORNERS:
                yield _carved(runs_of_coast(ring, box, self._globe, shore.seam), view)


def _carved(runs: list[list[Plane]], view: View) -> Outline:
    """The runs in pixels, with the knife's notches."""
    pitch, depth = PITCH * view.stroke, DEPTH * view.stroke
    return Outline([roughened(view.pixels(run), pitch, depth) for run in runs])
