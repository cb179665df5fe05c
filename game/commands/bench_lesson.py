"""A lesson that `bench --class` watches: so many phones, a teacher, and a clock beside them.

A phone shows something when the message that has it is there whole; what a browser then takes to
draw it is not counted. Votes come in two ways, by turns: one after another over some seconds, as in
a class, and all in one moment, as at a whistle.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

import aiohttp
import msgspec

from game.classroom.rehearsal import reading
from game.classroom.rehearsal.teacher import TIED
from game.commands.bench_hosts import Process
from game.commands.bench_wire import Wire, wire

LONGEST = 240.0
"""Seconds after which a lesson that should be over will not end any more."""
SPREAD = 5.0
"""Seconds over which votes come where they come one after another."""
AT_ONCE = 40
"""Phones that come in at the same moment."""
OPEN = 'value="close-vote"'
"""Stands on the teacher's page while a vote is open."""
BARS = b"fallen-title"
"""Stands on a page that shows how the voices fell."""
SHOWN_WITHIN = 60.0
"""Seconds in which a step shows on the teacher's page."""


@dataclass(slots=True)
class Seen:
    """What a lesson showed; times in seconds, one for each phone and telegram."""

    joined: float = 0.0
    """From the first phone at the door to the last one that has its page."""
    spread: list[float] = field(default_factory=list)
    """From the last of votes that came one after another to the full count."""
    at_once: list[float] = field(default_factory=list)
    """From the last of votes that came in one moment to the full count."""
    acknowledged: list[float] = field(default_factory=list)
    """From a vote in that moment to its answer."""
    bars: list[float] = field(default_factory=list)
    """From the teacher's press to the bars."""
    refused: int = 0
    """Votes that were not taken."""
    count_message: bytes = b""
    """As one phone was told the full count."""
    bars_message: bytes = b""
    """As one phone was told how the voices fell."""


class Phone:
    """One phone."""

    def __init__(self) -> None:
        self.refused = 0
        """Requests that were not done."""
        self.parts: dict[str, str] = {}
        """What there is to answer, as it came with the ballot."""
        self._wanted: tuple[bytes, asyncio.Future[tuple[float, bytes]]] | None = None
        self._asked: dict[int, tuple[float, asyncio.Future[float]]] = {}
        self._numbers = count(1)
        self._wire: Wire | None = None

    async def connect(self, host: str, path: str, cookie: str) -> None:
        """Open the socket of a page."""
        self._wire = await wire(host, path, cookie, self._told)

    def shows(self, words: bytes) -> asyncio.Future[tuple[float, bytes]]:
        """Return when a message with some words will have come, and the message."""
        answer: asyncio.Future[tuple[float, bytes]] = asyncio.get_running_loop().create_future()
        self._wanted = (words, answer)
        return answer

    def ask(self, request: object) -> asyncio.Future[float]:
        """Ask for something; return in how many seconds it will have been answered."""
        assert self._wire
        number = next(self._numbers)
        body = msgspec.json.encode({"id": number, "do": request})
        answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._asked[number] = time.perf_counter(), answer
        self._wire.send(body)
        return answer

    def close(self) -> None:
        """Hang up."""
        if self._wire:
            self._wire.close()

    def _told(self, message: bytes, now: float) -> None:
        if message.startswith(b'{"id"'):
            told = msgspec.json.decode(message)
            asked, answer = self._asked.pop(told["id"])
            self.refused += told["ok"] is not True
            answer.set_result(now - asked)
            return
        if self._wanted and self._wanted[0] in message:
            self._wanted[1].set_result((now, message))
            self._wanted = None


class Desk:
    """The teacher's page."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}
        self._answers: dict[int, asyncio.Future[str]] = {}
        self._numbers = count(1)
        self._news = asyncio.Event()
        self._wire: Wire | None = None

    async def connect(self, host: str, cookie: str) -> None:
        """Open the socket of the teacher's page, and wait until there is something on it."""
        self._wire = await wire(host, "/teacher/room/live", cookie, self._told)
        await self._news.wait()

    async def next(self) -> str:
        """Go on one step and wait until the page shows it; return why not, or nothing."""
        self._news.clear()
        said = await self.ask({"type": "next"})
        if not said:
            async with asyncio.timeout(SHOWN_WITHIN):
                await self._news.wait()
        return said

    async def ask(self, request: object) -> str:
        """Ask for something; return the code of a refusal, or nothing."""
        assert self._wire
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        self._wire.send(msgspec.json.encode({"id": number, "do": request}))
        said: str = await answer
        return said

    def close(self) -> None:
        """Hang up."""
        if self._wire:
            self._wire.close()

    def _told(self, message: bytes, _: float) -> None:
        told = msgspec.json.decode(message)
        if "id" in told:
            self._answers.pop(told["id"]).set_result("" if told["ok"] else told["code"])
        elif "parts" in told:
            self.parts.update(told["parts"])
            if "steps" in told["parts"]:
                self._news.set()


