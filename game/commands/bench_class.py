"""`bench --class`: how soon phones show what happened, and what the host of a class costs.

A host in a process of its own, and whole lessons of 0, 40, 200 and 500 phones over sockets of this
machine (`bench_lesson`). What a host costs is told over that of the lesson without phones. Beside
it a bare server of the same library sends the very same bytes to as many sockets, in the same run.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.classroom.openfiles import allowed
from game.commands.bench_desk import Figure, table
from game.commands.bench_hosts import Process, bare, hosted
from game.commands.bench_lesson import Seen, lesson
from game.commands.bench_wire import Wire, wire
from game.commands.progress import Progress
from game.errors import Refused
from game.frozen import dataclass

SIZES = (40, 200, 500)
"""Phones."""
MOST = 500
"""Phones of which the goals speak."""
WITHIN = 100.0
"""Milliseconds from the last vote to the last phone, for 99 of 100."""
MOST_MEMORY = 60.0
"""Megabytes over a host without phones."""
BROADCASTS = 6
"""How often the bare server sends to all: once for each telegram."""
FILES = 2 * MOST
"""Sockets of this process, and some to spare."""
LONGEST = 60.0
"""Seconds after which the bare server will not answer any more."""
NO_FILES = "this system lets a program open {} files only; `ulimit -n 2048` before it would do"


@dataclass(frozen=True, slots=True)
class Measured:
    """A lesson of so many phones."""

    phones: int
    seen: Seen
    started: float
    """Seconds from the host's start to its first page."""
    processor: float | None
    """Seconds of a processor that the lesson took."""
    memory: float | None
    """The most megabytes the host had."""
    bare_count: Sequence[float] = ()
    """Seconds in which the bare server told the count, one for each phone and time."""
    bare_bars: Sequence[float] = ()
    """Seconds in which the bare server told the bars."""


def run(given: Namespace) -> int:
    """Measure and print; return 1 if a goal is missed.

    Raises:
        Refused: when not so many sockets may be open.
    """
    foreign = {"--line": given.line != "history", "--draws": given.draws != 100_000}
    foreign |= {"--reading": given.reading is not None, "--campaign": given.campaign is not None}
    if wrong := [option for option, is_given in foreign.items() if is_given]:
        message = f"{', '.join(wrong)} belongs to the bench of the model; leave it out with --class"
        raise Refused(message, 2)
    if (files := allowed(FILES)) < FILES:
        raise Refused(NO_FILES.format(files))
    progress = Progress(sys.stderr)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with hosted(Path(folder)):
            pass  # the first start of all reads the campaign anew
        found = []
        for number, many in enumerate((0, *SIZES)):
            progress.tell(f"a lesson with {many} phones", number / (1 + len(SIZES)))
            found.append(asyncio.run(measured(Path(folder), many)))
    progress.end("measured")
    none, *classes = found
    figures = [one for each in classes for one in told(each, none)]
    print("\n".join(table(figures)))
    return 1 if any(one.is_held is False for one in figures) else 0


async def measured(home: Path, many: int) -> Measured:
    """Hold a lesson with so many phones; then let the bare server tell them the same."""
    gc.collect()
    with hosted(home) as process:
        before = process.processor
        gc.disable()  # the pauses of this process are none of the host's
        try:
            seen = await lesson(process, many)
        finally:
            gc.enable()
        after, memory = process.processor, process.memory
    taken = None if before is None or after is None else after - before
    if not many:
        return Measured(many, seen, process.started, taken, memory)
    with bare() as other:
        counts = await broadcast(other, many, seen.count_message)
        bars = await broadcast(other, many, seen.bars_message)
    return Measured(many, seen, process.started, taken, memory, counts, bars)


async def broadcast(process: Process, many: int, message: bytes) -> list[float]:
    """Have a message sent to so many sockets, several times; return the seconds of each."""
    waits: list[float] = []
    left, all_have_it, sent = 0, asyncio.Event(), 0.0

    def told(_: bytes, now: float) -> None:
        nonlocal left
        waits.append(now - sent)
        left -= 1
        if not left:
            all_have_it.set()

    wires: list[Wire] = []
    async with asyncio.timeout(LONGEST):
        for _ in range(many):
            wires.append(await wire(process.host, "/live", "", told))  # noqa: PERF401 - one by one
        for _ in range(BROADCASTS):
            left, sent = many, time.perf_counter()
            all_have_it.clear()
            wires[0].send(message)
            await all_have_it.wait()
    for one in wires:
        one.close()
    return waits


def told(found: Measured, none: Measured) -> Iterator[Figure]:
    """Yield the figures of a lesson; goals are those of the largest class."""
    seen, who = found.seen, f"{found.phones} phones"
    most = WITHIN if found.phones == MOST else None
    yield Figure(f"{who}: host's start to its first page", found.started, "s")
    yield Figure(f"{who}: all are in, each with its page", seen.joined, "s")
    for words, waits, beside, goal in (
        ("last vote to full count, votes in turn", seen.spread, found.bare_count, most),
        ("last vote to full count, all at once", seen.at_once, found.bare_count, most),
        ("vote to its answer, all at once", seen.acknowledged, (), None),
        ("press to bars", seen.bars, found.bare_bars, None),
    ):
        for how, share in (("median", 0.5), ("99 of 100", 0.99), ("last", 1.0)):
            value, other = within(waits, share), within(beside, share) if beside else None
            limit = goal if share == 0.99 else None
            yield Figure(f"{who}: {words}, {how}", value, "ms", other, most=limit)
    used, spare = _over(found.processor, none.processor), _over(found.memory, none.memory)
    yield Figure(f"{who}: processor of the lesson, over none", used, "s")
    limit = MOST_MEMORY if found.phones == MOST else None
    yield Figure(f"{who}: memory of the lesson, over none", spare, "MB", most=limit)
    if seen.refused:
        message = f"{seen.refused} requests of {who} were refused: that was no lesson"
        raise Refused(message)


def within(waits: Sequence[float], share: float) -> float:
    """Return within how many milliseconds so many of all came."""
    return sorted(waits)[round(share * (len(waits) - 1))] * 1000


def _over(value: float | None, none: float | None) -> float | None:
    return None if value is None or none is None else value - none
