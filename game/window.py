"""The game in a window: it opens before the campaign is read, and its cover is seen meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import settings as kept
from game.display import Window
from game.painting import painter
from game.paths import assets
from game.paths import saves as usual_saves
from game.screens.cover import Front, items

if TYPE_CHECKING:
    from game.app import App
    from game.campaign.campaign import Campaign
    from game.classroom.opening import Hosted
    from game.screens.screen import Office
    from game.settings import Settings


def play_in_window(
    read: Callable[[], tuple[Campaign, str]],
    *,
    cover: bool,
    saves: Path | None,
    seed: int | None,
    chance: bool,
    code: str | Hosted = "",
) -> int:
    """Open the window and play until the player leaves; return the exit status.

    Args:
        read: returns the campaign and the reading, which may take a while.
        cover: whether it is the shipped campaign, so that its cover can be seen meanwhile.
        saves: the folder of saves; none for the usual one.
        seed: of new campaigns; none for another one each time.
        chance: whether new campaigns meet luck.
        code: a run code to open at once, or the room of a class, whose wall is; none for the title.
    """
    gc.disable()  # until all that will stay is there, nothing is worth being looked through
    where, folder = kept.file(), saves or usual_saves()
    settings, brush = kept.load(where), painter()
    window = Window(settings, "Six Telegrams")
    if cover:
        window.cover(brush, settings, front(has_saves=any(folder.glob("*.json"))))
    campaign, reading = read()
    from game.app import App  # noqa: PLC0415 - the first picture does not wait for it

    office, close = _opened(campaign, settings, folder)
    office.chance, office.reading = chance, reading
    if seed is not None:
        office.seed = lambda: seed
    app = App([office.title()], office, brush)
    _open(app, code)
    gc.freeze()
    gc.enable()
    try:
        window.run(app)
    finally:
        close()
        kept.save(office.settings, where)
    return 0


def _open(app: App, code: str | Hosted) -> None:
    """Open a run code or the wall of a class, if there is one."""
    if not isinstance(code, str):
        from game.screens.screen import Open  # noqa: PLC0415 - few begin so
        from game.screens.wall import WallScreen  # noqa: PLC0415 - as above

        app.carry_out(Open(WallScreen(app.office, code)))
    elif code:
        from game.screens.entry import opened  # noqa: PLC0415 - few begin so

        app.carry_out(opened(app.office, code))


def _opened(
    campaign: Campaign, settings: Settings, folder: Path
) -> tuple[Office, Callable[[], None]]:
    """Return the office with its sounds and its voice, and what ends these."""
    from game.classroom.classes import Rooms  # noqa: PLC0415 - the first picture does not wait
    from game.office import office_on_disk  # noqa: PLC0415 - nor for this
    from game.sound import Sound  # noqa: PLC0415 - nor for this
    from game.speech.voice import Speaking  # noqa: PLC0415 - nor for this

    sound, voice = Sound(assets() / "sounds"), Speaking()
    office = office_on_disk(campaign, settings, sound, folder)
    office.voice, rooms = voice, Rooms()
    office.classes = rooms

    def close() -> None:
        rooms.close()
        voice.close()
        sound.close()

    return office, close


def front(*, has_saves: bool) -> Front:
    """Return what stands on the title of the shipped campaign, before that is read."""
    title, subtitle, tape = (assets() / "cover.txt").read_text(encoding="utf-8").splitlines()
    return Front(title, subtitle, tape, items(has_saves=has_saves, can_load=has_saves))
