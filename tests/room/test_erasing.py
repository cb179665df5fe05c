"""One pupil erased: nothing says who it was, and nothing that was counted changes."""

from __future__ import annotations

import msgspec
import pytest

from game.room.calibration import calibration
from game.room.erasing import bearers, unnamed
from game.room.events import AnyEvent, Erased, PupilId
from game.room.lesson import decided
from game.room.requests import (
    CastVote,
    Erase,
    Kick,
    Next,
    Rename,
    Reseat,
    ShowReason,
    SplitPoints,
    StepOut,
)
from game.room.room import folded
from tests.room.class_of import PRAY, VESTRY, WAIT, Session

BEN = PupilId("Ben")
SAID = ("Benjamin", "Bo of the dike", "digest-Ben", "my uncle built that sluice")
"""What is known of this pupil alone."""


@pytest.fixture
def spoken(deciding: Session) -> Session:
    """A lesson in which somebody did all that a pupil can do, and answered with the class."""
    deciding.teacher(Rename("Ben", SAID[0]), Reseat("Ben", VESTRY), Rename("Ben", SAID[1]))
    deciding.pupil("Ben", StepOut(out=True))
    deciding.pupil("Ben", StepOut(out=False))
    deciding.pupil("Ben", SplitPoints(0, "crest", (40, 10, 0)))
    deciding.pupil("Ben", CastVote(0, PRAY, SAID[3]))
    deciding.teacher(ShowReason("Ben", on=True))
    deciding.vote(Ann=WAIT, Cid=PRAY)
    deciding.teacher(Next(), Next(), Next())
    return deciding


def erased(lesson: Session) -> list[AnyEvent]:
    """Return what happened as it is written once this pupil was erased."""
    lesson.teacher(Erase("Ben"))
    return [unnamed(one, BEN) for one in lesson.events]


def test_no_event_says_any_more_who_it_was(spoken: Session) -> None:
    before = msgspec.json.encode(spoken.events).decode()
    after = msgspec.json.encode(erased(spoken)).decode()

    assert [one in before for one in SAID] == [True] * 4
    assert [one for one in (*SAID, '"out":true') if one in after] == []


def test_what_was_counted_stays_counted(spoken: Session) -> None:
    found, forecasts = (
        decided(spoken.campaign, spoken.room),
        calibration(spoken.campaign, spoken.room),
    )
    room = folded(erased(spoken))
    (before,), (after,) = found, decided(spoken.campaign, room)

    assert (after.voices, after.seats, after.torn) == (before.voices, before.seats, before.torn)
    assert calibration(spoken.campaign, room) == forecasts
    assert (len(before.reasons), after.reasons) == (1, ())


def test_whoever_is_erased_is_out_of_the_room(spoken: Session) -> None:
    room = folded(erased(spoken))

    assert BEN not in room.pupils
    assert room.round.votes[BEN].seat == VESTRY


def test_others_stay_as_they_are(spoken: Session) -> None:
    others = [one for one in spoken.events if getattr(one, "pupil", BEN) != BEN]

    assert [unnamed(one, BEN) for one in others] == others


def test_the_name_of_a_room_is_no_pupils(spoken: Session) -> None:
    assert unnamed(spoken.events[0], BEN) == spoken.events[0]


def test_everybody_who_ever_had_a_name_is_found_by_it(spoken: Session) -> None:
    spoken.teacher(Kick("Ben"), Rename("Cid", "benjamin"))

    assert bearers(spoken.events, " BENJAMIN ") == (BEN, PupilId("Cid"))
    assert bearers([unnamed(one, BEN) for one in spoken.events], SAID[1]) == ()


def test_erasing_is_an_event_of_its_own(spoken: Session) -> None:
    spoken.teacher(Erase("Ben"))

    assert spoken.events[-1] == Erased(BEN)
