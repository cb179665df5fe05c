"""Everybody who watches a room: what each was shown, what has changed since, and when to tell.

A page is made of parts, and a viewer has one sheet of them for all its tabs. Of voices nobody is
told more often than twenty times a second; whoever takes slowly misses the states between and gets
the last.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from game.classroom import pages
from game.classroom.keeper import Keeper
from game.classroom.limits import MOST_LIVE_EACH_PUPIL, MOST_LIVE_OF_TEACHER
from game.classroom.pages import Links
from game.frozen import dataclass
from game.room import door
from game.room.clock import Clock
from game.room.events import (
    AnyEvent,
    Erased,
    Joined,
    PupilId,
    Removed,
    Renamed,
    Reseated,
    Split,
    SteppedOut,
    Voted,
)

Viewer = PupilId | None
"""A pupil, or nobody: the teacher."""
NO_LINKS = Links(report="")
BETWEEN = 0.05
"""Seconds for which voices are collected before all are told of them."""
OWN = Joined | Renamed | Reseated | Removed | SteppedOut | Voted | Split
"""What changes the page of the pupil it is about; for all others it only changes the count."""


@dataclass(frozen=True, slots=True)
class Update:
    """What has changed for a viewer since a version."""

    version: int
    parts: Mapping[str, str]
    left: int
    """Milliseconds on the clock."""
    running: bool
    clock: Clock
    """To tell whether it was set since."""


@dataclass(slots=True)
class Sheet:
    """The parts of a viewer's page, each with the version in which it came to be so."""

    version: int
    parts: dict[str, tuple[int, str]]

    def turn(self, parts: Mapping[str, str], version: int) -> None:
        """Take the parts as they are at a version."""
        for name, html in parts.items():
            if name not in self.parts or self.parts[name][1] != html:
                self.parts[name] = (version, html)
        self.version = version

    def since(self, have: int) -> dict[str, str]:
        """Return the parts that are not what they were at a version; all, if that lies ahead."""
        known = have if have <= self.version else -1
        return {name: html for name, (at, html) in self.parts.items() if at > known}


