"""What a class has to talk about: what it did, where it was split, who paid; and what went before.

The facts of a debrief stand beside its questions. They are of the class, never of a pupil. What the
class itself did has no grade; where history stands in the same line, its grade stands beside it.
"""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.scenario import Response, Scenario
from game.campaign.words import ResponseId
from game.playthrough.replay import Entered, play
from game.room.calibration import Calibration, Forecast, calibration
from game.room.debrief import played, split
from game.room.room import Room
from game.room.teacher import counting
from game.room.told import choice, cited, claimed
from game.room.views import Fact, Statement
from game.room.ways import SO_COUNTED
from game.words import wording

FEW = 2
"""Of so many telegrams everything is told; of more, a line each."""


def facts_for(campaign: Campaign, room: Room, step: DebriefStep) -> tuple[Fact | Statement, ...]:
    """Return what stands beside the questions of a step."""
    match step:
        case DebriefStep.WHAT:
            return happened(campaign, room)
        case DebriefStep.WHY:
            return divided(campaign, room)
        case DebriefStep.SO_WHAT:
            return paid(campaign, room)


def named(scenario: Scenario, response: ResponseId) -> str:
    """Return a response by its letter and title."""
    found = next(one for one in scenario.decision.responses if one.id == response)
    one = choice(scenario, found)
    return f"{one.letter}, {one.title}"


def historical(scenario: Scenario) -> Response:
    """Return what was answered in history."""
    return next(one for one in scenario.decision.responses if one.historical)


# --- what happened ---


def happened(campaign: Campaign, room: Room) -> tuple[Fact | Statement, ...]:
    """Return what was asked, what this class sent, and what was answered in history."""
    turns = played(room)
    if len(turns) == 1:
        return _asked_and_answered(campaign, room, turns[0])
    return tuple(_in_a_line(campaign, room, turn) for turn in turns)


def _asked_and_answered(campaign: Campaign, room: Room, turn: int) -> tuple[Fact | Statement, ...]:
    scenario = campaign.scenarios[turn]
    why = SO_COUNTED[counting(campaign, room, turn).because]
    return (
        claimed(campaign, "What was asked", scenario.telegram.asked),
        Fact("What you sent", f"{_sent(campaign, room, turn)}. {why}"),
        claimed(campaign, "What was answered then", scenario.record.answered),
    )


def _in_a_line(campaign: Campaign, room: Room, turn: int) -> Fact:
    scenario, sent = campaign.scenarios[turn], room.desk.playthrough.line[turn]
    history = historical(scenario).id
    then = "the same" if history == sent else named(scenario, history)
    grade = scenario.record.answered.grade
    return Fact(
        f"{turn + 1}. {scenario.title}, {scenario.when}",
        f"You sent {_sent(campaign, room, turn)}. History ({grade}): {then}.",
    )


def _sent(campaign: Campaign, room: Room, turn: int) -> str:
    """Return what this class sent, and how many of its voices were for it."""
    scenario, sent = campaign.scenarios[turn], room.desk.playthrough.line[turn]
    tally = dict(counting(campaign, room, turn).tally)
    whole = _voices(campaign, room, turn)
    voices = f": {tally.get(sent, 0)} of {whole} voices" if whole else ""
    return f"{named(scenario, sent)}{voices}"


# --- why ---


def divided(campaign: Campaign, room: Room) -> tuple[Fact, ...]:
    """Return where the class was most split, and what it expected least."""
    most = most_torn(campaign, room)
    surprise = furthest(calibration(campaign, room))
    return (
        *((_split_over(campaign, room, most),) if most is not None else ()),
        *((_unexpected(surprise),) if surprise else ()),
    )


def most_torn(campaign: Campaign, room: Room) -> int | None:
    """Return the telegram over which the class was most split, from 0; none if nobody spoke."""
    heard = [turn for turn in played(room) if _voices(campaign, room, turn)]
    return max(heard, key=lambda turn: split(campaign, room, turn), default=None)


def _voices(campaign: Campaign, room: Room, turn: int) -> int:
    """Return how many voices were heard on a telegram."""
    return sum(many for _, many in counting(campaign, room, turn).tally)


def _split_over(campaign: Campaign, room: Room, turn: int) -> Fact:
    scenario = campaign.scenarios[turn]
    fallen = sorted(counting(campaign, room, turn).tally, key=lambda one: -one[1])
    voices = "; ".join(f"{named(scenario, one)}: {many}" for one, many in fallen if many)
    if split(campaign, room, turn) == 0:
        return Fact(
            "You were of one mind",
            f"Nobody spoke against what was sent ({voices}). Who at this table had reason to?",
        )
    where = f"Telegram {turn + 1}. " if len(played(room)) > 1 else ""
    return Fact("Where you were split", f"{where}{voices}.")


def furthest(found: Calibration) -> Forecast | None:
    """Return what the class expected least of all that came; nothing where it was near enough."""
    worst = min(found.forecasts, key=lambda one: one.shares[one.came], default=None)
    if worst is None or worst.score <= worst.even:
        return None
    return worst


def _unexpected(one: Forecast) -> Fact:
    share = f"{one.shares[one.came]:.0%}"
    text = (
        f"{one.ask} What came: {one.answers[one.came]}. You had put {share} of your points on it."
    )
    return Fact("What you expected least", text)


# --- so what ---


def paid(campaign: Campaign, room: Room) -> tuple[Statement, ...]:
    """Return the human cost of what this class sent, the gravest first."""
    replay = play(campaign, room.desk.playthrough)
    return tuple(
        Statement(
            cost_title(room, turn, one),
            wording.case(campaign, replay.course, replay.steps[turn], one),
            one.case.grade,
            cited(campaign, one.case.sources),
        )
        for turn, one in costs(campaign, room)
    )


def costs(campaign: Campaign, room: Room) -> tuple[tuple[int, Entered], ...]:
    """Return the ledger rows of the human cost with their telegrams; of many only the gravest."""
    steps, turns = play(campaign, room.desk.playthrough).steps, played(room)
    whose = campaign.classroom.paid if len(turns) <= FEW else campaign.classroom.paid[:1]
    return tuple(
        (turn, one)
        for turn in turns
        for quantity in whose
        for one in steps[turn].ledger
        if one.row.about == quantity
    )


def cost_title(room: Room, turn: int, one: Entered) -> str:
    """Return what a row of the human cost is called: with its telegram where there are several."""
    return f"{turn + 1}. {one.row.title}" if len(played(room)) > 1 else str(one.row.title)


# --- what went before ---


def went_before(campaign: Campaign, room: Room) -> tuple[Fact | Statement, ...]:
    """Return what history had answered when this class began; nothing for one from the start."""
    return tuple(
        _earlier(campaign, turn, answered) for turn, answered in enumerate(room.opened.before)
    )


def _earlier(campaign: Campaign, turn: int, answered: ResponseId) -> Fact | Statement:
    scenario = campaign.scenarios[turn]
    title = f"{turn + 1}. {scenario.title}, {scenario.when}"
    found = next((one for one in campaign.classroom.earlier if one.id == scenario.id), None)
    if found and answered == historical(scenario).id:
        return Statement(title, found.text, found.grade, cited(campaign, found.sources))
    sent = named(scenario, answered)
    asked = scenario.telegram.asked
    return Fact(title, f"Asked ({asked.grade}): {asked.text} The answer was {sent}.")
