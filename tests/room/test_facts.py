"""What stands beside the questions of a debrief, and what went before a lesson."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefQuestion, DebriefStep, Earlier
from game.campaign.words import Grade, Id, Prose, QuantityId, ResponseId
from game.playthrough.replay import play
from game.room.debrief import questions_for
from game.room.facts import divided, facts_for, happened, paid, went_before
from game.room.requests import Next, SplitPoints
from game.room.views import Fact, Statement
from tests.room.class_of import GANGS, PRAY, WAIT, Session

COST = QuantityId("crest")
"""Whose rows the harbour's classes are told of, as if they were the human cost."""
TOLD = Earlier(
    id=Id("first-winter"), text=Prose("The town waited."), grade=Grade.INFERRED, sources=()
)


def told(found: tuple[Fact | Statement, ...]) -> str:
    """Return what is said as it is read."""
    return "\n".join(f"{one.title}: {one.text}" for one in found)


def answered(lesson: Session, **voices: str) -> Session:
    """Vote and go on to the consequences."""
    lesson.vote(**voices)  # type: ignore[arg-type]
    lesson.teacher(Next(), Next(), Next())
    return lesson


def again(lesson: Session, **voices: str) -> Session:
    """Answer the next telegram, too."""
    lesson.teacher(*(Next() for _ in range(6)))
    return answered(lesson, **voices)


def test_after_one_telegram_the_debrief_says_what_was_asked_sent_and_answered(
    deciding: Session,
) -> None:
    answered(deciding, Ann=WAIT, Ben=WAIT, Cid=PRAY)
    asked, sent, then = happened(deciding.campaign, deciding.room)

    scenario = deciding.campaign.scenarios[0]
    assert asked.text == scenario.telegram.asked.text
    assert sent.text.endswith(": 2 of 3 voices. Most voices were for it.")
    answered_then = scenario.record.answered
    assert isinstance(then, Statement)
    assert (then.text, then.grade) == (answered_then.text, answered_then.grade)


def test_what_a_class_itself_did_carries_no_grade(deciding: Session) -> None:
    points = (50, 0, 0)
    deciding.pupil("Ann", SplitPoints(0, "crest", points))
    answered(deciding, Ann=WAIT, Ben=PRAY)
    asked, sent, then = happened(deciding.campaign, deciding.room)

    own = {type(one) for one in (sent, *divided(deciding.campaign, deciding.room))}
    assert (own, type(asked), type(then)) == ({Fact}, Statement, Statement)


@pytest.mark.parametrize("grade", [Grade.DOCUMENTED, Grade.REPORTED])
def test_nothing_is_documented_or_reported_without_a_source(grade: Grade) -> None:
    with pytest.raises(AssertionError, match=f"What you sent: {grade} by nothing"):
        Statement("What you sent", "A: 2 of 3 voices.", grade)


def test_where_history_stands_in_a_line_of_the_class_its_grade_stands_beside_it(
    deciding: Session,
) -> None:
    again(answered(deciding, Ann=WAIT), Ann=WAIT)
    first, _ = happened(deciding.campaign, deciding.room)
    grade = deciding.campaign.scenarios[0].record.answered.grade

    assert isinstance(first, Fact)
    assert f". History ({grade}): " in first.text


def test_after_several_each_has_a_line(deciding: Session) -> None:
    again(answered(deciding, Ann=WAIT), Ann=WAIT)
    first, second = happened(deciding.campaign, deciding.room)

    assert first.title.startswith("1. ")
    assert second.title.startswith("2. ")
    assert "1 of 1 voices" in first.text


def test_a_line_says_where_history_went_another_way(deciding: Session) -> None:
    again(answered(deciding, Ann=PRAY), Ann=PRAY)
    said = told(happened(deciding.campaign, deciding.room))

    assert said.count("): the same.") == 1
    assert said.count("History (") == 2


def test_a_class_that_was_split_sees_over_what(deciding: Session) -> None:
    answered(deciding, Ann=WAIT, Ben=PRAY, Cid=PRAY)
    (found,) = divided(deciding.campaign, deciding.room)

    assert found.title == "Where you were split"
    assert found.text.index(": 2") < found.text.index(": 1")


def test_of_several_telegrams_the_one_that_split_it_most_is_named(deciding: Session) -> None:
    again(answered(deciding, Ann=WAIT, Ben=PRAY), Ann=WAIT, Ben=WAIT)

    assert "Telegram 1. " in told(divided(deciding.campaign, deciding.room))


def test_a_class_of_one_mind_is_asked_who_had_reason_to_be_of_another(deciding: Session) -> None:
    answered(deciding, Ann=WAIT, Ben=WAIT)

    assert "You were of one mind" in told(divided(deciding.campaign, deciding.room))


