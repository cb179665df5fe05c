"""What the routes of the host share: the room, its watchers, its secrets, its limits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import field

from aiohttp import web

from game.classroom import keys
from game.classroom.guard import TOO_MUCH, address_of
from game.classroom.limits import Kind, Limits
from game.classroom.live import Live
from game.frozen import dataclass
from game.room.events import PupilId
from game.room.pupils import of_pupil
from game.room.refusals import Code, Refused
from game.room.requests import PupilRequest, TeacherRequest
from game.room.room import Room
from game.room.teacher import of_teacher

A_MONTH = 60 * 60 * 24 * 30
"""Seconds for which a phone keeps its seat."""


@dataclass(frozen=True, slots=True)
class House:
    """One hosted room, as its routes see it."""

    live: Live
    key: str
    """The teacher's."""
    seconds: Callable[[], float] = time.monotonic
    limits: Limits = field(default_factory=lambda: Limits(time.monotonic))

    @property
    def room(self) -> Room:
        """Return the room as it is on disk."""
        return self.live.keeper.room

    @property
    def code(self) -> str:
        """Return the code of the room."""
        return self.room.opened.code

    def pupil(self, request: web.Request) -> PupilId | None:
        """Return which pupil asks, by the secret in the cookie."""
        secret = self.secret(request)
        return keys.pupil_of(self.room.pupils.values(), secret) if secret else None

    def secret(self, request: web.Request) -> str:
        """Return the secret that a phone brings along; empty without one."""
        return request.cookies.get(f"pupil-{self.code}", "")

    def is_teacher(self, request: web.Request) -> bool:
        """Return whether the teacher asks."""
        return keys.same(request.cookies.get(f"teacher-{self.code}", ""), self.key)

    def allow_guess(self, request: web.Request) -> None:
        """Let somebody try a code or key.

        Raises:
            NotDoneError: when too many wrong ones came from there.
        """
        if not self.limits.has(address_of(request), Kind.GUESS):
            raise TOO_MUCH

    def count_guess(self, request: web.Request) -> None:
        """Count a wrong code or key."""
        self.limits.take(address_of(request), Kind.GUESS)

    def admit(self, response: web.Response, kind: str, secret: str) -> web.Response:
        """Give a browser the secret with which it is known from now on."""
        response.set_cookie(
            f"{kind}-{self.code}",
            secret,
            max_age=A_MONTH,
            path="/",
            httponly=True,
            samesite="Strict",
        )
        return response

    async def ask_as_pupil(self, pupil: PupilId, wanted: PupilRequest) -> Refused | None:
        """Let a pupil ask something of the room."""
        campaign = self.live.keeper.campaign
        return await self.live.keeper.ask(lambda room: of_pupil(campaign, room, pupil, wanted))

    async def ask_as_teacher(self, wanted: TeacherRequest) -> Refused | None:
        """Let the teacher ask something of the room."""
        keeper = self.live.keeper
        return await keeper.ask(
            lambda room: of_teacher(keeper.campaign, room, wanted, keeper.now())
        )


def said_of(request: web.Request) -> Refused | None:
    """Return the refusal that an address names, if it names one."""
    told = request.query.get("said", "")
    return Refused(Code(told)) if told in {*Code} else None


def have_of(request: web.Request) -> int:
    """Return the version that a page says it has; none when it says nothing of use."""
    told = request.query.get("have", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else -1


def see(where: str) -> web.Response:
    """Send a browser on to another page, so that a reload asks nothing twice."""
    return web.Response(status=303, headers={"Location": where})
