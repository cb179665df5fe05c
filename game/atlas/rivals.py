"""Whether one response is never better than another: a choice that is none.

Two responses are compared where both are open, after the same answers: by what the axes come to on
average over all ways to go on. The mean difference over all such places is what counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeVar

from game.atlas.walk import Walked
from game.campaign.campaign import Axis, Campaign
from game.campaign.scenario import Wanted
from game.campaign.words import ResponseId
from game.frozen import dataclass

SAME = 1e-9
"""Differences of an axis below this share of its scale are none."""
GAIN = {Wanted.MORE: 1.0, Wanted.LESS: -1.0, Wanted.NEITHER: 0.0}

K = TypeVar("K")
Pair = tuple[int, ResponseId, ResponseId]
"""The number of a telegram and two of its responses."""
Gains = list[float]
"""How many lines, and the sum of each axis over them, such that more is a gain."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A response that is nowhere better than another and somewhere worse."""

    turn: int
    response: ResponseId
    better: ResponseId


class Rivals:
    """Compares the responses of a campaign over its lines, which must come in their order."""

    def __init__(self, campaign: Campaign) -> None:
        axes = campaign.outline.axes
        self.gains = [GAIN[axis.wanted] / _scale(axis) for axis in axes]
        self.open: list[dict[ResponseId, Gains]] = [{} for _ in campaign.scenarios]
        """For each telegram the responses given so far after the present beginning."""
        self.before: tuple[ResponseId, ...] = ()
        self.leads: dict[Pair, Gains] = {}
        """Places compared, and the sum of the first response's leads over the second."""

    def add(self, walked: Walked) -> None:
        """Take up one more line."""
        line = walked.line
        if self.before:
            pairs = zip(self.before, line, strict=True)
            self._close(next(turn for turn, (old, new) in enumerate(pairs) if old != new))
        gains = [gain * value for gain, value in zip(self.gains, walked.axes, strict=True)]
        self.open[-1][line[-1]] = [1.0, *gains]
        self.before = line

    def finish(self) -> dict[Pair, Gains]:
        """Return the mean leads on each axis, when there are no more lines."""
        if self.before:
            self._close(-1)
        self.before = ()
        return {
            pair: [lead / places for lead in leads] for pair, (places, *leads) in self.leads.items()
        }

    def _close(self, parting: int) -> None:
        """Compare the responses of every telegram after the one where two lines part."""
        for turn in range(len(self.open) - 1, parting, -1):
            given = self.open[turn]
            self._compare(turn, given)
            if turn:
                whole = [sum(column) for column in zip(*given.values(), strict=True)]
                _put(self.open[turn - 1], self.before[turn - 1], whole)
            self.open[turn] = {}

    def _compare(self, turn: int, given: dict[ResponseId, Gains]) -> None:
        means = {
            response: [value / lines for value in sums]
            for response, (lines, *sums) in given.items()
        }
        for one, other in combinations(means, 2):
            leads = [a - b for a, b in zip(means[one], means[other], strict=True)]
            _put(self.leads, (turn, one, other), [1.0, *leads])


def _scale(axis: Axis) -> float:
    return axis.high - axis.low


def _put(sums: dict[K, Gains], key: K, more: Gains) -> None:
    known = sums.get(key)
    sums[key] = [a + b for a, b in zip(known, more, strict=True)] if known else more


def behind(readings: Sequence[dict[Pair, Gains]]) -> list[Behind]:
    """Return the responses that are behind another under every reading, by mean leads."""
    found = []
    for turn, one, other in readings[0]:
        leads = [reading.get((turn, one, other), []) for reading in readings]
        if all(_is_worse(lead) for lead in leads):
            found.append(Behind(turn, one, other))
        elif all(_is_worse([-value for value in lead]) for lead in leads):
            found.append(Behind(turn, other, one))
    return found


def _is_worse(leads: Gains) -> bool:
    """Return whether no axis leads and at least one trails."""
    return bool(leads) and max(leads) <= SAME and min(leads) < -SAME
