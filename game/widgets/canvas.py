"""What was drawn last, so that only what changed is drawn again."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.widgets.changes import difference
from game.widgets.geometry import Rect
from game.widgets.painter import Painter
from game.widgets.sheet import Sheet


class Canvas:
    """A painter and what it has painted."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter
        self._drawn: _Drawn | None = None
        self.is_ready = False
        """Whether the last slice was the last: what was stood in for waits to be drawn."""

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
        before, self._drawn = self._drawn, _Drawn(surface, sheet, waits)
        part = Rect(0, 0, *sheet.size)
        if before and before.surface is surface and before.sheet.size == sheet.size:
            part = difference(before.sheet, sheet, maps=before.waits and not waits)
        if not (part.w and part.h):
            return None
        self.painter.paint(surface, sheet, part, hasty=waits)
        return part

    def prepare(self) -> bool:
        """Do a slice of the work for what is only stood in for; return whether anything is."""
        if self._drawn is None or not self._drawn.waits:
            return False
        self.is_ready = self.painter.prepare(self._drawn.sheet)
        return True

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
