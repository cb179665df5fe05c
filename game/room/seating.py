"""Who sits where, and what they are called."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from game.campaign.campaign import Campaign
from game.campaign.classroom import Seat
from game.campaign.words import Id
from game.room.requests import LONGEST_NAME
from game.room.room import Pupil, Room

MOST_PUPILS = 500
"""A room holds no more: several classes in a hall."""


def chair_of(campaign: Campaign) -> Id:
    """Return the seat that decides when the chair does."""
    return next(one.id for one in campaign.classroom.seats if one.chair)


def seat_of(campaign: Campaign, pupil: Pupil) -> Seat:
    """Return a pupil's seat; the first one when the campaign no longer has it."""
    seats = campaign.classroom.seats
    return next((one for one in seats if one.id == pupil.seat), seats[0])


def seats_filled(campaign: Campaign, pupils: int) -> tuple[Seat, ...]:
    """Return the seats that a class of so many pupils fills."""
    return tuple(one for one in campaign.classroom.seats if one.from_pupils <= pupils)


def next_seat(campaign: Campaign, room: Room) -> Seat:
    """Return the seat for somebody who comes in: the emptiest, the chair for one alone."""
    sitting = Counter(one.seat for one in room.pupils.values())
    open_seats = seats_filled(campaign, len(room.pupils) + 1)
    shared = [one for one in open_seats if not one.chair or not sitting[one.id]]
    return min(shared or open_seats, key=lambda one: sitting[one.id])


def tidy(text: str, longest: int) -> str:
    """Return words from outside on one line: no control or direction marks, single spaces."""
    plain = unicodedata.normalize("NFC", text[: 4 * longest])
    seen = "".join(
        " " if one.isspace() else one
        for one in plain
        if one.isspace() or unicodedata.category(one)[0] != "C"
    )
    return " ".join(seen.split())[:longest].strip()


def tidy_name(text: str, taken: Iterable[str]) -> str:
    """Return a name that nobody else has: a number is put behind one that is taken."""
    name = tidy(text, LONGEST_NAME)
    others = {one.casefold() for one in taken}
    wanted, number = name, 2
    while wanted.casefold() in others:
        tail = f" {number}"
        wanted, number = name[: LONGEST_NAME - len(tail)] + tail, number + 1
    return wanted