def test_a_class_that_answered_nothing_has_no_facts(deciding: Session) -> None:
    assert [facts_for(deciding.campaign, deciding.room, one) for one in DebriefStep] == [()] * 3


@pytest.mark.parametrize(("most", "surprised"), [(0, 0), (1, 1), (2, 1)])
def test_what_was_expected_least_is_named_where_it_came(
    deciding: Session, most: int, surprised: int
) -> None:
    points = tuple(50 if number == most else 0 for number in range(3))
    deciding.pupil("Ann", SplitPoints(0, "crest", points))
    answered(deciding, Ann=WAIT)
    said = told(divided(deciding.campaign, deciding.room))

    assert said.count("What you expected least") == surprised


def test_those_who_paid_are_named_with_the_grade_of_the_ledger(deciding: Session) -> None:
    campaign = with_cost(deciding.campaign)
    answered(deciding, Ann=WAIT)
    rows = play(campaign, deciding.room.desk.playthrough).steps[0].ledger
    expected = [one.case.grade for one in rows if one.row.about == COST]

    assert expected
    assert [one.grade for one in paid(campaign, deciding.room)] == expected


def test_in_several_telegrams_those_who_paid_are_named_by_telegram(deciding: Session) -> None:
    campaign = with_cost(deciding.campaign)
    again(answered(deciding, Ann=WAIT), Ann=WAIT)

    assert [one.title[:3] for one in paid(campaign, deciding.room)] == ["1. ", "2. "]


def with_cost(campaign: Campaign) -> Campaign:
    """Return a campaign that says whose figures are the human cost."""
    return replace(campaign, classroom=replace(campaign.classroom, paid=(COST,)))


def with_questions(campaign: Campaign, *questions: DebriefQuestion) -> Campaign:
    """Return a campaign with these questions alone."""
    return replace(campaign, classroom=replace(campaign.classroom, questions=questions))


def test_a_question_that_compares_waits_for_something_to_compare(deciding: Session) -> None:
    each = DebriefQuestion(
        id=Id("each"), step=DebriefStep.WHAT, ask=Prose("Each time?"), from_answers=2
    )
    campaign = with_questions(deciding.campaign, each)
    answered(deciding, Ann=WAIT)
    assert questions_for(campaign, deciding.room, DebriefStep.WHAT) == ()
    again(deciding, Ann=WAIT)

    assert questions_for(campaign, deciding.room, DebriefStep.WHAT) == (each,)


MISSED = DebriefQuestion(
    id=Id("missed"), step=DebriefStep.WHAT, ask=Prose("Missed?"), forecasts=True
)


def test_a_question_about_points_is_asked_where_some_were_spread(deciding: Session) -> None:
    campaign = with_questions(deciding.campaign, MISSED)
    deciding.pupil("Ann", SplitPoints(0, "crest", (50, 0, 0)))
    answered(deciding, Ann=WAIT)

    assert questions_for(campaign, deciding.room, DebriefStep.WHAT) == (MISSED,)


def test_a_question_about_points_is_not_asked_where_none_were_spread(deciding: Session) -> None:
    campaign = with_questions(deciding.campaign, MISSED)
    answered(deciding, Ann=WAIT)

    assert questions_for(campaign, deciding.room, DebriefStep.WHAT) == ()


# --- what went before ---


def test_a_lesson_from_the_start_has_nothing_before_it(lesson: Session) -> None:
    assert went_before(lesson.campaign, lesson.room) == ()


def test_a_later_lesson_is_told_what_history_answered(town: Campaign) -> None:
    campaign = replace(town, classroom=replace(town.classroom, earlier=(TOLD,)))
    lesson = Session(campaign, before=(historical(town),))
    (found,) = went_before(campaign, lesson.room)

    assert isinstance(found, Statement)
    assert (found.text, found.grade) == ("The town waited.", Grade.INFERRED)


@pytest.mark.parametrize("earlier", [(), (TOLD,)])
def test_where_the_words_are_missing_or_do_not_fit_the_answer_is_told(
    town: Campaign, earlier: tuple[Earlier, ...]
) -> None:
    campaign = replace(town, classroom=replace(town.classroom, earlier=earlier))
    other = next(one for one in (WAIT, GANGS, PRAY) if one != historical(town))
    (found,) = went_before(campaign, Session(campaign, before=(other,)).room)

    assert "The answer was " in found.text


def historical(campaign: Campaign) -> ResponseId:
    """Return what was answered first in the harbour's history."""
    return next(one.id for one in campaign.scenarios[0].decision.responses if one.historical)
