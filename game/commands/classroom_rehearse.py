"""`classroom rehearse`: a room that fills with simulated pupils, over the network."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.campaign.campaign import Campaign
from game.classroom.addresses import PortTakenError
from game.classroom.host import Host, begun
from game.classroom.opening import Wanted
from game.classroom.rehearsal.phone import NotLetInError, Room, Seen
from game.classroom.rehearsal.rehearse import leanings, simulated
from game.classroom.rehearsal.teacher import Teacher
from game.classroom.rehearsal.temper import Nature, class_of
from game.commands.campaigns import load
from game.commands.classroom import shown_or_awaited
from game.commands.classroom_told import told_at_start
from game.errors import Refused
from game.room.ways import Way

HERE = "127.0.0.1"
"""Where simulated pupils find the host."""


def run(given: Namespace) -> int:
    """Rehearse until the lesson or the window is over; return 0, or 1 if votes were refused."""
    campaign = load(given.campaign)
    natures = class_of(given.pupils, given.seed)
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as folder:
        made = _host(campaign, Path(folder), given)
        room = Room(
            f"http://{HERE}:{made.port}",
            made.room.opened.code,
            leanings(campaign),
            given.seconds,
        )
        seen = Seen()
        try:
            if given.alone:
                asyncio.run(_alone(campaign, made, room, natures, seen))
            else:
                _with_a_teacher(campaign, made, room, natures, seen)
        except NotLetInError as error:
            raise Refused(str(error)) from error
        finally:
            made.stop()
    print("\n".join(_told(natures, seen)))
    return 0


def _host(campaign: Campaign, folder: Path, given: Namespace) -> Host:
    """Return a host that listens; its room lies in a folder that is thrown away."""
    wanted = Wanted(
        name="Rehearsal",
        way=Way.EACH,
        before=(),
        seed=1,
        chance=False,
        reading=campaign.model.readings[0].id,
    )
    made = Host(campaign, begun(campaign, folder, wanted))
    try:
        made.start(given.port)  # a teacher may join with a phone of their own
    except PortTakenError as error:
        raise Refused(str(error)) from error
    return made


async def _alone(
    campaign: Campaign, made: Host, room: Room, natures: tuple[Nature, ...], seen: Seen
) -> None:
    """Go through the whole lesson with a simulated teacher, and tell it."""
    names = [str(one) for one in campaign.classroom.code_names]
    key = made.teacher_url.rsplit("/", 1)[-1]
    async with simulated(room, natures, names, seen):
        print(f"{len(natures)} simulated pupils are in.", flush=True)
        await Teacher(room.url, key, room.seconds * 1.4).lesson(_Steps(made).tell)


class _Steps:
    """Tells a lesson, each stage once, and each vote with its count."""

    def __init__(self, made: Host) -> None:
        self._made, self._last = made, ""

    def tell(self, where: str) -> None:
        """Print where the class is, unless it was there already."""
        now = self._made.room.round
        if where != self._last:
            print(where, flush=True)
        elif now.was_open and not now.is_open and not now.revealed:
            print(f"    {len(now.votes)} have voted", flush=True)
        self._last = where


def _with_a_teacher(
    campaign: Campaign, made: Host, room: Room, natures: tuple[Nature, ...], seen: Seen
) -> None:
    """Let the class come in while somebody drives the lesson, in the window or a browser."""
    print("\n".join(told_at_start(made, "")), flush=True)
    with _in_the_room(campaign, room, natures, seen):
        shown_or_awaited(campaign, made)


@contextmanager
def _in_the_room(
    campaign: Campaign, room: Room, natures: tuple[Nature, ...], seen: Seen
) -> Iterator[None]:
    """Have the class in the room as long as the block lasts, in a thread of its own."""
    loop = asyncio.new_event_loop()
    over = asyncio.Event()
    names = [str(one) for one in campaign.classroom.code_names]

    async def stay() -> None:
        async with simulated(room, natures, names, seen):
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(stay()), name="pupils")
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


def _told(natures: tuple[Nature, ...], seen: Seen) -> list[str]:
    """Return how it went."""
    tempers = Counter(one.temper for one in natures)
    mixed = ", ".join(f"{many} {temper}" for temper, many in tempers.most_common())
    answers = sorted(seen.acknowledged)
    lines = [f"The class: {mixed}.", f"Connections lost and found again: {seen.lost}."]
    if answers:
        middle, late = (answers[int(share * (len(answers) - 1))] for share in (0.5, 0.99))
        lines.append(
            f"{len(answers)} requests, {seen.refused} refused; answered within "
            f"{middle * 1000:.0f} ms (median), {late * 1000:.0f} ms (99 of 100)."
        )
    return lines
