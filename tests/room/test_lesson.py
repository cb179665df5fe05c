"""What a class made of each telegram."""

from __future__ import annotations

from game.room.lesson import Decided, beside, decided, known
from game.room.requests import CastVote, ChooseWay, Count, Next, Reveal, Send, ShowReason
from game.room.ways import Way
from tests.room.class_of import PRAY, WAIT, Session


def told(lesson: Session) -> Decided:
    """Return the one telegram that was answered."""
    (found,) = decided(lesson.campaign, lesson.room)
    return found


def sent(lesson: Session, **voices: str) -> Decided:
    """Vote, show the count, send."""
    lesson.vote(**voices)  # type: ignore[arg-type]
    lesson.teacher(Next(), Next(), Next())
    return told(lesson)


def test_what_was_sent_stands_beside_history(deciding: Session) -> None:
    found = sent(deciding, Ann=PRAY)
    assert (found.sent.id, found.history.id, found.as_history) == (PRAY, WAIT, False)


def test_the_runner_up_and_the_margin_are_told(deciding: Session) -> None:
    found = sent(deciding, Ann=WAIT, Ben=WAIT, Cid=PRAY)
    assert found.runner_up is not None
    assert (found.runner_up.id, found.margin) == (PRAY, 1)


def test_a_class_of_one_mind_has_no_runner_up(deciding: Session) -> None:
    found = sent(deciding, Ann=WAIT, Ben=WAIT)
    assert (found.runner_up, found.margin, found.torn) == (None, 2, 0.0)


def test_a_chair_that_outvotes_everybody_shows_in_the_margin(deciding: Session) -> None:
    deciding.teacher(ChooseWay(Way.CHAIR))
    found = sent(deciding, Ann=WAIT, Ben=PRAY, Cid=PRAY)
    assert (found.margin, found.why) == (-1, "The chair decided.")


def test_each_seat_is_told_with_its_voices(deciding: Session) -> None:
    found = sent(deciding, Ann=WAIT, Ben=WAIT, Dot=PRAY)
    assert [(one.seat, one.many) for one in found.seats] == [("The mayor", 1), ("The engineer", 2)]


def test_raised_hands_belong_to_no_seat(deciding: Session) -> None:
    deciding.vote(Ben=PRAY)
    deciding.teacher(ChooseWay(Way.HANDS), Count({WAIT: 9}), Reveal(), Send())
    found = told(deciding)
    assert found.seats == ()
    assert [many for _, many in found.voices] == [9, 0, 0]


def test_only_reasons_that_were_shown_are_told(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.pupil("Cid", CastVote(0, WAIT, "secret"))
    deciding.teacher(ShowReason("Ben", on=True))
    assert [one.text for one in sent(deciding).reasons] == ["cheap"]


def test_who_knew_what_stands_side_by_side(deciding: Session) -> None:
    mayor, _, vestry = known(deciding.campaign, 0)
    assert mayor.card.text == "The chest holds two million."
    assert (mayor.unheard, len(vestry.unheard)) == ((), 1)
    assert (mayor.how, vestry.how) == ("", "by courier")


def test_two_classes_are_held_side_by_side(deciding: Session) -> None:
    other = Session(deciding.campaign)
    other.comes("Zoe")
    other.teacher(*(Next() for _ in range(5)))
    sent(deciding, Ann=WAIT)
    sent(other, Zoe=PRAY)
    assert beside(deciding.campaign, (deciding.room, other.room)).parting == 0
