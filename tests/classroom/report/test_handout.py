"""A page to keep for every pupil."""

from __future__ import annotations

import re

from game.chronicle.kept import fonts
from game.classroom.report.handout import handouts
from tests.room.class_of import Session


def pages(made: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", made))


def test_every_pupil_has_one_page(played: Session) -> None:
    assert pages(handouts(played.campaign, played.room, fonts())) == 4


def test_names_in_any_script_and_any_markup_are_set(played: Session) -> None:
    played.comes("王明", "Димитров", "**bold** __x__ [a](http://b)")
    assert pages(handouts(played.campaign, played.room, fonts())) == 7
