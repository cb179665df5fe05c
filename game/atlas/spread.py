"""Where a line may lead when luck and disputed figures are drawn many times.

An answer that the state forbids in some draw is carried out there all the same, so that every draw
tells of the same orders; in which draws the line could have been played is told beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.atlas.tally import Tally
from game.campaign.campaign import Campaign
from game.campaign.formula import names_in
from game.campaign.scenario import Response
from game.campaign.words import Id, ResponseId
from game.playthrough.schedule import answers, schedule
from game.simulation.arrays import Floats, values_of
from game.simulation.draws import Draws, Lot
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
    engine, model = machine(campaign.model, reading), campaign.model
    plans = [_Plan(campaign, engine, line) for line in lines]
    draws, tally = Draws(engine, lot, reading, len(lines)), Tally(campaign, followed)
    was_open = np.ones((len(lines), lot.count), dtype=np.bool_)
    for number in range(model.last.since(model.first) + 1):
        if any(number in plan.asked for plan in plans):
            was_open &= _open(draws, plans, number)
        orders = [plan.sizes(number) for plan in plans]
        tally.take(number, draws.month(number, orders, tally.names))
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


class _Plan:
    """What a line sets in motion, and what it asks of the state on the way."""

    def __init__(self, campaign: Campaign, engine: Machine, line: Line) -> None:
        self.sizes = sizes_of(engine, schedule(campaign, engine, line))
        self.asked: dict[int, tuple[Response, Sizes]] = {}
        """By month an answer with conditions, and the orders that held before it."""
        for turn, (scenario, response) in enumerate(answers(campaign, line)):
            number = scenario.month.since(campaign.model.first)
            before = sizes_of(engine, schedule(campaign, engine, line[:turn]))(number)
            if response.requires:
                self.asked[number] = response, before


def _open(draws: Draws, plans: Sequence[_Plan], number: int) -> NDArray[np.bool_]:
    """Return whether the answers given in a month are open: (line, draw)."""
    given = [plan.asked.get(number) for plan in plans]
    orders = [
        plan.sizes(number) if one is None else one[1]
        for plan, one in zip(plans, given, strict=True)
    ]
    conditions = [[one.that for one in asked[0].requires] if asked else [] for asked in given]
    names = {name for some in conditions for one in some for name in names_in(one.tree)}
    values = draws.month(number, orders, names, stay=True)
    are_open = np.ones((len(plans), draws.lot.count), dtype=np.bool_)
    for place, some in enumerate(conditions):
        row = {name: column[place] for name, column in values.items()}
        for one in some:
            are_open[place] &= np.asarray(values_of(one, row.__getitem__)) != 0
    return are_open


def _shares(campaign: Campaign, endings: NDArray[np.int64]) -> dict[Id, float]:
    """Return the share of each ending that comes at all."""
    counts = np.bincount(endings, minlength=len(campaign.outline.endings))
    named = zip(campaign.outline.endings, counts.tolist(), strict=True)
    return {ending.id: count / len(endings) for ending, count in named if count}
