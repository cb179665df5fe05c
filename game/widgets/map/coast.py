"""Where land ends: rings on the plane, thinned by distance and cut as with a knife."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log2

from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_ring
from game.widgets.map.cuts import roughened
from game.widgets.map.projection import (
    Degrees,
    Plane,
    east_of_cut,
    is_on_date_line,
    project_all,
)

DETAIL = 0.6
"""Points of the coast nearer than this, in pixels at 720 lines, are left out (assumed)."""

PITCH, DEPTH = 3.4, 0.85
"""Distance and depth of the notches of the knife, in pixels of the 720-line design (assumed)."""

MARGIN = 24.0
"""How far beyond the picture the coast goes on, in pixels, to hide its cut edge."""


@dataclass(frozen=True, slots=True)
class Shore:
    """One ring of the coast on the plane, with the rectangle around it, both in kilometres."""

    ring: tuple[Plane, ...]
    box: Box
    is_cut: bool = False
    """Whether a part of it runs along the date line and is no coast."""

    @property
    def breadth(self) -> float:
        """The longer side of the rectangle around it, in kilometres."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring in pixels: the whole ring to fill, and the runs of real coast to ink."""

    ring: list[Point]
    runs: list[list[Point]]


def shores(rings: Iterable[Sequence[Degrees]]) -> Iterator[Shore]:
    """The rings on the plane, without those that cross the back of the globe, 92 W."""
    for ring in rings:
        longitudes = [east_of_cut(point[0]) for point in ring]
        steps = pairwise(longitudes)
        if len(ring) >= 3 and all(abs(b - a) < 180 for a, b in steps):
            plane = tuple(project_all((point[0], point[1]) for point in ring))
            yield Shore(plane, bounds(plane), any(map(is_on_date_line, plane)))


def thinned(shore: Shore, apart: float) -> Shore:
    """The ring without points nearer than `apart` kilometres to the last one kept."""
    last = shore.ring[0]
    kept = [last]
    for point in shore.ring[1:]:
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= apart:
            kept.append(point)
            last = point
    return Shore(tuple(kept), shore.box, shore.is_cut)


def runs_of_coast(ring: Sequence[Plane], box: Box, *, is_cut: bool = True) -> list[list[Plane]]:
    """The ring in pieces, broken wherever it is no coast; a whole island is one closed run.

    It is none along the edges of `box` and, if the ring `is_cut`, along the date line.
    """
    uprights, levels = (box[0], box[2]), (box[1], box[3])
    runs: list[list[Plane]] = [[ring[0]]]
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        is_edge = (a[0] == b[0] and a[0] in uprights) or (a[1] == b[1] and a[1] in levels)
        if is_edge or (is_cut and is_on_date_line(a) and is_on_date_line(b)):
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


class Coast:
    """The rings of land or lakes, ready to be drawn from any distance; projected on first use."""

    def __init__(self, rings: Iterable[Sequence[Degrees]]) -> None:
        self._rings = rings
        self._levels: dict[int, list[Shore]] = {}
        self._shores: list[Shore] | None = None

    def level(self, apart: float) -> list[Shore]:
        """All rings thinned to about `apart` kilometres (a power of two), without specks."""
        step = floor(log2(apart))
        if step not in self._levels:
            if self._shores is None:
                self._shores = list(shores(self._rings))
            size = 2.0**step
            near = (thinned(shore, size) for shore in self._shores if shore.breadth > 1.5 * size)
            self._levels[step] = [shore for shore in near if len(shore.ring) >= 3]
        return self._levels[step]

    def outlines(self, view: View) -> Iterator[Outline]:
        """Every ring that shows in the view, in its pixels, roughened."""
        box = view.extent(MARGIN * view.stroke)
        for shore in self.level(DETAIL * view.stroke / view.scale):
            ring = clipped_ring(shore.ring, box, shore.box)
            if len(ring) >= 3:
                yield _carved(runs_of_coast(ring, box, is_cut=shore.is_cut), view)


def _carved(runs: list[list[Plane]], view: View) -> Outline:
    """The runs in pixels with the knife's notches, and the ring they make together."""
    cut = [roughened(view.pixels(run), PITCH * view.stroke, DEPTH * view.stroke) for run in runs]
    return Outline([point for run in cut for point in run], [run for run in cut if len(run) > 1])
