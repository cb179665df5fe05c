"""The keeper of a room: writes what happens to disk, then lets it have happened.

What arrives while the disk is busy is written together, in one commit. Requests are judged by the
room as it will be once all of that is written; nobody sees that room before.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import reduce

from game.campaign.campaign import Campaign
from game.classroom.store import Entry, RoomFile, RoomFileError
from game.room.events import AnyEvent, Erased
from game.room.refusals import Code, Refused
from game.room.room import Room, fold, folded

LOG = logging.getLogger(__name__)
NOT_KEPT = Refused(Code.NOT_KEPT)
Outcome = tuple[AnyEvent, ...] | Refused
Judge = Callable[[Room], Outcome]
"""What comes of a request in a room: events, or why not."""
Listener = Callable[[tuple[AnyEvent, ...]], None]
"""Hears of events once they have happened."""


QUIET = 1.0
"""Seconds without a change after which the journal is folded into the file."""


class Batch:
    """Events that are written together, and everybody who waits for that."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.after: Room | None = None
        """The room once they have happened; nothing while there are none."""
        self.written: asyncio.Future[Refused | None] = asyncio.get_running_loop().create_future()
        """Done when they are on disk, or when they could not be written."""


class Keeper:
    """Holds the room of one file. Only the loop's own thread may ask it; any may read the room."""

    def __init__(
        self,
        campaign: Campaign,
        file: RoomFile,
        entries: tuple[Entry, ...],
        now: Callable[[], int],
    ) -> None:
        self.campaign = campaign
        self.now = now
        self.room = folded(one.event for one in entries)
        """As it is on disk."""
        self.changes = len(entries)
        """How many events have happened: grows with every change, and outlives the host."""
        self.listener: Listener = lambda _: None
        self.told: Callable[[], None] = lambda: None
        """What the window beside the host is told with; it asks for nothing."""
        self._file = file
        self._ahead = self.room
        self._next: Batch | None = None
        self._writing: asyncio.Task[None] | None = None
        self._settling: asyncio.TimerHandle | None = None
        self._disk = ThreadPoolExecutor(1, "room")

    async def ask(self, judge: Judge) -> Refused | None:
        """Let happen what comes of a request; return why not, or nothing once it is on disk."""
        outcome = judge(self._ahead)
        if isinstance(outcome, Refused):
            return outcome
        if outcome or self._writing is not None:  # what is so already may still be on its way
            return await asyncio.shield(self._queued(outcome).written)
        return None

    async def close(self) -> None:
        """Wait for the disk, then let go of the file."""
        if self._writing is not None:
            await self._writing
        if self._settling is not None:
            self._settling.cancel()
        await asyncio.get_running_loop().run_in_executor(self._disk, self._file.close)
        self._disk.shutdown()

    def _queued(self, events: tuple[AnyEvent, ...]) -> Batch:
        """Put events with those that are written next."""
        if self._next is None:
            self._next = Batch()
        self._next.entries.extend(Entry(self.now(), one) for one in events)
        if events:
            self._next.after = self._ahead = reduce(fold, events, self._ahead)
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())
        return self._next

    async def _write(self) -> None:
        """Write batch after batch until none waits; settle the file once it stays quiet."""
        loop = asyncio.get_running_loop()
        try:
            while self._next is not None:
                batch, self._next = self._next, None
                try:
                    if batch.entries:
                        await loop.run_in_executor(self._disk, self._file.add, batch.entries)
                    if any(isinstance(one.event, Erased) for one in batch.entries):
                        await self._read_again(batch)
                except RoomFileError as error:
                    LOG.error("%s", error)  # noqa: TRY400 - the message says all, to a teacher
                    self._lost(batch)
                else:
                    self._happened(batch)
        finally:
            self._writing = None
        if self._settling is not None:
            self._settling.cancel()
        self._settling = loop.call_later(QUIET, self._settle)

    async def _read_again(self, batch: Batch) -> None:
        """Take the room after a batch from the file: of somebody erased it says less than before.

        What waits was judged in a room that still said it. None of that was about the one erased.
        """
        read = asyncio.get_running_loop().run_in_executor(self._disk, self._file.entries)
        batch.after = self._ahead = folded(one.event for one in await read)
        if self._next is not None and self._next.entries:
            waiting = (one.event for one in self._next.entries)
            self._next.after = self._ahead = reduce(fold, waiting, self._ahead)

    def _settle(self) -> None:
        """Settle the file; while votes come, each would have to wait for that."""
        self._settling = None
        asyncio.get_running_loop().run_in_executor(self._disk, self._file.settle)

    def _happened(self, batch: Batch) -> None:
        """Let the events of a batch have happened, and tell."""
        events = tuple(one.event for one in batch.entries)
        self.room = batch.after or self.room
        self.changes += len(events)
        batch.written.set_result(None)
        if events:
            self.listener(events)
            self.told()

    def _lost(self, batch: Batch) -> None:
        """Take back what could not be written, and all that was judged by it."""
        self._ahead = self.room
        batch.written.set_result(NOT_KEPT)
        if self._next is not None:
            self._next.written.set_result(NOT_KEPT)
            self._next = None
