"""What comes of what pupils ask."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.room.events import PupilId, Removed
from game.room.pupils import join, of_pupil
from game.room.refusals import WORDS, Code, Refused
from game.room.requests import (
    CastVote,
    CloseVote,
    End,
    Lock,
    Mute,
    Next,
    SplitPoints,
    StepOut,
)
from game.room.seating import MOST_PUPILS
from tests.exhaustive import sampled
from tests.room.class_of import GANGS, PRAY, WAIT, Session

BEN = PupilId("Ben")


def joining(lesson: Session, name: str) -> object:
    """Return what comes of somebody's coming in."""
    return join(lesson.campaign, lesson.room, name, PupilId(name), "digest")


def test_two_of_one_name_are_told_apart(lesson: Session) -> None:
    lesson.comes("Wei")
    lesson.happened(join(lesson.campaign, lesson.room, " wei ", PupilId("other"), "digest"))
    assert [one.name for one in lesson.room.pupils.values()] == ["Wei", "wei 2"]


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "\x00"])
def test_nothing_visible_is_no_name(lesson: Session, name: str) -> None:
    assert joining(lesson, name) == Refused(Code.NO_NAME)


def test_nobody_comes_into_a_locked_room(lesson: Session) -> None:
    lesson.teacher(Lock(on=True))
    assert joining(lesson, "Ann") == Refused(Code.LOCKED)


def test_a_room_that_was_unlocked_takes_pupils_again(lesson: Session) -> None:
    lesson.teacher(Lock(on=True), Lock(on=False))
    lesson.comes("Ann")
    assert len(lesson.room.pupils) == 1


@pytest.mark.parametrize("most", sampled([12, MOST_PUPILS], [12]))
def test_a_room_holds_so_many_and_no_more(
    town: Campaign, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.room.pupils.MOST_PUPILS", most)
    lesson = Session(town)
    lesson.comes(*(f"P{number}" for number in range(most)))
    assert len(lesson.room.pupils) == most
    assert joining(lesson, "One more") == Refused(Code.FULL)


def test_five_hundred_may_be_in_a_room() -> None:
    assert MOST_PUPILS == 500


def test_nobody_comes_when_the_lesson_is_over(lesson: Session) -> None:
    lesson.teacher(End())
    assert joining(lesson, "Ann") == Refused(Code.ENDED)


def test_somebody_late_may_vote_at_once(deciding: Session) -> None:
    deciding.comes("Eve")
    deciding.vote(Eve=WAIT)
    assert deciding.room.round.votes[PupilId("Eve")].response == WAIT


def test_a_vote_is_kept_with_its_seat_and_reason(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "  the chest\nis empty "))
    vote = deciding.room.round.votes[BEN]
    assert (vote.seat, vote.response, vote.reason) == ("engineer", WAIT, "the chest is empty")


