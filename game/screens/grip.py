"""Dragging with the mouse: what is moved is dragged, what is let go where it was is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.screens.bindings import pointed, spot_at
from game.screens.pull import Pull
from game.screens.screen import Dragged, Move, Screen, Stay
from game.widgets.sheet import Sheet

SLACK = 4
"""Pixels that a hand trembles."""
Point = tuple[int, int]


class Grip:
    """What the left button of the mouse holds."""

    def __init__(self) -> None:
        self._pull = Pull()
        self._screen: Screen | None = None
        """The screen on which something is held."""
        self._first: Point = (0, 0)
        """Where it was taken hold of."""
        self._last: Point | None = None
        """Where it was dragged to; none as long as it was not."""

    def moved(self, screen: Screen, sheet: Callable[[], Sheet], event: pygame.Event) -> Move:
        """Answer to the mouse moving or its left button: on what is held, or on what lies there.

        `sheet` makes what is seen: while something is dragged nobody needs it.
        """
        if self._screen is None and (pulled := self._pull.takes(screen, sheet, event)):
            return pulled
        held = self._takes(screen, sheet, event)
        if held is None and event.type != pygame.MOUSEBUTTONUP:
            return pointed(screen, sheet(), event)
        return held or Stay()

    def _takes(
        self, screen: Screen, sheet: Callable[[], Sheet], event: pygame.Event
    ) -> Move | None:
        """Answer to the mouse while something is held; none if nothing is."""
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._hold(screen, sheet, event.pos)
        if self._screen is not screen:
            self.drop()
            return None
        if event.type == pygame.MOUSEBUTTONUP:
            return self._let_go(screen, sheet(), event.pos)
        return self._drag(screen, event)

    def _hold(self, screen: Screen, sheet: Callable[[], Sheet], point: Point) -> Move | None:
        """Take hold of what can be dragged."""
        if not (isinstance(screen, Dragged) and screen.dragged):
            self.drop()
            return None
        hit = spot_at(sheet(), point)
        if hit is None or hit.name != screen.dragged:
            self.drop()
            return None
        self._screen, self._first, self._last = screen, point, None
        return Stay()

    def _drag(self, screen: Screen, event: pygame.Event) -> Move | None:
        if not event.buttons[0]:  # it was let go outside the window
            self.drop()
            return None
        if isinstance(screen, Dragged):
            (x, y), (left, top) = event.pos, self._last or self._first
            if self._last is None and max(abs(x - left), abs(y - top)) <= SLACK:
                return Stay()
            self._last = event.pos
            screen.drag(x - left, y - top)
        return Stay()

    def _let_go(self, screen: Screen, sheet: Sheet, point: Point) -> Move:
        """Press what was held but not moved."""
        was_moved = self._last is not None
        self.drop()
        down = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=1)
        return Stay() if was_moved else pointed(screen, sheet, down)

    def drop(self) -> None:
        """Hold nothing any more."""
        self._screen = self._last = None
