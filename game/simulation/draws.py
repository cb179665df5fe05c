"""Many draws of a line at once: each its own luck, and its own view of what is disputed.

A draw is a playthrough with the seed `seed + number`. Where ranges are drawn, each parameter is
besides taken from between its low and its high value, most often near the likely one, once for the
whole draw. A single playthrough keeps the likely values: there the ranges would only blur what an
answer did. What a reading sets is not drawn: it is the assumption that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from game.campaign.model import Model, Parameter
from game.simulation.arrays import (
    Floats,
    Values,
    Words,
    array_program,
    drawn,
    luck,
    scalars,
    uniform,
)
from game.simulation.chance import key_of
from game.simulation.resolve import Machine

BLOCK = 20_000
"""Draws computed together: enough to make numpy worth its calls, few enough for the cache."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Which draws are made."""

    count: int
    seed: int = 1
    """Of the first draw; the others follow it."""
    chance: bool = True
    """When off, every month takes its expected course."""
    ranges: bool = True
    """Whether parameters are drawn from their ranges."""


class Draws:
    """The draws of some lines, month by month. Their memory does not grow with the months.

    All draws of the first line come first, then those of the second, and so on; draws of the same
    number share their seed, whatever the line.
    """

    def __init__(self, engine: Machine, lot: Lot, reading: str, lines: int = 1) -> None:
        self.engine = engine
        self.lot = lot
        self.lines = lines
        seeds = np.tile(seeds_of(lot), lines)
        parts = [slice(start, start + BLOCK) for start in range(0, len(seeds), BLOCK)]
        self._blocks = [_Block(engine, lot, reading, (part, seeds[part])) for part in parts]

    def month(
        self,
        number: int,
        orders: Sequence[Sequence[float]],
        names: Iterable[str],
        *,
        stay: bool = False,
    ) -> dict[str, Floats]:
        """Compute a month of every draw and return the quantities `names`: (line, draw).

        Args:
            number: the month, counted from the model's first; each once, in order.
            orders: for each line the size of each order in that month.
            names: the quantities wanted.
            stay: whether the draws stay in that month, to be computed again.
        """
        found = {name: np.empty(self.lines * self.lot.count) for name in names}
        columns = [(values, self.engine.names[name]) for name, values in found.items()]
        sizes = [self._spread(column) for column in zip(*orders, strict=True)]
        for block in self._blocks:
            row = block.month(number, sizes, stay=stay)
            for values, column in columns:
                values[block.where] = row[column]
        return {name: one.reshape(self.lines, self.lot.count) for name, one in found.items()}

    def _spread(self, sizes: tuple[float, ...]) -> Values:
        """Return an order's size for each draw, or one for all if all lines agree."""
        if len(set(sizes)) == 1:
            return np.float64(sizes[0])
        return np.repeat(np.array(sizes, dtype=np.float64), self.lot.count)


class _Block:
    """Some of the draws."""

    def __init__(self, engine: Machine, lot: Lot, reading: str, part: tuple[slice, Words]) -> None:
        self.engine = engine
        self.chance = lot.chance
        self.where, self.seeds = part
        self.program = array_program(engine.model)
        self.parameters = scalars(engine.parameters)
        if lot.ranges:
            self.parameters = _drawn_parameters(engine, reading, self.seeds)
        names = [str(one.id) for one in engine.model.parameters]
        with np.errstate(all="ignore"):
            begin = self.program.first(dict(zip(names, self.parameters, strict=True)))
        self.stocks = tuple(one if np.ndim(one) else np.float64(one) for one in begin)

    def month(self, number: int, orders: Sequence[Values], *, stay: bool) -> tuple[Values, ...]:
        """Compute a month and return every quantity."""
        draws = luck(self.seeds, self.program.lucky, number, on=self.chance)
        series = scalars(self.engine.series[number])
        sizes = [one[self.where] if isinstance(one, np.ndarray) else one for one in orders]
        with np.errstate(all="ignore"):
            row, later = self.program.month(self.stocks, series, sizes, self.parameters, draws)
        if not stay:
            self.stocks = later
        return row


def seeds_of(lot: Lot) -> Words:
    """Return the seed of each draw."""
    return np.uint64(lot.seed) + np.arange(lot.count, dtype=np.uint64)


def drawn_parameter(parameter: Parameter, seeds: Words) -> Floats:
    """Return a parameter as each seed draws it: from a triangle over its range."""
    low, likely, high = parameter.low, parameter.value, parameter.high
    share = uniform(drawn(seeds, key_of(f"{parameter.id} range"), 0))
    if low == high:
        return np.full(len(seeds), likely)
    rising = low + np.sqrt(share * (high - low) * (likely - low))
    falling = high - np.sqrt((1 - share) * (high - low) * (high - likely))
    values: Floats = np.where(share * (high - low) < likely - low, rising, falling)
    return values


def _drawn_parameters(engine: Machine, reading: str, seeds: Words) -> tuple[Values, ...]:
    held = held_by(engine.model, reading)
    return tuple(
        np.float64(value) if str(one.id) in held else drawn_parameter(one, seeds)
        for one, value in zip(engine.model.parameters, engine.parameters, strict=True)
    )


def held_by(model: Model, reading: str) -> set[str]:
    """Return the parameters that a reading sets."""
    return {
        str(override.id)
        for one in model.readings
        if one.id == reading
        for override in one.overrides
    }
