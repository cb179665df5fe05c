"""Take up an old playthrough again, as far as the campaign of today allows."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.scenario import Scenario
from game.frozen import dataclass
from game.playthrough.desk import AFTER_THE_ANSWER, Desk, Notes, Stage
from game.playthrough.playthrough import Playthrough
from game.playthrough.refusals import ClosedResponse, TooManyAnswers, UnknownResponse
from game.playthrough.replay import play


@dataclass(frozen=True, slots=True)
class OtherCampaign:
    """The save belongs to another campaign."""

    given: str
    here: str


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The save rests on a reading that the campaign no longer has; the first one stands in."""

    given: str
    used: str


@dataclass(frozen=True, slots=True)
class Differs:
    """The same answers lead elsewhere today, from this turn on (counted from 0)."""

    turn: int


Notice = OtherCampaign | OtherReading | Differs | UnknownResponse | ClosedResponse | TooManyAnswers


@dataclass(frozen=True, slots=True)
class Resumed:
    """Where play goes on, and what the player should know about it."""

    desk: Desk | None
    notices: tuple[Notice, ...]


def resume(campaign: Campaign, desk: Desk, fingerprints: tuple[str, ...] = ()) -> Resumed:
    """Return `desk` in today's campaign: its answers are played as far as they can be."""
    outline = campaign.outline
    if desk.playthrough.campaign != outline.id:
        return Resumed(None, (OtherCampaign(desk.playthrough.campaign, outline.id),))
    notices: list[Notice] = []
    playthrough = _known_reading(campaign, desk.playthrough, notices)
    replay = play(campaign, playthrough)
    steps = replay.steps
    parting = _parting(fingerprints, tuple(step.fingerprint for step in steps))
    if parting is not None:
        notices.append(Differs(parting))
    if replay.stopped:
        notices.append(replay.stopped)
    line = playthrough.line[: len(steps)]
    kept = replace(desk, playthrough=replace(playthrough, line=line, version=outline.version))
    return Resumed(_seated(campaign, kept, stopped=replay.stopped is not None), tuple(notices))


def _known_reading(campaign: Campaign, made: Playthrough, notices: list[Notice]) -> Playthrough:
    known = [one.id for one in campaign.model.readings]
    if made.reading in known:
        return made
    notices.append(OtherReading(made.reading, known[0]))
    return replace(made, reading=known[0])


def _parting(before: tuple[str, ...], now: tuple[str, ...]) -> int | None:
    """Return the first turn whose state is another than it was, if there is one."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((turn for turn, (old, new) in pairs if old != new), None)


def _seated(campaign: Campaign, desk: Desk, *, stopped: bool) -> Desk:
    """Put the player at a stage that exists for the answers that are left."""
    answered = len(desk.playthrough.line)
    stage = _stage(desk.stage, answered, len(campaign.scenarios), stopped=stopped)
    notes = zip(campaign.scenarios, desk.notes[: answered + 1], strict=False)
    return replace(desk, stage=stage, notes=tuple(_known(*one) for one in notes))


def _stage(stage: Stage, answered: int, scenarios: int, *, stopped: bool) -> Stage:
    after = stage in (*AFTER_THE_ANSWER, Stage.CHRONICLE)
    if answered == scenarios:
        return stage if after else Stage.CHRONICLE
    if stopped or stage is Stage.CHRONICLE:
        return Stage.SITUATION
    gone = after if answered == 0 else stage is Stage.OPENING
    return Stage.SITUATION if gone else stage


def _known(scenario: Scenario, notes: Notes) -> Notes:
    """Return the notes without questions and estimates that the scenario no longer has."""
    questions = {one.id for one in scenario.council.questions}
    answers = {one.id: len(one.answers) for one in scenario.decision.estimates}
    return Notes(
        tuple(one for one in notes.asked if one in questions),
        tuple(one for one in notes.guesses if one.answer < answers.get(one.estimate, 0)),
    )
