"""Where a line may lead when luck and disputed figures are drawn many times.

An answer that the state forbids in some draw is carried out there all the same, so that every draw
tells of the same orders; in which draws the line could have been played is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.atlas.tally import Tally
from game.campaign.campaign import Campaign
from game.campaign.scenario import Response
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.playthrough.schedule import answers, schedule
from game.simulation.arrays import Floats, values_of
from game.simulation.draws import Draws, Look, Lot
from game.simulation.resolve import Machine, machine, sizes_of

Line = tuple[ResponseId, ...]
Sizes = tuple[float, ...]
"""The size of each order."""


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The draws of one line."""

    line: Line
    bands: dict[str, Floats]
    """For each quantity asked for, its figures at the tally's `LEVELS`: (month, level)."""
    finals: dict[str, Floats]
    """The same quantities in the last month, in each draw."""
    axes: tuple[Floats, ...]
    """Each axis, in each draw."""
    endings: dict[Id, float]
    """The share of the draws that each ending closes, if any."""
    was_open: NDArray[np.bool_]
    """Whether the line could have been played, in each draw."""


def spreads(
    campaign: Campaign,
    lines: Sequence[Line],
    reading: str,
    lot: Lot,
    followed: Sequence[str] = (),
) -> tuple[Spread, ...]:
    """Draw some lines, each as `lot` says, and return where they led.

    Args:
        campaign: the campaign.
        lines: the lines.
        reading: the reading.
        lot: which draws.
        followed: the quantities to be told month by month.

    Raises:
        UnknownReadingError: when the model has no such reading.
        NoValueError: when a quantity followed, or one an ending asks for, has no finite value.
    """
    engine = machine(campaign.model, reading)
    plans = [_Plan(campaign, engine, line) for line in lines]
    tally = Tally(campaign, followed)
    was_open = np.ones((len(lines), lot.count), dtype=np.bool_)
    looks = list(_looks(plans, tally))
    for look, found in zip(looks, Draws(engine, lot, reading, len(lines)).run(looks), strict=True):
        if look.stay:
            was_open &= _open(plans, look.month, found)
        else:
            tally.take(look.month, found)
    axes, endings = tally.axes(), tally.endings()
    return tuple(
        Spread(
            line,
            {name: np.array([row[at] for row in band]) for name, band in tally.bands.items()},
            {name: tally.values["end", name][at] for name in followed},
            tuple(axis[at] for axis in axes),
            _shares(campaign, endings[at]),
            was_open[at],
        )
        for at, line in enumerate(lines)
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """An answer with conditions."""

    response: Response
    sizes: Sizes
    """The orders that held before it."""

    @property
    def names(self) -> set[str]:
        """Return the quantities that its conditions name."""
        return {name for one in self.response.requires for name in one.that.names}


class _Plan:
    """What a line sets in motion, and what it asks of the state on the way."""

    def __init__(self, campaign: Campaign, engine: Machine, line: Line) -> None:
        self.sizes = sizes_of(engine, schedule(campaign, engine, line))
        self.asked: dict[int, _Asked] = {}
        """By month an answer with conditions."""
        for turn, (scenario, response) in enumerate(answers(campaign, line)):
            number = scenario.month.since(campaign.model.first)
            before = sizes_of(engine, schedule(campaign, engine, line[:turn]))(number)
            if response.requires:
                self.asked[number] = _Asked(response, before)


def _looks(plans: Sequence[_Plan], tally: Tally) -> Iterator[Look]:
    """Yield the months, and before one with an answer the same month without that answer."""
    for number in range(tally.end + 1):
        asked = [plan.asked.get(number) for plan in plans]
        living = [plan.sizes(number) for plan in plans]
        if any(asked):
            names = {name for one in asked if one for name in one.names}
            before = [one.sizes if one else held for one, held in zip(asked, living, strict=True)]
            yield Look(number, before, tuple(sorted(names)), stay=True)
        yield Look(number, living, tally.names(number))


def _open(plans: Sequence[_Plan], number: int, values: dict[str, Floats]) -> NDArray[np.bool_]:
    """Return whether the answers given in a month are open: (line, draw)."""
    are_open = np.ones(next(iter(values.values())).shape, dtype=np.bool_)
    for place, asked in enumerate(plan.asked.get(number) for plan in plans):
        row = {name: column[place] for name, column in values.items()}
        for one in asked.response.requires if asked else ():
            are_open[place] &= np.asarray(values_of(one.that, row.__getitem__)) != 0
    return are_open


def _shares(campaign: Campaign, endings: NDArray[np.int64]) -> dict[Id, float]:
    """Return the share of each ending that comes at all."""
    counts = np.bincount(endings, minlength=len(campaign.outline.endings))
    named = zip(campaign.outline.endings, counts.tolist(), strict=True)
    return {ending.id: count / len(endings) for ending, count in named if count}
