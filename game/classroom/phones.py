"""The routes of pupils: the door, the room, and what a phone asks there."""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from aiohttp import web

from game.classroom import forms, keys, pages
from game.classroom.channel import NOT_IN, PUPILS, Line, poll, socket, turned_away
from game.classroom.guard import NO_FORM, TOO_MUCH, address_of, fields_of, page
from game.classroom.house import House, have_of, said_of, see
from game.classroom.keeper import Outcome
from game.classroom.limits import Kind
from game.room import door
from game.room.pupils import join
from game.room.refusals import Refused
from game.room.room import Room

NAMES_OFFERED = 3
WRONG_CODE = "No room here has this code. Look at the wall: four letters."
WRONG_SECRET = "Nobody in this room has this key. Look at the foot of your page again."


class Phones:
    """Answers pupils."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[web.RouteDef]:
        """Return where pupils may ask for what."""
        room = f"/room/{self._house.code}"
        return [
            web.get("/", self.door),
            web.post("/join", self.join),
            web.post("/return", self.come_back),
            web.get("/privacy", self.privacy),
            web.get(room, self.room),
            web.post(room, self.ask),
            web.get(f"{room}/parts", self.parts),
            web.get(f"{room}/live", self.live, allow_head=False),
            web.get(f"{room}/keep", self.keep),
            web.get("/room/{code}", self.elsewhere),
        ]

    async def door(self, request: web.Request) -> web.Response:
        """Show the page by which one comes in; who is in already goes to the room."""
        if self._house.pupil(request) is not None:
            return see(self._where)
        code = forms.room_code(request.query.get("code", ""))
        name = request.query.get("name", "")
        return self._door(code, name, None)

    async def join(self, request: web.Request) -> web.Response:
        """Let somebody in, under a name as near to theirs as can be."""
        house = self._house
        if not house.limits.take(address_of(request), Kind.JOIN):
            raise TOO_MUCH
        wanted = forms.joining(await fields_of(request))
        if house.pupil(request) is not None:
            return see(self._where)  # a form that was sent twice
        if not keys.same(wanted.code, house.code):
            house.allow_guess(request)
            house.count_guess(request)
            return self._door(wanted.code, wanted.name, WRONG_CODE, 404)
        secret, pupil = keys.new_secret(), keys.new_pupil()
        campaign = house.live.keeper.campaign

        def judge(room: Room) -> Outcome:
            came = join(campaign, room, wanted.name, pupil, keys.digest(secret))
            return came if isinstance(came, Refused) else (came,)

        refused = await house.live.keeper.ask(judge)
        if refused is not None:
            return self._door(wanted.code, wanted.name, refused, 409)
        return house.admit(see(self._where), "pupil", secret)

    async def come_back(self, request: web.Request) -> web.Response:
        """Give somebody their own seat again, on another phone."""
        house = self._house
        house.allow_guess(request)
        wanted = forms.returning(await fields_of(request))
        pupil = keys.pupil_of(house.room.pupils.values(), wanted.secret)
        if not keys.same(wanted.code, house.code) or pupil is None:
            house.count_guess(request)
            return self._door(wanted.code, "", WRONG_SECRET, 403)
        return house.admit(see(self._where), "pupil", wanted.secret)

    async def privacy(self, _: web.Request) -> web.Response:
        """Say what is kept of whom."""
        return page(pages.privacy_page())

    async def room(self, request: web.Request) -> web.Response:
        """Show the room as this pupil may see it."""
        house = self._house
        pupil, keeper = house.pupil(request), house.live.keeper
        if pupil is None:
            known = house.secret(request)
            return page(pages.gone_page(house.code), 401) if known else see(self._way_in)
        view = door.phone(keeper.campaign, keeper.room, pupil, keeper.now())
        return page(
            pages.phone_page(
                view,
                said=said_of(request),
                version=house.live.version,
                secret=house.secret(request),
                keep=f"{self._where}/keep",
            )
        )

    async def ask(self, request: web.Request) -> web.Response:
        """Do what a form asks, and show the room again."""
        pupil = self._house.pupil(request)
        if pupil is None:
            raise NOT_IN
        wanted = forms.pupil_request(await fields_of(request))
        if wanted is None:
            raise NO_FORM
        refused = await self._house.ask_as_pupil(pupil, wanted)
        return see(f"{self._where}?said={refused.code}" if refused else self._where)

    async def parts(self, request: web.Request) -> web.Response:
        """Tell a script what has changed, once something has."""
        pupil = self._house.pupil(request)
        if pupil is None:
            raise NOT_IN
        return await poll(self._house.live, pupil, have_of(request))

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Talk with a script over a socket."""
        house = self._house
        pupil = house.pupil(request)
        if pupil is None:
            return await turned_away(request)
        line = Line(house.live, pupil, PUPILS, lambda wanted: house.ask_as_pupil(pupil, wanted))
        return await socket(line, request, house.seconds)

    async def keep(self, request: web.Request) -> web.Response:
        """Give a pupil their page as one file."""
        pupil, keeper = self._house.pupil(request), self._house.live.keeper
        if pupil is None:
            raise NOT_IN
        view = door.phone(keeper.campaign, keeper.room, pupil, keeper.now())
        answer = page(pages.keep_file(view))
        answer.headers["Content-Disposition"] = 'attachment; filename="six-telegrams.html"'
        return answer

    async def elsewhere(self, _: web.Request) -> web.Response:
        """Say that another room is not here."""
        return page(pages.gone_page(), 404)

    @property
    def _where(self) -> str:
        return f"/room/{self._house.code}"

    @property
    def _way_in(self) -> str:
        return "/?" + urlencode({"code": self._house.code})

    def _door(
        self, code: str, name: str, said: Refused | str | None, status: int = 200
    ) -> web.Response:
        names = self._free_names()
        return page(pages.join_page(code=code, name=name, names=names, said=said), status)

    def _free_names(self) -> tuple[str, ...]:
        """Return some code names that nobody in the room has, in no order."""
        taken = {one.name.casefold() for one in self._house.room.pupils.values()}
        classroom = self._house.live.keeper.campaign.classroom
        free = [one for one in classroom.code_names if one.casefold() not in taken]
        return tuple(
            str(free.pop(secrets.randbelow(len(free))))
            for _ in range(min(NAMES_OFFERED, len(free)))
        )
