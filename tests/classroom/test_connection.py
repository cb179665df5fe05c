"""Bare connections: nonsense, floods, the slow and the deaf; and what a mistake of ours shows."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom.limits import Door, Patience
from tests.classroom.served import Served, port_of, said_to, served


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\r\nHost: \x00\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"HELLO\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"A" * 9000 + b"\r\n\r\n",
        b"GET /" + b"A" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /join HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_what_is_no_request_is_answered_shortly_and_hung_up_on(
    harbour: Campaign, tmp_path: Path, sent: bytes
) -> None:
    async def asked(host: Served) -> tuple[bytes, int]:
        answer = await said_to(host, sent)
        return answer, (await (await host.phone()).get("/")).status

    answer, after = served(harbour, tmp_path, asked)

    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400", b"HTTP/1.1 431"))
    assert b"default-src 'none'" in answer
    assert b"Traceback" not in answer
    assert after == 200


def test_a_mistake_of_our_own_is_told_without_its_inside(
    harbour: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> str:
        raise ZeroDivisionError

    async def asked(host: Served) -> tuple[int, str, str]:
        monkeypatch.setattr("game.classroom.pages.privacy_page", broken)
        found = await (await host.phone()).get("/privacy")
        return found.status, await found.text(), found.headers["Content-Security-Policy"]

    status, text, policy = served(harbour, tmp_path, asked)

    assert (status, text) == (500, "The host made a mistake.\n")
    assert "default-src 'none'" in policy
    assert "ZeroDivisionError" in caplog.text


def test_a_full_house_hangs_up_on_whoever_comes_next(harbour: Campaign, tmp_path: Path) -> None:
    async def asked(host: Served) -> tuple[bytes, bytes]:
        port = int(port_of(host))
        _, first = await asyncio.open_connection("127.0.0.1", port)
        _, second = await asyncio.open_connection("127.0.0.1", port)
        refused = await said_to(host, b"GET / HTTP/1.1\r\n\r\n")
        first.close()
        await first.wait_closed()
        while host.server.door.inside > 1:
            await asyncio.sleep(0)
        taken = await said_to(host, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        second.close()
        return refused, taken

    refused, taken = served(harbour, tmp_path, asked, door=Door(2, 2))

    assert refused == b""
    assert b"That is no request." in taken


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_whoever_asks_too_slowly_is_hung_up_on(
    harbour: Campaign, tmp_path: Path, begun: bytes
) -> None:
    async def asked(host: Served) -> bytes:
        return await said_to(host, begun)

    assert served(harbour, tmp_path, asked, patience=Patience(ask=0.05)) == b""


def test_a_form_that_trickles_in_is_given_up(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.guard.PATIENCE", Patience(ask=0.05))

    async def asked(host: Served) -> bytes:
        head = (
            f"POST /join HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\nOrigin: {host.base}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ncode="
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port_of(host)))
        writer.write(head.encode())
        answer = await reader.readline()  # the rest would come once the host no longer listens
        writer.close()
        await writer.wait_closed()
        return answer

    assert served(harbour, tmp_path, asked).startswith(b"HTTP/1.1 408")


def test_whoever_takes_nothing_is_hung_up_on(harbour: Campaign, tmp_path: Path) -> None:
    """Pages are asked for again and again, and none is ever read."""

    async def asked(host: Served) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port_of(host)), limit=1)
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        line = f"GET /privacy HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\n\r\n".encode()
        while host.server.door.inside:
            writer.write(line * 50)
            await asyncio.sleep(0)
        writer.close()

    served(harbour, tmp_path, asked, patience=Patience(take=0.05))
