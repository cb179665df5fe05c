"""The rooms of classes on this machine: opened, listed, taken up again and deleted."""

from __future__ import annotations

import webbrowser
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.classroom.opening import Hosted, KeptRoom, Wanted

if TYPE_CHECKING:  # the title lists no rooms, and comes sooner without what hosts them
    from game.campaign.campaign import Campaign
    from game.classroom.host import Host
    from game.classroom.hosting import Hosting
    from game.classroom.store import Found, RoomFile
    from game.room.room import Room


class Rooms:
    """The rooms in one folder. It satisfies `Classes`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._running: list[Host] = []

    @property
    def folder(self) -> Path:
        """Return where the rooms are."""
        from game.classroom.store import rooms_folder  # noqa: PLC0415 - as above

        return self._folder or rooms_folder()

    def kept(self) -> tuple[KeptRoom, ...]:
        """Return the rooms that can be read, the newest first."""
        from game.classroom.store import listed  # noqa: PLC0415 - as above

        newest_first = sorted(listed(self.folder), key=lambda one: -one.last)
        return tuple(_kept(one, one.room) for one in newest_first if one.room)

    def open(self, campaign: Campaign, wanted: Wanted) -> Hosted | str:
        """Open a new room; return its host, or what went wrong."""
        from game.classroom.host import begun  # noqa: PLC0415 - as above
        from game.classroom.store import RoomFileError  # noqa: PLC0415 - as above

        try:
            return self._hosted(campaign, begun(campaign, self.folder, wanted))
        except RoomFileError as error:
            return _sentence(error)

    def resume(self, campaign: Campaign, key: str) -> Hosted | str:
        """Take up a kept room; return its host, or what went wrong."""
        from game.classroom.store import RoomFile, RoomFileError  # noqa: PLC0415 - as above

        try:
            return self._hosted(campaign, RoomFile.open(Path(key)))
        except RoomFileError as error:
            return _sentence(error)

    def delete(self, key: str) -> str:
        """Delete a kept room whole; return what went wrong, or nothing."""
        from game.classroom.store import RoomFileError, delete  # noqa: PLC0415 - as above

        try:
            delete(Path(key))
        except RoomFileError as error:
            return _sentence(error)
        except OSError as error:
            return f"It could not be deleted: {error.strerror}."
        return ""

    def browse(self, hosting: Hosting) -> str:
        """Open the teacher's page in this machine's browser; return a sentence about it."""
        if webbrowser.open(hosting.teacher_url):
            return "The teacher's page opens in the browser."
        return "No browser was found. Pair a phone instead."

    def close(self) -> None:
        """Stop every host that still runs; their rooms are kept."""
        for one in self._running:
            one.stop()
        self._running.clear()

    def _hosted(self, campaign: Campaign, file: RoomFile) -> Hosted | str:
        from game.classroom.addresses import PortTakenError  # noqa: PLC0415 - as above
        from game.classroom.host import Host  # noqa: PLC0415 - as above

        host = Host(campaign, file)
        try:
            host.start()
        except PortTakenError as error:
            return _sentence(error)
        self._running.append(host)
        return Hosted(host, host.stop)


def _kept(found: Found, room: Room) -> KeptRoom:
    last = datetime.fromtimestamp(found.last / 1000).astimezone()
    return KeptRoom(
        key=str(found.path),
        code=room.opened.code,
        name=room.opened.name,
        when=f"{last.day} {last:%B %Y, %H:%M}",
        pupils=len(room.pupils),
        answered=len(room.desk.playthrough.line) - len(room.opened.before),
    )


def _sentence(error: Exception) -> str:
    """Return what went wrong as a sentence."""
    text = str(error)
    return text[:1].upper() + text[1:] + "."
