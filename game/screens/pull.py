"""Scrolling with the left button: its bar is dragged, and with a finger the text itself."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frozen import dataclass
from game.screens.bindings import pointed
from game.screens.screen import Dragged, Move, Screen, Stay
from game.widgets.geometry import Rect
from game.widgets.sheet import Scroll, Sheet

REACH = 16
"""Pixels at 720 lines from the edge of a part where its bar is felt: it is drawn much narrower."""
SLACK = 8
"""Pixels that a finger trembles."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What is pulled, and where it was taken hold of."""

    screen: Screen
    part: Scroll
    first: int
    """Of the mouse, in pixels from the top."""
    offset: int
    """How far the part was scrolled then."""
    ratio: float
    """Pixels that the text moves up for one that the mouse moves down."""


class Pull:
    """What the left button or a finger pulls along."""

    def __init__(self) -> None:
        self._held: _Held | None = None
        self._is_tap = False
        """Whether a finger may still only have meant what lies under it."""

    def takes(self, screen: Screen, sheet: Callable[[], Sheet], event: pygame.Event) -> Move | None:
        """Answer to the mouse moving or its left button; none if it does not scroll.

        `sheet` makes what is seen: while something is pulled nobody needs it.
        """
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._hold(screen, sheet(), event)
            return self._pull(event.pos[1])
        held, self._held = self._held, None
        if held is None or held.screen is not screen:
            return None
        if event.type == pygame.MOUSEBUTTONUP:
            down = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=event.pos, button=1)
            return pointed(screen, sheet(), down) if self._is_tap else Stay()
        if not event.buttons[0]:  # it was let go outside the window
            return None
        self._held = held
        return self._pull(event.pos[1])

    def _hold(self, screen: Screen, sheet: Sheet, event: pygame.Event) -> None:
        """Take hold of a bar, or of a text with a finger."""
        self._held = _on_bar(screen, sheet, event.pos)
        self._is_tap = self._held is None and bool(getattr(event, "touch", False))
        if self._is_tap:
            self._held = _on_text(screen, sheet, event.pos)

    def _pull(self, y: int) -> Move | None:
        """Scroll to where the mouse is."""
        held = self._held
        if held is None:
            return None
        self._is_tap = self._is_tap and abs(y - held.first) <= SLACK
        if not self._is_tap:
            offset = round(held.offset + (y - held.first) * held.ratio)
            held.screen.hand.offsets[held.part.name] = min(max(offset, 0), held.part.most)
        return Stay()


def _parts(screen: Screen, sheet: Sheet) -> list[Scroll]:
    """Return what scrolls, but for what is dragged in ways of its own."""
    other = screen.dragged if isinstance(screen, Dragged) else ""
    return [part for part in sheet.scrolls if part.most and part.name != other]


def _offset(screen: Screen, part: Scroll) -> int:
    return min(screen.hand.offsets.get(part.name, 0), part.most)


def _on_bar(screen: Screen, sheet: Sheet, point: tuple[int, int]) -> _Held | None:
    """Return the bar at a point: its knob is held where it is taken, or comes to the point."""
    reach = REACH * sheet.size[1] // 720
    for part in _parts(screen, sheet):
        rail = Rect(part.rect.right - reach, part.rect.y, reach * 2, part.rect.h)
        if rail.has(point):
            knob = part.knob(_offset(screen, part))
            ratio = part.most / max(rail.h - knob.h, 1)
            first = point[1] if knob.y <= point[1] < knob.bottom else knob.y + knob.h // 2
            return _Held(screen, part, first, _offset(screen, part), ratio)
    return None


def _on_text(screen: Screen, sheet: Sheet, point: tuple[int, int]) -> _Held | None:
    """Return the text at a point: it moves along with the finger."""
    for part in _parts(screen, sheet):
        if part.rect.has(point):
            return _Held(screen, part, point[1], _offset(screen, part), -1.0)
    return None
