"""A simulated teacher: goes through a whole lesson over the network, one step after another."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count

import aiohttp
import msgspec

from game.classroom.rehearsal import reading

TIED = re.compile(r'id="send-[A-Z]".{0,300}?name="response" value="([^"]+)"', re.DOTALL)
OPEN = 'value="close-vote"'
"""Stands on the teacher's page while a vote is open."""
TIE, LAST = "tied", "last"
"""What the host says when a tie has to be broken, and when there is no next step."""
SHOWN_WITHIN = 10.0
"""Seconds in which a step shows on the page; a host that is slower is busy."""


class Teacher:
    """Holds the key, and presses the next button."""

    def __init__(self, url: str, key: str, seconds: float) -> None:
        """Take the host's address, the key, and how many seconds a vote is given."""
        self.url, self.key, self.seconds = url, key, seconds
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[str]] = {}
        self._parts: dict[str, str] = {}
        self._news = asyncio.Event()

    async def lesson(self, done: Callable[[str], None]) -> None:
        """Go through the lesson to its end; tell each step that is done, as the page names it."""
        jar, origin = aiohttp.CookieJar(unsafe=True), {"Origin": self.url}
        async with aiohttp.ClientSession(cookie_jar=jar, headers=origin) as session:
            async with session.get(f"{self.url}/teacher/{self.key}") as answer:
                await answer.read()
            async with session.ws_connect(f"{self.url}/teacher/room/live") as socket:
                following = asyncio.ensure_future(self._read(socket))
                try:
                    await self._steps(socket, done)
                finally:
                    following.cancel()
                    with suppress(asyncio.CancelledError):
                        await following

    async def _steps(
        self, socket: aiohttp.ClientWebSocketResponse, done: Callable[[str], None]
    ) -> None:
        await self._until(lambda: "steps" in self._parts, SHOWN_WITHIN)
        while await self._step(socket):
            done(_words(self._parts.get("top", "")))
            if OPEN in self._parts.get("vote", ""):
                await self._voted()
        await self._ask(socket, {"type": "end"})

    async def _voted(self) -> None:
        """Wait until everybody has voted, or until the time for it is over."""
        await self._until(lambda: reading.all_have(self._parts.get("count", "")), self.seconds)

    async def _until(self, shown: Callable[[], bool], seconds: float) -> None:
        """Wait until the page shows something, or until the time for it is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not shown():
                    self._news.clear()
                    await self._news.wait()

    async def _step(self, socket: aiohttp.ClientWebSocketResponse) -> bool:
        """Take the next step; in a tie send the first that may be sent. False at the end."""
        before = self._parts.get("steps")
        said = await self._ask(socket, {"type": "next"})
        if said == TIE:
            tied = TIED.search(self._parts["vote"])
            assert tied is not None, "in a tie the page offers what may be sent"
            said = await self._ask(socket, {"type": "send", "response": tied[1]})
        if not said:
            await self._until(lambda: self._parts.get("steps") != before, SHOWN_WITHIN)
        return said != LAST

    async def _ask(self, socket: aiohttp.ClientWebSocketResponse, request: object) -> str:
        """Ask for something; return nothing once it is done, or the code of a refusal."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await socket.send_str(msgspec.json.encode({"id": number, "do": request}).decode())
        said: str = await answer
        return said

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take in what the host tells, as long as it does."""
        async for message in socket:
            told = msgspec.json.decode(message.data)
            if "id" in told:
                answer = self._answers.pop(told["id"])
                answer.set_result("" if told["ok"] else told["code"])
            elif "parts" in told:
                self._parts.update(told["parts"])
                self._news.set()


def _words(html: str) -> str:
    """Return the words of a part of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
