"""Where names go: never on another name or sign; pure, from measured sizes in pixels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, hypot, inf

from game.frozen import dataclass
from game.widgets.map.camera import Box
from game.widgets.map.clipping import Point

CELL = 24.0
"""Side of the squares in which crowding is counted, in pixels."""

PREFERENCE, LEADING = 0.7, 6.0
"""What each later spot costs, and what a leader line costs, counted as ink (assumed)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants a spot."""

    rank: int
    """Lower is served first; the last may get nothing."""
    spots: tuple[Box, ...]
    """Where the name could stand, best first, in pixels."""
    sign: Box | None = None
    """Where its own dot or star stands; None if it has none."""
    far: tuple[Box, ...] = ()
    """Further spots, from which a leader line runs to the sign."""
    fixed: bool = False
    """Whether the sign is there whatever stands on its spot, and whether it has a name or not."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name that got a spot."""

    wish: int
    """Its place in the list of wishes."""
    box: Box
    """Where the name stands, in pixels."""
    leader: tuple[Point, Point] | None = None
    """From the sign to the name, if the name stands too far away to be read as belonging to it."""


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


def leading(sign: Box, spot: Box) -> tuple[Point, Point]:
    """The line from the edge of a sign to the nearest point of a name."""
    x, y = (sign[0] + sign[2]) / 2, (sign[1] + sign[3]) / 2
    near = min(max(x, spot[0]), spot[2]), min(max(y, spot[1]), spot[3])
    length = hypot(near[0] - x, near[1] - y) or 1.0
    share = min((sign[2] - sign[0]) / 2 / length, 1.0)
    return (x + (near[0] - x) * share, y + (near[1] - y) * share), near


def beads(line: tuple[Point, Point], size: float = 3.0) -> list[Box]:
    """Small boxes along a line, less its last end, so that nothing is put across it."""
    (ax, ay), (bx, by) = line
    count = max(1, ceil(hypot(bx - ax, by - ay) / size))
    spots = [(ax + (bx - ax) * n / count, ay + (by - ay) * n / count) for n in range(count)]
    half = size / 2
    return [(x - half, y - half, x + half, y + half) for x, y in spots]


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
        if not self._cells:  # in flight there is none, and nobody looks for it
            return 0.0
        left, top, right, bottom = box
        ink = 0.0
        for column in range(floor(left / CELL), floor(right / CELL) + 1):
            for row in range(floor(top / CELL), floor(bottom / CELL) + 1):
                for x, y, weight in self._cells.get((column, row), ()):
                    if left <= x <= right and top <= y <= bottom:
                        ink += weight
        return ink


Offer = tuple[float, Box, tuple[Point, Point] | None]
"""What a spot costs, the spot, and its leader line if it needs one."""


class _Sheet:
    """What has been placed so far, inside its bounds."""

    def __init__(self, bounds: Box, taken: Sequence[Box], ink: Crowd, apart: float) -> None:
        self.bounds, self.ink, self.apart = bounds, ink, apart
        self.full: list[Box] = list(taken)

    def is_free(self, box: Box) -> bool:
        """Whether a box is inside the bounds and clear of everything placed."""
        left, top, right, bottom = self.bounds
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            return False
        return self.is_clear(box)

    def is_clear(self, box: Box) -> bool:
        """Whether nothing placed is too near to a box."""
        apart, (left, top, right, bottom) = self.apart, box
        return not any(  # as `collide` says; in flight this is asked hundreds of times a picture
            left < one[2] + apart
            and one[0] < right + apart
            and top < one[3] + apart
            and one[1] < bottom + apart
            for one in self.full
        )

    def best(self, wish: Wish) -> Offer | None:
        """The cheapest free spot of a wish, if any; a leader line is dear, so it comes last."""
        near = [
            (self.ink.under(spot) + PREFERENCE * number, spot, None)
            for number, spot in enumerate(wish.spots)
            if not (wish.sign and collide(spot, wish.sign)) and self.is_free(spot)
        ]
        cheapest: Offer | None = min(near, key=lambda offer: offer[:2], default=None)
        if wish.sign and (cheapest is None or cheapest[0] > LEADING):
            limit = cheapest[0] if cheapest else inf
            return next(self._led(wish, wish.sign, limit), cheapest)
        return cheapest

    def _led(self, wish: Wish, sign: Box, limit: float) -> Iterator[Offer]:
        """The free spots with a leader line that cost less than a limit, the cheapest first."""
        costs = sorted(
            (LEADING + self.ink.under(spot) + PREFERENCE * number, spot)
            for number, spot in enumerate(wish.far)
        )
        for cost, spot in costs:
            line = leading(sign, spot)
            if cost < limit and self.is_free(spot) and self.is_open(line, sign):
                yield cost, spot, line

    def is_open(self, line: tuple[Point, Point], sign: Box) -> bool:
        """Whether a leader line runs clear of everything placed, but what covers its sign."""
        others = [one for one in self.full if not collide(one, sign)]
        return not any(collide(bead, one) for bead in beads(line) for one in others)


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
    sheet = _Sheet(bounds, taken, crowd or Crowd(), apart)
    placed: list[Placed] = []
    for index in sorted(range(len(wishes)), key=lambda index: wishes[index].rank):
        wish = wishes[index]
        if wish.sign and not (wish.fixed or sheet.is_clear(wish.sign)):
            continue
        offer = sheet.best(wish)
        if offer:
            _, box, leader = offer
            placed.append(Placed(index, box, leader))
            sheet.full.extend((box, wish.sign) if wish.sign else (box,))
            sheet.full.extend(beads(leader) if leader else ())
    return placed
