"""One simulated phone: it comes in by the form, keeps a socket open, votes, drops out, comes back.

Nothing here knows more than a phone on the network does.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from itertools import count

import aiohttp
import msgspec

from game.classroom.rehearsal import reading
from game.classroom.rehearsal.reading import Ballot
from game.classroom.rehearsal.temper import Nature, Temper
from game.frozen import dataclass

GONE = 4001
"""Closes the socket of somebody who was sent out."""


class NotLetInError(Exception):
    """The host did not let a simulated pupil in; the message says what it said."""


@dataclass(slots=True)
class Seen:
    """What all simulated phones saw together, for whoever measures."""

    acknowledged: list[float] = field(default_factory=list)
    """Seconds from each request to its answer."""
    refused: int = 0
    lost: int = 0
    """How often a connection was lost, on purpose or not."""
    heard: Callable[[int, tuple[int, int], float], None] = lambda *_: None
    """Told the number of a phone, the count it shows, and when it came to show it."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where simulated pupils go."""

    url: str
    code: str
    leans: Mapping[tuple[str, int], Sequence[str]]
    """From the title of a seat and the telegram to what this seat would argue for."""
    seconds: float
    """How long a vote takes, from the first voice to the last."""


class Phone:
    """A simulated pupil with a phone."""

    def __init__(
        self, nature: Nature, room: Room, seen: Seen, session: aiohttp.ClientSession
    ) -> None:
        self.nature, self.room, self.seen = nature, room, seen
        self._session = session
        self._parts: dict[str, str] = {}
        self._voting: asyncio.Task[None] | None = None
        self._voted: set[int] = set()
        self._dropped: set[int] = set()
        self._numbers = count(1)
        self._waiting: dict[int, tuple[float, asyncio.Future[bool]]] = {}

    async def join(self, name: str) -> None:
        """Come in by the form.

        Raises:
            NotLetInError: when the room is locked, full or not there.
        """
        form = {"code": self.room.code, "name": name}
        async with self._session.post(f"{self.room.url}/join", data=form) as answer:
            if answer.status >= 400 or not answer.url.path.startswith("/room/"):
                message = f"{name} was not let in: {answer.status} at {answer.url}"
                raise NotLetInError(message)
            await answer.read()

    async def live(self) -> None:
        """Follow the room until the host closes it, coming back whenever the line is lost."""
        pause = 0.2
        while True:
            try:
                if await self._connected():
                    return
                pause = 0.2
            except aiohttp.ClientError:
                pause = min(pause * 2, 5.0)
            self.seen.lost += 1
            await asyncio.sleep(pause * (0.5 + self.nature.draw("pause", self.seen.lost)))

    async def close(self) -> None:
        """Put the phone away."""
        if self._voting:
            self._voting.cancel()
            with suppress(asyncio.CancelledError):
                await self._voting
        await self._session.close()

    async def _connected(self) -> bool:
        """Follow one socket to its end; return whether that was for good."""
        where = f"{self.room.url}/room/{self.room.code}/live"
        async with self._session.ws_connect(where, heartbeat=30, compress=0) as socket:
            try:
                async for message in socket:
                    if message.type is aiohttp.WSMsgType.TEXT:
                        self._take(socket, msgspec.json.decode(message.data))
            finally:
                self._line_lost()
            return socket.close_code == GONE

    def _take(self, socket: aiohttp.ClientWebSocketResponse, told: dict[str, object]) -> None:
        """Take an answer, or parts that have changed."""
        number = told.get("id")
        if isinstance(number, int) and number in self._waiting:
            asked, answer = self._waiting.pop(number)
            self.seen.acknowledged.append(time.perf_counter() - asked)
            self.seen.refused += told.get("ok") is not True
            answer.set_result(told.get("ok") is True)
            return
        parts = told.get("parts")
        if isinstance(parts, dict):
            self._parts.update(parts)
            self._look(socket, parts)

    def _look(self, socket: aiohttp.ClientWebSocketResponse, parts: Mapping[str, str]) -> None:
        """Look at what is new, and begin to vote where there is something to vote on."""
        if "count" in parts and (shown := reading.counted(parts["count"])):
            self.seen.heard(self.nature.number, shown, time.perf_counter())
        found = reading.ballot(parts.get("vote", ""))
        busy = self._voting is not None and not self._voting.done()
        if found and found.turn not in self._voted and not busy:
            self._voting = asyncio.ensure_future(self._vote(socket, found))

    async def _vote(self, socket: aiohttp.ClientWebSocketResponse, found: Ballot) -> None:
        """Think, spread points, vote; or lose the line first, as this pupil does."""
        nature, turn = self.nature, found.turn
        await asyncio.sleep(nature.waits(turn) * self.room.seconds)
        if nature.temper is Temper.DROP_OUT and turn not in self._dropped:
            self._dropped.add(turn)
            self._voting = None  # the vote that is open is looked at anew once the line is back
            await socket.close()
            return
        if nature.temper is Temper.SILENT:
            return
        for place, one in enumerate(reading.asked(self._parts.get("split", ""))):
            points = nature.spreads(one.answers, turn, place)
            split = {"type": "split", "turn": turn, "estimate": one.estimate, "points": points}
            await self.ask(socket, split)
        leans = self.room.leans.get((reading.seat(self._parts.get("me", "")), turn), ())
        said = nature.speaks_for(found.table, leans, turn)
        vote = {"type": "vote", "turn": turn, "response": said, "reason": nature.reason(turn)}
        if await self.ask(socket, vote):
            self._voted.add(turn)

    async def ask(
        self, socket: aiohttp.ClientWebSocketResponse, request: Mapping[str, object]
    ) -> bool:
        """Ask for something; return whether the host did it. A lost line is no answer."""
        number = next(self._numbers)
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[number] = (time.perf_counter(), answer)
        with suppress(ConnectionError):
            await socket.send_str(msgspec.json.encode({"id": number, "do": request}).decode())
            return await answer
        return False

    def _line_lost(self) -> None:
        """Tell everything that waits for an answer that none will come on this line."""
        for _, answer in self._waiting.values():
            if not answer.done():
                answer.set_result(False)
        self._waiting.clear()
