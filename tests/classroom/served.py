"""A host inside a test: a real one on a port of its own, with a clock that the test turns."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from game.campaign.campaign import Campaign
from game.classroom.house import House
from game.classroom.keeper import Keeper
from game.classroom.limits import PATIENCE, Door, Limits, Patience
from game.classroom.live import Live
from game.classroom.pages import Links
from game.classroom.resuming import taken_up
from game.classroom.server import Server
from game.classroom.store import Entry, RoomFile
from game.room.events import Opened
from game.room.requests import TeacherRequest
from game.room.ways import Way
from tests.classroom.events import KEY

Found = TypeVar("Found")
CODE = "KTMR"
LONG = 8.0
"""Seconds after which a test that hangs gives up."""


@dataclass
class Watch:
    """A clock that a test turns: seconds, and milliseconds since 1970."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> int:
        return int(self.seconds * 1000)


@dataclass
class Phone:
    """A browser: it keeps its cookies and remembers all it was told."""

    base: str
    session: aiohttp.ClientSession
    stack: AsyncExitStack
    told: list[str] = field(default_factory=list)

    async def get(self, path: str, **headers: str) -> aiohttp.ClientResponse:
        """Ask for a page."""
        return await self._asked("GET", path, headers=headers)

    async def post(
        self, path: str, fields: dict[str, str] | list[tuple[str, str]], **headers: str
    ) -> aiohttp.ClientResponse:
        """Send a form, as a page of ours would."""
        sent = {"Origin": self.base, **headers}
        return await self._asked("POST", path, data=fields, headers=sent)

    async def _asked(self, method: str, path: str, **more: Any) -> aiohttp.ClientResponse:
        found = await self.session.request(method, self.base + path, allow_redirects=False, **more)
        self.told.append(await found.text(errors="replace"))
        self.told += [f"{name}: {value}" for name, value in found.headers.items()]
        return found

    async def join(self, name: str) -> aiohttp.ClientResponse:
        """Come in by the door."""
        return await self.post("/join", {"code": CODE, "name": name})

    async def do(self, **fields: str) -> aiohttp.ClientResponse:
        """Send a form of the room."""
        return await self.post(f"/room/{CODE}", fields)

    async def parts(self, have: int) -> dict[str, Any]:
        """Ask what has changed."""
        found = await self.get(f"/room/{CODE}/parts?have={have}")
        body: dict[str, Any] = await found.json()
        return body

    async def live(self, where: str = f"/room/{CODE}") -> Wire:
        """Open a socket."""
        made = await self.session.ws_connect(
            f"{self.base}{where}/live", headers={"Origin": self.base}
        )
        self.stack.push_async_callback(made.close)
        return Wire(made, self)

    @property
    def secret(self) -> str:
        """Return the secret that the phone was given."""
        return next(one.value for one in self.session.cookie_jar if one.key.startswith("pupil"))


@dataclass
class Wire:
    """A socket as a page uses it."""

    socket: aiohttp.ClientWebSocketResponse
    phone: Phone
    parts: dict[str, str] = field(default_factory=dict)
    version: int = -1
    number: int = 0

    async def message(self) -> dict[str, Any]:
        """Return the next message, and take over what it shows."""
        text = await self.socket.receive_str(timeout=LONG)
        self.phone.told.append(text)
        body: dict[str, Any] = json.loads(text)
        self.parts |= body.get("parts", {})
        self.version = body.get("version", self.version)
        return body

    async def ask(self, **do: Any) -> dict[str, Any]:
        """Ask for something and return the answer."""
        self.number += 1
        await self.socket.send_json({"id": self.number, "do": do})
        return await self.until(lambda body: body.get("id") == self.number)

    async def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read on until a message is the wanted one."""
        while not wanted(body := await self.message()):
            pass
        return body

    async def shows(self, words: str, part: str = "stage") -> str:
        """Read on until a part has some words."""
        while words not in self.parts.get(part, ""):
            await self.message()
        return self.parts[part]

    async def ended(self) -> int | None:
        """Read on until the socket is closed; return with which code."""
        while (await self.socket.receive(timeout=LONG)).type is aiohttp.WSMsgType.TEXT:
            pass
        return self.socket.close_code


@dataclass
class Served:
    """A host that runs in the test's own loop."""

    base: str
    keeper: Keeper
    live: Live
    house: House
    watch: Watch
    stack: AsyncExitStack
    server: Server

    async def phone(self, name: str = "") -> Phone:
        """Return a browser; with a name it has joined."""
        jar = aiohttp.CookieJar(unsafe=True)
        session = await self.stack.enter_async_context(aiohttp.ClientSession(cookie_jar=jar))
        made = Phone(self.base, session, self.stack)
        if name:
            found = await made.join(name)
            assert found.status == 303, made.told
        return made

    async def teacher(self) -> Phone:
        """Return a browser that has given the key."""
        made = await self.phone()
        found = await made.post("/teacher", {"key": KEY})
        assert found.status == 303, made.told
        return made

    async def ask(self, *requests: TeacherRequest) -> None:
        """Do what a teacher asks."""
        for one in requests:
            refused = await self.house.ask_as_teacher(one)
            assert refused is None, refused


def opening(campaign: Campaign, way: Way = Way.EACH) -> Opened:
    """Return the opening of a room of a campaign."""
    return Opened(
        code=CODE,
        name="7b",
        campaign=campaign.outline.id,
        version=campaign.outline.version,
        seed=1,
        chance=False,
        reading=campaign.model.readings[0].id,
        way=way,
    )


def room_file(campaign: Campaign, folder: Path, way: Way = Way.EACH) -> RoomFile:
    """Return the file of a room, taken up if it is there."""
    path = folder / f"{CODE}.room"
    if path.exists():
        return RoomFile.open(path)
    return RoomFile.create(path, Entry(1, opening(campaign, way)), KEY)


@asynccontextmanager
async def hosting(
    campaign: Campaign,
    file: RoomFile,
    door: Door | None = None,
    patience: Patience = PATIENCE,
) -> AsyncIterator[Served]:
    """Serve a room on a port of its own."""
    watch = Watch()
    keeper = Keeper(campaign, file, taken_up(campaign, file), watch.now)
    live = Live(keeper, Links(join="192.168.4.21:8410", report=""))
    house = House(live, file.key, watch, Limits(watch))
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setsockopt(
        socket.SOL_SOCKET, socket.SO_SNDBUF, 8192
    )  # what nobody takes is felt soon
    base = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = Server(house, frozenset({"localhost", "127.0.0.1"}), door, patience)
    await server.start(listening)
    try:
        async with AsyncExitStack() as stack:
            yield Served(base, keeper, live, house, watch, stack, server)
    finally:
        await server.stop()
        await keeper.close()


def served(
    campaign: Campaign,
    folder: Path,
    script: Callable[[Served], Awaitable[Found]],
    way: Way = Way.EACH,
    door: Door | None = None,
    patience: Patience = PATIENCE,
) -> Found:
    """Run a script against a host that is there as long as the script runs."""

    async def whole() -> Found:
        async with (
            asyncio.timeout(60),
            hosting(campaign, room_file(campaign, folder, way), door, patience) as host,
        ):
            return await script(host)

    return asyncio.run(whole())


def port_of(host: Served) -> str:
    """Return the port of a host."""
    return host.base.rpartition(":")[2]


async def said_to(host: Served, sent: bytes) -> bytes:
    """Return all that a host answers to bytes on a bare connection, until it hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(port_of(host)))
    writer.write(sent)
    try:
        await writer.drain()
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()
