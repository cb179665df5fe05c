"""Why something cannot be done: facts, without words for the player."""

from __future__ import annotations

from game.campaign.scenario import Question, Requirement
from game.campaign.words import ResponseId
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class UnknownResponse:
    """The scenario has no such response."""

    given: str
    turn: int
    """Counted from 0."""
    known: tuple[ResponseId, ...]


@dataclass(frozen=True, slots=True)
class ClosedResponse:
    """The state of things forbids it."""

    response: ResponseId
    turn: int
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class TooManyAnswers:
    """The line is longer than the campaign."""

    given: int
    scenarios: int


@dataclass(frozen=True, slots=True)
class NotRaised:
    """Nobody at the council has spoken of it; one of these questions would bring it up."""

    response: ResponseId
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class RuledOut:
    """An answer at the council showed that it cannot be done."""

    response: ResponseId
    question: Question


Refusal = UnknownResponse | ClosedResponse | TooManyAnswers
