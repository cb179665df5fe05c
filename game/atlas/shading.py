"""How dark many strands are together, pixel by pixel: reckoned column by column, in slices."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np

from game.atlas.columns import Numbers
from game.simulation.arrays import Floats

BLOCK = 30_000
"""Strands, or pixels, that are reckoned at once, in one column or some. The numbers of more take
room that the C library asks for and gives back each time: twice as many take thrice as long."""
SLICE = 8
"""Blocks in a slice of the work: some thousandths of a second."""
EVEN = 0.22
"""How dark a column is where strands lie evenly, of 1."""
FAINTEST, STRONGEST = 0.012, 0.75
"""How dark one strand is at least, and at most."""
ONE = 2.0**22
"""For a whole strand, where wholes and parts are summed up in one number: twice as many as there
may be. Each sum takes as long as all that is reckoned before it."""
Share = TypeVar("Share", float, Floats)
Area = tuple[int, int, int, int]
"""The left column, the upper row, the width and the height of a part of a picture."""


class Pattern:
    """Which strands there are. Two patterns are alike only when they are the same."""

    def __init__(self, places: Floats, chosen: Numbers) -> None:
        self.places = places
        """Where each strand lies, 0 at the top, 1 at the foot: (column, strand)."""
        self.chosen = chosen
        """The numbers of the strands that are drawn."""

    @property
    def gaps(self) -> int:
        """Return how many gaps there are between columns."""
        return len(self.places) - 1

    def nearest(self, across: float, down: float) -> tuple[int, float] | None:
        """Return the strand that passes closest to a point, and how far off; none without any.

        Args:
            across: where the point is, 0 at the start and 1 at the end.
            down: 0 at the top, 1 at the foot; so is the distance.
        """
        if not len(self.chosen):
            return None
        gap = min(int(across * self.gaps), self.gaps - 1)
        come = bend(across * self.gaps - gap)
        left, right = self.places[gap, self.chosen], self.places[gap + 1, self.chosen]
        off = np.abs(left + (right - left) * come - down)
        found = int(np.argmin(off))
        return int(self.chosen[found]), float(off[found])

    def shades(self, whole: tuple[int, int], area: Area) -> Generator[None, None, bytes]:
        """Reckon how dark a part of a picture is, a slice at a time: a byte for each pixel.

        Args:
            whole: the size of the whole picture, in pixels.
            area: the part.
        """
        left, top, wide, high = area
        one = min(max(EVEN * whole[1] / max(len(self.chosen), 1), FAINTEST), STRONGEST)
        dark = np.zeros((wide, high), dtype=np.uint8)
        across = max(whole[0] - 1, 1) / self.gaps
        for gap in range(int(left / across), min(int((left + wide - 1) / across) + 1, self.gaps)):
            runs = self._runs(gap, whole[1], top, high)
            yield
            first = max(int(np.ceil(gap * across)) - left, 0)
            after = min(int(np.ceil((gap + 1) * across)) - left, wide)
            if gap == self.gaps - 1:
                after = min(whole[0] - left, wide)
            step = max(BLOCK // max(len(runs[0]), high), 1)
            for number, start in enumerate(range(first, after, step), 1):
                columns = np.arange(start, min(start + step, after))
                many = _crossing(runs, (columns + left) / across - gap, across, high)
                dark[columns] = np.round(255 * (1 - np.exp(-one * many)))
                if number % SLICE == 0:
                    yield
        return dark.T.tobytes()

    def _runs(self, gap: int, height: int, top: int, high: int) -> tuple[Floats, Floats, Floats]:
        """Return what crosses some rows in a gap: from where, how far down, how many in one."""
        left = (self.places[gap, self.chosen] * height).astype(np.int64)
        right = (self.places[gap + 1, self.chosen] * height).astype(np.int64)
        seen = (np.maximum(left, right) >= top) & (np.minimum(left, right) < top + high)
        ends, many = np.unique(left[seen] * (height + 1) + right[seen], return_counts=True)
        above, below = np.divmod(ends, height + 1)
        return above - top + 0.5, (below - above).astype(np.float64), many.astype(np.float64)


def bend(share: Share) -> Share:
    """Return how far a strand has come from one column to the next, at a share of the way."""
    return share * share * (3 - 2 * share)


def _crossing(
    runs: tuple[Floats, Floats, Floats], shares: Floats, across: float, high: int
) -> Floats:
    """Return how many strands lie on each pixel of some columns: (column, row).

    A strand is a pixel thick, or as tall as it falls within the column; the part of a pixel that
    it covers counts.
    """
    above, down, many = runs
    share, rows = shares[:, np.newaxis], high + 2
    middle = above + down * bend(share)
    half = np.maximum(np.abs(down) * (6 * share * (1 - share) / across), 1.0) / 2
    edges = np.clip((middle - half, middle + half), 0.0, high)
    place = edges.astype(np.int64)
    edges -= place
    edges += ONE
    edges *= np.stack((many, -many))[:, np.newaxis]
    place += np.arange(len(shares))[:, np.newaxis] * rows
    both = np.bincount(place.ravel(), edges.ravel(), minlength=len(shares) * rows)
    whole = np.rint(both / ONE)
    part = both - whole * ONE
    steps = whole - part
    steps[1:] += part[:-1]
    covered: Floats = np.cumsum(steps.reshape(-1, rows), axis=1)[:, :high]
    return covered
