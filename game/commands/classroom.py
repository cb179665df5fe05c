"""`classroom`: host the room of a class; list and delete the rooms that are kept."""

from __future__ import annotations

import gc
import secrets
import signal
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import FrameType

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.classroom import store
from game.classroom.addresses import PortTakenError
from game.classroom.host import Host, begun
from game.classroom.opening import Wanted
from game.classroom.resuming import remark
from game.classroom.store import Found, RoomFile, RoomFileError, rooms_folder
from game.commands.campaigns import load, reading_of
from game.commands.classroom_told import told_at_start, told_in_list
from game.errors import Refused
from game.files.garbage import put_out_of_reach
from game.frozen import dataclass
from game.playthrough.code import FRESH_SEEDS
from game.playthrough.playthrough import history
from game.room.ways import Way


def today() -> date:
    """Return the day as the teacher's calendar has it."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class Ended:
    """Whether it is time to close a room that has no window."""

    asked: threading.Event

    def wait(self) -> None:
        """Wait until it is; in short turns, for not every system interrupts a long one."""
        while not self.asked.wait(1.0):
            pass


def run(given: Namespace) -> int:
    """Do what the word after `classroom` says."""
    match given.what:
        case "open":
            return host(given)
        case "list":
            return listed(given)
        case "delete":
            return delete(given)
        case "erase":
            from game.commands.classroom_erase import run as erase  # noqa: PLC0415 - seldom

            return erase(given)
        case "rehearse":
            from game.commands.classroom_rehearse import run as rehearse  # noqa: PLC0415 - seldom

            return rehearse(given)
        case _:
            from game.commands import classroom_papers as papers  # noqa: PLC0415 - slow to load

            doing = {"report": papers.report, "handouts": papers.pages, "kit": papers.paper}
            return doing[given.what](given)


def host(given: Namespace) -> int:
    """Host a room until the window is closed, or until Ctrl-C."""
    campaign = load(given.campaign)
    wanted = wanted_of(campaign, given)
    _delete_past(rooms_folder())
    made = _host(campaign, given, wanted)
    try:
        made.start(given.port)
    except PortTakenError as error:
        if not given.resume:
            store.delete(made.path)  # nobody has been in it
        raise Refused(str(error)) from error
    try:
        print("\n".join(told_at_start(made, remark(campaign, made.room))), flush=True)
        with garbage_seldom():
            shown_or_awaited(campaign, made, window=given.window)
    finally:
        made.stop()
    print(f"\nClosed. The room is kept: six-telegrams classroom --resume {made.room.opened.code}")
    return 0


@contextmanager
def garbage_seldom() -> Iterator[None]:
    """Leave out the campaign, which stays, and look through all phones hardly ever.

    To look through everything takes up to 60 ms, in which nobody is answered. What phones leave
    behind is found while it is young.
    """
    before = gc.get_threshold()
    gc.collect()
    put_out_of_reach()
    gc.set_threshold(10_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def wanted_of(campaign: Campaign, given: Namespace) -> Wanted:
    """Return the room that a command line asks for.

    Raises:
        Refused: when it cannot be had.
    """
    last = len(campaign.scenarios)
    if given.first > last:
        message = f"--from {given.first}: the campaign has {last} telegrams"
        raise Refused(message, 2)
    if given.delete_on and given.delete_on < today():
        message = f"--delete-on {given.delete_on}: that day is over; name a later one"
        raise Refused(message, 2)
    chance = given.chance if given.chance is not None else given.seed is not None
    fresh = secrets.randbelow(FRESH_SEEDS) if chance else 1
    return Wanted(
        name=given.name.strip()[:40] or f"Lesson of {today()}",
        way=Way(given.way),
        before=history(campaign, given.first - 1),
        seed=fresh if given.seed is None else given.seed,
        chance=chance,
        reading=Id(reading_of(campaign, given)),
    )


def listed(_: Namespace) -> int:
    """Print the rooms that are kept."""
    folder = rooms_folder()
    print("\n".join(told_in_list(folder, store.listed(folder))))
    return 0


def delete(given: Namespace) -> int:
    """Delete a room, or all; return 1 if something could not be deleted."""
    folder = rooms_folder()
    if not given.all:
        path = store.named(folder, given.code)
        if not path.is_file() or path.suffix != store.ENDING:
            message = f"no room {given.code!r}; `six-telegrams classroom list` names all"
            raise Refused(message)
        return _deleted([path])
    paths = [one.path for one in store.listed(folder)]
    if not paths:
        print(f"No rooms are kept in {folder}.")
    return _deleted(paths)


def _deleted(paths: list[Path]) -> int:
    """Delete files one by one and say so; return 1 if one could not be."""
    status = 0
    for path in paths:
        try:
            store.delete(path)
            print(f"Deleted: {path}")
        except (RoomFileError, OSError) as error:
            print(f"Not deleted: {error}")
            status = 1
    return status


def _delete_past(folder: Path) -> None:
    """Delete the rooms whose day has gone by, as their teachers asked, and say so."""
    gone: tuple[Found, ...] = store.past(store.listed(folder), today())
    if gone:
        print("The day to delete these rooms has gone by:")
        _deleted([one.path for one in gone])


def _host(campaign: Campaign, given: Namespace, wanted: Wanted) -> Host:
    """Return the host of a new room, or of one that is taken up again."""
    folder = rooms_folder()
    try:
        if given.resume:
            file = RoomFile.open(store.named(folder, given.resume))
        else:
            file = begun(campaign, folder, wanted, delete_on=given.delete_on)
        return Host(campaign, file)
    except RoomFileError as error:
        raise Refused(str(error)) from error


def shown_or_awaited(campaign: Campaign, made: Host, *, window: bool = True) -> None:
    """Show the wall until its window is closed; without one wait for Ctrl-C."""
    if not (window and _shown(campaign, made)):
        with interrupted() as ended:
            print("Ctrl-C closes the room.", flush=True)
            ended.wait()


def _shown(campaign: Campaign, made: Host) -> bool:
    """Show the wall until its window is closed; return whether there could be a window."""
    from game.window.play import class_in_window  # noqa: PLC0415 - a host without a window needs none

    try:
        class_in_window(campaign, str(made.room.opened.reading), made, made.stop)
    except Refused as error:  # there is no display: the phones and the teacher's page need none
        print(f"No window: {error}")
        return False
    return True


@contextmanager
def interrupted() -> Iterator[Ended]:
    """Say when somebody presses Ctrl-C, or the system asks the program to end."""
    ended = Ended(threading.Event())

    def ask(_number: int, _frame: FrameType | None) -> None:
        ended.asked.set()

    before = {one: signal.signal(one, ask) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
