"""A bare server of sockets, in a process of its own: what `bench --class` compares with.

It is run by its path, so that nothing of the game is loaded. What one socket sends goes to all.

    python bench_room.py PORT
"""

import sys

from aiohttp import WSMsgType, web

SOCKETS = web.AppKey("sockets", list[web.WebSocketResponse])


async def live(request: web.Request) -> web.WebSocketResponse:
    """Send whatever comes over this socket to every socket."""
    made = web.WebSocketResponse(compress=False)
    await made.prepare(request)
    everybody = request.app[SOCKETS]
    everybody.append(made)
    async for message in made:
        if message.type is WSMsgType.TEXT:
            for one in everybody:
                await one.send_str(message.data)
    everybody.remove(made)
    return made


def application() -> web.Application:
    """Return the server."""
    made = web.Application()
    made[SOCKETS] = []
    made.add_routes([web.get("/live", live)])
    return made


if __name__ == "__main__":
    web.run_app(application(), host="127.0.0.1", port=int(sys.argv[1]), backlog=1024, print=None)
