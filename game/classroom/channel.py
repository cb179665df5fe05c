"""How a page stays fresh: a socket where there is one, else questions that wait for an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import msgspec
from aiohttp import WSCloseCode, WSMsgType, web

from game.classroom.guard import NotDoneError, as_json, shape
from game.classroom.limits import LARGEST_MESSAGE, MALFORMED, MESSAGES, Bucket
from game.classroom.live import Live, Update, Viewer, Watcher
from game.frozen import dataclass
from game.room.refusals import Refused
from game.room.requests import PupilRequest, TeacherRequest

HEARTBEAT = 20.0
"""Seconds between two questions of ours whether a socket still lives."""
POLL = 25.0
"""Seconds a question waits for a change; proxies grow impatient after thirty."""
COUNTING = 1.0
"""Seconds a question waits when only the count has changed: others will vote in a moment."""
GONE = 4001
"""Closes the socket of somebody who was sent out."""
TOO_MANY = 4002
"""Closes the oldest of too many tabs."""
NOT_IN = NotDoneError(401, "no-pupil", "You are not in this room.", "Come in at the door.")


class Ping(msgspec.Struct, frozen=True, tag="ping"):
    """Whether we are still there: a phone that slept cannot tell a dead socket from a quiet one."""


class Message(msgspec.Struct, frozen=True):
    """What a page sends: a request with a number to answer to."""

    id: int
    do: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Line:
    """Between one viewer and the room: what they see, and what they may ask."""

    live: Live
    viewer: Viewer
    requests: Any
    """The union of all that this viewer may ask."""
    ask: Callable[[Any], Awaitable[Refused | None]]


PUPILS = PupilRequest | Ping
TEACHERS = TeacherRequest | Ping


async def poll(live: Live, viewer: Viewer, have: int) -> web.Response:
    """Answer once something has changed, or after a while that nothing has.

    Raises:
        NotDoneError: when the viewer is not, or no longer, in the room.
    """
    clock = live.keeper.room.clock
    loop = asyncio.get_running_loop()
    began = loop.time()
    with live.watching(viewer) as watcher:
        while True:
            if live.is_gone(viewer):
                raise NOT_IN
            update = live.update(viewer, have)
            passed = loop.time() - began
            left = _patience(update, news=update.clock != clock) - passed
            if left <= 0 or watcher.is_dismissed or live.is_closing:
                return as_json(_told(update))
            await watcher.change(left)


async def socket(
    line: Line, request: web.Request, seconds: Callable[[], float]
) -> web.WebSocketResponse:
    """Talk with a page over a socket until one of both leaves."""
    made = web.WebSocketResponse(
        heartbeat=HEARTBEAT, max_msg_size=LARGEST_MESSAGE, compress=False, timeout=2.0
    )
    await made.prepare(request)
    with line.live.watching(line.viewer) as watcher:
        telling = asyncio.ensure_future(_tell(line, made, watcher))
        try:
            await _listen(line, made, Bucket(*MESSAGES, seconds))
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError, ConnectionError):
                await telling
    return made


async def turned_away(request: web.Request) -> web.WebSocketResponse:
    """Close the socket of somebody who is not in the room; the page then looks for itself."""
    made = web.WebSocketResponse(timeout=2.0)
    await made.prepare(request)
    await made.close(code=GONE)
    return made


def _patience(update: Update, *, news: bool) -> float:
    """Return how long a question may wait with what there is to tell."""
    if news or update.parts.keys() - {"count"}:
        return 0.0
    return COUNTING if update.parts else POLL


def _told(update: Update) -> dict[str, object]:
    clock = {"left": update.left, "running": update.running}
    return {"version": update.version, "parts": update.parts, "clock": clock}


async def _tell(line: Line, made: web.WebSocketResponse, watcher: Watcher) -> None:
    """Send all there is, and then what changes."""
    live, viewer = line.live, line.viewer
    before = live.update(viewer, -1)
    count = before.parts["count"]
    await _send(made, _told(before))
    while not (code := _end(line, watcher)):
        if live.count != count and live.has_not_turned_since(before.version):
            count = live.count
            await _send(made, _told(live.brief(before.version)))
            await asyncio.sleep(0)  # the count goes to everybody before each gets what is their own
            continue
        update = live.update(viewer, before.version)
        known = {"count"} if update.parts.get("count") == count else frozenset()
        news = {name: html for name, html in update.parts.items() if name not in known}
        is_set, before = update.clock != before.clock, update
        count = news.get("count", count)
        if news or is_set:
            await _send(made, _told(replace(update, parts=news)))
            continue
        await watcher.change()
    await made.close(code=code)


def _end(line: Line, watcher: Watcher) -> int:
    """Return with which code a socket has to be closed, or 0."""
    if line.live.is_gone(line.viewer):
        return GONE
    if watcher.is_dismissed:
        return TOO_MANY
    return WSCloseCode.GOING_AWAY if line.live.is_closing else 0


async def _listen(line: Line, made: web.WebSocketResponse, pace: Bucket) -> None:
    """Answer message after message; one who sends too many waits for the answer."""
    unread = 0
    async for message in made:
        if not pace.take():
            await asyncio.sleep(pace.wait())
        if message.type is not WSMsgType.TEXT:
            await made.close(code=WSCloseCode.UNSUPPORTED_DATA)
            return
        answer, is_ours = await _answer(line, message.data)
        unread += not is_ours
        if unread > MALFORMED:
            await made.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        with suppress(ConnectionError):
            await _send(made, answer)


async def _answer(line: Line, text: str) -> tuple[dict[str, object], bool]:
    """Return the answer to a message, and whether it was one of ours."""
    number: int | None = None
    try:
        message = msgspec.json.decode(text, type=Message)
        number = message.id
        wanted = msgspec.json.decode(message.do, type=line.requests)
    except ValueError:
        wrong = shape("malformed", "That is no request of ours.", "Load the page again.")
        return {"id": number, **wrong}, False
    if isinstance(wanted, Ping):
        return {"id": number, "ok": True}, True
    refused = await line.ask(wanted)
    if refused is not None:
        return {"id": number, **shape(refused.code, refused.message, refused.fix)}, True
    return {"id": number, "ok": True}, True


async def _send(made: web.WebSocketResponse, body: dict[str, object]) -> None:
    await made.send_frame(msgspec.json.encode(body), WSMsgType.TEXT)
