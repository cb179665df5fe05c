"""How large the numbers of a campaign may be, and how many things a list may have."""

from __future__ import annotations

from typing import Any

from game.campaign.campaign import Outline
from game.campaign.classroom import (
    Classroom,
    DebriefQuestion,
    LessonPlan,
    Misconception,
    Phase,
    Seat,
    SeatCard,
    SpeakerNotes,
)
from game.campaign.geography import Area, Column, Front, Line, Place, Threat
from game.campaign.model import Model, Record, Series
from game.campaign.scenario import (
    Command,
    Council,
    Decision,
    Estimate,
    LedgerRow,
    Scenario,
    Situation,
    Telegram,
)

LONGEST_MODEL = 1200
"""Months a model may compute: a hundred years."""

NUMBERS: dict[tuple[Any, str], tuple[float, float]] = {
    (Outline, "version"): (1, 1_000_000),
    (Place, "rank"): (1, 3),
    (Line, "cut_each"): (0.001, 1e15),
    (Column, "least"): (0, 1e15),
    (Council, "time_for"): (0, 20),
    (Command, "after"): (0, LONGEST_MODEL),
    (Command, "months"): (1, LONGEST_MODEL),
    (LedgerRow, "even"): (0, 1e15),
    (Seat, "from_pupils"): (1, 200),
    (LessonPlan, "lasts"): (10, 600),
    (Phase, "minutes"): (1, 240),
}
"""From a class and a field to the least and the greatest value."""

COUNTS: dict[tuple[Any, str], tuple[int, int | None]] = {
    (Outline, "scenarios"): (1, 60),
    (Outline, "theatre"): (1, None),
    (Outline, "opening"): (1, None),  # it carries the content note
    (Outline, "endings"): (1, None),
    (Outline, "indicators"): (1, None),
    (Scenario, "view"): (1, None),
    (Situation, "dispatches"): (1, None),
    (Telegram, "paragraphs"): (1, None),
    (Council, "speeches"): (1, None),
    (Decision, "responses"): (2, 26),  # each has a letter
    (Estimate, "answers"): (2, 20),
    (LedgerRow, "cases"): (1, None),
    (Model, "readings"): (1, None),
    (Series, "points"): (1, None),
    (Record, "points"): (1, None),
    (Line, "points"): (1, None),
    (Front, "points"): (1, None),
    (Area, "outline"): (3, None),
    (Threat, "points"): (2, None),
    (Column, "route"): (2, None),
    (Classroom, "seats"): (1, 40),
    (Classroom, "code_names"): (1, 500),
    (LessonPlan, "telegrams"): (1, None),
    (LessonPlan, "phases"): (1, 20),
}
"""From a class and a field to the fewest and the most things."""

LENGTHS: dict[tuple[Any, str], int] = {
    (Seat, "title"): 40,
    (Seat, "task"): 160,
    (Seat, "interest"): 160,
    (SeatCard, "text"): 400,
    (Classroom, "code_names"): 14,
    (SpeakerNotes, "situation"): 500,
    (SpeakerNotes, "telegram"): 500,
    (SpeakerNotes, "council"): 500,
    (SpeakerNotes, "decision"): 500,
    (SpeakerNotes, "consequences"): 500,
    (SpeakerNotes, "record"): 500,
    (DebriefQuestion, "ask"): 300,
    (Misconception, "told"): 120,
    (Misconception, "answer"): 500,
    (LessonPlan, "title"): 60,
    (LessonPlan, "aim"): 300,
    (Phase, "title"): 40,
    (Phase, "text"): 500,
}
"""From a class and a text to the most letters that a phone or a printed card has room for."""

LONGITUDE = (-180.0, 180.0)
LATITUDE = (-90.0, 90.0)
