"""The routes of the teacher's papers: reports and pages to keep, also while the lesson goes on.

They are files to be kept, not pages of ours: each is sent to be saved, under the room's code.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from aiohttp import web

from game.chronicle.kept import fonts
from game.classroom.desks import NO_KEY
from game.classroom.guard import NotDoneError
from game.classroom.house import House

T = TypeVar("T")
TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".json": "application/json",
}
"""What each ending is."""
NO_ANSWERS = NotDoneError(
    404, "no-answers", "Nothing was answered yet.", "Come back after the first answer was sent."
)


class Papers:
    """Gives the teacher what a lesson leaves behind."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[web.RouteDef]:
        """Return where what can be had."""
        return [
            web.get("/teacher/report{kind:\\.(?:html|pdf|csv|json)}", self.report),
            web.get("/teacher/codebook.csv", self.codebook),
            web.get("/teacher/handouts.pdf", self.handouts),
        ]

    async def report(self, request: web.Request) -> web.Response:
        """Give the report; pupils are named only where that is asked for."""
        kind, names = request.match_info["kind"], request.query.get("names") == "1"
        made = await self._made(request, kind, names=names)
        return self._file(made[""], f"report{kind}", kind)

    async def codebook(self, request: web.Request) -> web.Response:
        """Give what the columns of the table mean."""
        made = await self._made(request, ".csv", names=False)
        return self._file(made["-codebook"], "codebook.csv", ".csv")

    async def handouts(self, request: web.Request) -> web.Response:
        """Give a page to keep for every pupil."""
        from game.classroom.report.handout import handouts  # noqa: PLC0415 - it is slow to load

        self._check(request)
        keeper = self._house.live.keeper
        made = await _aside(lambda: handouts(keeper.campaign, keeper.room, fonts()))
        return self._file(made, "handouts.pdf", ".pdf")

    async def _made(
        self, request: web.Request, kind: str, *, names: bool
    ) -> dict[str, str | bytes]:
        """Make the files of a report beside the loop, so that phones do not wait for it."""
        from game.classroom.report.files import files  # noqa: PLC0415 - it is slow to load

        self._check(request)
        keeper = self._house.live.keeper
        room = keeper.room
        return await _aside(lambda: files(keeper.campaign, [room], kind, fonts(), names=names))

    def _check(self, request: web.Request) -> None:
        """Refuse whoever has no key, and a lesson that has nothing to tell yet."""
        if not self._house.is_teacher(request):
            raise NO_KEY
        made = self._house.room
        if len(made.desk.playthrough.line) == len(made.opened.before):
            raise NO_ANSWERS

    def _file(self, body: str | bytes, name: str, kind: str) -> web.Response:
        day = datetime.now(UTC).astimezone().date()
        called = f"{self._house.code}-{day}-{name}"
        return web.Response(
            body=body.encode() if isinstance(body, str) else body,
            content_type=TYPES[kind],
            charset=None if kind == ".pdf" else "utf-8",
            headers={"Content-Disposition": f'attachment; filename="{called}"'},
        )


async def _aside(make: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(None, make)
