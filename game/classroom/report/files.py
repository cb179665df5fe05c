"""Reports as files: of one lesson or of several, by the ending of the file that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle
from game.chronicle.page import page
from game.classroom.report.report import report_of
from game.classroom.report.rooms import rooms_of
from game.classroom.report.table import csv_files
from game.classroom.report.xapi import as_json
from game.room.room import Room

KINDS = (".html", ".pdf", ".csv", ".json")
"""What a report can be: a page, paper, a table with its codebook, xAPI statements."""


def files(
    campaign: Campaign, rooms: Sequence[Room], kind: str, fonts: Path, *, names: bool = False
) -> dict[str, str | bytes]:
    """Return the files of a report, by what is added to the name that was asked for.

    Args:
        campaign: what was played.
        rooms: one lesson, or several to be held side by side.
        kind: one of `KINDS`.
        fonts: the folder with the game's faces.
        names: whether pupils are named; statements never name anybody.
    """
    match kind:
        case ".csv":
            return {**csv_files(campaign, rooms, names=names)}
        case ".json":
            return {"": as_json(campaign, rooms)}
        case ".pdf":
            from game.chronicle.paper import paper  # noqa: PLC0415 - it is slow to load

            return {"": paper(_told(campaign, rooms, names=names), fonts)}
        case _:
            return {"": page(_told(campaign, rooms, names=names))}


def _told(campaign: Campaign, rooms: Sequence[Room], *, names: bool) -> Chronicle:
    if len(rooms) > 1:
        return rooms_of(campaign, rooms)
    return report_of(campaign, rooms[0], names=names)
