"""The window, the loop and the stack of screens; the only owner of the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest

import pygame

from game.errors import Refused
from game.screens.bindings import answer
from game.screens.flow import screen_for
from game.screens.overlay import OverlayScreen, Told
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
from game.settings import Settings
from game.sound import quiet
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN, Look
from game.widgets.painter import Painter
from game.widgets.sheet import Fill, Sheet

UNSAVED = "You can play on. Make room or free the folder, then save from the menu."
RESTING = (20, 100)
"""Milliseconds between looks at the keyboard: soon after a key, and when nothing happens."""
MOVING = frozenset(
    (
        *(pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT),
        *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_TAB),
    )
)
"""The keys that go on when they are held down."""


class App:
    """A stack of screens on a surface. Without a window it is driven by tests and the gallery."""

    def __init__(self, screens: Iterable[Screen], office: Office, painter: Painter) -> None:
        self.office = office
        self.painter = painter
        self.stack: list[Screen] = list(screens)
        self._drawn: tuple[object, Sheet] | None = None

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
                    told = (Told("", trouble), Told("", UNSAVED))
                    self.stack.append(OverlayScreen(self.office, "This step is not saved", told))
            case Quit():
                self.stack.clear()

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw if anything changed since last time, or is to be sharpened; return whether it did."""
        sheet = self.sheet(surface.get_size())
        if self._drawn == (surface, sheet) and not self.painter.unfinished:
            return False
        self.painter.paint(surface, sheet)
        self._drawn = (surface, sheet)
        return True


class Window:
    """A real window around an app."""

    def __init__(self, settings: Settings, title: str) -> None:
        _prefer_plain_framebuffer()
        self._held: set[int] = set()
        try:
            with quiet():  # systems that are tried and are not there say so on the terminal
                pygame.display.init()
            _refuse_unseen()
            pygame.font.init()
            pygame.display.set_caption(title)
            pygame.display.set_icon(icon())
            self.surface = self._opened(settings)
        except pygame.error as error:
            message = f"no display ({error}); play in the terminal with: six-telegrams play --text"
            raise Refused(message) from None
        pygame.key.set_repeat(400, 45)

    def _opened(self, settings: Settings) -> pygame.Surface:
        if settings.fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode((settings.width, settings.height), pygame.RESIZABLE)

    def run(self, app: App) -> Settings:
        """Play until the player leaves; return the settings with the window's last size.

        Nothing is computed while nothing happens: the keyboard is looked at less and less often,
        and a sheet is made only after an event or while something moves.
        """
        clock = pygame.time.Clock()
        rest, moving, changed = RESTING[0], True, True
        while not app.is_over():
            if moving or changed:
                seconds = min(clock.tick(60) / 1000, 0.1)
                moving = app.top.update(seconds)
                if app.draw(self.surface):
                    pygame.display.flip()
                moving = moving or app.painter.unfinished
                rest = RESTING[0]
            else:
                pygame.time.wait(rest)
                rest = min(rest + 5, RESTING[1])
            changed = self._events(app)
        return app.office.settings

    def _events(self, app: App) -> bool:
        """Let everything that happened take effect; return whether anything did."""
        events = pygame.event.get()
        for event in _without_the_way(events):
            if not app.is_over():
                self._event(app, event)
        return bool(events)

    def _event(self, app: App, event: pygame.Event) -> None:
        match event.type:
            case pygame.VIDEORESIZE | pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED:
                self._resized(app)
            case pygame.WINDOWEXPOSED:
                app._drawn = None  # noqa: SLF001 - what the system wiped is drawn again
            case pygame.KEYUP:
                self._held.discard(event.key)
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
            case pygame.KEYDOWN if self._is_repeated(event.key):
                pass
            case pygame.KEYDOWN if _wants_fullscreen(event):
                self.fullscreen(app)
            case _:
                app.handle(event, self.surface.get_size())
                if not app.is_over() and app.office.settings.fullscreen != self._is_fullscreen():
                    self._apply(app.office.settings)

    def _is_repeated(self, key: int) -> bool:
        """Return whether a key is only still held down: pressing something takes a new press."""
        again = key in self._held and key not in MOVING
        self._held.add(key)
        return again

    def _resized(self, app: App) -> None:
        self.surface = pygame.display.get_surface() or self.surface
        width, height = self.surface.get_size()
        settings = app.office.settings
        if not self._is_fullscreen() and (settings.width, settings.height) != (width, height):
            app.office.change(replace(settings, width=max(width, 640), height=max(height, 400)))

    def _is_fullscreen(self) -> bool:
        return bool(self.surface.get_flags() & pygame.FULLSCREEN)

    def fullscreen(self, app: App) -> None:
        """Change between a window and the whole screen."""
        settings = app.office.settings
        app.office.change(replace(settings, fullscreen=not settings.fullscreen))
        self._apply(app.office.settings)

    def _apply(self, settings: Settings) -> None:
        with suppress(pygame.error):
            self.surface = self._opened(settings)


def _without_the_way(events: list[pygame.Event]) -> Iterator[pygame.Event]:
    """Yield events, of the mouse's motions in a row only the last: a mouse tells of a thousand."""
    for event, after in zip_longest(events, events[1:]):
        if not (event.type == pygame.MOUSEMOTION and after and after.type == pygame.MOUSEMOTION):
            yield event


def icon() -> pygame.Surface:
    """Return the window's picture: a telegram on a dark desk."""
    picture = pygame.Surface((64, 64), pygame.SRCALPHA)
    picture.fill(PLAIN.night)
    picture.fill(PLAIN.paper, (10, 14, 44, 36))
    for row in (22, 29, 36):
        picture.fill(PLAIN.ink, (15, row, 34 if row < 36 else 18, 3))
    picture.fill(PLAIN.red, (38, 37, 12, 8))
    return picture


def _refuse_unseen() -> None:
    """Refuse a display that nobody can see, unless it was asked for by name.

    Without a screen SDL falls back to one that draws into nothing.

    Raises:
        pygame.error: when there is no real display.
    """
    unseen = pygame.display.get_driver() in {"offscreen", "dummy"}
    if unseen and not os.environ.get("SDL_VIDEODRIVER"):
        message = "nothing to open a window on"
        raise pygame.error(message)


def _wants_fullscreen(event: pygame.Event) -> bool:
    if event.key == pygame.K_F11:
        return True
    return bool(event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT)


def _prefer_plain_framebuffer() -> None:
    """Ask SDL for a plain window surface: without a graphics card the other kind is emulated."""
    if sys.platform in ("linux", "win32"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "six-telegrams")
