"""The council in plain lines: who speaks and from where, and the questions there is time for."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Question, Speech
from game.playthrough.desk import Desk, questions_left, scenario_of
from game.terminal.briefing import heading
from game.terminal.paper import Passage, passage
from game.terminal.statements import cited, counted, name
from game.words import wording


def council(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the speeches and the questions."""
    speeches = [_spoken(campaign, one) for one in scenario_of(campaign, desk).council.speeches]
    return [[heading(campaign, desk, "The council"), *speeches, questions(campaign, desk)]]


def _spoken(campaign: Campaign, speech: Speech) -> Passage:
    person = next(one for one in campaign.cast if one.id == speech.id)
    head = ", ".join(filter(None, (person.name, person.post, wording.PRESENT[speech.frame])))
    return passage(
        f"{head} ({speech.grade})",
        f"  {speech.text}",
        f"  Note: {speech.note}",
        cited(campaign, speech.sources),
    )


def questions(campaign: Campaign, desk: Desk) -> Passage:
    """Return the questions with their numbers, and how many may still be asked."""
    listed = scenario_of(campaign, desk).council.questions
    lines = [
        f"  {number}. To {name(campaign, one.to)}: {one.ask}" + _asked(desk, one)
        for number, one in enumerate(listed, 1)
    ]
    left = questions_left(campaign, desk)
    return passage(f"There is time for {counted(max(left, 0), 'question')}.", *lines)


def _asked(desk: Desk, question: Question) -> str:
    return " (asked)" if question.id in desk.noted.asked else ""


def answered(campaign: Campaign, desk: Desk, question: Question) -> Passage:
    """Return the answer to a question, and what it changes."""
    changes = wording.effects(campaign, scenario_of(campaign, desk), question)
    return passage(
        question.ask,
        f"{name(campaign, question.to)} ({question.grade})",
        f"  {question.answer}",
        cited(campaign, question.sources),
        *(f"  {line}" for line in changes),
    )
