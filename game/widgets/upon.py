"""What lies on a map in flight: drawn once, then laid on every picture of it as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

import pygame

from game.widgets.changes import SLOW, around, extent
from game.widgets.geometry import Rect
from game.widgets.sheet import Clipped, Fill, Op, moved

MOST = 0.08
"""The share of a map that may be kept: more would take more memory than it saves time."""


class Upon:
    """The marks that follow a map on a sheet and lie wholly on it, as one picture.

    Args:
        draw: draws a mark on a surface.
    """

    def __init__(self, draw: Callable[[pygame.Surface, Op], None]) -> None:
        self._draw = draw
        self._of: tuple[Rect, Sequence[Op]] | None = None
        """The map's place, and all that followed it."""
        self._count = 0
        """How many of them are in the picture."""
        self._picture: pygame.Surface | None = None
        self._corner = (0, 0)

    def lay(self, surface: pygame.Surface, chart: Rect, after: Sequence[Op]) -> int:
        """Lay down what lies on a map; return how many marks that are.

        Args:
            surface: what the map was drawn on.
            chart: the map's place.
            after: the marks that follow it.
        """
        if self._of != (chart, after):
            self._of = chart, after
            self._renew(chart, after)
        if self._picture:
            surface.blit(self._picture, self._corner)
        return self._count

    def drop(self) -> None:
        """Let go of it: nothing flies any more."""
        self._of, self._picture = None, None

    def _renew(self, chart: Rect, after: Sequence[Op]) -> None:
        """Draw anew what lies on a map, if it is not too large to be kept."""
        marks = list(takewhile(lambda one: _lies_on(chart, one), after))
        box = around(map(extent, marks))
        if not marks or box.w * box.h > MOST * chart.w * chart.h:
            self._count, self._picture = 0, None
            return
        self._count, self._corner = len(marks), (box.x, box.y)
        self._picture = pygame.Surface(box[2:], pygame.SRCALPHA)
        for mark in marks:
            here = moved(mark, -box.x, -box.y)
            if isinstance(here, Fill):
                _veil(self._picture, here)
            else:
                self._draw(self._picture, here)


def _veil(picture: pygame.Surface, fill: Fill) -> None:
    """Fill a part of a picture with transparency: what is half there must not come out darker."""
    veil = pygame.Surface(fill.rect[2:], pygame.SRCALPHA)
    veil.fill((*fill.color, fill.alpha))
    picture.blit(veil, fill.rect[:2])


def _lies_on(chart: Rect, mark: Op) -> bool:
    """Return whether a mark lies wholly on a map and does not move by itself."""
    box = extent(mark)
    return box.common(chart) == box and not isinstance(mark, (*SLOW, Clipped))
