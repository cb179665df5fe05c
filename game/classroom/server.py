"""The host's server: its routes, its guard, and the socket on which it listens."""

from __future__ import annotations

import asyncio
import socket

from aiohttp import web

from game.classroom.connection import Connection
from game.classroom.desks import Desks
from game.classroom.guard import NOT_HERE, Guard
from game.classroom.headers import FOR_EVER
from game.classroom.house import House
from game.classroom.limits import LARGEST_BODY, MOST_CONNECTIONS, PATIENCE, Door, Patience
from game.classroom.openfiles import connections
from game.classroom.papers import Papers
from game.classroom.phones import Phones
from game.classroom.static import static_files


def application(house: House, names: frozenset[str]) -> web.Application:
    """Return all that can be asked of a host."""
    guard = Guard(house.limits, names)
    made = web.Application(middlewares=[guard.middleware()], client_max_size=LARGEST_BODY)
    made.on_response_prepare.append(guard.prepare)
    made.add_routes([web.get("/static/{name}", _static)])
    made.add_routes(Phones(house).routes())
    made.add_routes(Papers(house).routes())  # before the keys, which may be any word
    made.add_routes(Desks(house).routes())
    return made


async def _static(request: web.Request) -> web.Response:
    """Give out one of a fixed list of files; a name changes with what is behind it."""
    found = static_files().get(request.match_info["name"])
    if found is None:
        raise NOT_HERE
    headers = {"Content-Type": found.kind, **FOR_EVER}
    return web.Response(body=found.body, headers=headers)


WAITING = 1024
"""Connections that may wait to be answered: a hall that comes in at the same moment."""


class Server:
    """A room's pages on a listening socket."""

    def __init__(
        self,
        house: House,
        names: frozenset[str],
        door: Door | None = None,
        patience: Patience = PATIENCE,
    ) -> None:
        self._house = house
        self._patience = patience
        self._runner = web.AppRunner(
            application(house, names), handle_signals=False, shutdown_timeout=2.0
        )
        self.door = door or Door(connections(MOST_CONNECTIONS))
        """Counts who is connected."""
        self._listening: asyncio.Server | None = None

    async def start(self, listening: socket.socket) -> None:
        """Answer whoever connects."""
        await self._runner.setup()
        served = self._runner.server
        if served is None:  # it has one from its setup on
            raise AssertionError
        self._listening = await asyncio.get_running_loop().create_server(
            lambda: Connection(served, self.door, self._patience), sock=listening
        )
        listening.listen(WAITING)  # asyncio has just made it a hundred

    async def stop(self) -> None:
        """Listen no more, say goodbye to everybody, and wait until the last answer is out."""
        if self._listening is not None:
            self._listening.close()
        self._house.live.close()
        await self._runner.cleanup()
