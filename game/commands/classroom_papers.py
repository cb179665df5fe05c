"""`classroom report`, `handouts`, `kit`: what a lesson leaves behind, and the lesson on paper."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from game.campaign.campaign import Campaign
from game.chronicle.kept import fonts
from game.classroom import store
from game.classroom.kit.kit import Order, kit
from game.classroom.report.files import KINDS, files
from game.classroom.report.handout import handouts
from game.classroom.resuming import taken_up
from game.classroom.store import RoomFile, RoomFileError, rooms_folder
from game.commands.campaigns import load
from game.commands.written import write_all
from game.errors import Refused
from game.room.room import Room, folded


def report(given: Namespace) -> int:
    """Write the report on a lesson, or on several side by side; return 0."""
    kind = given.out.suffix.lower()
    if kind not in KINDS:
        message = f"{given.out} has none of the endings that can be written: {', '.join(KINDS)}"
        raise Refused(message, 2)
    campaign = load(given.campaign)
    rooms = [_room(campaign, one) for one in given.rooms]
    made = files(campaign, rooms, kind, fonts(), names=given.names)
    out: Path = given.out
    _write({out.with_stem(out.stem + more): text for more, text in made.items()}, given)
    return 0


def pages(given: Namespace) -> int:
    """Write a page to keep for every pupil; return 0."""
    if given.out.suffix.lower() != ".pdf":
        message = f"{given.out}: pages to keep are written as .pdf"
        raise Refused(message, 2)
    campaign = load(given.campaign)
    room = _room(campaign, given.room)
    if not room.pupils:
        message = f"nobody is in room {room.opened.code}; there is a page for every pupil"
        raise Refused(message)
    _write({given.out: handouts(campaign, room, fonts())}, given)
    return 0


def paper(given: Namespace) -> int:
    """Write the kit of a lesson on paper, file by file; return 0."""
    campaign = load(given.campaign)
    order = Order(_turns(campaign, given.telegrams), given.pupils, given.paper)
    folder: Path = given.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made: {error.strerror}; name another folder with --out"
        raise Refused(message) from None
    _write({folder / one.name: one.content for one in kit(campaign, order, fonts())}, given)
    return 0


def _turns(campaign: Campaign, telegrams: Sequence[int]) -> tuple[int, ...]:
    """Return the telegrams that are played, from 0; all when none is named."""
    last = len(campaign.scenarios)
    beyond = [one for one in telegrams if one > last]
    if beyond:
        message = f"--telegrams {beyond[0]}: the campaign has {last}"
        raise Refused(message, 2)
    return tuple(sorted({one - 1 for one in telegrams})) or tuple(range(last))


def _room(campaign: Campaign, wanted: str) -> Room:
    """Return a room that is kept, by its code or its file.

    Raises:
        Refused: when it cannot be read; while it is hosted the teacher's page has the report.
    """
    path = store.named(rooms_folder(), wanted)
    if not path.is_file():
        message = f"no room {wanted!r}; `six-telegrams classroom list` names all"
        raise Refused(message)
    try:
        file = RoomFile.open(path)
    except store.InUseError as error:
        message = f"{error}; while it is hosted, take the report from the teacher's page"
        raise Refused(message) from error
    except RoomFileError as error:
        raise Refused(str(error)) from error
    try:
        return folded(one.event for one in taken_up(campaign, file))
    except RoomFileError as error:
        raise Refused(str(error)) from error
    finally:
        file.close()


def _write(made: dict[Path, str | bytes], given: Namespace) -> None:
    write_all(made, force=given.force)
    print("\n".join(f"Written: {path}" for path in made))
