"""A page to keep for every pupil."""

from __future__ import annotations

import re

import pytest
from fpdf.fonts import TTFFont

from game.campaign.campaign import Campaign
from game.chronicle.kept import fonts
from game.chronicle.sheets import Sheets
from game.classroom.report.handout import OWN_WORDS, handouts
from tests.classroom.lesson import Lesson, stages
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


def told(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what is written on the pages of a lesson."""
    written: list[str] = []
    write = Sheets.write

    def noted(sheets: Sheets, high: float, text: str) -> None:
        written.append(text)
        write(sheets, high, text)

    monkeypatch.setattr(Sheets, "write", noted)
    handouts(lesson.campaign, lesson.room, fonts())
    return " ".join(written)


def after(campaign: Campaign, last: str) -> Lesson:
    """Return a lesson with one pupil that has come to a stop."""
    lesson = Lesson.opened(campaign)
    lesson.comes("Ann")
    assert last in stages(lesson)
    return lesson


def test_after_one_telegram_the_page_is_told_in_full_and_has_room_to_write(
    shipped: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = after(shipped, "1-record")
    said, scenario = told(lesson, monkeypatch), shipped.scenarios[0]
    wanted = (
        str(scenario.telegram.asked.text),
        str(scenario.record.answered.text),
        "The villages (inferred)",
        str(scenario.decision.estimates[0].ask),
        *OWN_WORDS,
    )
    assert [one for one in wanted if one not in said] == []
    assert pages(handouts(shipped, lesson.room, fonts())) == 1


def test_after_six_the_page_sums_up_the_points(
    shipped: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = after(shipped, "debrief-3")
    said = told(lesson, monkeypatch)
    assert said.count("of 150 lay on what came.") == 6
    assert str(shipped.scenarios[0].decision.estimates[0].ask) not in said
    assert pages(handouts(shipped, lesson.room, fonts())) == 1
