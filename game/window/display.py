"""The window and the loop around an app; the only owner of the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest
from math import inf
from typing import TYPE_CHECKING

import pygame

from game.errors import Refused
from game.files.settings import Settings
from game.keymap import MOVING
from game.screens.ahead import Ahead
from game.screens.menus.cover import Front, cover
from game.screens.outside import patience
from game.screens.pad import is_at_rest
from game.screens.styles import look_of
from game.widgets.look import PLAIN
from game.widgets.painter import Painter
from game.window.access import Access
from game.window.pads import Pads
from game.window.sound import quiet
from game.window.system import Beat, Loss, Rest, Tidy

if TYPE_CHECKING:
    from game.window.app import App

LEAST = (1024, 640)
"""The smallest window, where the screen is not smaller."""
FIRST = (1280, 720)
"""The first window on a screen of the usual size."""
GRIP = 100
"""Pixels of a window that must be on a screen, so that it can be taken hold of."""
CENTRED = (pygame.WINDOWPOS_CENTERED, pygame.WINDOWPOS_CENTERED)
Screens = list[tuple[int, int]]
LOST = "the display is gone; the game was saved, start it again to go on"
SOON = 0.1
"""Seconds between two looks at what rings no bell when it has changed: work done in a thread."""


class Window:
    """A real window around an app."""

    def __init__(self, settings: Settings, title: str) -> None:
        _prefer_plain_framebuffer()
        self._held: set[int] = set()
        self.pads = Pads()
        self.access = Access()
        try:
            with quiet():  # systems that are tried and are not there say so on the terminal
                pygame.display.init()
            _refuse_unseen()
            pygame.font.init()
            self.pane = opened(settings, title)
            self._shape = shape_of(settings)
            self._apply(settings)
            self.surface = self.pane.get_surface()
            self.loss = Loss(self.pane)
        except pygame.error as error:
            message = f"no display ({error}); play in the terminal with: six-telegrams play --text"
            raise Refused(message) from None
        pygame.key.set_repeat(400, 45)

    def cover(self, brush: Painter, settings: Settings, front: Front) -> None:
        """Show the first picture: the title as far as it is known before the campaign is."""
        look = look_of(settings, brush.fonts, self.surface.get_size())
        brush.paint(self.surface, cover(look, front))
        self.pane.flip()

    def leave(self) -> None:
        """Take the window away; whatever is still written beside it goes on."""
        if not self.loss.has_come:
            with suppress(pygame.error):
                self.pane.hide()

    def run(self, app: App) -> Settings:
        """Play until the player leaves; return the settings with the window's last size.

        Nothing is computed while nothing happens. A map that is not at hand is drawn in slices,
        and between two of them the player is answered; flights and all else wait for it.
        """
        beat, rest, tidy = Beat(), Rest(self.pane), Tidy()
        self._take(app, rest)
        moving, changed, slicing = True, True, False
        ahead = Ahead(app.office, app.canvas.painter)
        self._events(app)  # whatever was pressed while the cover was seen
        while not app.is_over():
            if moving or changed or slicing:
                seconds = min(beat.turn(waits=not slicing), 0.1)
                if changed or not slicing:  # between two slices nothing looks otherwise
                    moving = app.update(0.0 if slicing else seconds)
                    changed = self._draw(app)
                slicing = app.canvas.prepare()
                changed = changed or (slicing and app.canvas.is_ready)
                tidy.after_picture(is_new=slicing and app.canvas.is_ready)
                rest.begin()
            else:
                tidy.at_rest()
                self.pads.start()  # once there is time: nobody waits for these two
                self.access.start(self.pane)
                works = ahead.step(app.top, app.look(self.surface.get_size()))  # nor for this
                changed = self._sleep(app, rest, briefly=works)
                beat.begin()
            changed = self._events(app) or changed
        return app.office.settings

    def _draw(self, app: App) -> bool:
        """Let be seen what has changed, then keep it; return whether that went wrong."""
        if app.draw(self.surface, hasty=True):
            self.pane.flip()
        went_wrong = app.settle()
        if app.canvas.seen:
            self.access.follow(app.canvas.seen)
        return went_wrong

    def _sleep(self, app: App, rest: Rest, *, briefly: bool) -> bool:
        """Sleep until something happens; return whether there is something else to see."""
        return app.rest(rest.sleep(due(app), pads=self.pads.are_there, briefly=briefly))

    def _take(self, app: App, rest: Rest) -> None:
        """Take an app into the window: its title, what it asks of pads and mouse, the bell."""
        self.access.bell = app.office.bell = rest.ring
        self.pane.title = str(app.office.campaign.outline.title)
        self._settle(app.office.settings)
        app.inputs.pad_name = self.pads.name
        app.pointer = lambda: self._scaled(pygame.mouse.get_pos())

    def _settle(self, settings: Settings) -> None:
        """Move the window to its place once it has a frame: some systems add that to the place."""
        position = place_of(settings, pygame.display.get_desktop_sizes())[1]
        pygame.event.pump()
        if position != CENTRED and not settings.fullscreen and self.pane.position != position:
            self.pane.position = position

    def _events(self, app: App) -> bool:
        """Let everything that happened take effect; return whether anything did.

        Raises:
            Refused: when the display is gone.
        """
        if self.loss.has_come:
            raise Refused(LOST)
        events = [one for one in pygame.event.get() if not self.pads.is_told_twice(one)]
        for event in _without_the_way(events):
            self.pads.take(event)
            if not app.is_over():
                self._event(app, event)
        return not all(map(is_at_rest, events))

    def _event(self, app: App, event: pygame.Event) -> None:
        match event.type:
            case pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED | pygame.WINDOWMOVED:
                self._placed(app)
            case pygame.WINDOWEXPOSED:
                app.canvas.forget()
            case pygame.KEYUP:
                self._held.discard(event.key)
                app.handle(event, self.surface.get_size())
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._held.clear()
                app.office.front(event.type == pygame.WINDOWFOCUSGAINED)
                self.access.front(event.type == pygame.WINDOWFOCUSGAINED)
                app.handle(event, self.surface.get_size())
            case pygame.KEYDOWN if self._is_repeated(app, event):
                pass
            case _:
                app.handle(self._on_surface(event), self.surface.get_size())
                if not app.is_over() and shape_of(app.office.settings) != self._shape:
                    self._apply(app.office.settings)

    def _is_repeated(self, app: App, event: pygame.Event) -> bool:
        """Return whether a key is only still held down: pressing something takes a new press."""
        again = event.key in self._held and app.command(event) not in MOVING
        self._held.add(event.key)
        return again

    def _on_surface(self, event: pygame.Event) -> pygame.Event:
        """Return an event of the mouse as it lies on the picture, which may have more pixels."""
        if not hasattr(event, "pos") or self.pane.size == self.surface.get_size():
            return event
        return pygame.Event(event.type, event.dict | {"pos": self._scaled(event.pos)})

    def _scaled(self, point: tuple[float, float]) -> tuple[int, int]:
        """Return where a point of the window lies on the picture."""
        wide, high = self.surface.get_size()
        return round(point[0] * wide / self.pane.size[0]), round(
            point[1] * high / self.pane.size[1]
        )

    def _placed(self, app: App) -> None:
        """Remember where a window stands and how large it is; a full screen is no such place."""
        app.canvas.forget()
        self.surface = self.pane.get_surface()
        settings = app.office.settings
        if settings.fullscreen:
            return
        (width, height), (left, top) = self.pane.size, self.pane.position
        app.office.change(replace(settings, width=width, height=height, left=left, top=top))

    def _apply(self, settings: Settings) -> None:
        """Give the window the shape that was set."""
        before, self._shape = self._shape, shape_of(settings)
        with suppress(pygame.error):
            self.pane.borderless = settings.borderless
            if settings.fullscreen:
                self.pane.set_fullscreen(desktop=True)
            elif before[0]:
                self.pane.set_windowed()
                self.pane.size = (settings.width, settings.height)


def due(app: App) -> float:
    """Return after how many seconds something may come by itself while nothing moves."""
    office = app.office
    goes_on = app.pace.mode or app.inputs.is_holding or office.errands.are_under_way
    captions = office.captions.left if office.settings.captions else inf
    return SOON if goes_on else min(app.notice.left, captions, patience(app.stack))


def shape_of(settings: Settings) -> tuple[bool, bool]:
    """Return what decides a window's shape besides its size."""
    return settings.fullscreen, settings.borderless


