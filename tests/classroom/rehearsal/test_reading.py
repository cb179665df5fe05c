"""What a simulated pupil reads off the very pages that phones show."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.classroom.pages import phone_parts
from game.classroom.rehearsal.reading import Asked, Ballot, asked, ballot, counted, seat
from game.room.door import phone
from game.room.events import PupilId
from game.room.requests import CastVote, CloseVote, Next
from tests.room.class_of import PRAY, WAIT, Session, with_class


@pytest.fixture
def voting(harbour: Campaign) -> Session:
    """A room with three pupils and an open vote."""
    lesson = Session(with_class(harbour))
    lesson.comes("Ann", "Ben", "Cid")
    lesson.teacher(*(Next() for _ in range(5)))
    return lesson


def parts(lesson: Session) -> dict[str, str]:
    """Return the parts of a pupil's page."""
    return phone_parts(phone(lesson.campaign, lesson.room, PupilId("Ben"), 0))


def test_an_open_vote_is_read_with_what_is_on_the_table(voting: Session) -> None:
    assert ballot(parts(voting)["vote"]) == Ballot(0, (WAIT, PRAY))


def test_a_closed_vote_is_none(voting: Session) -> None:
    voting.teacher(CloseVote())
    assert ballot(parts(voting)["vote"]) is None


def test_estimates_are_read_with_their_answers(voting: Session) -> None:
    assert asked(parts(voting)["split"]) == (Asked(0, "crest", 3),)


def test_the_count_is_read(voting: Session) -> None:
    voting.pupil("Ann", CastVote(0, WAIT))
    assert counted(parts(voting)["count"]) == (1, 3)


def test_outside_a_decision_nothing_is_counted() -> None:
    assert counted("<p>3 in the room</p>") is None


def test_the_seat_is_read(voting: Session) -> None:
    assert seat(parts(voting)["me"]) == "The engineer"


def test_where_no_seat_is_named_none_is_read() -> None:
    assert seat("<h2>You stepped out</h2>") == ""
