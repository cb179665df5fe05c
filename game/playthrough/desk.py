"""Where the player sits: which telegram, which stage, what was asked and foreseen so far.

A desk is a frozen value; every front end (window, terminal) holds one and replaces it. It is also
what a save keeps.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from game.campaign.campaign import Campaign
from game.campaign.scenario import Question, Scenario
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.refusals import ClosedResponse, NotRaised, RuledOut
from game.playthrough.replay import Replay, Step, play


class Stage(StrEnum):
    """The stages of a campaign, in the order they are played."""

    OPENING = "opening"
    SITUATION = "situation"
    TELEGRAM = "telegram"
    COUNCIL = "council"
    DECISION = "decision"
    CONSEQUENCES = "consequences"
    RECORD = "record"
    CHRONICLE = "chronicle"


OF_A_SCENARIO = (
    Stage.SITUATION,
    Stage.TELEGRAM,
    Stage.COUNCIL,
    Stage.DECISION,
    Stage.CONSEQUENCES,
    Stage.RECORD,
)
AFTER_THE_ANSWER = (Stage.CONSEQUENCES, Stage.RECORD)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the player said will follow."""

    estimate: Id
    answer: int
    """The number of the bin, from 0."""
    confidence: int
    """How sure, in per cent."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the player did at one telegram besides answering it."""

    asked: tuple[Id, ...] = ()
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """The player's place in a campaign."""

    playthrough: Playthrough
    stage: Stage = Stage.OPENING
    notes: tuple[Notes, ...] = ()
    """One for each telegram reached."""

    @property
    def turn(self) -> int:
        """Return the number of the telegram on the desk, from 0."""
        answered = len(self.playthrough.line)
        return (
            max(answered - 1, 0) if self.stage in (*AFTER_THE_ANSWER, Stage.CHRONICLE) else answered
        )

    @property
    def noted(self) -> Notes:
        """Return the notes on the present telegram."""
        return self.notes[self.turn] if self.turn < len(self.notes) else Notes()


@dataclass(frozen=True, slots=True)
class Card:
    """A response on the table, and why it cannot be chosen if it cannot."""

    letter: str
    offer_id: ResponseId
    refusal: ClosedResponse | NotRaised | RuledOut | None


def scenario_of(campaign: Campaign, desk: Desk) -> Scenario:
    """Return the scenario on the desk."""
    return campaign.scenarios[min(desk.turn, len(campaign.scenarios) - 1)]


def replay_of(campaign: Campaign, desk: Desk) -> Replay:
    """Return what came of the answers so far."""
    return play(campaign, desk.playthrough)


def step_of(campaign: Campaign, desk: Desk) -> Step:
    """Return what came of the last answer."""
    return replay_of(campaign, desk).steps[-1]


def forward(campaign: Campaign, desk: Desk) -> Desk:
    """Return the desk one stage further. At the decision nothing moves: an answer must be sent."""
    match desk.stage:
        case Stage.OPENING:
            return replace(desk, stage=Stage.SITUATION)
        case Stage.SITUATION | Stage.TELEGRAM | Stage.COUNCIL | Stage.CONSEQUENCES:
            return replace(desk, stage=OF_A_SCENARIO[OF_A_SCENARIO.index(desk.stage) + 1])
        case Stage.RECORD:
            over = len(desk.playthrough.line) == len(campaign.scenarios)
            return replace(desk, stage=Stage.CHRONICLE if over else Stage.SITUATION)
        case Stage.DECISION | Stage.CHRONICLE:
            return desk


def turned_to(desk: Desk, stage: Stage) -> Desk:
    """Return the desk at another stage of the same telegram, if that one was reached already."""
    before = (Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.DECISION)
    if desk.stage in before and stage in before and before.index(stage) <= before.index(desk.stage):
        return replace(desk, stage=stage)
    if desk.stage in AFTER_THE_ANSWER and stage in AFTER_THE_ANSWER:
        return replace(desk, stage=stage)
    return desk


def again(desk: Desk, turn: int) -> Desk:
    """Return the desk at the decision of a telegram that was answered, to answer it again.

    What was asked there is still known; the estimates went with the answer. The same desk comes
    back when that telegram is not answered yet.
    """
    made = desk.playthrough
    if not 0 <= turn < len(made.line):
        return desk
    kept = (*desk.notes, *(Notes(),) * (turn + 1 - len(desk.notes)))[: turn + 1]
    notes = (*kept[:turn], replace(kept[turn], guesses=()))
    return Desk(replace(made, line=made.line[:turn]), Stage.DECISION, notes)


def questions_left(campaign: Campaign, desk: Desk) -> int:
    """Return how many questions there is still time for."""
    council = scenario_of(campaign, desk).council
    return min(council.time_for, len(council.questions)) - len(desk.noted.asked)


def ask(campaign: Campaign, desk: Desk, question: Id) -> Desk:
    """Return the desk after a question, or the same one when there is no time or it was asked."""
    known = [one.id for one in scenario_of(campaign, desk).council.questions]
    if question not in known or question in desk.noted.asked or questions_left(campaign, desk) <= 0:
        return desk
    return with_notes(desk, replace(desk.noted, asked=(*desk.noted.asked, question)))


def foresee(desk: Desk, guess: Guess) -> Desk:
    """Return the desk with an estimate written down; one on the same thing is replaced."""
    kept = tuple(one for one in desk.noted.guesses if one.estimate != guess.estimate)
    return with_notes(desk, replace(desk.noted, guesses=(*kept, guess)))


def cards(campaign: Campaign, desk: Desk) -> tuple[Card, ...]:
    """Return the responses on the table, closed ones with their reason."""
    questions = scenario_of(campaign, desk).council.questions
    answered = tuple(one for one in questions if one.id in desk.noted.asked)
    return tuple(
        Card(
            chr(ord("A") + number),
            offer.response.id,
            offer.refusal or _by_council(offer.response.id, questions, answered),
        )
        for number, offer in enumerate(replay_of(campaign, desk).offers)
    )


def _by_council(
    response: ResponseId, questions: tuple[Question, ...], answered: tuple[Question, ...]
) -> NotRaised | RuledOut | None:
    """Return what the council has done to a response: kept it in the dark, or ruled it out."""
    for one in answered:
        if response in one.closes:
            return RuledOut(response, one)
    raising = tuple(one for one in questions if response in one.opens)
    if raising and not any(one in answered for one in raising):
        return NotRaised(response, raising)
    return None


def send(campaign: Campaign, desk: Desk, response: ResponseId) -> Desk:
    """Return the desk with an answer sent, or the same one when that answer is closed."""
    open_ones = [one.offer_id for one in cards(campaign, desk) if one.refusal is None]
    if desk.stage is not Stage.DECISION or response not in open_ones:
        return desk
    noted = with_notes(desk, desk.noted)
    return replace(noted, playthrough=desk.playthrough.answer(response), stage=Stage.CONSEQUENCES)


def with_notes(desk: Desk, notes: Notes) -> Desk:
    """Return the desk with these notes on the present telegram."""
    kept = desk.notes[: desk.turn]
    missing = (Notes(),) * (desk.turn - len(kept))
    return replace(desk, notes=(*kept, *missing, notes))
