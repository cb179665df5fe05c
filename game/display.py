"""The window and the loop around an app; the only owner of the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

import pygame

from game.errors import Refused
from game.keymap import MOVING, Hints
from game.pads import Pads
from game.screens.cover import SUBTITLE, TAPE, TITLE, Front, cover, items
from game.screens.pad import is_at_rest
from game.settings import Settings
from game.sound import quiet
from game.system import Rest, give_back
from game.widgets.look import PLAIN, Look
from game.widgets.painter import Painter

if TYPE_CHECKING:
    from game.app import App

TIDY = 20
"""After so many pictures memory is given back: the frames of a flight leave holes in it."""


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

    def cover(self, brush: Painter, settings: Settings, *, has_saves: bool) -> None:
        """Show the first picture: the title as far as it is known before the campaign is."""
        look = Look(
            self.surface.get_size(),
            brush.fonts,
            settings.text,
            stark=settings.contrast,
            named=Hints(settings.keys).named,
        )
        words = items(has_saves=has_saves, can_load=has_saves)
        brush.paint(self.surface, cover(look, Front(TITLE, SUBTITLE, TAPE, words)))
        pygame.display.flip()

    def run(self, app: App) -> Settings:
        """Play until the player leaves; return the settings with the window's last size.

        Nothing is computed while nothing happens. A map that is not at hand is drawn in slices,
        and between two of them the player is answered; flights and all else wait for it.
        """
        pygame.display.set_caption(str(app.office.campaign.outline.title))
        clock, rest = pygame.time.Clock(), Rest()
        app.inputs.pad_name = self.pads.name
        moving, changed, slicing, count = True, True, False, 0
        self._events(app)  # whatever was pressed while the cover was seen
        while not app.is_over():
            if moving or changed or slicing:
                seconds = min(clock.tick(0 if slicing else 60) / 1000, 0.1)
                moving, changed = app.update(0.0 if slicing else seconds), False
                if part := app.draw(self.surface, hasty=True):
                    pygame.display.update(part)
                slicing, count = app.prepare(), count + 1
                if slicing or count % TIDY == 0:
                    give_back()
                if count == 1:
                    self.pads.start()  # after the first picture: nobody waits for it
                rest.begin()
            else:
                changed = app.rest(rest.sleep(pads=self.pads.are_there))
            changed = self._events(app) or changed
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
                app.forget()
            case pygame.KEYUP:
                self._held.discard(event.key)
                app.handle(event, self.surface.get_size())
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._held.clear()
                app.office.front(event.type == pygame.WINDOWFOCUSGAINED)
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