def test_a_later_vote_takes_the_place_of_an_earlier_one(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    deciding.vote(Ben=PRAY)
    assert {key: one.response for key, one in deciding.room.round.votes.items()} == {BEN: PRAY}


def test_the_same_vote_again_is_no_event(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    assert of_pupil(deciding.campaign, deciding.room, BEN, CastVote(0, WAIT)) == ()


def test_a_vote_on_another_telegram_is_late(deciding: Session) -> None:
    assert deciding.turned_down("Ben", CastVote(1, WAIT)) == Refused(Code.LATE)


def test_a_vote_after_the_close_is_refused(deciding: Session) -> None:
    deciding.teacher(CloseVote())
    assert deciding.turned_down("Ben", CastVote(0, WAIT)) == Refused(Code.NOT_OPEN)


@pytest.mark.parametrize("response", [GANGS, "nonsense", "<script>"])
def test_only_what_is_on_the_table_can_be_voted_for(deciding: Session, response: str) -> None:
    assert deciding.turned_down("Ben", CastVote(0, response)) == Refused(Code.NOT_ON_TABLE)


def test_a_muted_room_takes_the_vote_without_its_reason(deciding: Session) -> None:
    deciding.teacher(Mute(on=True))
    deciding.pupil("Ben", CastVote(0, WAIT, "rude"))
    assert deciding.room.round.votes[BEN].reason == ""


def test_a_reason_is_cut_to_its_length(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "x" * 400))
    assert len(deciding.room.round.votes[BEN].reason) == 140


def test_whoever_was_sent_out_is_not_heard(deciding: Session) -> None:
    deciding.happened(Removed(BEN))
    assert deciding.turned_down("Ben", CastVote(0, WAIT)) == Refused(Code.NO_PUPIL)


def test_nothing_is_taken_after_the_lesson(deciding: Session) -> None:
    deciding.teacher(End())
    assert deciding.turned_down("Ben", CastVote(0, WAIT)) == Refused(Code.ENDED)


def test_points_are_kept(deciding: Session) -> None:
    deciding.pupil("Ben", SplitPoints(0, "crest", (10, 40, 0)))
    assert deciding.room.round.points == {(BEN, "crest"): (10, 40, 0)}


def test_points_may_be_given_while_no_vote_is_open(deciding: Session) -> None:
    deciding.teacher(CloseVote())
    deciding.pupil("Ben", SplitPoints(0, "crest", (50, 0, 0)))
    assert deciding.room.round.points[BEN, "crest"] == (50, 0, 0)  # type: ignore[index]


def test_the_same_points_again_are_no_event(deciding: Session) -> None:
    same = SplitPoints(0, "crest", (50, 0, 0))
    deciding.pupil("Ben", same)
    assert of_pupil(deciding.campaign, deciding.room, BEN, same) == ()


@pytest.mark.parametrize("points", [(50,), (20, 20, 20), (0, 0, 0), (10, 10, 10, 20)])
def test_points_that_do_not_add_up_are_refused(deciding: Session, points: tuple[int, ...]) -> None:
    assert deciding.turned_down("Ben", SplitPoints(0, "crest", points)) == Refused(Code.POINTS)


def test_points_on_something_unknown_are_refused(deciding: Session) -> None:
    refusal = deciding.turned_down("Ben", SplitPoints(0, "weather", (50, 0, 0)))
    assert refusal == Refused(Code.NO_ESTIMATE)


def test_points_after_the_answer_are_late(deciding: Session) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Next(), Next(), Next())
    assert deciding.turned_down("Ben", SplitPoints(0, "crest", (50, 0, 0))) == Refused(Code.LATE)


def test_stepping_out_of_the_role_is_noted_and_undone(deciding: Session) -> None:
    deciding.pupil("Ben", StepOut(out=True))
    out = deciding.room.pupils[BEN].out
    deciding.pupil("Ben", StepOut(out=False))
    assert (out, deciding.room.pupils[BEN].out) == (True, False)


def test_stepping_out_twice_is_one_event(deciding: Session) -> None:
    deciding.pupil("Ben", StepOut(out=True))
    assert of_pupil(deciding.campaign, deciding.room, BEN, StepOut(out=True)) == ()


@pytest.mark.parametrize("code", Code)
def test_every_refusal_says_what_is_so_and_what_would_do(code: Code) -> None:
    assert set(WORDS) == set(Code)
    assert Refused(code).message.endswith(".")
    assert Refused(code).fix.endswith((".", "?"))


def test_points_are_spread_before_the_count_is_shown(deciding: Session) -> None:
    """Whoever knows what is sent foresees otherwise."""
    deciding.teacher(Next(), Next())

    assert deciding.turned_down("Ben", SplitPoints(0, "crest", (50, 0, 0))) == Refused(Code.SHOWN)


def test_while_the_vote_is_closed_and_not_shown_points_are_still_taken(deciding: Session) -> None:
    deciding.teacher(Next())
    deciding.pupil("Ben", SplitPoints(0, "crest", (50, 0, 0)))

    assert deciding.room.round.points == {("Ben", "crest"): (50, 0, 0)}
