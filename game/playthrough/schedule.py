"""The orders of a whole line of answers at once, without playing it."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Response, Scenario
from game.campaign.words import ResponseId
from game.simulation.resolve import Active, Machine, State, ordered


def answers(
    campaign: Campaign, line: tuple[ResponseId, ...]
) -> tuple[tuple[Scenario, Response], ...]:
    """Return each telegram that `line` answers, and its answer.

    Raises:
        StopIteration: when a telegram has no such answer; `replay.play` tells that kindly.
    """
    return tuple(
        (scenario, next(one for one in scenario.decision.responses if one.id == given))
        for scenario, given in zip(campaign.scenarios, line, strict=False)
    )


def schedule(
    campaign: Campaign, engine: Machine, line: tuple[ResponseId, ...]
) -> tuple[Active, ...]:
    """Return what the answers of `line` set in motion, each with its months and its size."""
    state = State(engine.model.first, ())
    for scenario, response in answers(campaign, line):
        state = ordered(engine, State(scenario.month, (), state.active), response.commands)
    return state.active
