"""A room's first events, for tests."""

from __future__ import annotations

from game.campaign.words import Id, ResponseId
from game.classroom.store import Entry
from game.room.events import AnyEvent, Joined, Opened, PupilId
from game.room.ways import Way

KEY = "T" * 26


def beginning(
    campaign: str = "harbour",
    *,
    version: int = 1,
    reading: str = "engineer",
    before: tuple[str, ...] = (),
    delete_on: str | None = None,
) -> Opened:
    """Return the opening of a room of the harbour."""
    return Opened(
        code="KTMR",
        name="7b",
        campaign=Id(campaign),
        version=version,
        seed=1,
        chance=False,
        reading=Id(reading),
        way=Way.EACH,
        before=tuple(map(ResponseId, before)),
        delete_on=delete_on,
    )


def joined(name: str, seat: str = "council", digest: str = "") -> Joined:
    """Return somebody's coming in."""
    return Joined(PupilId(name.lower()), digest, name, Id(seat))


def at(*events: AnyEvent) -> tuple[Entry, ...]:
    """Return events as they are written down, a second apart."""
    return tuple(Entry(1000 * number, one) for number, one in enumerate(events, 1))
