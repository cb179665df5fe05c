"""One connection to the host: counted at the door, and closed when it is not worth its place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from game.classroom.headers import PRIVATE, fixed
from game.classroom.limits import LONGEST_HEADER, Door, Patience

if TYPE_CHECKING:
    from aiohttp.web_request import BaseRequest


class Connection(web.RequestHandler):
    """A connection, refused when the house is full, closed when it takes too slowly.

    aiohttp itself closes one that asks too slowly.
    """

    __slots__ = ("_address", "_door", "_impatience", "_take_within")

    def __init__(
        self,
        server: web.Server,
        door: Door,
        patience: Patience,
    ) -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=patience.ask,
            lingering_time=1.0,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
            auto_decompress=False,
            access_log=None,  # type: ignore[arg-type] # none is kept of who asked for what
        )
        self._door = door
        self._take_within = patience.take
        self._address: str | None = None
        self._impatience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let a connection in, or close it at once."""
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if peer else ""
        if not self._door.enter(address):
            transport.abort()  # type: ignore[attr-defined] # every transport of a socket has it
            return
        self._address = address
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Count a connection out that had come in."""
        if self._address is None:
            return
        self._door.leave(self._address)
        self._be_patient()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Wait for the other side to take what it was sent, but not for ever."""
        super().pause_writing()
        if self._impatience is None and self.transport is not None:
            loop = asyncio.get_running_loop()
            self._impatience = loop.call_later(self._take_within, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: it was taken."""
        super().resume_writing()
        self._be_patient()

    def _be_patient(self) -> None:
        if self._impatience is not None:
            self._impatience.cancel()
            self._impatience = None

    def handle_error(
        self,
        request: BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what is no proper request, or what we failed at, with our own headers."""
        if status >= 500:
            super().handle_error(request, status, exc, message)  # writes to the log what it was
        elif request.writer.output_size > 0:
            gone = "an answer was begun already"
            raise ConnectionError(gone)
        words = "The host made a mistake." if status >= 500 else "That is no request."
        answer = web.Response(status=status, text=words + "\n", headers={**fixed(), **PRIVATE})
        answer.force_close()
        return answer
