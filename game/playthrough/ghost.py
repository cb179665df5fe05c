"""The documented path as a ghost beside the one played: how far a playthrough has left it."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign, Indicator
from game.campaign.words import Month
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough, history
from game.playthrough.replay import Replay, play


@dataclass(frozen=True, slots=True)
class Strayed:
    """How far a playthrough has left the documented path."""

    answers: int
    """Answers that are not those of history."""
    given: int
    """Answers given."""
    share: float
    """Mean distance over the indicators, as a share of each one's scale."""
    widest: Indicator
    """The indicator that has moved the furthest."""
    here: float
    there: float
    """Its value on the documented path."""


def ghost_of(campaign: Campaign, playthrough: Playthrough) -> Replay:
    """Return history's answers to as many telegrams, under the same assumptions and luck."""
    line = history(campaign, len(playthrough.line))
    return play(campaign, replace(playthrough, line=line))


def strayed(campaign: Campaign, playthrough: Playthrough, when: Month | None = None) -> Strayed:
    """Return how far `playthrough` stands from the documented path in a month.

    Without a month it is the last one of the telegram answered last.
    """
    mine, ghost = play(campaign, playthrough), ghost_of(campaign, playthrough)
    month = when or (mine.steps[-1].window.last if mine.steps else campaign.scenarios[0].month)
    distances = [
        (_distance(one, mine, ghost, month), number)
        for number, one in enumerate(campaign.outline.indicators)
    ]
    widest = campaign.outline.indicators[max(distances)[1]]
    pairs = zip(playthrough.line, history(campaign), strict=False)
    return Strayed(
        sum(one != other for one, other in pairs),
        len(playthrough.line),
        sum(distance for distance, _ in distances) / len(distances),
        widest,
        mine.course.at(month, widest.quantity),
        ghost.course.at(month, widest.quantity),
    )


def _distance(indicator: Indicator, mine: Replay, ghost: Replay, month: Month) -> float:
    apart = abs(
        mine.course.at(month, indicator.quantity) - ghost.course.at(month, indicator.quantity)
    )
    return min(apart / (indicator.high - indicator.low), 1.0)