class Watcher:
    """One tab of a viewer that waits for changes."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.is_dismissed = False
        """Whether there are newer tabs enough: this one is to go."""
        self._change = asyncio.Event()

    def wake(self) -> None:
        """Let it look."""
        self._change.set()

    async def change(self, seconds: float | None = None) -> bool:
        """Wait for the next change; return whether one came within so many seconds."""
        try:
            if seconds is None:  # as every socket does after every telling: it has to be quick
                await self._change.wait()
            else:
                async with asyncio.timeout(seconds):
                    await self._change.wait()
        except TimeoutError:
            return False
        self._change.clear()
        return True


class Live:
    """The watchers of one room."""

    def __init__(self, keeper: Keeper, links: Links = NO_LINKS) -> None:
        self.keeper = keeper
        self.links = links
        """Where the teacher's page leads."""
        self.is_closing = False
        """Whether the host is about to leave."""
        self._watchers: dict[Viewer, list[Watcher]] = {}
        self._sheets: dict[Viewer, Sheet] = {}
        self._turned = keeper.changes
        """The version since which nothing happened that changes more than one pupil's page."""
        self._own: dict[Viewer, int] = {}
        """The version since which nothing happened that concerns a pupil alone."""
        self._looked_at = -1, 0
        """A version, and when it was first looked at."""
        self._counted = (-1, "")
        """The line of the count, and in which version it was drawn."""
        self._rests_until = 0.0
        """The moment before which nothing is told, by the loop's clock."""
        self._has_all = False
        """Whether all had spoken when something last happened."""
        self._telling: asyncio.TimerHandle | None = None
        keeper.listener = self.hear

    @property
    def version(self) -> int:
        """Return the number of the room's present state."""
        return self.keeper.changes

    def hear(self, events: tuple[AnyEvent, ...]) -> None:
        """Take note of what has happened, and tell everybody soon."""
        for event in events:
            if isinstance(event, OWN):
                self._own[event.pupil] = self.version
            else:
                self._turned = self.version
            if isinstance(event, Removed | Erased):
                self._sheets.pop(event.pupil, None)
        self._tell_at(self._soon(events))

    def _soon(self, events: tuple[AnyEvent, ...]) -> float:
        """Return the moment in which to tell what has happened, by the loop's clock.

        A teacher's step is told at once. Voices are collected: where many speak at the same time,
        to tell each would take the time in which the others are heard. The last of all is told at
        once.
        """
        now = asyncio.get_running_loop().time()
        before, self._has_all = self._has_all, self._all_have_spoken()
        if (self._has_all and not before) or not all(isinstance(one, OWN) for one in events):
            return now
        return max(now + BETWEEN, self._rests_until)

    def _all_have_spoken(self) -> bool:
        """Return whether a vote is open, and nobody is left to wait for."""
        room = self.keeper.room
        return room.round.is_open and room.round.votes.keys() >= room.pupils.keys()

    def _tell_at(self, moment: float) -> None:
        """Tell everybody at a moment, or sooner if that was meant before."""
        if self._telling is not None:
            if self._telling.when() <= moment:
                return
            self._telling.cancel()
        self._telling = asyncio.get_running_loop().call_at(moment, self._tell)

    @contextmanager
    def watching(self, viewer: Viewer) -> Iterator[Watcher]:
        """Give a watcher to a tab as long as it is there. The oldest of too many has to go."""
        watcher, here = Watcher(viewer), self._watchers.setdefault(viewer, [])
        here.append(watcher)
        most = MOST_LIVE_OF_TEACHER if viewer is None else MOST_LIVE_EACH_PUPIL
        for old in here[:-most]:
            old.is_dismissed = True
            old.wake()
        try:
            yield watcher
        finally:
            here.remove(watcher)
            if not here:
                del self._watchers[viewer]

    def close(self) -> None:
        """Tell everybody that the host is about to leave."""
        self.is_closing = True
        self._tell()

    @property
    def count(self) -> str:
        """Return the line of the count as it is now; it is drawn once for all."""
        if self._counted[0] != self.version:
            shared = door.shared(self.keeper.campaign, self.keeper.room, self._looked())
            self._counted = (self.version, pages.count_part(shared))
        return self._counted[1]

    def has_not_turned_since(self, version: int) -> bool:
        """Return whether since then pupils came, spoke or went, and nothing else happened."""
        return self._turned <= version

    def brief(self, version: int) -> Update:
        """Return the count alone, for somebody who has all else as it was at a version."""
        clock = self.keeper.room.clock
        left = clock.left_at(self.keeper.now())
        return Update(version, {"count": self.count}, left, clock.is_running, clock)

    def is_watched_by(self, viewer: Viewer) -> bool:
        """Return whether somebody has a tab open."""
        return viewer in self._watchers

    def is_gone(self, viewer: Viewer) -> bool:
        """Return whether somebody is no longer in the room."""
        return viewer is not None and viewer not in self.keeper.room.pupils

    def update(self, viewer: Viewer, have: int) -> Update:
        """Return what has changed for somebody in the room since a version."""
        sheet = self._sheets.get(viewer)
        if sheet is None:
            sheet = self._sheets[viewer] = Sheet(-1, {})
        if sheet.version != self.version:
            sheet.turn(self._parts(viewer, sheet), self.version)
        clock = self.keeper.room.clock
        left = clock.left_at(self.keeper.now())
        return Update(sheet.version, sheet.since(have), left, clock.is_running, clock)

    def _parts(self, viewer: Viewer, sheet: Sheet) -> Mapping[str, str]:
        campaign, room, now = self.keeper.campaign, self.keeper.room, self._looked()
        if viewer is None:
            return pages.desk_parts(door.desk(campaign, room, now), self.links)
        if sheet.version >= max(self._turned, self._own.get(viewer, 0)):
            return {"count": self.count}
        return pages.phone_parts(door.phone(campaign, room, viewer, now))

    def _looked(self) -> int:
        """Return when a version is looked at: once for all, so that all may share what they see.

        No part of a page shows the time that is left; pages tell that by their own clocks.
        """
        if self._looked_at[0] != self.version:
            self._looked_at = self.version, self.keeper.now()
        return self._looked_at[1]

    def _tell(self) -> None:
        """Wake everybody who waits; the teacher last, whose page takes longest to draw."""
        self._telling = None
        loop = asyncio.get_running_loop()
        for viewer in sorted(self._watchers, key=lambda one: one is None):
            for one in self._watchers[viewer]:
                one.wake()
        # after all who were woken have told the count, and then what is their own
        loop.call_soon(loop.call_soon, self._rest, loop.time())

    def _rest(self, began: float) -> None:
        """Rest twice as long as it took to tell all: that time is for listening."""
        ended = asyncio.get_running_loop().time()
        self._rests_until = ended + 2 * (ended - began)