def opened(settings: Settings, title: str) -> pygame.Window:
    """Return a new window where the last one stood, or a first one in the middle.

    Raises:
        pygame.error: when it cannot be opened.
    """
    desktops = pygame.display.get_desktop_sizes()
    size, position = place_of(settings, desktops)
    window = pygame.Window(
        title,
        size,
        position,
        resizable=True,
        allow_high_dpi=True,
        borderless=settings.borderless,
    )
    window.minimum_size = tuple(map(min, LEAST, desktops[0]))
    window.set_icon(icon())
    return window


def first_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """Return how large the first window is: two thirds of a large screen, all of a small one."""
    wide, high = (max(first, side * 2 // 3) for first, side in zip(FIRST, desktop, strict=True))
    return min(wide, desktop[0]), min(high, desktop[1])


def place_of(settings: Settings, desktops: Screens) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the size and the place of a window: as it was left, if it can be seen there."""
    if settings.left is None or settings.top is None:
        return first_size(desktops[0]), CENTRED
    size, position = (settings.width, settings.height), (settings.left, settings.top)
    return size, position if is_seen(position, size, desktops) else CENTRED


def is_seen(position: tuple[int, int], size: tuple[int, int], desktops: Screens) -> bool:
    """Return whether a window can be seen and taken hold of, as far as can be known.

    The system does not tell how its screens lie beside one another: any of them may be on any
    side of the first.
    """
    (left, top), (width, _) = position, size
    beside, below = (sum(one[axis] for one in desktops[1:]) for axis in (0, 1))
    wide, high = desktops[0]
    across = -beside - width + GRIP <= left <= wide + beside - GRIP
    return across and -below - GRIP < top <= high + below - GRIP


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
    os.environ["SDL_VIDEO_X11_WMCLASS"] = "six-telegrams"  # pygame would name the script
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # every pixel is ours
