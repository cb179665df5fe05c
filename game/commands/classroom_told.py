"""What the command `classroom` tells a teacher in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from textwrap import wrap

from game.chronicle.qr import squares
from game.classroom.addresses import hints
from game.classroom.host import Host
from game.classroom.limits import MOST_CONNECTIONS
from game.classroom.openfiles import connections
from game.classroom.store import Found

NO_NETWORK = (
    "This computer is in no network, so no phone finds it. Join one, or open a hotspot, and start "
    "again; or count raised hands, which needs no phones: --way hands."
)
FEW_FILES = (
    "This system lets a program open few files: there are places for {} connections, and a phone "
    "may take four while its page loads. For a large class write `ulimit -n 4096` before."
)
HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""Two small squares one below the other, by whether they are dark: terminals mostly are."""
NOT_FOR_THE_WALL = "Not for the wall: whoever has one of these links has your controls."


def told_at_start(host: Host, remark: str = "") -> Iterable[str]:
    """Yield the lines that a teacher needs at the start: code, addresses, links, hints."""
    opened = host.room.opened
    yield f"Room {opened.code}: {opened.name}, {host.campaign.outline.title}"
    if host.room.pupils:
        yield f"Taken up again with {len(host.room.pupils)} pupils in their seats."
    if remark:
        yield remark
    yield ""
    yield from _way_in(host) if host.addresses else (NO_NETWORK,)
    yield ""
    yield f"You, on this computer:   {host.teacher_url}"
    if host.addresses:
        yield f"You, on another device:  {host.pairing}"
    yield NOT_FOR_THE_WALL
    yield ""
    yield f"All is kept in {host.path}"


def _way_in(host: Host) -> Iterable[str]:
    """Yield where phones go, and what to look at if none gets through."""
    for number, one in enumerate(host.addresses):
        start = "Phones go to" if number == 0 else "         or  "
        yield f"{start} {one.url}   {one.note}"
    code = host.room.opened.code
    yield f"and type the code {code}, or read this:"
    yield from square(f"{host.addresses[0].url}/?code={code}")
    for said in hints(host.port):
        yield from wrap(said, 96)
    if (places := connections(MOST_CONNECTIONS)) < MOST_CONNECTIONS:
        yield from wrap(FEW_FILES.format(places), 96)


def square(text: str) -> list[str]:
    """Return a QR code for a terminal; nothing where the terminal cannot show it."""
    beside = [False] * 2
    rows = [[*beside, *row, *beside] for row in squares(text)]
    free = [[False] * len(rows[0])] * 2
    rows = [*free, *rows, *free, free[0]]  # an odd number of rows, and one more to make pairs
    lines = [
        "".join(HALVES[pair] for pair in zip(above, below, strict=True))
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    ]
    try:
        "".join(lines).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return []
    return lines


def told_in_list(folder: Path, rooms: tuple[Found, ...]) -> Iterable[str]:
    """Yield a line for each room that is kept, and for each file that cannot be read."""
    if not rooms:
        yield f"No rooms are kept in {folder}."
        return
    yield "code  last used         pupils  answered  delete after  name"
    for one in rooms:
        if one.room is None:
            yield f"{one.path.stem:<5} {one.why}"
            continue
        opened, made = one.room.opened, one.room.desk.playthrough
        last = datetime.fromtimestamp(one.last / 1000).astimezone()
        answered = len(made.line) - len(opened.before)
        yield (
            f"{opened.code:<5} {last:%Y-%m-%d %H:%M}  {len(one.room.pupils):>6}  {answered:>8}  "
            f"{opened.delete_on or 'never':<12}  {opened.name}"
        )
    yield f"They are in {folder}. Take one up again with: six-telegrams classroom --resume CODE"


def told_of_erasing(path: Path, *, traces: bool) -> Iterable[str]:
    """Yield what is gone once a pupil was erased, and what is not."""
    yield f"Erased from {path}: name, key and reasons. Votes and points stay in the counts."
    if traces:
        yield "The disk is full: blank parts of the file may still hold them. Make room on it,"
        yield "then write `six-telegrams classroom list`, which cleans the file."
    yield "Reports and pages that were written before are files of their own: delete those too."
