"""Tens of thousands of strands as pictures: woven once, in slices, and then only copied.

What is woven is cut into tiles half as wide and half as tall as what is seen of it, so that moving
along costs a few copies. Whoever has a player to answer meanwhile has it prepared slice by slice;
until it is there, what was seen last stands in for it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Protocol

import pygame

from game.frozen import dataclass
from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.shelf import Shelf

STEPS = 14
"""Straight pieces of a bend between two columns."""
BEND = tuple(3 * at**2 - 2 * at**3 for at in (number / STEPS for number in range(STEPS + 1)))
"""How far a strand has come from one column to the next, at each step."""
SHADES = 256
"""From bare ground to the full ink."""
WINDOWS = 3
"""Room for pictures, in pictures as large as the window: each has a byte for a pixel.

What is seen at once needs nine tiles, two and a quarter of these, at most.
"""


class Pattern(Protocol):
    """Which strands there are. Two patterns are alike only when they are the same."""

    def shades(self, whole: tuple[int, int], area: Rect) -> Generator[None, None, bytes]:
        """Reckon how dark a part of the whole picture is, a slice at a time.

        Args:
            whole: its size, in pixels.
            area: the part: left, top, width, height.
        """
        ...

    def nearest(self, across: float, down: float) -> tuple[int, float] | None:
        """Return the strand that passes closest to a point, and how far off; none without any.

        Both are parts of the whole picture's width and height.
        """
        ...


@dataclass(frozen=True, slots=True)
class Weave:
    """All that decides what a pattern looks like."""

    pattern: Pattern
    size: tuple[int, int]
    """Of what is seen, in pixels."""
    whole: tuple[int, int]
    """Of the whole, in pixels; one that is larger than what is seen is moved along."""
    ink: Color
    """Of strands that lie close together; a single one is fainter."""
    ground: Color

    @property
    def tile(self) -> tuple[int, int]:
        """Return the size of a tile."""
        return (self.size[0] + 1) // 2, (self.size[1] + 1) // 2


Place = tuple[int, int]
"""The left column and the upper row of what is seen; or the column and row of a tile."""


def bent(left: float, right: float, above: float, below: float) -> list[tuple[float, float]]:
    """Return the points of a strand between two columns.

    Args:
        left: where the first column is.
        right: where the second one is.
        above: how far down the strand leaves the first.
        below: how far down it comes to the second.
    """
    if abs(above - below) < 2:
        return [(left, above), (right, below)]
    across, down = (right - left) / STEPS, below - above
    return [(left + number * across, above + down * at) for number, at in enumerate(BEND)]


class Loom:
    """Weaves, and keeps the last pictures."""

    def __init__(self) -> None:
        self._shelf: Shelf[tuple[Weave, Place]] = Shelf()
        self._asked: tuple[Weave, Place] | None = None
        self._work: Generator[None, None, bytes] | None = None

    def fit(self, window: tuple[int, int]) -> None:
        """Keep as much as goes with a window of a size."""
        self._shelf.room = round(WINDOWS * window[0] * window[1])

    def is_ready(self, weave: Weave, at: Place) -> bool:
        """Return whether what is seen from a place on can be painted without any wait."""
        return not self._missing(weave, at)

    def _missing(self, weave: Weave, at: Place) -> list[Place]:
        return [tile for tile in tiles(weave, at) if (weave, tile) not in self._shelf]

    def prepare(self, weave: Weave, at: Place) -> bool:
        """Do a slice of the work; return whether all is done."""
        missing = self._missing(weave, at)
        if not missing:
            return True
        if self._work is None or self._asked not in [(weave, one) for one in missing]:
            area = area_of(weave, missing[0])
            self._asked = weave, missing[0]
            self._work = weave.pattern.shades(weave.whole, area)
        try:
            next(self._work)
        except StopIteration as end:
            self._shelf.put(self._asked, shaded(weave, area_of(weave, self._asked[1]), end.value))
            self._asked = self._work = None
        return False

    def paint(
        self, surface: pygame.Surface, rect: Rect, weave: Weave, at: Place, *, hasty: bool = False
    ) -> None:
        """Fill `rect` with what is seen from a place on.

        Args:
            surface: what is painted on.
            rect: as large as the weave's size.
            weave: what is drawn.
            at: the first column and the first row that are seen.
            hasty: paint what is at hand, if need be something else stretched.
        """
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(rect).clip(before))
        if hasty and not self.is_ready(weave, at):
            surface.fill(weave.ground, rect)
            self._stand_in(surface, rect, weave, at)
        else:
            while not self.prepare(weave, at):
                pass
        for tile in tiles(weave, at):
            picture = self._shelf.get((weave, tile))
            if picture is not None:
                area = area_of(weave, tile)
                surface.blit(picture, (rect.x + area.x - at[0], rect.y + area.y - at[1]))
        surface.set_clip(before)

    def _stand_in(self, surface: pygame.Surface, rect: Rect, weave: Weave, at: Place) -> None:
        """Paint tiles of the weave that was seen last, stretched over where they belong."""
        last = next((key[0] for key in reversed(list(self._shelf)) if key[0] != weave), None)
        if last is None:
            return
        across, down = (mine / its for mine, its in zip(weave.whole, last.whole, strict=True))
        for key in [one for one in self._shelf if one[0] == last]:
            area = area_of(*key)
            left, right = (round(x * across) - at[0] for x in (area.x, area.right))
            top, low = (round(y * down) - at[1] for y in (area.y, area.bottom))
            place = Rect(rect.x + left, rect.y + top, right - left, low - top)
            picture = self._shelf.get(key)
            if picture is not None and place.meets(rect):
                _stretched(surface, rect, place, picture)


def _stretched(surface: pygame.Surface, rect: Rect, place: Rect, picture: pygame.Surface) -> None:
    """Paint a picture stretched over a place, but only what of it lies in `rect`."""
    seen, (wide, high) = place.common(rect), picture.get_size()
    left, right = ((x - place.x) * wide // place.w for x in (seen.x, seen.right))
    top, low = ((y - place.y) * high // place.h for y in (seen.y, seen.bottom))
    part = picture.subsurface((left, top, max(right - left, 1), max(low - top, 1)))
    surface.blit(pygame.transform.scale(part, seen[2:]), seen[:2])


def tiles(weave: Weave, at: Place) -> Iterator[Place]:
    """Yield the column and the row of every tile that is seen from a place on."""
    (wide, high), (left, top) = weave.tile, at
    right, low = (start + size for start, size in zip(at, weave.size, strict=True))
    for row in range(top // high, (low - 1) // high + 1):
        for column in range(left // wide, (right - 1) // wide + 1):
            yield column, row


def area_of(weave: Weave, tile: Place) -> Rect:
    """Return where a tile lies in the whole picture."""
    wide, high = weave.tile
    area = Rect(tile[0] * wide, tile[1] * high, wide, high)
    return area.common(Rect(0, 0, *weave.whole))


def shaded(weave: Weave, area: Rect, shades: bytes) -> pygame.Surface:
    """Return a tile as a picture with a byte for each pixel, from bare ground to the full ink."""
    picture = pygame.image.frombuffer(shades, area[2:], "P")
    pairs = list(zip(weave.ground, weave.ink, strict=True))
    picture.set_palette(
        [
            tuple(low + (high - low) * shade // (SHADES - 1) for low, high in pairs)
            for shade in range(SHADES)
        ]
    )
    return picture.copy()
