"""The answers of a line as numbers, and how many lines there may be."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId

WALKED = 200_000
"""Of a campaign with more lines than that only a sample is drawn: nobody waits for all of them."""
Answers = tuple[int, ...]
"""The number of each response, from 0."""


def lines_at_most(campaign: Campaign) -> int:
    """Return how many lines there would be if no response were ever closed."""
    return prod(len(one.decision.responses) for one in campaign.scenarios)


def numbers_of(campaign: Campaign, line: Sequence[ResponseId]) -> Answers:
    """Return a line's answers as the numbers of its responses."""
    return tuple(
        [one.id for one in scenario.decision.responses].index(given)
        for scenario, given in zip(campaign.scenarios, line, strict=False)
    )


def line_of(campaign: Campaign, answers: Answers) -> tuple[ResponseId, ...]:
    """Return the responses of a line by their numbers."""
    return tuple(
        scenario.decision.responses[number].id
        for scenario, number in zip(campaign.scenarios, answers, strict=False)
    )


def apart(one: Answers, other: Answers) -> tuple[int, ...]:
    """Return at which telegrams, from 0, two lines differ, as far as both go."""
    pairs = enumerate(zip(one, other, strict=False))
    return tuple(turn for turn, (left, right) in pairs if left != right)


def beside(campaign: Campaign, answers: Answers) -> tuple[Answers, ...]:
    """Return every line that differs from one in exactly one answer, playable or not."""
    return tuple(
        (*answers[:turn], given, *answers[turn + 1 :])
        for turn, scenario in enumerate(campaign.scenarios[: len(answers)])
        for given in range(len(scenario.decision.responses))
        if given != answers[turn]
    )


def before(campaign: Campaign, answers: Answers) -> float:
    """Return which part of all lines, open or not, comes before one in a walk."""
    part, width = 0.0, 1.0
    for scenario, number in zip(campaign.scenarios, answers, strict=False):
        width /= len(scenario.decision.responses)
        part += number * width
    return part