async def lesson(process: Process, many: int) -> Seen:
    """Hold a whole lesson with so many phones; return what was seen."""
    seen, phones, desk = Seen(), [Phone() for _ in range(many)], Desk()
    jar = aiohttp.DummyCookieJar()
    async with asyncio.timeout(LONGEST), aiohttp.ClientSession(cookie_jar=jar) as session:
        try:
            began = time.perf_counter()
            for start in range(0, many, AT_ONCE):
                group = phones[start : start + AT_ONCE]
                await asyncio.gather(*(_in(process, session, one) for one in group))
            seen.joined = time.perf_counter() - began
            link = f"http://{process.host}/teacher/{process.key}"
            await desk.connect(process.host, await _cookie(session, link))
            for turn in count():
                if not await _to_the_vote(desk, phones, turn):
                    break
                await _vote(phones, turn, seen)
                await _outcome(desk, phones, seen)
            await desk.ask({"type": "end"})
        finally:
            desk.close()
            for one in phones:
                one.close()
    seen.refused = sum(one.refused for one in phones)
    return seen


async def _in(process: Process, session: aiohttp.ClientSession, phone: Phone) -> None:
    """Come in as a pupil does: by the form, to the page, to its socket."""
    base, where = f"http://{process.host}", f"/room/{process.code}"
    form = {"code": process.code, "name": "Lamp"}
    cookie = await _cookie(session, f"{base}/join", form)
    async with session.get(base + where, headers={"Cookie": cookie}) as page:
        page.raise_for_status()
        await page.read()
    await phone.connect(process.host, f"{where}/live", cookie)


async def _cookie(
    session: aiohttp.ClientSession, url: str, form: dict[str, str] | None = None
) -> str:
    """Return the cookie that a visit brings."""
    method, headers = ("POST" if form else "GET"), {"Origin": url.rpartition("/")[0]}
    visit = session.request(method, url, data=form, headers=headers, allow_redirects=False)
    async with visit as answer:
        answer.raise_for_status()
        (name, found), *_ = answer.cookies.items()
        return f"{name}={found.value}"


async def _to_the_vote(desk: Desk, phones: Sequence[Phone], turn: int) -> bool:
    """Go on until a vote is open and every phone has the ballot; return whether there is one."""
    ballots = [one.shows(f"vote-{turn}-A".encode()) for one in phones]
    while OPEN not in desk.parts.get("vote", ""):
        if await desk.next():
            return False
    for phone, ballot in zip(phones, ballots, strict=True):
        _, message = await ballot
        phone.parts = msgspec.json.decode(message)["parts"]
    return True


async def _vote(phones: Sequence[Phone], turn: int, seen: Seen) -> None:
    """Let all vote, in one of the two ways; take the times until all see that all have."""
    full = "<b>{0}</b> of <b>{0}</b>".format(len(phones))
    shown = [one.shows(full.encode()) for one in phones]
    votes = list(_votes(phones, turn))
    if turn % 2:
        answers = [one.ask(vote) for one, vote in zip(phones, votes, strict=True)]
    else:
        answers = [
            await _in_turn(one, vote, turn, phones) for one, vote in zip(phones, votes, strict=True)
        ]
    last = time.perf_counter()
    told = [await one for one in shown]
    waits = [at - last for at, _ in told]
    (seen.at_once if turn % 2 else seen.spread).extend(waits)
    if turn % 2:
        seen.acknowledged += [await one for one in answers]
    if told:
        seen.count_message = told[-1][1]


def _votes(phones: Sequence[Phone], turn: int) -> Iterator[dict[str, object]]:
    """Yield the vote of each phone: most for the first response, every third with a reason."""
    for number, phone in enumerate(phones):
        ballot = reading.ballot(phone.parts["vote"])
        assert ballot, "a ballot was waited for"
        others = ballot.table[number % len(ballot.table)]
        said = ballot.table[0] if number % 5 < 3 else others
        reason = "" if number % 3 else f"The harvest is not in, and {number} of us ask for it."
        yield {"type": "vote", "turn": turn, "response": said, "reason": reason}


async def _in_turn(
    phone: Phone, vote: dict[str, object], turn: int, phones: Sequence[Phone]
) -> asyncio.Future[float]:
    """Wait for one phone's turn, spread its points and vote."""
    await asyncio.sleep(SPREAD / len(phones))
    for one in reading.asked(phone.parts.get("split", "")):
        points = [50, *(0 for _ in range(one.answers - 1))]
        phone.ask({"type": "split", "turn": turn, "estimate": one.estimate, "points": points})
    return phone.ask(vote)


async def _outcome(desk: Desk, phones: Sequence[Phone], seen: Seen) -> None:
    """Close the vote, let all see how it fell, and send the answer."""
    await desk.next()
    shown = [one.shows(BARS) for one in phones]
    pressed = time.perf_counter()
    await desk.next()
    told = [await one for one in shown]
    seen.bars += [at - pressed for at, _ in told]
    if told:
        seen.bars_message = told[-1][1]
    if await desk.next():
        tied = TIED.search(desk.parts["vote"])
        assert tied, "in a tie the page offers what may be sent"
        await desk.ask({"type": "send", "response": tied[1]})
