"""Questions picked from where a class was split."""

from __future__ import annotations

from game.campaign.classroom import DebriefStep
from game.room.debrief import played, questions_for, split
from game.room.requests import Next
from tests.room.class_of import PRAY, WAIT, Session


def decided(lesson: Session, **voices: str) -> Session:
    """Go from an open vote to the consequences."""
    lesson.vote(**voices)  # type: ignore[arg-type]
    lesson.teacher(Next(), Next(), Next())
    return lesson


def why(lesson: Session) -> list[str]:
    """Return the questions of the second step."""
    return [one.id for one in questions_for(lesson.campaign, lesson.room, DebriefStep.WHY)]


def test_a_class_of_one_mind_is_not_split(deciding: Session) -> None:
    decided(deciding, Ann=WAIT, Ben=WAIT)
    assert split(deciding.campaign, deciding.room, 0) == 0


def test_a_class_torn_in_two_is_split(deciding: Session) -> None:
    decided(deciding, Ann=WAIT, Ben=PRAY)
    assert split(deciding.campaign, deciding.room, 0) == 1


def test_the_more_even_the_voices_the_more_a_class_is_split(deciding: Session) -> None:
    decided(deciding, Ann=WAIT, Ben=WAIT, Cid=WAIT, Dot=PRAY)
    assert 0 < split(deciding.campaign, deciding.room, 0) < 1


def test_a_question_about_what_split_the_class_comes_first(deciding: Session) -> None:
    decided(deciding, Ann=WAIT, Ben=PRAY)
    assert why(deciding) == ["gangs-or-prayer", "why"]


def test_a_question_about_what_nobody_disputed_comes_later(deciding: Session) -> None:
    decided(deciding, Ann=WAIT, Ben=WAIT)
    assert why(deciding) == ["why", "gangs-or-prayer"]


def test_a_question_about_a_telegram_that_was_not_played_is_not_asked(deciding: Session) -> None:
    decided(deciding, Ann=WAIT)
    assert "second" not in why(deciding)


def test_telegrams_that_counted_as_answered_were_not_played(deciding: Session) -> None:
    decided(deciding, Ann=WAIT)
    assert list(played(deciding.room)) == [0]
