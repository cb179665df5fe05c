"""`atlas`: every line of a campaign, where it leads and how sure that is, as a table.

Rows are written in the order of the walk, whole chunks at a time. A file that was broken off holds
the first rows of the table, and the same command goes on behind them.
"""

from __future__ import annotations

import csv
import io
import multiprocessing
import os
import signal
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile
from pathlib import Path
from typing import TextIO

from game.atlas.spread import spreads
from game.atlas.table import Basis, header, passed, row
from game.atlas.walk import Walked, walk
from game.campaign.campaign import Campaign
from game.commands.campaigns import load, reading_of
from game.commands.progress import Progress
from game.errors import Refused
from game.playthrough.playthrough import letters
from game.simulation.draws import Lot

Rows = list[tuple[str, ...]]
Task = tuple[Path | None, Basis, tuple[Walked, ...]]
"""The campaign's folder, what the atlas rests on, and some lines."""
DRAWN = 100_000
"""Draws computed together: what has to be prepared for a month is then little beside them."""
UNDRAWN = 500
"""Lines computed together when nothing is drawn."""


def run(given: Namespace) -> int:
    """Write the table to a file, or print it."""
    campaign = load_once(given.campaign)
    seed = 1 if given.seed is None else given.seed
    basis = Basis(reading_of(campaign, given), given.draws, seed)
    lines = _lines(campaign, basis.reading, given.sample)
    if given.out is None:
        _write(given, basis, lines, sys.stdout)
        return 0
    try:
        end = _whole(given.out, campaign, basis, lines)
        with given.out.open("a", encoding="utf-8", newline="") as file:
            if given.out.is_file():
                file.truncate(end)
            _write(given, basis, lines, file, has_header=end > 0)
    except OSError as error:
        message = f"{given.out} cannot be written: {error.strerror}"
        raise Refused(message) from None
    except KeyboardInterrupt:
        print(f"\nbroken off; the same command goes on with {given.out}", file=sys.stderr)
        raise
    return 0


def _lines(campaign: Campaign, reading: str, sample: int | None) -> Iterator[Walked]:
    """Yield every line, or `sample` of them, evenly spread over the walk."""
    if sample is None:
        yield from walk(campaign, reading)
        return
    count = sum(1 for _ in walk(campaign, reading))
    wanted = {number * count // sample for number in range(min(sample, count))}
    if sample >= count:
        wanted = set(range(count))
    yield from (one for number, one in enumerate(walk(campaign, reading)) if number in wanted)


def _write(
    given: Namespace,
    basis: Basis,
    lines: Iterator[Walked],
    file: TextIO,
    *,
    has_header: bool = False,
) -> None:
    campaign, progress, count = load_once(given.campaign), Progress(sys.stderr), 0
    if not has_header:
        file.write(_csv([header(campaign, basis)]))
    for rows, last in _computed(given, basis, lines):
        file.write(_csv(rows))  # in one piece: breaking off leaves whole rows
        file.flush()
        count += len(rows)
        progress.tell(f"{count:,} lines", passed(campaign, last.line))
    progress.end(f"{count:,} lines written")


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _computed(
    given: Namespace, basis: Basis, lines: Iterator[Walked]
) -> Iterator[tuple[Rows, Walked]]:
    """Yield the rows of some lines at a time, and the last of these lines."""
    size = max(1, DRAWN // basis.draws) if basis.draws else UNDRAWN
    tasks = ((given.campaign, basis, some) for some in iter(lambda: tuple(islice(lines, size)), ()))
    processes = given.processes or os.cpu_count() or 1
    if not basis.draws or processes == 1:  # the walk itself takes less than starting a process
        yield from ((compute(task), task[2][-1]) for task in tasks)
        return
    with multiprocessing.get_context("spawn").Pool(processes, _deaf) as pool:
        waiting = deque(
            (pool.apply_async(compute, (task,)), task[2][-1])
            for task in islice(tasks, processes + 1)  # none waits for work, no queue grows
        )
        while waiting:
            result, last = waiting.popleft()
            yield result.get(), last
            for task in islice(tasks, 1):
                waiting.append((pool.apply_async(compute, (task,)), task[2][-1]))
        pool.close()  # whoever has nothing left to do ends by itself, not by a signal
        pool.join()


def compute(task: Task) -> Rows:
    """Return the rows of some lines. It runs in a process of its own if there are several."""
    folder, basis, lines = task
    return rows_of(load_once(folder), basis, lines)


def rows_of(campaign: Campaign, basis: Basis, lines: tuple[Walked, ...]) -> Rows:
    """Return the rows of some lines."""
    if not basis.draws:
        return [row(campaign, basis, one, None) for one in lines]
    drawn = spreads(
        campaign, [one.line for one in lines], basis.reading, Lot(basis.draws, basis.seed)
    )
    return [row(campaign, basis, *pair) for pair in zip(lines, drawn, strict=True)]


@lru_cache(maxsize=1)
def load_once(folder: Path | None) -> Campaign:
    """Return a campaign, read once in a process."""
    return load(folder)


def _deaf() -> None:
    """Leave Ctrl-C to the process that writes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _whole(path: Path, campaign: Campaign, basis: Basis, lines: Iterator[Walked]) -> int:
    """Return how many bytes of an earlier file are whole rows of this atlas; take their lines.

    Raises:
        Refused: when that file is not the beginning of this atlas. It is left as it is.
    """
    if not path.is_file():  # nothing is there, or something that cannot be read back
        return 0
    head = _csv([header(campaign, basis)]).encode()
    with path.open("rb") as file:
        first = file.readline(len(head))
        if first != head:
            _insist(head.startswith(first))  # broken off within its first row, or empty
            return 0
        end = len(head)
        for row in takewhile(lambda row: row.endswith(b"\n"), file):
            _insist(_is_of(row, campaign, basis, next(lines, None), is_first=end == len(head)))
            end += len(row)
    return end


def _is_of(
    row: bytes, campaign: Campaign, basis: Basis, walked: Walked | None, *, is_first: bool
) -> bool:
    """Return whether a row is the one of a line; the first is computed again, to be sure."""
    if walked is None or row.partition(b",")[0] != letters(campaign, walked.line).encode():
        return False
    return not is_first or row == _csv(rows_of(campaign, basis, (walked,))).encode()


def _insist(so: bool) -> None:  # noqa: FBT001 - it is the whole of what is asked
    if not so:
        message = "the file there is not the beginning of this atlas; name another one with --out"
        raise Refused(message)
