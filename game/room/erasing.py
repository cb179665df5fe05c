"""Erase one pupil: what could be tied to them goes, what was counted stays counted, of nobody."""

from __future__ import annotations

from collections.abc import Iterable

from game.room.events import AnyEvent, Joined, PupilId, Renamed, SteppedOut, Voted


def unnamed(event: AnyEvent, pupil: PupilId) -> AnyEvent:
    """Return an event of a pupil without name, key and reason; any other as it is.

    The id stays: it was drawn by lot, and without the key nothing leads from it to anybody. Seat,
    response and points stay, for they are in the counts.
    """
    if getattr(event, "pupil", None) != pupil:
        return event
    match event:
        case Joined(_, _, _, seat):
            return Joined(pupil, "", "", seat)
        case Renamed():
            return Renamed(pupil, "")
        case SteppedOut():
            return SteppedOut(pupil, out=False)
        case Voted(_, turn, response, _):
            return Voted(pupil, turn, response, "")
        case _:
            return event


def bearers(events: Iterable[AnyEvent], name: str) -> tuple[PupilId, ...]:
    """Return everybody who ever had a name in a room, those who were sent out as well."""
    named = (one for one in events if isinstance(one, Joined | Renamed))
    wanted = name.strip().casefold()
    return tuple(dict.fromkeys(one.pupil for one in named if one.name.casefold() == wanted))
