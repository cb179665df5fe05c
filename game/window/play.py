"""The game in a window: it opens before the campaign is read, and its cover is seen meanwhile."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pygame

from game.files import settings as kept
from game.files.garbage import put_out_of_reach
from game.files.paths import assets
from game.files.paths import saves as usual_saves
from game.screens.menus.cover import Front, items
from game.window.display import Window
from game.window.painting import painter

if TYPE_CHECKING:
    from game.campaign.campaign import Campaign
    from game.classroom.hosting import Hosting
    from game.files.settings import Settings
    from game.screens.screen import Move, Office
    from game.window.app import App

First = Callable[["Office"], "Move"]
"""From the office to the move that shows what is to be seen first."""


@contextmanager
def heeding_the_system() -> Iterator[None]:
    """Let a system that shuts down end the game in order: it sends one SIGTERM, then kills.

    Only the player's own hand is asked whether a class is to lose its room.
    """

    def end(_number: int, _frame: FrameType | None) -> None:
        if not pygame.display.get_init():  # nothing was begun that could be kept
            raise SystemExit
        pygame.event.post(pygame.Event(pygame.APP_TERMINATING))

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@heeding_the_system()
def play_in_window(
    read: Callable[[], tuple[Campaign, str]],
    *,
    cover: bool,
    saves: Path | None,
    seed: int | None,
    chance: bool,
    first: First | None = None,
) -> int:
    """Open the window and play until the player leaves; return the exit status.

    Args:
        read: returns the campaign and the reading, which may take a while.
        cover: whether it is the shipped campaign, so that its cover can be seen meanwhile.
        saves: the folder of saves; none for the usual one.
        seed: of new campaigns; none for another one each time.
        chance: whether new campaigns meet luck.
        first: returns the move to what is to be seen at once; none for the title.
    """
    gc.disable()  # until all that will stay is there, nothing is worth being looked through
    where, folder = kept.file(), saves or usual_saves()
    news: list[str] = []
    settings, brush = kept.load(where, news.append), painter()
    window = Window(settings, "Six Telegrams")
    if cover:
        window.cover(brush, settings, front(has_saves=any(folder.glob("*.json"))))
    campaign, reading = read()
    from game.window.app import App  # noqa: PLC0415 - the first picture does not wait for it

    office, close = _opened(campaign, settings, folder)
    office.begins(reading, seed, chance=chance)
    app = App([office.title()], office, brush)
    _begin(app, first, news)
    put_out_of_reach()
    gc.enable()
    try:
        window.run(app)
    finally:
        _left(window, app)
        close()
        kept.save(office.settings, where)
        office.errands.finish()
    return 0


def _begin(app: App, first: First | None, news: list[str]) -> None:
    """Show what is to be seen at once, and tell what the player should know."""
    if first:
        app.carry_out(first(app.office))
    for text in news:
        app.notice.tell(text)


def _left(window: Window, app: App) -> None:
    """Keep what is not kept yet, then close the window: nobody waits before it for the rest."""
    app.keeping.leave()
    window.leave()
    app.office.classes.close()


def class_in_window(
    campaign: Campaign, reading: str, hosting: Hosting, close: Callable[[], None]
) -> int:
    """Open the window with the wall of a class and return its exit status.

    The host was started by whoever calls, who ends it too if the wall has not done so.

    Args:
        campaign: what is played.
        reading: of campaigns that are begun from the title later.
        hosting: the host.
        close: ends the host; it may be asked twice.
    """

    def first(office: Office) -> Move:
        from game.classroom.opening import Hosted  # noqa: PLC0415 - few open a room
        from game.screens.screen import Reset  # noqa: PLC0415 - see play_in_window
        from game.screens.wall.wall import WallScreen  # noqa: PLC0415 - few open a room

        return Reset(WallScreen(office, Hosted(hosting, close)))

    return play_in_window(
        lambda: (campaign, reading),
        cover=False,
        saves=None,
        seed=None,
        chance=True,
        first=first,
    )


def with_code(code: str) -> First | None:
    """Return what opens a run code at once, if there is one."""

    def first(office: Office) -> Move:
        from game.screens.menus.entry import opened  # noqa: PLC0415 - few begin so

        return opened(office, code)

    return first if code else None


def _opened(
    campaign: Campaign, settings: Settings, folder: Path
) -> tuple[Office, Callable[[], None]]:
    """Return the office with its sounds and its voice, and what ends these."""
    from game.classroom.rooms import RoomsOnDisk  # noqa: PLC0415 - nor for this
    from game.speech.voice import Speaking  # noqa: PLC0415 - nor for this
    from game.window.office import office_on_disk  # noqa: PLC0415 - the first picture does not wait for it
    from game.window.sound import Sound  # noqa: PLC0415 - nor for this

    sound, voice = Sound(assets() / "sounds"), Speaking()
    office = office_on_disk(campaign, settings, sound, folder)
    office.voice, office.classes = voice, RoomsOnDisk()

    def close() -> None:
        voice.close()
        sound.close()

    return office, close


def front(*, has_saves: bool) -> Front:
    """Return what stands on the title of the shipped campaign, before that is read."""
    title, subtitle, tape = (assets() / "cover.txt").read_text(encoding="utf-8").splitlines()
    return Front(title, subtitle, tape, items(has_saves=has_saves, can_load=has_saves))
