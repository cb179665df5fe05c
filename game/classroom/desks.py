"""The routes of the teacher: the key, and the controls behind it."""

from __future__ import annotations

from aiohttp import web

from game.classroom import forms, keys, pages
from game.classroom.channel import TEACHERS, Line, poll, socket, turned_away
from game.classroom.guard import NO_FORM, NotDoneError, fields_of, page
from game.classroom.house import House, have_of, said_of, see
from game.room import door

ROOM = "/teacher/room"
NO_KEY = NotDoneError(
    401, "no-key", "That is for the teacher.", "Open the teacher's page with the key."
)
WRONG_KEY = "That is not the key. The host shows it where it was started."


class Desks:
    """Answers the teacher, and nobody else."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[web.RouteDef]:
        """Return where the teacher may ask for what."""
        return [
            web.get("/teacher", self.gate),
            web.post("/teacher", self.open),
            web.get(ROOM, self.room),
            web.post(ROOM, self.ask),
            web.get(f"{ROOM}/parts", self.parts),
            web.get(f"{ROOM}/live", self.live, allow_head=False),
            web.get("/teacher/{key}", self.linked),
        ]

    async def gate(self, request: web.Request) -> web.Response:
        """Show where the key is typed; who has given it goes to the controls."""
        return see(ROOM) if self._house.is_teacher(request) else page(pages.key_page())

    async def open(self, request: web.Request) -> web.Response:
        """Take the key that was typed."""
        self._house.allow_guess(request)
        return self._opened(request, dict(await fields_of(request)).get("key", ""))

    async def linked(self, request: web.Request) -> web.Response:
        """Take the key out of a link; it leaves the address at once."""
        self._house.allow_guess(request)
        return self._opened(request, request.match_info["key"])

    async def room(self, request: web.Request) -> web.Response:
        """Show the controls."""
        house, keeper = self._house, self._house.live.keeper
        if not house.is_teacher(request):
            return see("/teacher")
        view = door.desk(keeper.campaign, keeper.room, keeper.now())
        said, links = said_of(request), house.live.links
        return page(pages.desk_page(view, said=said, version=house.live.version, links=links))

    async def ask(self, request: web.Request) -> web.Response:
        """Do what a form asks, and show the controls again."""
        self._check(request)
        wanted = forms.teacher_request(await fields_of(request))
        if wanted is None:
            raise NO_FORM
        refused = await self._house.ask_as_teacher(wanted)
        return see(f"{ROOM}?said={refused.code}" if refused else ROOM)

    async def parts(self, request: web.Request) -> web.Response:
        """Tell a script what has changed, once something has."""
        self._check(request)
        return await poll(self._house.live, None, have_of(request))

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Talk with a script over a socket."""
        house = self._house
        if not house.is_teacher(request):
            return await turned_away(request)
        line = Line(house.live, None, TEACHERS, house.ask_as_teacher)
        return await socket(line, request, house.seconds)

    def _check(self, request: web.Request) -> None:
        if not self._house.is_teacher(request):
            raise NO_KEY

    def _opened(self, request: web.Request, given: str) -> web.Response:
        """Let in whoever has the key."""
        key = keys.typed(given)
        if keys.same(key, self._house.key):
            return self._house.admit(see(ROOM), "teacher", key)
        self._house.count_guess(request)
        return page(pages.key_page(said=WRONG_KEY), 403)
