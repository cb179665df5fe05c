"""What comes of what the teacher asks."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.room.events import ClockSet, PupilId
from game.room.refusals import Code, Refused
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    CastVote,
    ChooseWay,
    CloseVote,
    Count,
    Debrief,
    End,
    Erase,
    Kick,
    Lock,
    Mute,
    Next,
    OpenVote,
    PauseClock,
    Rename,
    Reseat,
    Reveal,
    Send,
    ShowReason,
    StartClock,
    TeacherRequest,
)
from game.room.teacher import counting, of_teacher, time_is_up
from game.room.ways import Way
from tests.room.class_of import GANGS, MAYOR, PRAY, VESTRY, WAIT, Session

BEN = PupilId("Ben")


def stage(lesson: Session) -> tuple[int, Stage]:
    """Return the telegram on the table and its stage."""
    return lesson.room.turn, lesson.room.desk.stage


def walked(lesson: Session, **voices: str) -> None:
    """Go from an open vote to the consequences."""
    lesson.vote(**voices)  # type: ignore[arg-type]
    lesson.teacher(Next(), Next(), Next())


def test_one_button_leads_through_a_whole_lesson(lesson: Session) -> None:
    lesson.comes("Ann")
    seen = []
    for _ in lesson.campaign.scenarios:
        lesson.teacher(*(Next() for _ in range(5)))
        walked(lesson, Ann=WAIT)
        seen.append(stage(lesson))
        lesson.teacher(Next())
    lesson.teacher(Next())
    assert seen == [(0, Stage.CONSEQUENCES), (1, Stage.CONSEQUENCES)]
    assert stage(lesson) == (1, Stage.CHRONICLE)


def test_after_the_chronicle_come_the_three_steps_of_the_debrief(lesson: Session) -> None:
    lesson.comes("Ann")
    for _ in range(2):
        lesson.teacher(*(Next() for _ in range(5)))
        walked(lesson, Ann=WAIT)
        lesson.teacher(Next())
    lesson.teacher(Next(), Next(), Next(), Next())
    assert lesson.room.debrief == 2
    assert lesson.refused(Next()) == Refused(Code.LAST)


def test_a_short_lesson_goes_to_the_debrief_after_one_telegram(deciding: Session) -> None:
    walked(deciding, Ann=WAIT)
    deciding.teacher(Debrief())
    assert deciding.room.debrief == 0
    assert of_teacher(deciding.campaign, deciding.room, Debrief(), 0) == ()


def test_back_leaves_the_debrief_where_the_class_came_from(deciding: Session) -> None:
    deciding.teacher(Debrief(), Next(), Back(), Back())
    assert deciding.room.debrief is None
    assert stage(deciding) == (0, Stage.DECISION)


def test_back_goes_through_the_stages_to_the_lobby(deciding: Session) -> None:
    deciding.teacher(*(Back() for _ in range(4)))
    assert stage(deciding) == (0, Stage.OPENING)
    assert deciding.refused(Back()) == Refused(Code.FIRST)


def test_going_back_closes_the_vote(deciding: Session) -> None:
    deciding.teacher(Back())
    assert not deciding.room.round.is_open


def test_back_from_the_consequences_takes_the_answer_back_with_its_voices(
    deciding: Session,
) -> None:
    walked(deciding, Ann=WAIT, Ben=PRAY)
    deciding.teacher(Back())
    assert stage(deciding) == (0, Stage.DECISION)
    assert deciding.room.desk.playthrough.line == ()
    assert len(deciding.room.round.votes) == 2


def test_back_from_the_second_telegram_returns_to_the_first_ones_record(deciding: Session) -> None:
    walked(deciding, Ann=WAIT)
    deciding.teacher(Next(), Next(), Back())
    assert stage(deciding) == (0, Stage.RECORD)


def test_a_lesson_may_begin_at_a_later_telegram(town: Campaign) -> None:
    lesson = Session(town, before=(WAIT,))
    lesson.teacher(Next())
    assert stage(lesson) == (1, Stage.SITUATION)
    lesson.teacher(Back())
    assert stage(lesson) == (1, Stage.OPENING)


def test_the_vote_is_opened_closed_and_shown_one_step_at_a_time(deciding: Session) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Next())
    closed = deciding.room.round
    deciding.teacher(Next())
    assert (closed.is_open, closed.revealed) == (False, False)
    assert deciding.room.round.revealed


def test_a_vote_that_is_opened_again_keeps_its_voices_and_is_secret_again(
    deciding: Session,
) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Reveal(), OpenVote())
    assert deciding.room.round.votes
    assert not deciding.room.round.revealed


def test_opening_what_is_open_and_showing_what_is_shown_is_no_event(deciding: Session) -> None:
    assert of_teacher(deciding.campaign, deciding.room, OpenVote(), 0) == ()
    deciding.teacher(Reveal())
    assert of_teacher(deciding.campaign, deciding.room, Reveal(), 0) == ()


@pytest.mark.parametrize("request_", [OpenVote(), CloseVote(), Reveal(), Send(), Count({})])
def test_outside_the_decision_nothing_is_decided(lesson: Session, request_: TeacherRequest) -> None:
    assert lesson.refused(request_) == Refused(Code.NOT_AT_DECISION)


def test_what_is_closed_is_not_closed_again(deciding: Session) -> None:
    deciding.teacher(CloseVote())
    assert deciding.refused(CloseVote()) == Refused(Code.NOT_OPEN)


def test_a_count_nobody_asked_for_is_not_shown(lesson: Session) -> None:
    lesson.teacher(*(Next() for _ in range(4)))
    assert lesson.refused(Reveal()) == Refused(Code.NOT_OPEN)


def test_the_answer_is_not_sent_while_the_count_is_secret(deciding: Session) -> None:
    assert deciding.refused(Send()) == Refused(Code.NOT_REVEALED)


def test_only_what_was_decided_is_sent(deciding: Session) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Reveal())
    assert deciding.refused(Send(PRAY)) == Refused(Code.NOT_DECIDED_SO)
    deciding.teacher(Send(WAIT))
    assert deciding.room.desk.playthrough.line == (WAIT,)


def test_in_a_tie_the_teacher_sends_one_of_the_tied(deciding: Session) -> None:
    deciding.vote(Ben=WAIT, Cid=PRAY)
    deciding.teacher(Reveal())
    assert deciding.refused(Next()) == Refused(Code.TIED)
    assert deciding.refused(Send(GANGS)) == Refused(Code.TIED)
    deciding.teacher(Send(PRAY))
    assert deciding.room.desk.playthrough.line == (PRAY,)


def test_the_way_in_which_a_telegram_was_decided_stays_with_it(deciding: Session) -> None:
    walked(deciding, Ann=PRAY, Ben=WAIT, Cid=WAIT)
    deciding.teacher(ChooseWay(Way.CHAIR))
    assert deciding.room.way_of(0) is Way.EACH
    assert counting(deciding.campaign, deciding.room, 0).decided == WAIT


def test_hands_are_typed_in_and_counted(deciding: Session) -> None:
    deciding.teacher(ChooseWay(Way.HANDS))
    assert deciding.refused(Reveal()) == Refused(Code.NOT_COUNTED)
    deciding.teacher(Count({WAIT: 12, PRAY: 3}), Reveal(), Send())
    assert deciding.room.desk.playthrough.line == (WAIT,)


def test_typing_a_count_in_opens_the_vote_where_nobody_did(lesson: Session) -> None:
    lesson.teacher(*(Next() for _ in range(4)), ChooseWay(Way.SLIPS), Count({PRAY: 1}), Reveal())
    assert counting(lesson.campaign, lesson.room).decided == PRAY


def test_hands_for_what_is_not_on_the_table_are_refused(deciding: Session) -> None:
    deciding.teacher(ChooseWay(Way.HANDS))
    assert deciding.refused(Count({GANGS: 3})) == Refused(Code.NOT_ON_TABLE)


def test_nothing_is_typed_in_where_phones_vote(deciding: Session) -> None:
    assert deciding.refused(Count({WAIT: 3})) == Refused(Code.NOT_BY_HAND)


def test_the_way_that_holds_is_not_chosen_again(lesson: Session) -> None:
    assert of_teacher(lesson.campaign, lesson.room, ChooseWay(Way.EACH), 0) == ()


def test_a_question_is_answered_and_opens_a_response(lesson: Session) -> None:
    lesson.teacher(*(Next() for _ in range(3)), Ask("how-long"), Next(), Next())
    lesson.comes("Ann")
    lesson.vote(Ann=GANGS)
    assert lesson.room.desk.noted.asked == ("how-long",)


def test_there_is_time_for_so_many_questions_only(lesson: Session) -> None:
    lesson.teacher(*(Next() for _ in range(3)), Ask("how-long"))
    assert lesson.refused(Ask("how-sure")) == Refused(Code.NO_TIME)


@pytest.mark.parametrize("question", ["how-long", "nonsense"])
def test_what_was_asked_or_is_unknown_is_not_asked(lesson: Session, question: str) -> None:
    lesson.teacher(*(Next() for _ in range(3)), Ask("how-long"))
    assert lesson.refused(Ask(question)) == Refused(Code.NO_QUESTION)


def test_questions_are_for_the_council(lesson: Session) -> None:
    assert lesson.refused(Ask("how-long")) == Refused(Code.NO_QUESTION)


def test_the_clock_is_set_held_started_and_lengthened(lesson: Session) -> None:
    lesson.teacher(StartClock(120), at=1000)
    lesson.teacher(PauseClock(), at=31_000)
    lesson.teacher(AddTime(60), at=40_000)
    lesson.teacher(StartClock(), at=50_000)
    assert lesson.events[-4:] == [
        ClockSet(120_000, 1000),
        ClockSet(90_000, None),
        ClockSet(150_000, None),
        ClockSet(150_000, 50_000),
    ]


def test_a_clock_without_time_is_not_started(lesson: Session) -> None:
    assert of_teacher(lesson.campaign, lesson.room, StartClock(), 0) == ()


def test_the_clock_stops_with_the_stage(lesson: Session) -> None:
    lesson.teacher(StartClock(120), Next())
    assert not lesson.room.clock.is_running


def test_unanimity_has_a_limit_of_time(deciding: Session) -> None:
    deciding.teacher(ChooseWay(Way.UNANIMOUS), StartClock(60), at=0)
    assert not time_is_up(deciding.room, 59_999)
    assert time_is_up(deciding.room, 60_000)


def test_no_other_way_is_closed_by_the_clock(deciding: Session) -> None:
    deciding.teacher(StartClock(60), at=0)
    assert not time_is_up(deciding.room, 10**9)


def test_a_pupil_is_sent_out_with_the_voice_of_this_round(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    deciding.teacher(Kick("Ben"))
    assert BEN not in deciding.room.pupils
    assert not deciding.room.round.votes


def test_a_voice_that_was_shown_stays_when_its_pupil_is_sent_out(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    deciding.teacher(Reveal(), Kick("Ben"))
    assert BEN in deciding.room.round.votes


def test_sending_out_somebody_who_has_not_spoken_takes_no_voice(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    deciding.teacher(Kick("Cid"))
    assert {*deciding.room.round.votes} == {BEN}


def test_a_pupil_gets_another_name_and_seat(deciding: Session) -> None:
    deciding.teacher(Rename("Ben", "  Bo "), Reseat("Ben", VESTRY))
    pupil = deciding.room.pupils[BEN]
    assert (pupil.name, pupil.seat) == ("Bo", VESTRY)


def test_a_pupil_may_keep_the_name_in_other_letters(deciding: Session) -> None:
    deciding.teacher(Rename("Ben", "BEN"))
    assert deciding.room.pupils[BEN].name == "BEN"


def test_a_vote_stays_with_the_seat_it_was_given_from(deciding: Session) -> None:
    deciding.vote(Ben=WAIT)
    deciding.teacher(Reseat("Ben", MAYOR))
    assert deciding.room.round.votes[BEN].seat == "engineer"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Kick("Zoe"), Code.NO_PUPIL),
        (Erase("Zoe"), Code.NO_PUPIL),
        (Rename("Ben", "\u200b"), Code.NO_NAME),
        (Reseat("Ben", "throne"), Code.NO_SEAT),
        (ShowReason("Zoe", on=True), Code.NO_PUPIL),
    ],
)
def test_what_is_not_there_is_said(deciding: Session, asked: TeacherRequest, code: Code) -> None:
    assert deciding.refused(asked) == Refused(code)


def test_a_reason_is_shown_and_taken_away(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.teacher(ShowReason("Ben", on=True))
    shown = deciding.room.round.shown
    deciding.teacher(ShowReason("Ben", on=False))
    assert (shown, deciding.room.round.shown) == (frozenset({BEN}), frozenset())


def test_a_reason_that_is_changed_has_to_be_shown_again(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.teacher(ShowReason("Ben", on=True))
    deciding.pupil("Ben", CastVote(0, WAIT, "something else"))
    assert not deciding.room.round.shown


@pytest.mark.parametrize(
    "asked", [Lock(on=False), Mute(on=False), ShowReason("Ben", on=False), PauseClock()]
)
def test_what_is_so_already_is_no_event(deciding: Session, asked: TeacherRequest) -> None:
    assert of_teacher(deciding.campaign, deciding.room, asked, 0) == ()


def test_after_the_lesson_nothing_moves(deciding: Session) -> None:
    deciding.teacher(End())
    assert deciding.refused(Next()) == Refused(Code.ENDED)
    assert not deciding.room.round.is_open
