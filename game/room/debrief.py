"""The debrief: questions picked from where this class was split."""

from __future__ import annotations

from math import log

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefQuestion, DebriefStep
from game.campaign.words import ResponseId
from game.room.once import once
from game.room.room import Room
from game.room.teacher import counting

TITLES = {
    DebriefStep.WHAT: "What happened",
    DebriefStep.WHY: "Why it happened",
    DebriefStep.SO_WHAT: "What follows from it",
}
"""The three steps as headings."""
SHOWN = 3
"""Questions for a step; more than these nobody talks over in one lesson."""


def split(campaign: Campaign, room: Room, turn: int) -> float:
    """Return how divided the class was over a telegram: 0 for one mind, 1 for evenly torn."""
    voices = [many for _, many in counting(campaign, room, turn).tally if many]
    total = sum(voices)
    if len(voices) < 2:
        return 0.0
    return -sum(many / total * log(many / total) for many in voices) / log(len(voices))


def played(room: Room) -> range:
    """Return the telegrams that this class itself answered."""
    return range(len(room.opened.before), len(room.desk.playthrough.line))


@once
def questions_for(campaign: Campaign, room: Room, step: DebriefStep) -> tuple[DebriefQuestion, ...]:
    """Return the questions of a step that this class has most to say about, the best first."""
    listed = [one for one in campaign.classroom.questions if one.step is step]
    weights = {one.id: _weight(campaign, room, one) for one in listed}
    fitting = [one for one in listed if weights[one.id] >= 0]
    return tuple(sorted(fitting, key=lambda one: -weights[one.id])[:SHOWN])


def _weight(campaign: Campaign, room: Room, question: DebriefQuestion) -> float:
    """Return how much a question has to do with this class; below 0 where it has nothing."""
    if len(played(room)) < question.from_answers:
        return -1.0
    if question.forecasts and not any(room.round_of(turn).points for turn in played(room)):
        return -1.0
    if not question.about:
        return 0.5
    turns = [n for n in played(room) if campaign.scenarios[n].id in question.about]
    if not turns:
        return -1.0
    return max(_torn(campaign, room, turn, question.between) for turn in turns)


def _torn(campaign: Campaign, room: Room, turn: int, between: tuple[ResponseId, ...]) -> float:
    """Return how torn the class was over a telegram, and over these responses above all."""
    tally = dict(counting(campaign, room, turn).tally)
    heard = sorted((tally.get(one, 0) for one in between), reverse=True)
    both = 1.0 if len(heard) > 1 and heard[1] > 0 else 0.0
    return split(campaign, room, turn) + both
