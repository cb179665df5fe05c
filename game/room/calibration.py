"""How what a class expected stands beside what came. The class is measured, never a pupil.

A forecast is scored as Brier did: the squared distance between the shares given to the answers and
what came true, summed over the answers. 0 is a sure forecast that came true, 2 a sure one that did
not; to spread everything evenly over three answers scores two thirds.
Source: G. W. Brier, Verification of forecasts expressed in terms of probability, 1950.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.playthrough.replay import play
from game.room.came import came_true, expected
from game.room.debrief import played
from game.room.pupils import POINTS
from game.room.room import Room

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Shares at which one bin of confidence ends and the next begins."""
FEW = 10
"""Fewer given shares than these in a bin say nothing."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a class expected of one thing, and what came."""

    turn: int
    ask: str
    answers: tuple[str, ...]
    came: int
    """The number of the answer that came true."""
    shares: tuple[float, ...]
    """How the class spread its points on average; they sum to 1."""
    pupils: int
    """How many spread points."""

    @property
    def score(self) -> float:
        """Return the score of the class as one forecaster."""
        return brier(self.shares, self.came)

    @property
    def even(self) -> float:
        """Return the score of spreading everything evenly."""
        return brier((1 / len(self.answers),) * len(self.answers), self.came)


@dataclass(frozen=True, slots=True)
class Bin:
    """All shares between two edges that any pupil gave to any answer."""

    low: float
    high: float
    given: int
    """How many shares lay here."""
    came: int
    """How many of them were on the answer that came true."""
    mean: float
    """Their mean."""

    @property
    def is_few(self) -> bool:
        """Return whether there are too few to say anything."""
        return self.given < FEW


@dataclass(frozen=True, slots=True)
class Calibration:
    """All forecasts of a class, and how often it was right when it was how sure."""

    forecasts: tuple[Forecast, ...]
    bins: tuple[Bin, ...]


def brier(shares: tuple[float, ...], came: int) -> float:
    """Return the squared distance of a forecast from what came true, 0 to 2."""
    return sum((share - (number == came)) ** 2 for number, share in enumerate(shares))


def calibration(campaign: Campaign, room: Room) -> Calibration:
    """Return what the class expected of every telegram it answered, beside what came."""
    pairs: list[tuple[float, bool]] = []
    forecasts = []
    replay = play(campaign, room.desk.playthrough)
    for turn in played(room):
        step, now = replay.steps[turn], room.round_of(turn)
        for asked in step.scenario.decision.estimates:
            shares = expected(now, asked)
            if shares is None:
                continue
            true = came_true(campaign, room, step, asked)
            spread = [points for (_, key), points in now.points.items() if key == asked.id]
            answers = tuple(one.text for one in asked.answers)
            forecasts.append(Forecast(turn, asked.ask, answers, true, shares, len(spread)))
            pairs += chain.from_iterable(_given(points, true) for points in spread)
    return Calibration(tuple(forecasts), _binned(pairs))


def in_words(found: Calibration) -> tuple[str, ...]:
    """Return what the class may learn of its forecasts, in plain sentences."""
    if not found.forecasts:
        return ("Nobody spread points over what would follow.",)
    better = sum(one.score < one.even for one in found.forecasts)
    many = len(found.forecasts)
    whole = (
        f"On {better} of {many} questions the class as a whole was nearer to what came than "
        "somebody who spreads all points evenly."
    )
    said = [
        whole,
        *(
            f"Where somebody put {one.low:.0%} to {one.high:.0%} on an answer, it came true "
            f"{one.came} times in {one.given}."
            for one in found.bins
            if not one.is_few
        ),
    ]
    if all(one.is_few for one in found.bins):
        said.append("There are too few points to say how well sureness and outcome agree.")
    return tuple(said)


def _given(points: tuple[int, ...], came: int) -> Iterable[tuple[float, bool]]:
    """Return the share given to each answer, and whether it came true."""
    return ((many / POINTS, number == came) for number, many in enumerate(points))


def _binned(pairs: list[tuple[float, bool]]) -> tuple[Bin, ...]:
    bins = []
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]  # a sure one belongs somewhere, too
        here = [one for one in pairs if low <= one[0] < high or (last and one[0] == high)]
        mean = sum(share for share, _ in here) / len(here) if here else (low + high) / 2
        bins.append(Bin(low, high, len(here), sum(true for _, true in here), mean))
    return tuple(bins)
