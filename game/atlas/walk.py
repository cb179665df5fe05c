"""Every line of a campaign: walked depth first, so that lines share their beginnings.

Many lines are computed at once, in batches; at most a batch for each telegram is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import prod

import numpy as np

from game.atlas.batch import Answered, Batch, advance, open_to, root
from game.atlas.columns import Column, stacked, whole
from game.atlas.ground import Ground, ground_of
from game.atlas.reckoning import Curves, first_of, named
from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.simulation.chance import Luck

MOST = 1024
"""Lines in a batch: enough that numpy's overhead is small, few enough for the cache."""
EXPECTED = Luck(1, on=False)


@dataclass(frozen=True, slots=True)
class Walked:
    """One whole line and where it led."""

    answers: tuple[Answered, ...]
    ending: Id
    epilogue: tuple[Id, ...]
    axes: tuple[float, ...]
    """The value of each axis, in the campaign's order."""
    least: tuple[float, ...]
    """The least value of each indicator from the first telegram to the chronicle."""
    most: tuple[float, ...]
    """The greatest."""

    @property
    def line(self) -> tuple[ResponseId, ...]:
        """Return the responses."""
        return tuple(one.response for one in self.answers)


def lines_at_most(campaign: Campaign) -> int:
    """Return how many lines there would be if no response were ever closed."""
    return prod(len(one.decision.responses) for one in campaign.scenarios)


def walk(campaign: Campaign, reading: str | None = None, luck: Luck = EXPECTED) -> Iterator[Walked]:
    """Yield every line that can be played, in the order of the responses.

    With luck on, every line meets the weather of its seed.

    Raises:
        UnknownReadingError: when the model has no such reading.
        EndlessError: when a quantity of a line has no finite value.
    """
    ground = ground_of(campaign, reading or campaign.model.readings[0].id, luck)
    with np.errstate(all="ignore"):
        start = root(ground)
    yield from _below(ground, start)


def _below(ground: Ground, batch: Batch) -> Iterator[Walked]:
    """Yield every line that begins with one of a batch's."""
    if len(batch.choices) == len(ground.turns):
        yield from _ended(ground, batch)
        return
    parents, chosen = np.nonzero(open_to(ground, batch))
    for start in count(0, MOST):
        if start >= len(parents):
            return
        part = slice(start, start + MOST)
        # entered anew for each batch: a generator must not leave numpy silenced while it waits
        with np.errstate(all="ignore"):
            further = advance(ground, batch, parents[part], chosen[part])
        yield from _below(ground, further)


def _ended(ground: Ground, batch: Batch) -> Iterator[Walked]:
    outline, lines = ground.campaign.outline, len(batch.told)
    names = {name: column for column, name in enumerate(ground.kept)}
    curves = Curves(names, batch.past, ground.number(outline.chronicle), lines)
    with np.errstate(all="ignore"):
        endings = first_of([curves.holds(one.when) for one in outline.endings])
        told = [curves.holds(one.when) for one in outline.epilogue]
        axes = [curves.measure(one.measure) for one in outline.axes]
    epilogues = named(stacked(told, lines), [one.id for one in outline.epilogue])
    numbers = (_by_line(one, lines) for one in (axes, batch.least, batch.most))
    for answers, ending, *rest in zip(batch.told, endings, epilogues, *numbers, strict=True):
        yield Walked(answers, outline.endings[ending].id, *rest)


def _by_line(columns: Sequence[Column], lines: int) -> list[tuple[float, ...]]:
    """Return one tuple a line out of several columns."""
    rows = stacked([whole(one, lines) for one in columns], lines)
    return list(map(tuple, rows.tolist()))
