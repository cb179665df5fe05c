"""A host that is killed in the middle of a vote: no vote that was acknowledged is lost."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import aiohttp
import msgspec
import pytest

from game.classroom.store import RoomFile, rooms_folder
from game.commands.bench_hosts import free_port
from game.room.events import Voted
from game.room.requests import CastVote
from game.room.room import folded

PUPILS = 12
CODE = re.compile(r"^Room ([A-Z]{4}):", re.MULTILINE)
KEY = re.compile(r"http://127\.0\.0\.1:\d+/teacher/(\S+)")


@contextmanager
def hosted(port: int, resume: str = "") -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Host a room in a process of its own; give it with the room's code and the teacher's key."""
    words = [sys.executable, "-m", "game", "classroom", "--no-window", "--port", str(port)]
    words += ["--resume", resume] if resume else []
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ})
    assert process.stdout is not None
    try:
        told = ""
        while not (CODE.search(told) and KEY.search(told)):
            line = process.stdout.readline()
            assert line, f"the host did not start: {told}"
            told += line
        yield process, CODE.findall(told)[0], KEY.findall(told)[0]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


class Voter:
    """A pupil who changes their mind as often as the host can take it."""

    def __init__(self, url: str, code: str, number: int) -> None:
        self.url, self.code, self.number = url, code, number
        jar = aiohttp.CookieJar(unsafe=True)
        self.session = aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": url})
        self.sent = 0
        self.acknowledged: list[str] = []

    async def join(self) -> None:
        """Come in."""
        form = {"code": self.code, "name": f"Pupil {self.number}"}
        async with self.session.post(f"{self.url}/join", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def vote(self, responses: tuple[str, ...], several: asyncio.Event) -> None:
        """Vote until the line is lost; take note of what was acknowledged."""
        with suppress(aiohttp.ClientError, ConnectionError):
            where = f"{self.url}/room/{self.code}/live"
            async with self.session.ws_connect(where) as line:
                while True:
                    self.sent += 1
                    mark = f"{self.number}-{self.sent}"
                    response = responses[self.sent % len(responses)]
                    request = CastVote(0, response, mark)
                    body = {"id": self.sent, "do": request}
                    await line.send_str(msgspec.json.encode(body).decode())
                    if not await self._answered(line):
                        return
                    self.acknowledged.append(mark)
                    if len(self.acknowledged) > 3:
                        several.set()

    async def _answered(self, line: aiohttp.ClientWebSocketResponse) -> bool:
        """Wait for the answer to the last request; return whether it was yes."""
        async for message in line:
            told = msgspec.json.decode(message.data)
            if told.get("id") == self.sent:
                return bool(told["ok"])
        return False


async def to_the_vote(url: str, key: str) -> None:
    """Go on as the teacher until the vote is open."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": url}) as session:
        await (await session.get(f"{url}/teacher/{key}")).read()
        for _ in range(5):
            await (await session.post(f"{url}/teacher/room", data={"do": "next"})).read()


async def until_killed(
    voters: list[Voter], process: subprocess.Popen[str], responses: tuple[str, ...], after: int
) -> None:
    """Let all vote at once, and kill the host once so many votes were acknowledged."""
    several = asyncio.Event()
    before = sum(len(one.acknowledged) for one in voters)
    voting = [asyncio.ensure_future(one.vote(responses, several)) for one in voters]
    await several.wait()
    while sum(len(one.acknowledged) for one in voters) - before < after:
        await asyncio.sleep(0)
    process.send_signal(signal.SIGKILL)
    await asyncio.gather(*voting)


async def voted_and_killed(
    kills: tuple[int, ...], responses: tuple[str, ...]
) -> tuple[str, list[Voter]]:
    """Kill and restart a host again and again while a class votes."""
    port = free_port()
    url, code, voters = f"http://127.0.0.1:{port}", "", list[Voter]()
    for after in kills:
        with hosted(port, code) as (process, code, key):
            if not voters:
                voters = [Voter(url, code, number) for number in range(PUPILS)]
                for one in voters:
                    await one.join()
                await to_the_vote(url, key)
            await until_killed(voters, process, responses, after)
    for one in voters:
        await one.session.close()
    return code, voters


def check(kills: tuple[int, ...], responses: tuple[str, ...]) -> None:
    """Compare what voters were told with what the file has after the last kill."""
    code, voters = asyncio.run(voted_and_killed(kills, responses))
    file = RoomFile.open(rooms_folder() / f"{code}.room")
    events = [one.event for one in file.entries()]
    file.close()
    kept = {one.reason for one in events if isinstance(one, Voted)}
    acknowledged = [mark for one in voters for mark in one.acknowledged]
    assert len(acknowledged) >= sum(kills)
    assert [mark for mark in acknowledged if mark not in kept] == []
    assert len(folded(events).pupils) == PUPILS


RESPONSES = ("raids-and-reports", "mass-and-strike")


@pytest.mark.exhaustive
def test_no_acknowledged_vote_is_lost_however_often_the_host_is_killed(tmp_path: Path) -> None:
    assert tmp_path.is_dir(), "the room's folder lies in a home of the test's own"
    check((4, 61, 5, 143, 17, 1, 88, 230, 9, 34), RESPONSES)
