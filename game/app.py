"""The window, the loop and the stack of screens; the only owner of the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import zip_longest

import pygame

from game.errors import Refused
from game.playthrough.surroundings import Surroundings
from game.screens.bindings import answer
from game.screens.captions import above, captioned
from game.screens.flow import screen_for
from game.screens.hearing import heard_around
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
from game.widgets.changes import difference
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
        self._drawn: Drawn | None = None
        self._around: Surroundings | None = None

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
        """Return what is seen now, with the captions under it if they are wanted."""
        look = self.look(size)
        if not self.office.settings.captions:
            return self._stacked(look)
        return captioned(self._stacked(above(look)), look, self.office.captions.line)

    def _stacked(self, look: Look) -> Sheet:
        """Return the top screen, over a dimmed one if it lies on top of it."""
        sheet = self.top.view(look)
        if not self.top.over:
            return sheet
        below = next((one for one in reversed(self.stack[:-1]) if not one.over), None)
        marks = below.view(look).marks if below else ()
        veil = Fill(Rect(0, 0, *look.size), look.palette.night, 205 if below else 255)
        return replace(sheet, marks=(*marks, veil, *sheet.marks))

    def update(self, seconds: float) -> bool:
        """Let time pass; return whether anything still moves."""
        moving = self.top.update(seconds)
        self._listen()
        self.office.captions.pass_by(seconds)
        return moving

    def rest(self, seconds: float) -> bool:
        """Let time pass while nothing moves; return whether there is something else to see."""
        return self.office.captions.pass_by(seconds) and self.office.settings.captions

    def _listen(self) -> None:
        """Let be heard what belongs to the screen that is seen."""
        now = heard_around(self.office, self.stack)
        if now == self._around:
            return
        before, self._around = self._around, now
        self.office.around(now)
        for name in now.names:
            if before is None or name not in before.names:
                self.office.captions.hear(name)

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

    def prepare(self) -> bool:
        """Do a slice of the work for what is only stood in for; return whether anything is."""
        if not self._drawn or not self._drawn.waits:
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
        rest, moving, changed, slicing = RESTING[0], True, True, False
        while not app.is_over():
            if moving or changed or slicing:
                seconds = min(clock.tick(0 if slicing else 60) / 1000, 0.1)
                moving, changed = app.update(0.0 if slicing else seconds), False
                if part := app.draw(self.surface, hasty=True):
                    pygame.display.update(part)
                slicing = app.prepare()
                rest = RESTING[0]
            else:
                changed = app.rest(pygame.time.wait(rest) / 1000)
                rest = min(rest + 5, RESTING[1])
            changed = self._events(app) or changed
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
                app.forget()
            case pygame.KEYUP:
                self._held.discard(event.key)
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._held.clear()
                in_front = event.type == pygame.WINDOWFOCUSGAINED
                app.office.front(in_front)
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
