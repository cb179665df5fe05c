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
from game.keymap import Hints
from game.pads import Pads
from game.screens.bindings import commanded, is_typing, pointed, wheeled
from game.screens.everywhere import wanted
from game.screens.flow import screen_for
from game.screens.inputs import Given, Inputs, given_by
from game.screens.notice import Notice
from game.screens.overlay import OverlayScreen, Told
from game.screens.pad import is_at_rest
from game.screens.screen import (
    Close,
    Leaf,
    Move,
    Office,
    Open,
    Pictured,
    Quit,
    Reset,
    Screen,
    Show,
    Stay,
    Tell,
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
MOVING = frozenset(("next", "previous", "up", "down", "earlier", "later"))
"""The commands that go on when their key is held down."""


class App:
    """A stack of screens on a surface. Without a window it is driven by tests and the gallery."""

    def __init__(self, screens: Iterable[Screen], office: Office, painter: Painter) -> None:
        self.office = office
        self.painter = painter
        self.stack: list[Screen] = list(screens)
        self.inputs = Inputs()
        self.size = (1280, 720)
        """Of the window, when something happened last."""
        self.notice = Notice()
        self.is_bare = False
        """Whether the words are hidden, so that only the picture is seen."""
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
            size,
            self.painter.fonts,
            settings.text,
            stark=settings.contrast,
            motion=settings.motion,
            named=Hints(settings.keys, self.inputs.device).named,
        )

    def sheet(self, size: tuple[int, int]) -> Sheet:
        """Return what is seen now, with the last notice over it."""
        look = self.look(size)
        return self.notice.over(self._stacked(look), look)

    def _stacked(self, look: Look) -> Sheet:
        """Return the top screen, over a dimmed one if it lies on top of it."""
        if self.is_bare and isinstance(self.top, Pictured):
            return self.top.bare(look)
        sheet = self.top.view(look)
        if not self.top.over:
            return sheet
        below = next((one for one in reversed(self.stack[:-1]) if not one.over), None)
        marks = below.view(look).marks if below else ()
        veil = Fill(Rect(0, 0, *look.size), look.palette.night, 205 if below else 255)
        return replace(sheet, marks=(*marks, veil, *sheet.marks))

    def update(self, seconds: float) -> bool:
        """Let time pass; return whether anything still moves."""
        for name in self.inputs.pad.pass_by(seconds):
            if self.office.settings.keys.command(name) in MOVING:
                self._give(Given((name,)))
        moving = self.top.update(seconds) or bool(self.inputs.pad.held)
        return self.notice.pass_by(seconds) or moving

    def handle(self, event: pygame.Event, size: tuple[int, int]) -> None:
        """Let an event take effect."""
        self.size = size
        if event.type == pygame.QUIT:
            self.stack.clear()
        elif self.top.hand.listening:
            heard = self.inputs.heard(event)
            self.carry_out(self.top.act(f"heard:{heard}") if heard else Stay())
        else:
            for given in self.inputs.take(event):
                self._give(given)
            if not self.is_over():
                self.carry_out(self._pointed(event))

    def _give(self, given: Given) -> None:
        """Let something pressed give its command, or write in a field."""
        if self._write(given):
            return
        command = self.office.settings.keys.command(*given.names)
        if command and not self.is_over():
            self.carry_out(self._dressed() or self.obey(command))

    def _write(self, given: Given) -> bool:
        """Let a key write where something is to be written; return whether it did."""
        if not is_typing(self.top.hand, self.sheet(self.size)):
            return False
        erases = given.names[0] == "backspace"
        if given.typed or erases:
            self.carry_out(self.top.act("erased" if erases else f"typed:{given.typed}"))
        return bool(given.typed) or erases

    def _pointed(self, event: pygame.Event) -> Move:
        """Return what follows from the mouse moving, its left button or its wheel."""
        match event.type:
            case pygame.MOUSEMOTION:
                return pointed(self.top, self.sheet(self.size), event)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._dressed() or pointed(self.top, self.sheet(self.size), event)
            case pygame.MOUSEWHEEL:
                return self._wheel(event.y)
            case _:
                return Stay()

    def command(self, event: pygame.Event) -> str:
        """Return the command that a key gives, or nothing."""
        given = given_by(event)
        return self.office.settings.keys.command(*given.names) if given else ""

    def _dressed(self) -> Move | None:
        """Return a move if the words were hidden: whatever is pressed only brings them back."""
        if not self.is_bare:
            return None
        self.is_bare = False
        return Stay()

    def _wheel(self, notches: int) -> Move:
        """Scroll; where nothing scrolls further, the wheel gives what its way gives."""
        sheet = self.sheet(self.size)
        if not notches or wheeled(self.top.hand, sheet, pygame.mouse.get_pos(), notches):
            return Stay()
        given = "wheel:up" if notches > 0 else "wheel:down"
        return self.obey(self.office.settings.keys.command(given))

    def obey(self, command: str) -> Move:
        """Return what a command leads to: on this screen, or wherever one is."""
        sheet = self.sheet(self.size)
        move = commanded(self.top, sheet, command)
        if move is not None:
            return move
        match command:
            case "hide":
                self.is_bare = isinstance(self.top, Pictured)
                return Stay() if self.is_bare else Tell("There is no picture behind this page.")
            case "screenshot":
                return Tell(self.office.picture(self.picture()))
            case _:
                return wanted(self.office, self.stack, sheet, command)

    def picture(self) -> pygame.Surface:
        """Return what is seen now as a picture of its own, without the notice over it."""
        surface = pygame.Surface(self.size)
        self.painter.paint(surface, self._stacked(self.look(self.size)))
        return surface

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
            case Leaf(screen):
                self._leaf(screen)
            case Tell(text):
                self.notice.tell(text)
            case Quit():
                self.stack.clear()

    def _leaf(self, screen: Screen) -> None:
        """Open a page, or close what lies on it, or close it if nothing does."""
        names = [one.name for one in self.stack]
        if screen.name not in names:
            self.stack.append(screen)
        elif names[-1] == screen.name:
            self.stack.pop()
        else:
            del self.stack[names.index(screen.name) + 1 :]

    def draw(self, surface: pygame.Surface) -> bool:
        """Draw if anything changed since last time; return whether it did."""
        sheet = self.sheet(surface.get_size())
        if self._drawn == (surface, sheet):
            return False
        self.painter.paint(surface, sheet)
        self._drawn = (surface, sheet)
        return True


