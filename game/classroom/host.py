"""A host: a thread that serves one room, and what its window may ask of it."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from game.campaign.campaign import Campaign
from game.classroom import addresses, keys, pages
from game.classroom.addresses import Machine, Network
from game.classroom.hosting import Address
from game.classroom.house import House
from game.classroom.keeper import NOT_KEPT, Keeper
from game.classroom.live import Live
from game.classroom.opening import Wanted
from game.classroom.pages import Links
from game.classroom.resuming import taken_up
from game.classroom.server import Server
from game.classroom.store import ENDING, Entry, RoomFile, RoomFileError
from game.room.clock import LONGEST
from game.room.events import AnyEvent, Opened, PupilId, VoteClosed
from game.room.refusals import Refused
from game.room.requests import TeacherRequest
from game.room.room import Room
from game.room.teacher import time_is_up

EVERYWHERE = "0.0.0.0"
"""Listen on every network of this machine."""
PAUSE = 0.01
"""Seconds between the reading of two templates, so that whoever comes early does not wait."""
CLOCK = PupilId("the clock")
"""Watches the room without being a pupil in it."""


def milliseconds() -> int:
    """Return the present moment, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def begun(
    campaign: Campaign,
    folder: Path,
    wanted: Wanted,
    *,
    delete_on: date | None = None,
    now: Callable[[], int] = milliseconds,
) -> RoomFile:
    """Begin the file of a new room, under a code that no other room in the folder has.

    Raises:
        RoomFileError: when it cannot be written.
    """
    taken = {one.stem for one in folder.glob(f"*{ENDING}")} if folder.is_dir() else set()
    opened = Opened(
        code=keys.new_code(taken),
        name=wanted.name,
        campaign=campaign.outline.id,
        version=campaign.outline.version,
        seed=wanted.seed,
        chance=wanted.chance,
        reading=wanted.reading,
        way=wanted.way,
        before=wanted.before,
        delete_on=delete_on.isoformat() if delete_on else None,
    )
    path = folder / f"{opened.code}{ENDING}"
    return RoomFile.create(path, Entry(now(), opened), keys.new_key())


class Host:
    """Serves the room of an open file, from `start` to `stop`. It satisfies `Hosting`."""

    def __init__(
        self,
        campaign: Campaign,
        file: RoomFile,
        *,
        network: Network | None = None,
        now: Callable[[], int] = milliseconds,
    ) -> None:
        """Take over a file; nothing listens yet.

        Raises:
            RoomFileError: when the room cannot go on with the campaign. The file is closed then.
        """
        try:
            entries, key = taken_up(campaign, file), file.key
        except RoomFileError:
            file.close()
            raise
        self.path = file.path
        """The room's file."""
        self.port = 0
        """On which it listens, once it does."""
        self._keeper = Keeper(campaign, file, entries, now)
        self._house = House(Live(self._keeper), key)
        self._network = network or Machine()
        self._addresses: tuple[Address, ...] = ()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave = asyncio.Event()
        self._thread: threading.Thread | None = None

    @property
    def campaign(self) -> Campaign:
        """Return what is played."""
        return self._keeper.campaign

    @property
    def room(self) -> Room:
        """Return the room as it is now."""
        return self._keeper.room

    @property
    def changes(self) -> int:
        """Return a number that grows with every change."""
        return self._keeper.changes

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return every way to reach the host, the likely one first."""
        return self._addresses

    @property
    def teacher_url(self) -> str:
        """Return the teacher's page on this machine, with its secret."""
        return f"http://127.0.0.1:{self.port}/teacher/{self._house.key}"

    @property
    def pairing(self) -> str:
        """Return the teacher's page as another device finds it, with its secret."""
        return self._house.live.links.pairing

    def now(self) -> int:
        """Return the host's clock, in milliseconds since 1970."""
        return self._keeper.now()

    def listen(self, told: Callable[[], None]) -> None:
        """Have somebody told of every change, in the host's thread."""
        self._keeper.told = told

    def ask(self, request: TeacherRequest) -> Refused | None:
        """Ask for something as the teacher; return once it is on disk, or why it is not done."""
        if self._loop is None:
            return NOT_KEPT
        asked = self._house.ask_as_teacher(request)
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result()

    def start(self, port: int | None = None, bind: str = EVERYWHERE) -> None:
        """Listen, in a thread of its own; return once phones can come.

        Raises:
            PortTakenError: when there is no port; the file is closed then.
        """
        try:
            listening = addresses.listening(port, bind)
        except addresses.PortTakenError:
            asyncio.run(self._keeper.close())
            raise
        self.port = listening.getsockname()[1]
        self._addresses = addresses.addresses(self._network, self.port)
        first = self._addresses[0].url if self._addresses else f"http://127.0.0.1:{self.port}"
        self._house.live.links = Links(
            join=first.removeprefix("http://"), pairing=f"{first}/teacher/{self._house.key}"
        )
        ready: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(listening, ready), name=f"room {self._house.code}", daemon=True
        )
        self._thread.start()
        ready.result()

    def stop(self) -> None:
        """Say goodbye to everybody and close the file; it is safe to ask twice."""
        if self._loop is None or self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._leave.set)
        self._thread.join()
        self._loop = None

    def _run(self, listening: socket.socket, ready: Future[None]) -> None:
        """Serve until it is time to leave; whoever started us hears when that did not work."""
        try:
            asyncio.run(self._serve(listening, ready))
        except BaseException as error:
            if ready.done():
                raise
            ready.set_exception(error)

    async def _serve(self, listening: socket.socket, ready: Future[None]) -> None:
        server = Server(self._house, addresses.names(self._network))
        clock = asyncio.ensure_future(keep_time(self._house.live))
        preparing = asyncio.ensure_future(prepared())
        try:
            await server.start(listening)
            self._loop = asyncio.get_running_loop()
            ready.set_result(None)
            await self._leave.wait()
        finally:
            clock.cancel()
            preparing.cancel()
            await server.stop()
            await self._keeper.close()
            listening.close()


async def prepared() -> None:
    """Read every template in the quiet before a class has come in."""
    for one in pages.templates():
        await asyncio.sleep(PAUSE)
        pages.prepare(one)


async def keep_time(live: Live) -> None:
    """Close a vote whose time is up, for ever."""
    with live.watching(CLOCK) as watcher:
        while True:
            await watcher.change(time_left(live.keeper.room, live.keeper.now()))
            if await live.keeper.ask(lambda room: _late(room, live.keeper.now())):
                await asyncio.sleep(1)  # the disk does not take it; it may again


def time_left(room: Room, now: int) -> float | None:
    """Return in how many seconds a vote has to close by itself; nothing if it has not."""
    if time_is_up(room, now + LONGEST):
        return room.clock.left_at(now) / 1000
    return None


def _late(room: Room, now: int) -> tuple[AnyEvent, ...]:
    return (VoteClosed(),) if time_is_up(room, now) else ()
