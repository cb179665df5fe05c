"""Where names go: never on another name or sign; pure, from measured sizes in pixels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from game.widgets.map.camera import Box
from game.widgets.map.clipping import Point

CELL = 24.0
"""Side of the squares in which crowding is counted, in pixels."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants a spot."""

    rank: int
    """Lower is served first; the last may get nothing."""
    spots: tuple[Box, ...]
    """Where the name could stand, best first, in pixels."""
    sign: Box | None = None
    """Where its own dot or star stands; None if it has none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name that got a spot."""

    wish: int
    """Its place in the list of wishes."""
    box: Box
    """Where the name stands, in pixels."""


def around(at: Point, size: tuple[float, float], gap: float) -> tuple[Box, ...]:
    """The eight spots about a sign: right, left, above, below, then the corners.

    Args:
        at: middle of the sign, in pixels.
        size: width and height of the name, in pixels.
        gap: from the middle of the sign to the name, in pixels.
    """
    (x, y), (width, height) = at, size
    slant = gap * 0.8
    corners = (
        (x + gap, y - height / 2),
        (x - gap - width, y - height / 2),
        (x - width / 2, y - gap - height),
        (x - width / 2, y + gap),
        (x + slant, y - slant - height),
        (x + slant, y + slant),
        (x - slant - width, y - slant - height),
        (x - slant - width, y + slant),
    )
    return tuple((left, top, left + width, top + height) for left, top in corners)


def over(points: Iterable[Point], size: tuple[float, float]) -> tuple[Box, ...]:
    """Spots centred on each of the points, in their order."""
    width, height = size
    return tuple((x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in points)


def collide(a: Box, b: Box, apart: float = 0.0) -> bool:
    """Whether two boxes are nearer to each other than `apart` pixels, or overlap."""
    return (
        a[0] < b[2] + apart and b[0] < a[2] + apart and a[1] < b[3] + apart and b[1] < a[3] + apart
    )


class Crowd:
    """Ink that a name had better not cover, counted by squares; a cost, not a ban."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[float, float, float]]]
        self._cells = defaultdict(list)

    def add(self, points: Iterable[Point], weight: float) -> None:
        """Count each point (pixels) as so much ink."""
        for x, y in points:
            self._cells[floor(x / CELL), floor(y / CELL)].append((x, y, weight))

    def under(self, box: Box) -> float:
        """How much ink a name in this box would cover."""
        left, top, right, bottom = box
        ink = 0.0
        for column in range(floor(left / CELL), floor(right / CELL) + 1):
            for row in range(floor(top / CELL), floor(bottom / CELL) + 1):
                for x, y, weight in self._cells.get((column, row), ()):
                    if left <= x <= right and top <= y <= bottom:
                        ink += weight
        return ink


def place(
    wishes: Sequence[Wish],
    bounds: Box,
    taken: Sequence[Box] = (),
    crowd: Crowd | None = None,
    apart: float = 1.0,
) -> list[Placed]:
    """Give each wish, by rank, the free spot that covers least ink; without one it is dropped.

    A name dropped loses its sign too: no name stands on a sign, and no sign on a name.

    Args:
        wishes: names with their possible spots.
        bounds: the names stand inside this box, in pixels.
        taken: boxes nothing may touch.
        crowd: what had better stay in sight; nothing if None.
        apart: least distance between any two boxes, in pixels.
    """
    full: list[Box] = list(taken)
    ink = crowd or Crowd()
    placed: list[Placed] = []
    for index in sorted(range(len(wishes)), key=lambda index: wishes[index].rank):
        wish = wishes[index]
        if wish.sign and any(collide(wish.sign, box, apart) for box in full):
            continue
        free = [
            (ink.under(spot) + 0.7 * preference, spot)
            for preference, spot in enumerate(wish.spots)
            if _is_free(spot, wish.sign, bounds, full, apart)
        ]
        if free:
            best = min(free)[1]
            placed.append(Placed(index, best))
            full.extend((best, wish.sign) if wish.sign else (best,))
    return placed


def _is_free(spot: Box, sign: Box | None, bounds: Box, full: Sequence[Box], apart: float) -> bool:
    """Whether a spot is inside the bounds and clear of its own sign and of everything placed."""
    if spot[0] < bounds[0] or spot[1] < bounds[1] or spot[2] > bounds[2] or spot[3] > bounds[3]:
        return False
    if sign and collide(spot, sign):
        return False
    return not any(collide(spot, box, apart) for box in full)