class Window:
    """A real window around an app."""

    def __init__(self, settings: Settings, title: str) -> None:
        _prefer_plain_framebuffer()
        self._held: set[int] = set()
        self.pads = Pads()
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
        app.inputs.pad_name = self.pads.name
        app.draw(self.surface)
        pygame.display.flip()
        self.pads.start()  # after the first picture: nobody waits for it
        rest, moving, changed = RESTING[0], True, True
        while not app.is_over():
            if moving or changed:
                seconds = min(clock.tick(60) / 1000, 0.1)
                moving = app.update(seconds)
                if app.draw(self.surface):
                    pygame.display.flip()
                rest = RESTING[0]
            else:
                pygame.time.wait(rest)
                rest = min(rest + 5, RESTING[1])
            changed = self._events(app)
        return app.office.settings

    def _events(self, app: App) -> bool:
        """Let everything that happened take effect; return whether anything did."""
        events = [one for one in pygame.event.get() if not self.pads.is_told_twice(one)]
        for event in _without_the_way(events):
            self.pads.take(event)
            if not app.is_over():
                self._event(app, event)
        return not all(map(is_at_rest, events))

    def _event(self, app: App, event: pygame.Event) -> None:
        match event.type:
            case pygame.VIDEORESIZE | pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED:
                self._resized(app)
            case pygame.WINDOWEXPOSED:
                app._drawn = None  # noqa: SLF001 - what the system wiped is drawn again
            case pygame.KEYUP:
                self._held.discard(event.key)
                app.handle(event, self.surface.get_size())
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
                app.handle(event, self.surface.get_size())
            case pygame.KEYDOWN if self._is_repeated(app, event):
                pass
            case _:
                app.handle(event, self.surface.get_size())
                if not app.is_over() and app.office.settings.fullscreen != self._is_fullscreen():
                    self._apply(app.office.settings)

    def _is_repeated(self, app: App, event: pygame.Event) -> bool:
        """Return whether a key is only still held down: pressing something takes a new press."""
        again = event.key in self._held and app.command(event) not in MOVING
        self._held.add(event.key)
        return again

    def _resized(self, app: App) -> None:
        self.surface = pygame.display.get_surface() or self.surface
        width, height = self.surface.get_size()
        settings = app.office.settings
        if not self._is_fullscreen() and (settings.width, settings.height) != (width, height):
            app.office.change(replace(settings, width=max(width, 640), height=max(height, 400)))

    def _is_fullscreen(self) -> bool:
        return bool(self.surface.get_flags() & pygame.FULLSCREEN)

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


def _prefer_plain_framebuffer() -> None:
    """Ask SDL for a plain window surface: without a graphics card the other kind is emulated."""
    if sys.platform in ("linux", "win32"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "six-telegrams")
