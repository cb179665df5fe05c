"""Several classes side by side: what they answered themselves, where they parted, and no pupil."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle, Table, Words
from game.classroom.report.rooms import rooms_of
from game.room.requests import Next
from tests.classroom.report.conftest import answered
from tests.room.class_of import PRAY, WAIT, Session


@pytest.fixture
def other(town: Campaign) -> Session:
    """Another class, which answered the first telegram only, and otherwise."""
    lesson = Session(town)
    lesson.comes("Eva", "Fil")
    answered(lesson, Eva=PRAY, Fil=PRAY)
    return lesson


def table(found: Chronicle, section: str) -> Table:
    """Return the table of a section."""
    parts = next(one.parts for one in found.sections if one.id == section)
    assert isinstance(parts[0], Table)
    return parts[0]


def test_a_telegram_that_one_class_answered_is_told_of_all(played: Session, other: Session) -> None:
    found = rooms_of(played.campaign, (other.room, played.room))
    rows = [[cell[:2] for cell in row[1:3]] for row in table(found, "answers").rows]

    assert rows == [["C.", "A."], ["–", "A."]]


def test_the_answer_of_history_has_its_grade(played: Session, other: Session) -> None:
    (row,) = table(rooms_of(played.campaign, (played.room, other.room), range(1)), "answers").rows

    assert row[-1].endswith(f" ({played.campaign.scenarios[0].record.answered.grade})")


def test_of_telegrams_that_are_not_told_nothing_stands_there(
    played: Session, other: Session
) -> None:
    found = rooms_of(played.campaign, (played.room, other.room), range(1))

    assert [len(table(found, one).rows) for one in ("answers", "split")] == [1, 1]
    assert "endings" not in [one.id for one in found.sections]


def test_where_classes_parted_is_told_only_of_telegrams_that_are_told(
    played: Session, other: Session
) -> None:
    campaign, rooms = played.campaign, (played.room, other.room)
    said = [
        part.text
        for turns in (range(1), range(1, 2))
        for part in rooms_of(campaign, rooms, turns).all_parts()
        if isinstance(part, Words)
    ]

    assert said[0].startswith("They parted at telegram 1, ")
    assert said[1] == "They answered alike as far as they went."


def test_what_counts_as_answered_before_a_class_began_is_no_answer_of_its_own(
    town: Campaign, other: Session
) -> None:
    later = Session(town, before=(WAIT,))
    later.comes("Gus")
    answered(later, Gus=WAIT)
    rows = table(rooms_of(town, (later.room, other.room)), "answers").rows

    assert [row[1][:2] for row in rows] == ["–", "A."]


def test_classes_that_answered_nothing_have_nothing_to_compare(town: Campaign) -> None:
    lesson = Session(town)
    lesson.teacher(Next())

    assert table(rooms_of(town, (lesson.room, lesson.room)), "answers").rows == ()
