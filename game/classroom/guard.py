"""Who is let through: our own addresses, our own pages, methods and sizes that are meant.

A page elsewhere may make a browser call us. It cannot choose the name under which the browser does
so, nor the origin the browser tells; so both have to be our own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from game.classroom import pages
from game.classroom.headers import PRIVATE, fixed
from game.classroom.limits import PATIENCE, Kind, Limits
from game.frozen import dataclass

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HTML = "text/html"
FORM = "application/x-www-form-urlencoded"
READING = ("GET", "HEAD")
"""Methods that change nothing."""
AS_JSON = ("/parts", "/live")
"""Paths that end so are asked by a script."""


class NotDoneError(Exception):
    """Something asked for is not done; why, and what would do."""

    def __init__(self, status: int, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.fix = status, code, message, fix


NOT_OURS = NotDoneError(
    421, "not-ours", "This is no address of the host.", "Type the one on the wall."
)
ELSEWHERE = NotDoneError(
    403, "elsewhere", "That came from another page.", "Ask on the page of the room itself."
)
TOO_MUCH = NotDoneError(
    429, "too-much", "Too much was asked from your network.", "Wait a minute, then try again."
)
NOT_HERE = NotDoneError(404, "not-here", "There is no such page.", "Go to the door.")
NO_METHOD = NotDoneError(405, "no-method", "That cannot be done here.", "Go to the door.")
TOO_LARGE = NotDoneError(413, "too-large", "That was too much at once.", "Write less.")
TOO_SLOW = NotDoneError(408, "too-slow", "That came too slowly.", "Send it again.")
NO_FORM = NotDoneError(400, "no-form", "That is no form of ours.", "Look at the page again.")
NO_REQUEST = NotDoneError(400, "no-request", "That is no request.", "Go to the door.")
BY_STATUS = {404: NOT_HERE, 405: NO_METHOD, 413: TOO_LARGE}
"""What aiohttp refuses by itself, in our words."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets requests through, and gives every answer its headers."""

    limits: Limits
    names: frozenset[str]
    """What this machine may be called, besides the address that was reached."""

    def middleware(self) -> Middleware:
        """Return what stands before every route."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                self._check(request)
                return await handler(request)
            except NotDoneError as error:
                return refusal(request, error)
            except web.HTTPException as error:
                return refusal(request, BY_STATUS.get(error.status, NO_REQUEST))

        return guarded

    async def prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        """Give an answer the headers of all answers, before it goes out."""
        response.headers.update(fixed(request.host if self._is_ours(request) else ""))
        response.headers.setdefault("Cache-Control", PRIVATE["Cache-Control"])

    def _check(self, request: web.Request) -> None:
        if not self._is_ours(request):
            raise NOT_OURS
        if not self.limits.take(address_of(request), Kind.REQUEST):
            raise TOO_MUCH
        if not _is_from_here(request):
            raise ELSEWHERE

    def _is_ours(self, request: web.Request) -> bool:
        """Return whether we were called by a name that nobody else can give away."""
        name, _, port = request.host.lower().partition(":")
        reached = request.transport.get_extra_info("sockname") if request.transport else None
        if reached is None:
            return False
        return (name == reached[0] or name in self.names) and (port or "80") == str(reached[1])


def address_of(request: web.Request) -> str:
    """Return from which address somebody asks."""
    return request.remote or ""


async def fields_of(request: web.Request) -> tuple[tuple[str, str], ...]:
    """Return the fields of a form.

    Raises:
        NotDoneError: when it is none, too large or too slow.
    """
    if request.content_type != FORM:
        raise NO_FORM
    try:
        async with asyncio.timeout(PATIENCE.ask):
            sent = await request.post()
    except TimeoutError:
        raise TOO_SLOW from None
    except (ValueError, LookupError):  # bytes that are no text, or in no encoding there is
        raise NO_FORM from None
    return tuple((name, value) for name, value in sent.items() if isinstance(value, str))


def page(html: str, status: int = 200) -> web.Response:
    """Return a page as an answer."""
    return web.Response(text=html, content_type=HTML, status=status)


def as_json(body: Mapping[str, object], status: int = 200) -> web.Response:
    """Return an answer to a script."""
    return web.Response(
        body=msgspec.json.encode(body), content_type="application/json", status=status
    )


def refusal(request: web.Request, error: NotDoneError) -> web.Response:
    """Return why something is not done, to a person or to a script."""
    if request.path.endswith(AS_JSON):
        return as_json(shape(error.code, error.message, error.fix), error.status)
    return page(pages.error_page(error.message, error.fix), error.status)


def shape(code: str, message: str, fix: str) -> dict[str, object]:
    """Return the one shape of every error."""
    return {"ok": False, "code": code, "message": message, "fix": fix}


def _is_from_here(request: web.Request) -> bool:
    """Return whether a request that may change something comes from a page of ours.

    A program that tells no origin holds nobody's cookies: only browsers do, and they tell.
    """
    is_socket = request.headers.get("Upgrade", "").lower() == "websocket"
    if request.method in READING and not is_socket:
        return True
    told = request.headers.get("Origin")
    if told is None:
        return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    return told == f"http://{request.host}"
