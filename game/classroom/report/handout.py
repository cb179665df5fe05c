"""A page for every pupil to take home: what they knew, what they said, what came of it."""

from __future__ import annotations

from pathlib import Path

from game.campaign.campaign import Campaign
from game.campaign.scenario import Scenario
from game.chronicle.sheets import FAINT, INK, MONO, SANS, SERIF, Sheets
from game.room.facts import paid
from game.room.keeping import chronicle_page
from game.room.pupils import POINTS
from game.room.room import Pupil, Room
from game.room.seating import seat_of
from game.room.views import ChroniclePage, Kept

SMALL = 9.0
"""The size of letters at which six telegrams fit on a page, in points."""
FEW = 2
"""After so many telegrams there is room to say each in full, and to write on."""
OWN_WORDS = (
    "Something I was sure of, and should not have been",
    "The best reason for an answer that I did not speak for",
)
"""What a pupil may write down."""
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
    short = len(kept.kept) <= FEW
    for number, one in enumerate(kept.kept, len(room.opened.before) + 1):
        _telegram(sheets, campaign.scenarios[number - 1], number, one, short=short)
    for fact in paid(campaign, room) if short else ():
        _line(sheets, f"{fact.title} ({fact.grade})", fact.text)
    _end(sheets, kept)
    if short:
        _own_words(sheets)


def _telegram(sheets: Sheets, scenario: Scenario, number: int, one: Kept, *, short: bool) -> None:
    """Write one telegram: in a few lines, or in full where there is room."""
    sheets.ln(5)
    _line(sheets, f"{number}. {one.title}", one.when)
    if short:
        asked = scenario.telegram.asked
        _line(sheets, f"What was asked ({asked.grade})", asked.text)
    if one.card:
        _line(sheets, f"You alone knew ({one.card_grade})", one.card)
    reason = f", because {one.reason}" if one.reason else ""
    said = f"{one.mine}{reason}" if one.mine else "nothing"
    _line(sheets, "You spoke for", said)
    same = "the same" if one.history == one.sent else one.history
    _line(sheets, "The class sent", f"{one.sent}. History ({one.history_grade}): {same}.")
    if short:
        then = scenario.record.answered
        _line(sheets, f"What was answered then ({then.grade})", then.text)
    _foreseen(sheets, one, short=short)


def _foreseen(sheets: Sheets, one: Kept, *, short: bool) -> None:
    """Write what became of this pupil's points: question by question, or in all."""
    foreseen = [(came, came.mine[came.came]) for came in one.came if came.mine]
    if not foreseen:
        return
    whole = f"{sum(lay for _, lay in foreseen)} of {POINTS * len(foreseen)} lay on what came."
    _line(sheets, "Your points", whole)
    for came, lay in foreseen if short else ():
        answer = f"{came.answers[came.came]}. You had {lay} of {POINTS} on it."
        _line(sheets, came.ask, answer)


def _end(sheets: Sheets, kept: ChroniclePage) -> None:
    """Write where it led, and how to play it again."""
    sheets.ln(5)
    if kept.ending:
        text = f"{kept.ending.title} ({kept.ending.grade}). {kept.ending.text}"
        _line(sheets, "Where it led", text)
    if kept.code:
        sheets.piece("Run code: ", SANS, "B", SMALL)
        sheets.piece(kept.code, MONO, "", 11)
        again = "  Typed in at home, it goes on from here."
        sheets.piece(again, SERIF, "I", SMALL, FAINT)
        sheets.ln(TIGHT)


def _own_words(sheets: Sheets) -> None:
    """Leave room for what a pupil takes away."""
    for ask in OWN_WORDS:
        sheets.ln(10)
        _line(sheets, ask, "")
        for _ in range(2):
            sheets.ln(8)
            sheets.piece("_" * 96, SERIF, "", SMALL, FAINT)
            sheets.ln(TIGHT)


def _line(sheets: Sheets, head: str, text: str) -> None:
    """Write a head and what stands behind it. Pupils wrote some of it: nothing in it is markup."""
    colon = "" if head.endswith("?") else ":"
    for words, family, emphasis in ((f"{head}{colon} ", SANS, "B"), (text, SERIF, "")):
        sheets.set_font(family, emphasis, SMALL)
        sheets.set_text_color(*INK)
        sheets.write(TIGHT, words)
    sheets.ln(TIGHT)
