"""The lightest WebSocket client there can be: what measures must not be what is measured.

Five hundred of them live in one process. They take frames of a server that sends none in pieces,
mask with zeros, and look at the clock when a message is whole.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
FINAL, MASKED = 0x80, 0x80
END = b"\r\n\r\n"
Told = Callable[[bytes, float], None]
"""Told each message, and the moment in which it was whole."""


class NoSocketError(Exception):
    """A server did not open a socket; the message is its first line."""


class Wire(asyncio.Protocol):
    """One socket. What comes is handed on at once."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done once there is a socket, or none will be."""
        self._transport: asyncio.Transport | None = None
        self._rest = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _: Exception | None) -> None:
        """Let whoever waits for the socket wait no more."""
        if not self.opened.done():
            self.opened.set_exception(NoSocketError("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Hand on each whole message."""
        self._rest += data
        if not self.opened.done() and not self._is_opened():
            return
        now = time.perf_counter()
        while found := frame(self._rest):
            kind, payload, size = found
            del self._rest[:size]
            if kind == TEXT:
                self.told(payload, now)
            elif kind == PING:
                self._write(PONG, payload)

    def ask(self, host: str, path: str, cookie: str) -> None:
        """Ask for a socket, as a page of the server would."""
        lines = (
            f"GET {path} HTTP/1.1", f"Host: {host}", f"Origin: http://{host}", f"Cookie: {cookie}",
            "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        )  # fmt: skip
        self._to().write(("\r\n".join(lines)).encode() + END)

    def send(self, payload: bytes) -> None:
        """Send a message."""
        self._write(TEXT, payload)

    def close(self) -> None:
        """Hang up."""
        self._to().close()

    def _is_opened(self) -> bool:
        """Take the answer to the asking; return whether it is there."""
        head, found, rest = bytes(self._rest).partition(END)
        if not found:
            return False
        self._rest = bytearray(rest)
        if b" 101 " in head.split(b"\r\n")[0]:
            self.opened.set_result(None)
            return True
        self.opened.set_exception(NoSocketError(head.split(b"\r\n")[0].decode(errors="replace")))
        return False

    def _write(self, kind: int, payload: bytes) -> None:
        self._to().write(masked(kind, payload))

    def _to(self) -> asyncio.Transport:
        assert self._transport is not None
        return self._transport


async def wire(host: str, path: str, cookie: str, told: Told) -> Wire:
    """Open a socket.

    Args:
        host: address and port, as in `127.0.0.1:8410`.
        path: of the socket.
        cookie: the header's value.
        told: gets each message.

    Raises:
        NoSocketError: when the server opens none.
    """
    name, _, port = host.partition(":")
    loop = asyncio.get_running_loop()
    _, made = await loop.create_connection(lambda: Wire(told), name, int(port))
    made.ask(host, path, cookie)
    await made.opened
    return made


def frame(sent: bytearray) -> tuple[int, bytes, int] | None:
    """Return the kind of the first frame, its payload and its whole size; nothing if cut off."""
    if len(sent) < 2:
        return None
    length, start = sent[1] & 0x7F, 2
    if length >= 126:
        start = 4 if length == 126 else 10
        if len(sent) < start:
            return None
        length = int.from_bytes(sent[2:start], "big")
    if len(sent) < start + length:
        return None
    return sent[0] & 0x0F, bytes(sent[start : start + length]), start + length


def masked(kind: int, payload: bytes) -> bytes:
    """Return a frame of a client: masked, with a mask that leaves it as it is."""
    size = len(payload)
    if size < 126:
        head = bytes((FINAL | kind, MASKED | size))
    elif size < 1 << 16:
        head = bytes((FINAL | kind, MASKED | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((FINAL | kind, MASKED | 127)) + size.to_bytes(8, "big")
    return head + bytes(4) + payload
