"""The rooms of classes on this machine, for a window: opened, taken up, deleted.

The host and all it needs is loaded when a room is opened, and not before.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from game.classroom.opening import Hosted, KeptRoom, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.campaign.campaign import Campaign
    from game.classroom.host import Host
    from game.classroom.hosting import Hosting
    from game.classroom.store import Found, RoomFile
    from game.room.room import Room

OPENS = "The teacher's page opens in the browser of this computer."
NO_BROWSER = "This computer has no browser to open. The wall has keys for everything that leads on."


class RoomsOnDisk:
    """The rooms in a folder."""

    def __init__(self, folder: Path | None = None, port: int | None = None) -> None:
        """Take a folder, or the usual one; and a port, or one of the usual."""
        self._folder = folder
        self._port = port
        self._hosts: list[Host] = []

    @property
    def folder(self) -> Path:
        """Where the rooms are."""
        from game.classroom.store import rooms_folder  # noqa: PLC0415 - see module

        return self._folder or rooms_folder()

    def kept(self) -> tuple[KeptRoom, ...]:
        """Return the rooms of earlier lessons, the newest first; those past their day go."""
        from game.classroom.store import listed, past  # noqa: PLC0415 - see module

        for one in past(listed(self.folder), today()):
            self.delete(one.path.name)
        found = listed(self.folder)
        return tuple(map(_kept, sorted(found, key=lambda one: -one.last)))

    def open(self, campaign: Campaign, wanted: Wanted) -> Hosted | str:
        """Open a new room; return its host, or a sentence on what went wrong."""
        from game.classroom.host import begun  # noqa: PLC0415 - see module

        day = None if wanted.days is None else today() + timedelta(days=wanted.days)
        return self._hosted(campaign, lambda: begun(campaign, self.folder, wanted, delete_on=day))

    def resume(self, campaign: Campaign, key: str) -> Hosted | str:
        """Take up a kept room; return its host, or a sentence on what went wrong."""
        from game.classroom.store import RoomFile  # noqa: PLC0415 - see module

        return self._hosted(campaign, lambda: RoomFile.open(self._path(key)))

    def delete(self, key: str) -> str:
        """Delete a kept room whole; return what went wrong, or nothing."""
        from game.classroom.store import RoomFileError, delete  # noqa: PLC0415 - see module

        try:
            delete(self._path(key))
        except (OSError, RoomFileError) as error:
            return f"It could not be deleted: {error}"
        return ""

    def beside(self, campaign: Campaign, here: Room) -> tuple[Room, ...]:
        """Return the kept rooms of other classes that answered something, the newest last."""
        from game.classroom.resuming import misfit  # noqa: PLC0415 - see module
        from game.classroom.store import listed  # noqa: PLC0415 - see module
        from game.room.debrief import played  # noqa: PLC0415 - see module

        found = sorted(listed(self.folder), key=lambda one: one.last)
        others = (one.room for one in found if one.room and one.room.opened != here.opened)
        return tuple(one for one in others if played(one) and not misfit(campaign, one))

    def browse(self, hosting: Hosting) -> str:
        """Open the teacher's page in this machine's browser; return a sentence about it."""
        import threading  # noqa: PLC0415 - as above
        import webbrowser  # noqa: PLC0415 - as above

        with suppress(webbrowser.Error):
            browser = webbrowser.get()
            own = isinstance(browser, webbrowser.BackgroundBrowser)
            if own or not isinstance(browser, webbrowser.GenericBrowser):
                # some browsers answer only when they are closed: nobody waits for them
                opening = threading.Thread(
                    target=browser.open, args=(hosting.teacher_url,), daemon=True
                )
                opening.start()
                return OPENS
        return NO_BROWSER

    def close(self) -> None:
        """End every host that still runs; its room is kept."""
        while self._hosts:
            self._hosts.pop().stop()

    def _path(self, key: str) -> Path:
        """Return the file of a room in the folder, and of nothing outside it."""
        return self.folder / Path(key).name

    def _hosted(self, campaign: Campaign, file: Callable[[], RoomFile]) -> Hosted | str:
        """Return a host that serves the room of a file, or a sentence on what went wrong."""
        from game.classroom.host import Host  # noqa: PLC0415 - see module
        from game.classroom.store import RoomFileError  # noqa: PLC0415 - see module

        try:
            host = Host(campaign, file())
            host.start(self._port)
        except (OSError, RoomFileError) as error:
            return f"The room cannot be opened: {error}"
        self._hosts.append(host)
        return Hosted(host, host.stop)


def today() -> date:
    """Return the day that the calendar on the wall shows."""
    return datetime.now().astimezone().date()


def _kept(found: Found) -> KeptRoom:
    """Return a room's file as a row of a list."""
    key, room = found.path.name, found.room
    if room is None:
        return KeptRoom(key, found.path.stem, found.path.stem, "", 0, 0, found.why)
    last = datetime.fromtimestamp(found.last / 1000).astimezone()
    when = f"{last.day} {last:%B %Y, %H:%M}"
    answered = len(room.desk.playthrough.line) - len(room.opened.before)
    return KeptRoom(key, room.opened.code, room.opened.name, when, len(room.pupils), answered)
