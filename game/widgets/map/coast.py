"""Where land ends: rings on the plane, thinned by distance and cut as with a knife."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from game.frozen import dataclass
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_ring, overlaps
from game.widgets.map.cuts import roughened
from game.widgets.map.projection import HALF_A_TURN, Degrees, Globe, Plane, nearer

CORNERS = 3
"""The fewest points that bound an area."""

DETAIL = 1.9
"""Points of the coast nearer than this, in pixels at 720 lines, are left out: so broad it is."""

SPECK = 0.6
"""Islands that are not broader than this, in pixels at 720 lines, are left out (assumed)."""

FORM = 6
"""The sides that an island keeps, however small it is."""

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


def thinned(ring: Iterable[Plane], apart: float) -> list[Plane]:
    """The ring without points nearer than `apart` kilometres to the last one kept."""
    points = iter(ring)
    x, y = next(points)
    kept = [(x, y)]
    for point in points:
        if abs(point[0] - x) + abs(point[1] - y) >= apart:
            kept.append(point)
            x, y = point
    return kept


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


class Coast:
    """The rings of land or lakes, ready to be drawn from any distance; projected on first use."""

    def __init__(self, rings: Iterable[Sequence[Degrees]], globe: Globe) -> None:
        self._rings: Iterable[Sequence[Degrees]] = rings
        self._globe = globe
        self._shores: list[Shore] | None = None

    def _all(self) -> list[Shore]:
        """All rings on the plane."""
        if self._shores is None:
            self._shores = list(shores(self._rings, self._globe))
            self._rings = ()  # they are large, and not needed any more
        return self._shores

    def outlines(self, view: View) -> Iterator[list[list[Point]]]:
        """Every ring that shows in a view, in runs of real coast; between two of them lies none.

        In pixels of the view, with the knife's notches.
        """
        pixel = view.stroke / view.scale
        box = view.extent(MARGIN * view.stroke)
        for shore in self._all():
            if shore.breadth > SPECK * pixel and overlaps(shore.box, box):
                ring = thinned(shore.ring, min(DETAIL * pixel, shore.breadth / FORM))
                ring = clipped_ring(ring, box, shore.box)
                if len(ring) >= CORNERS:
                    yield _carved(runs_of_coast(ring, box, self._globe, shore.seam), view)


def _carved(runs: list[list[Plane]], view: View) -> list[list[Point]]:
    """The runs in pixels, with the knife's notches."""
    pitch, depth = PITCH * view.stroke, DEPTH * view.stroke
    return [roughened(view.pixels(run), pitch, depth) for run in runs]
