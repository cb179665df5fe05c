"""A page for every pupil to take home: what they knew, what they said, what came of it."""

from __future__ import annotations

from pathlib import Path

from game.campaign.campaign import Campaign
from game.chronicle.sheets import FAINT, INK, MONO, SANS, SERIF, Sheets
from game.room.keeping import chronicle_page
from game.room.room import Pupil, Room
from game.room.seating import seat_of
from game.room.views import Came, ChroniclePage, Kept

SMALL = 9.0
"""The size of letters at which six telegrams fit on a page, in points."""
TIGHT = 12.0
"""From line to line, in points."""


def handouts(campaign: Campaign, room: Room, fonts: Path) -> bytes:
    """Return a PDF with one page for each pupil in the room.

    Args:
        campaign: what was played.
        room: the lesson, over or not.
        fonts: the folder with the game's faces.
    """
    sheets = Sheets(fonts, f"{campaign.outline.title}: a page to keep")
    for number, pupil in enumerate(room.pupils.values()):
        if number:
            sheets.add_page()
        _page(sheets, campaign, room, pupil)
    return sheets.written()


def _page(sheets: Sheets, campaign: Campaign, room: Room, pupil: Pupil) -> None:
    seat, kept = seat_of(campaign, pupil), chronicle_page(campaign, room, pupil)
    sheets.heading(f"{pupil.name}: {seat.title}", 0)
    _line(sheets, "You were after", seat.interest)
    for number, one in enumerate(kept.kept, len(room.opened.before) + 1):
        _telegram(sheets, number, one)
    _end(sheets, kept)


def _telegram(sheets: Sheets, number: int, one: Kept) -> None:
    """Write one telegram in a few lines."""
    sheets.ln(5)
    _line(sheets, f"{number}. {one.title}", one.when)
    if one.card:
        _line(sheets, f"You alone knew ({one.card_grade})", one.card)
    reason = f", because {one.reason}" if one.reason else ""
    said = f"{one.mine}{reason}" if one.mine else "nothing"
    _line(sheets, "You spoke for", said)
    same = "the same" if one.history == one.sent else one.history
    _line(sheets, "The class sent", f"{one.sent}. History, as far as it is known: {same}.")
    foreseen = [_foreseen(came) for came in one.came if came.mine]
    if foreseen:
        _line(sheets, "Your points on what came", "; ".join(foreseen))


def _foreseen(one: Came) -> str:
    assert one.mine is not None, "only those who spread points are told of them"
    return f"{one.mine[one.came]} of 50 on {one.answers[one.came]}"


def _end(sheets: Sheets, kept: ChroniclePage) -> None:
    """Write where it led, and how to play it again."""
    sheets.ln(5)
    if kept.ending:
        text = f"{kept.ending.title} ({kept.ending.grade}). {kept.ending.text}"
        _line(sheets, "Where it led", text)
    if kept.code:
        sheets.piece("Run code: ", SANS, "B", SMALL)
        sheets.piece(kept.code, MONO, "", 11)
        sheets.piece("  Typed in at home, it opens this end again.", SERIF, "I", SMALL, FAINT)
        sheets.ln(TIGHT)


def _line(sheets: Sheets, head: str, text: str) -> None:
    """Write a head and what stands behind it. Pupils wrote some of it: nothing in it is markup."""
    for words, family, emphasis in ((f"{head}: ", SANS, "B"), (text, SERIF, "")):
        sheets.set_font(family, emphasis, SMALL)
        sheets.set_text_color(*INK)
        sheets.write(TIGHT, words)
    sheets.ln(TIGHT)
