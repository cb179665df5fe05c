"""`classroom erase`: take one pupil out of a room that is kept."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from game.classroom import store
from game.classroom.store import Entry, InUseError, RoomFile, RoomFileError, rooms_folder
from game.commands.classroom_told import told_of_erasing
from game.errors import Refused
from game.room.erasing import bearers
from game.room.events import AnyEvent, Erased, Joined, PupilId


def run(given: Namespace) -> int:
    """Erase one pupil from a room that is kept; return 0."""
    path = store.named(rooms_folder(), given.room)
    try:
        file = RoomFile.open(path)
    except InUseError as error:
        message = f"{error}; while it is hosted, erase on the teacher's page"
        raise Refused(message) from error
    except RoomFileError as error:
        raise Refused(str(error)) from error
    try:
        entries = file.entries()
        pupil = wanted_pupil([one.event for one in entries], given.pupil)
        file.add([Entry(entries[-1].at, Erased(pupil))])
        traces = file.has_traces
    except RoomFileError as error:
        raise Refused(str(error)) from error
    finally:
        file.close()
    print("\n".join(told_of_erasing(path, traces=traces)))
    return 0


def wanted_pupil(events: Sequence[AnyEvent], wanted: str) -> PupilId:
    """Return whom a teacher means, by name or by id.

    Raises:
        Refused: when nobody or more than one had that name.
    """
    joined = {one.pupil: one for one in events if isinstance(one, Joined)}
    if PupilId(wanted) in joined:
        return PupilId(wanted)
    found = bearers(events, wanted) if wanted.strip() else ()
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(f"{one} (seat {joined[one].seat})" for one in found)
        message = f"{len(found)} pupils of this room had the name {wanted!r}; name one: {which}"
        raise Refused(message)
    named = ", ".join(sorted({one.name for one in joined.values() if one.name})) or "nobody"
    message = f"no pupil {wanted!r} in this room; it has: {named}"
    raise Refused(message)
