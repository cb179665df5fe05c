"""Draws tens of thousands of strands: once, in slices, as pictures that are then only copied.

A picture is cut into tiles as large as what is seen of it, so that moving along costs two copies.
Whoever has a player to answer meanwhile has it prepared slice by slice; until it is there, what
was seen last stands in for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from math import log2

import pygame

from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.shelf import Shelf

STEPS = 14
"""Straight pieces of a bend between two columns."""
BEND = tuple(3 * at**2 - 2 * at**3 for at in (number / STEPS for number in range(STEPS + 1)))
"""How far a strand has come from one column to the next, at each step."""
LAYERS = 24
"""Veils that the strands are dealt out over."""
DEPTH, FAINTEST = 0.22, 0.012
"""How much light a column holds back where strands lie evenly, of 1; and one strand at least."""
WHITE = (255, 255, 255)
COUNTED, DRAWN = 2000, 100
"""Strands in a slice of the work: some thousandths of a second."""
WINDOWS = 2.5
"""Room for pictures, in pictures as large as the window."""

Slices = Generator[None, None, pygame.Surface]


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Which strands there are. Two patterns are alike only when they are the same."""

    places: tuple[tuple[float, ...], ...]
    """For each column, where each strand lies: 0 at the top, 1 at the foot."""
    chosen: tuple[int, ...]
    """The numbers of the strands that are drawn."""


@dataclass(frozen=True, slots=True)
class Weave:
    """All that decides what a pattern looks like."""

    pattern: Pattern
    size: tuple[int, int]
    """Of what is seen, in pixels."""
    height: int
    """Of the whole, in pixels; a whole that is taller than what is seen is moved along."""
    ink: Color
    """Of strands that lie close together; a single one is fainter."""
    ground: Color


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
        self._shelf: Shelf[tuple[Weave, int]] = Shelf()
        self._asked: tuple[Weave, int] | None = None
        self._work: Slices | None = None

    def fit(self, window: tuple[int, int]) -> None:
        """Keep as much as goes with a window of a size."""
        self._shelf.room = round(WINDOWS * window[0] * window[1] * 4)

    def is_ready(self, weave: Weave, top: int) -> bool:
        """Return whether what is seen from row `top` on can be painted without any wait."""
        return all((weave, tile) in self._shelf for tile in tiles(weave, top))

    def prepare(self, weave: Weave, top: int) -> bool:
        """Do a slice of the work; return whether all is done."""
        missing = [tile for tile in tiles(weave, top) if (weave, tile) not in self._shelf]
        if not missing:
            return True
        if self._asked != (weave, missing[0]) or self._work is None:
            self._asked, self._work = (weave, missing[0]), woven(weave, missing[0])
        try:
            next(self._work)
        except StopIteration as end:
            self._shelf.put(self._asked, end.value)
            self._asked = self._work = None
        return False

    def paint(
        self, surface: pygame.Surface, rect: Rect, weave: Weave, top: int, *, hasty: bool = False
    ) -> None:
        """Fill `rect` with what is seen from row `top` on.

        Args:
            surface: what is painted on.
            rect: as large as the weave's size.
            weave: what is drawn.
            top: the first row that is seen.
            hasty: paint what is at hand, if need be something else stretched.
        """
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(rect).clip(before))
        if hasty and not self.is_ready(weave, top):
            surface.fill(weave.ground, rect)
            self._stand_in(surface, rect, weave, top)
        else:
            while not self.prepare(weave, top):
                pass
            for tile in tiles(weave, top):
                picture = self._shelf.get((weave, tile))
                assert picture is not None, "there is room for all that is seen at once"
                surface.blit(picture, (rect.x, rect.y + tile * rect.h - top))
        surface.set_clip(before)

    def _stand_in(self, surface: pygame.Surface, rect: Rect, weave: Weave, top: int) -> None:
        """Paint the part that is seen of a picture of a whole, stretched; if there is one."""
        wholes = [key for key in self._shelf if key[0].height == key[0].size[1]]
        alike = [key for key in wholes if key[0].pattern is weave.pattern] or wholes
        whole = self._shelf.get(alike[-1]) if alike else None
        if whole is not None:
            wide, high = whole.get_size()
            first, last = (high * row // weave.height for row in (top, top + rect.h))
            part = whole.subsurface((0, first, wide, max(min(last, high) - first, 1)))
            surface.blit(pygame.transform.scale(part, rect[2:]), rect)


def tiles(weave: Weave, top: int) -> range:
    """Return the numbers of the tiles that are seen from row `top` on."""
    high = weave.size[1]
    return range(top // high, (top + high - 1) // high + 1)


def woven(weave: Weave, tile: int) -> Slices:
    """Draw one tile, a slice at a time.

    Strands are dealt out over some veils: dark on white glass. All veils on one another let through
    the less light the more strands lie there; what they hold back is seen in the weave's ink.
    """
    glass = pygame.Surface(weave.size)
    glass.fill(WHITE)
    through = glass.copy()
    found = yield from _runs(weave, tile)
    for layer in range(LAYERS):
        veil = glass.copy()
        for number, run in enumerate(found[layer::LAYERS], 1):
            points = bent(run.left, run.right, run.above, run.below)
            shade = (round(255 * (1 - run.dark)),) * 3
            pygame.draw.aalines(veil, shade, closed=False, points=points)
            if number % DRAWN == 0:
                yield
        through.blit(veil, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        yield
    through.fill(weave.ink, special_flags=pygame.BLEND_RGB_MULT)
    picture = pygame.Surface(weave.size)
    picture.fill(weave.ink)
    picture.blit(through, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    picture.fill(weave.ground, special_flags=pygame.BLEND_RGB_MAX)
    return picture


@dataclass(frozen=True, slots=True)
class _Run:
    """Strands that run from one place in a column to one in the next."""

    left: float
    right: float
    above: int
    below: int
    dark: float
    """How much light it holds back, of 1."""


def _runs(weave: Weave, tile: int) -> Generator[None, None, list[_Run]]:
    """Return what crosses a tile. Strands in the same pixels are one."""
    pattern = weave.pattern
    wide = (weave.size[0] - 1) / (len(pattern.places) - 1)
    down, found = tile * weave.size[1], list[_Run]()
    for number, (left, right) in enumerate(zip(pattern.places, pattern.places[1:], strict=False)):
        counts: Counter[tuple[int, int]] = Counter()
        for some in _slices(pattern.chosen):
            counts.update(
                (int(left[one] * weave.height) - down, int(right[one] * weave.height) - down)
                for one in some
            )
            yield
        dark = min(max(DEPTH * weave.height / max(len(counts), 1), FAINTEST), 0.75)
        for count, (ends, many) in enumerate(counts.items(), 1):
            if max(ends) >= 0 and min(ends) < weave.size[1]:
                held = min(dark * (1 + log2(many) / 4), 0.9)
                found.append(_Run(number * wide, (number + 1) * wide, *ends, held))
            if count % COUNTED == 0:
                yield
    return found


def _slices(chosen: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(chosen), COUNTED):
        yield chosen[start : start + COUNTED]
