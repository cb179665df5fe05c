"""What was drawn last, so that only what changed is drawn again."""

from __future__ import annotations

import pygame

from game.frozen import dataclass
from game.widgets.changes import difference
from game.widgets.geometry import Rect
from game.widgets.painter import Painter
from game.widgets.sheet import Chart, Sheet


class Canvas:
    """A painter and what it has painted."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter
        self._drawn: _Drawn | None = None
        self.is_ready = False
        """Whether the last slice was enough: what was stood in for waits to be drawn."""

    @property
    def seen(self) -> Sheet | None:
        """What was drawn last."""
        return self._drawn.sheet if self._drawn else None

    @property
    def waits(self) -> bool:
        """Whether something stands in for a map that is not ready."""
        return self._drawn is not None and self._drawn.waits

    def draw(self, surface: pygame.Surface, sheet: Sheet, *, hasty: bool = False) -> Rect | None:
        """Draw what changed since last time; return where that is, or none if nothing did.

        Args:
            surface: what was drawn on last time, or another one to draw all on.
            sheet: what is to be seen.
            hasty: do not wait for maps; what stands in for them is drawn, and `prepare` makes them.
        """
        self.is_ready = False
        waits = hasty and not self.painter.is_ready(sheet)
        before, self._drawn = self._drawn, _Drawn(surface, sheet, waits, hasty=hasty)
        part = Rect(0, 0, *sheet.size)
        if before and before.surface is surface and before.sheet.size == sheet.size:
            part = difference(before.sheet, sheet, maps=before.waits and not waits)
        if not (part.w and part.h):
            return None
        self.painter.paint(surface, sheet, part, hasty=hasty)
        return part

    def prepare(self) -> bool:
        """Do a slice of the work for what is only stood in for; return whether anything is.

        A flight that has begun waits for nothing, but for the place it leads to there is work.
        """
        drawn = self._drawn
        if drawn and (drawn.waits or (drawn.hasty and is_in_flight(drawn.sheet))):
            self.painter.prepare(drawn.sheet)
            self.is_ready = drawn.waits and self.painter.is_ready(drawn.sheet)
        return drawn is not None and drawn.waits

    def forget(self) -> None:
        """Draw all of it next time: what was seen is gone."""
        self._drawn = None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is seen."""

    surface: pygame.Surface
    sheet: Sheet
    waits: bool
    """Whether something stands in for a map that is not ready."""
    hasty: bool
    """Whether it was drawn without waiting for maps."""


def is_in_flight(sheet: Sheet) -> bool:
    """Return whether a camera flies on a sheet."""
    return any(isinstance(mark, Chart) and mark.goal for mark in sheet.marks)
