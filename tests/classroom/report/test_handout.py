"""A page to keep for every pupil."""

from __future__ import annotations

import re

from fpdf.fonts import TTFFont

from game.chronicle.kept import fonts
from game.chronicle.sheets import Sheets
from game.classroom.report.handout import handouts
from tests.room.class_of import Session


def pages(made: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", made))


def test_the_files_of_the_faces_are_let_go() -> None:
    sheets = Sheets(fonts(), "A paper")
    sheets.paragraph("Words")
    sheets.written()
    faces = [one for one in sheets.fonts.values() if isinstance(one, TTFFont)]
    assert faces
    assert all(one.ttfont.reader.file.closed for one in faces if one.ttfont.reader)


def test_every_pupil_has_one_page(played: Session) -> None:
    assert pages(handouts(played.campaign, played.room, fonts())) == 4


def test_names_in_any_script_and_any_markup_are_set(played: Session) -> None:
    played.comes("王明", "Димитров", "**bold** __x__ [a](http://b)")
    assert pages(handouts(played.campaign, played.room, fonts())) == 7
