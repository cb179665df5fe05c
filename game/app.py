"""The stack of screens, and what of it is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pygame

from game.screens.bindings import answer
from game.screens.flow import screen_for
from game.screens.screen import (
    Close,
    Move,
    Office,
    Open,
    Quit,
    Reset,
    Screen,
    Show,
    Stay,
    Turn,
)
from game.widgets.changes import difference
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.painter import Painter
from game.widgets.sheet import Fill, Sheet

UNSAVED = "You can play on. Make room or free the folder, then save from the menu."


class App:
    """A stack of screens on a surface. Without a window it is driven by tests and the gallery."""

    def __init__(self, screens: Iterable[Screen], office: Office, painter: Painter) -> None:
        self.office = office
        self.painter = painter
        self.stack: list[Screen] = list(screens)
        self._drawn: Drawn | None = None

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        return self.stack[-1]

    def is_over(self) -> bool:
        """Return whether the player has left: no screen remains."""
        return not self.stack

    def look(self, size: tuple[int, int]) -> Look:
        """Return how things look in a window of a size, as the player set it."""
        settings = self.office.settings
        return Look(
            size, self.painter.fonts, settings.text, stark=settings.contrast, motion=settings.motion
        )

    def sheet(self, size: tuple[int, int]) -> Sheet:
        """Return what is seen now: the top screen, over a dimmed one if it lies on top of it."""
        look = self.look(size)
        sheet = self.top.view(look)
        if not self.top.over:
            return sheet
        below = next((one for one in reversed(self.stack[:-1]) if not one.over), None)
        marks = below.view(look).marks if below else ()
        veil = Fill(Rect(0, 0, *size), look.palette.night, 205 if below else 255)
        return replace(sheet, marks=(*marks, veil, *sheet.marks))

    def handle(self, event: pygame.Event, size: tuple[int, int]) -> None:
        """Let an event take effect."""
        if event.type == pygame.QUIT:
            self.stack.clear()
        else:
            self.carry_out(answer(self.top, self.sheet(size), event))

    def carry_out(self, move: Move) -> None:
        """Do what a screen wants."""
        match move:
            case Stay():
                pass
            case Show(screen):
                self.stack[-1] = screen
            case Open(screen):
                self.stack.append(screen)
            case Close():
                self.stack.pop()
            case Reset(screen):
                self.stack[:] = [screen]
            case Turn(desk, come_from):
                trouble = self.office.keep(desk)
                self.stack[:] = [screen_for(self.office, desk, come_from)]
                if trouble:
                    from game.screens.overlay import OverlayScreen, Told  # noqa: PLC0415 - see flow

                    told = (Told("", trouble), Told("", UNSAVED))
                    self.stack.append(OverlayScreen(self.office, "This step is not saved", told))
            case Quit():
                self.stack.clear()

    def draw(self, surface: pygame.Surface, *, hasty: bool = False) -> Rect | None:
        """Draw what changed since last time; return where that is, or none if nothing did.

        Args:
            surface: what was drawn on last time, or another one to draw all on.
            hasty: do not wait for maps; what stands in for them is drawn, and `prepare` makes them.
        """
        sheet = self.sheet(surface.get_size())
        waits = hasty and not self.painter.is_ready(sheet)
        before, self._drawn = self._drawn, Drawn(surface, sheet, waits)
        part = Rect(0, 0, *sheet.size)
        if before and before.surface is surface and before.sheet.size == sheet.size:
            part = difference(before.sheet, sheet, maps=before.waits and not waits)
        if not (part.w and part.h):
            return None
        self.painter.paint(surface, sheet, part, hasty=waits)
        return part

    @property
    def waits(self) -> bool:
        """Whether something stands in for a map that is not ready."""
        return self._drawn is not None and self._drawn.waits

    def prepare(self) -> bool:
        """Do a slice of the work for what is only stood in for; return whether anything is."""
        if self._drawn is None or not self._drawn.waits:
            return False
        self.painter.prepare(self._drawn.sheet)
        return True

    def forget(self) -> None:
        """Draw all of it next time: what was seen is gone."""
        self._drawn = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is seen."""

    surface: pygame.Surface
    sheet: Sheet
    waits: bool
    """Whether something stands in for a map that is not ready."""
