"""A class that votes while somebody attacks the host: it counts on, and what came is bounded."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom.limits import LARGEST_MESSAGE, Door, Patience
from game.classroom.openfiles import allowed
from game.room.requests import Back, Next, OpenVote
from tests.classroom.served import Phone, Served, Wire, port_of, served
from tests.classroom.test_channel import handshake
from tests.exhaustive import sampled

CLASS = ("Ann", "Ben", "Cai")
Sent = asyncio.StreamWriter
MANY = 40
"""Attackers at the same time."""
STRANGER = "127.0.0.2"
"""Another address than the class has; not every system has it."""


async def connected(host: Served, sent: bytes = b"", address: str = "127.0.0.1") -> Sent:
    """Connect, send something, and read nothing ever."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", int(port_of(host)), limit=1, local_addr=(address, 0)
    )
    reader._transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(sent)
    return writer


async def in_the_vote(host: Served) -> list[Wire]:
    """Have a class come in, up to an open vote."""
    await host.ask(*(Next() for _ in range(4)))
    wires = [await (await host.phone(name)).live() for name in CLASS]
    await host.ask(OpenVote())
    return wires


async def vote(wires: list[Wire], number: int) -> None:
    """Let one phone vote, or change its vote; all then hear of something, and the voter of this."""
    response = ("wait", "pray")[number // len(wires) % 2]
    answer = await wires[number % len(wires)].ask(
        type="vote", turn=0, response=response, reason=f"{number}"
    )
    assert answer["ok"], answer


async def all_see(wires: list[Wire]) -> None:
    """Read on until every phone shows that all have voted."""
    for one in wires:
        await one.shows(f"<b>{len(wires)}</b> of <b>{len(wires)}</b>", "count")


def opened(host: Served, phone: Phone, frames: bytes) -> bytes:
    """Return a socket's asking, and frames behind it."""
    return handshake(host, phone) + frames


def masked(head: bytes, payload: bytes = b"") -> bytes:
    """Return a frame that says of itself what its head says."""
    return head + bytes(4) + payload


ATTACKS: dict[str, Callable[[Served, Phone], bytes]] = {
    "connected, and silent": lambda _host, _phone: b"",
    "a request that never ends": lambda _host, _phone: b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: a",
    "a form that never comes": lambda host, _phone: (
        f"POST /join HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\nOrigin: {host.base}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nc".encode()
    ),
    "pages that are never taken": lambda host, _phone: (
        f"GET /privacy HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\n\r\n".encode() * 200
    ),
    "a socket, and silent": lambda host, phone: opened(host, phone, b""),
    "a frame that never ends": lambda host, phone: opened(
        host, phone, masked(b"\x81\xfe\x0f\xff", b"x")
    ),
    "a frame of eight exabytes": lambda host, phone: opened(
        host, phone, masked(b"\x81\xff" + (2**63 - 1).to_bytes(8, "big"), b"x" * 500)
    ),
    "pieces without an end": lambda host, phone: opened(
        host, phone, masked(b"\x01\x81", b"x") + masked(b"\x00\x81", b"x") * LARGEST_MESSAGE * 2
    ),
    "unknown frames": lambda host, phone: opened(host, phone, masked(b"\x8b\x80") * 100),
    "bytes that are no text": lambda host, phone: opened(
        host, phone, masked(b"\x81\x82", b"\xff\xfe") * 100
    ),
    "unmasked frames": lambda host, phone: opened(host, phone, b"\x81\x02{}" * 100),
    "nonsense without end": lambda host, phone: opened(
        host, phone, masked(b"\x81\x82", b"[]") * 1000
    ),
    "pings whose answers are never taken": lambda host, phone: opened(
        host, phone, masked(b"\x89\xfd", b"p" * 125) * 2000
    ),
}


ALL_DAY = (
    "a form that never comes",
    "pages that are never taken",
    "a frame that never ends",
    "pieces without an end",
    "bytes that are no text",
    "pings whose answers are never taken",
)
"""Some that wait and some that flood; the others do the same in other ways."""


@pytest.mark.parametrize("attack", sampled(ATTACKS, ALL_DAY))
def test_a_class_counts_on_while_many_attack(
    harbour: Campaign, tmp_path: Path, attack: str
) -> None:
    async def script(host: Served) -> None:
        wires, thief = await in_the_vote(host), await host.phone("Thief")
        wires.append(await (await host.phone("Dan")).live())
        await wires[-1].message()
        evil = [await connected(host, ATTACKS[attack](host, thief)) for _ in range(MANY)]
        for number, _ in enumerate(wires):
            await vote(wires, number)
        for one in wires:
            await one.shows(f"<b>{len(wires)}</b> of <b>{len(wires) + 1}</b>", "count")
        for writer in evil:
            writer.close()

    served(harbour, tmp_path, script, patience=Patience(ask=1.0, take=1.0))


@pytest.mark.parametrize("attack", ["connected, and silent", "a request that never ends"])
def test_whoever_holds_places_without_asking_loses_them(
    harbour: Campaign, tmp_path: Path, attack: str
) -> None:
    async def script(host: Served) -> None:
        ann = await host.phone("Ann")
        wire = await ann.live()
        await wire.message()
        evil = [await connected(host, ATTACKS[attack](host, ann)) for _ in range(MANY)]
        while host.server.door.inside > 1:
            assert (await wire.ask(type="ping"))["ok"]
            host.watch.seconds += 1
        for writer in evil:
            writer.close()

    served(harbour, tmp_path, script, patience=Patience(ask=0.05))


def test_what_a_deaf_phone_does_not_take_is_not_kept_for_it(
    harbour: Campaign, tmp_path: Path
) -> None:
    """It misses what lies between; the room's pages would else pile up in memory."""

    async def script(host: Served) -> tuple[int, int]:
        ann, ben = await host.phone("Ann"), await host.phone("Ben")
        brisk = await ben.live()
        deaf = await connected(host, handshake(host, ann))
        deaf_one = next(iter(host.keeper.room.pupils))
        while not host.live.is_watched_by(deaf_one):
            await asyncio.sleep(0)
        told = 0
        for step in range(400):
            await host.ask(Back() if step % 2 else Next())
            told += len(json.dumps(await brisk.message()))
        runner = host.server._runner.server
        assert runner is not None
        waiting = [one.transport for one in runner.connections if one.transport is not None]
        kept = max(one.get_write_buffer_size() for one in waiting)
        deaf.close()
        return told, kept

    told, kept = served(harbour, tmp_path, script, patience=Patience(take=1e6))

    assert told > 400_000
    assert 0 < kept < 200_000


def _need_files_and_an_address(address: str) -> None:
    """Skip where this system cannot hold so many connections, or has no such address."""
    if allowed(5000) < 5000:
        pytest.skip("this system lets a process open too few files")
    try:
        socket.create_server((address, 0)).close()
    except OSError:
        pytest.skip("this system has one address of its own only")


async def _besieged(host: Served, wires: list[Wire], address: str) -> tuple[list[Sent], int]:
    """Connect ten thousand times while the class votes; return who got in, and the most at once."""
    numbers, evil, most = count(), list[Sent](), 0
    for _ in range(100):
        coming = await asyncio.gather(
            *(connected(host, address=address) for _ in range(100)), return_exceptions=True
        )
        evil += [one for one in coming if isinstance(one, asyncio.StreamWriter)]
        assert evil, coming[0]
        await vote(wires, next(numbers))
        host.watch.seconds += 1
        most = max(most, host.server.door.inside)
    return evil, most


@pytest.mark.exhaustive
@pytest.mark.parametrize("address", ["127.0.0.1", STRANGER])
def test_ten_thousand_connections_neither_stop_a_vote_nor_stay(
    harbour: Campaign, tmp_path: Path, address: str
) -> None:
    """They come in slices, as fast as they are let in; the class is in already, or comes later."""
    _need_files_and_an_address(address)

    async def script(host: Served) -> int:
        wires = await in_the_vote(host)
        evil, most = await _besieged(host, wires, address)
        await all_see(wires)
        for one in evil:
            one.transport.abort()
        while host.server.door.inside > len(wires):
            await asyncio.sleep(0)
        assert (await (await host.phone("Late")).get("/")).status == 303
        return most

    door = Door(most=1000, most_each=800)
    most = served(harbour, tmp_path, script, door=door, patience=Patience(ask=60.0))

    assert most == 800 + (len(CLASS) if address == STRANGER else 0)


@pytest.mark.exhaustive
def test_a_flood_of_reconnecting_sockets_does_not_stop_a_vote(
    harbour: Campaign, tmp_path: Path
) -> None:
    """One pupil's key opens two thousand sockets; the oldest go, and the class goes on."""

    async def script(host: Served) -> None:
        wires, thief = await in_the_vote(host), await host.phone("Thief")
        for number in range(2000):
            writer = await connected(host, handshake(host, thief))
            if number % 100 == 0:
                await vote(wires, number // 100)
                host.watch.seconds += 10
            with suppress(ConnectionError):
                writer.close()
                await writer.wait_closed()
        for one in wires:
            await one.shows(f"<b>{len(wires)}</b> of <b>{len(wires) + 1}</b>", "count")

    served(harbour, tmp_path, script)
