"""A lesson as a table for machines: one row for each pupil, telegram and estimate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.campaign.campaign import Campaign
from game.campaign.scenario import Estimate
from game.chronicle.tables import Cell, as_csv
from game.classroom.report.codebook import COLUMNS
from game.classroom.report.report import spoken_for
from game.playthrough.replay import Step, play
from game.room.came import came_true
from game.room.debrief import played
from game.room.events import PupilId
from game.room.lesson import Decided, decided
from game.room.room import Room

LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be computed by a spreadsheet, not shown."""


def csv_files(campaign: Campaign, rooms: Sequence[Room], *, names: bool = False) -> dict[str, str]:
    """Return the table and its codebook, by what is added to the file's name."""
    head = tuple(name for name, _, _ in COLUMNS)
    body = (row for room in rooms for row in rows(campaign, room, names=names))
    return {"": as_csv(head, body), "-codebook": as_csv(("name", "meaning", "unit"), COLUMNS)}


def rows(campaign: Campaign, room: Room, *, names: bool = False) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a lesson.

    Args:
        campaign: what was played.
        room: the lesson.
        names: whether pupils' names and reasons are given; otherwise pupils are numbers.
    """
    steps, numbers = play(campaign, room.desk.playthrough).steps, numbered(room)
    for found in decided(campaign, room):
        step = steps[found.turn]
        for pupil in spoke(room, found.turn):
            voice = _voice(campaign, room, found.turn, pupil)
            known = room.pupils.get(pupil)
            name = _plain(known.name) if names and known else str(numbers[pupil])
            told = (name, *voice[:3], _plain(voice[3]) if names else "")
            for asked in step.scenario.decision.estimates:
                points = _points(campaign, room, step, (found.turn, pupil), asked)
                yield (*_telegram(room, found, step), *told, *_sent(found), *points)


def numbered(room: Room) -> dict[PupilId, int]:
    """Return everybody who is in the room or ever spoke in it, each with a number of their own."""
    voices = (key for turn in played(room) for key in room.round_of(turn).votes)
    everybody = dict.fromkeys((*room.pupils, *voices))
    return {one: number for number, one in enumerate(everybody, 1)}


def spoke(room: Room, turn: int) -> tuple[PupilId, ...]:
    """Return everybody who is in the room, and whoever spoke on this telegram and has gone."""
    said = room.round_of(turn).votes
    return tuple(one for one in numbered(room) if one in room.pupils or one in said)


def _telegram(room: Room, found: Decided, step: Step) -> tuple[Cell, ...]:
    made = room.opened
    return (
        made.code,
        made.campaign,
        made.version,
        found.turn + 1,
        step.scenario.id,
        found.way.value,
    )


def _voice(campaign: Campaign, room: Room, turn: int, pupil: PupilId) -> tuple[str, str, str, str]:
    """Return seat, response, its letter and the reason; empty where nothing was said."""
    vote, known = room.round_of(turn).votes.get(pupil), room.pupils.get(pupil)
    if vote is None:
        return known.seat if known else "", "", "", ""
    return vote.seat, vote.response, spoken_for(campaign, room, turn, pupil), vote.reason


def _sent(found: Decided) -> tuple[Cell, ...]:
    voices = {choice.id: many for choice, many in found.voices}
    return found.sent.id, found.history.id, voices[found.sent.id]


def _points(
    campaign: Campaign, room: Room, step: Step, who: tuple[int, PupilId], asked: Estimate
) -> tuple[Cell, ...]:
    turn, pupil = who
    points = room.round_of(turn).points.get((pupil, asked.id), ())
    came = came_true(campaign, room, step, asked) + 1
    return asked.id, ";".join(map(str, points)), came


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(LOOKS_LIKE_A_FORMULA) else text
