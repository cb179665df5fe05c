"""A lesson of two telegrams in the harbour."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.room.requests import CastVote, Next, ShowReason, SplitPoints
from tests.room.class_of import PRAY, WAIT, Session, with_class


@pytest.fixture(scope="session")
def town(harbour: Campaign) -> Campaign:
    """The harbour with three seats."""
    return with_class(harbour)


def to_the_vote(lesson: Session) -> None:
    """Go from a lobby or a record to an open vote."""
    while not lesson.room.round.is_open:
        lesson.teacher(Next())


def answered(lesson: Session, **voices: str) -> None:
    """Vote and send the answer."""
    to_the_vote(lesson)
    lesson.vote(**voices)  # type: ignore[arg-type]
    lesson.teacher(Next(), Next(), Next())


@pytest.fixture
def played(town: Campaign) -> Session:
    """Four pupils, two telegrams: split over the first, of one mind over the second."""
    lesson = Session(town)
    lesson.comes("Ann", "Ben", "Cid", "Dot")
    to_the_vote(lesson)
    lesson.pupil("Ben", CastVote(0, WAIT, "the chest is empty"))
    lesson.pupil("Dot", CastVote(0, PRAY, "=HYPERLINK()"))
    lesson.pupil("Ben", SplitPoints(0, "crest", (40, 10, 0)))
    lesson.teacher(ShowReason("Ben", on=True))
    answered(lesson, Ann=WAIT, Cid=PRAY)
    lesson.teacher(Next())
    answered(lesson, Ann=WAIT, Ben=WAIT, Cid=WAIT)
    return lesson
