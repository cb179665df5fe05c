"""Many draws of a line at once: each its own luck, and its own view of what is disputed.

A draw is a playthrough with the seed `seed + number`. Where ranges are drawn, each parameter is
besides taken from between its low and its high value, most often near the likely one, once for the
whole draw. A single playthrough keeps the likely values: there the ranges would only blur what an
answer did. What a reading sets is not drawn: it is the assumption that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

import numpy as np

from game.campaign.model import Model, Parameter
from game.frozen import dataclass
from game.simulation.arrays import (
    Floats,
    Values,
    Words,
    mix,
    spread_out,
    uniform,
    values_of,
)
from game.simulation.chance import key_of
from game.simulation.months import Given, Tapes
from game.simulation.part import part_of
from game.simulation.resolve import Machine, machine
from game.simulation.tape import Room, Tape

BLOCK = 10_000
"""Draws computed together: enough to make numpy worth its calls, few enough for the cache."""
MOST_MONTHS = 12
"""Months that a block lives through before the next block has its turn."""
MOST_KEPT = 10_000_000
"""Numbers kept at most while the other blocks catch up, if a single month does not need more."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A month of all draws, and what is looked at in it."""

    month: int
    """Counted from the model's first; each once, in order, and from 0 on."""
    orders: Sequence[tuple[float, ...]]
    """For each line the size of each order in that month."""
    names: tuple[str, ...] = ()
    """The quantities wanted."""
    stay: bool = False
    """Whether the draws stay in that month, to live it again."""


Found: TypeAlias = dict[str, Floats]
"""The quantities wanted: (line, draw) for each."""


class Draws:
    """The draws of some lines, month by month. Their memory does not grow with the months.

    All draws of the first line come first, then those of the second, and so on; draws of the same
    number share their seed, whatever the line.
    """

    def __init__(self, engine: Machine, lot: Lot, reading: str, lines: int = 1) -> None:
        self.model = engine.model
        self.reading = reading
        self.lot = lot
        self.lines = lines

    def run(self, looks: Sequence[Look]) -> Iterator[Found]:
        """Yield what is wanted of each look, in order.

        What nothing that is wanted hangs on is not computed.
        """
        names = frozenset(name for look in looks for name in look.names)
        bench = _Bench(machine(part_of(self.model, names), self.reading), self.lot, self.reading)
        seeds = np.tile(seeds_of(self.lot), self.lines)
        parts = [slice(start, start + BLOCK) for start in range(0, len(seeds), BLOCK)]
        blocks = [_Block(bench, part, seeds[part]) for part in parts]
        widest = max([1, *(len(look.names) for look in looks)])
        months = max(1, min(MOST_MONTHS, MOST_KEPT // (widest * len(seeds))))
        waiting = iter(looks)
        while some := tuple(islice(waiting, months)):
            yield from self._together(blocks, some)

    def _together(self, blocks: Sequence[_Block], looks: Sequence[Look]) -> Iterator[Found]:
        """Yield what is wanted of some looks. Each block lives all of them, then the next one."""
        shape = (self.lines, self.lot.count)
        found = [{name: np.empty(shape) for name in look.names} for look in looks]
        orders = [[self._size(*column) for column in zip(*o.orders, strict=True)] for o in looks]
        with np.errstate(all="ignore"):
            for block in blocks:
                for look, sizes, wanted in zip(looks, orders, found, strict=True):
                    block.live(look, sizes, wanted)
        yield from found

    def _size(self, *sizes: float) -> Values:
        """Return an order's size for each draw, or one for all if all lines agree."""
        if len(set(sizes)) == 1:
            return np.float64(sizes[0])
        return np.repeat(np.array(sizes, dtype=np.float64), self.lot.count)


class _Bench:
    """What all blocks share: the program, its recordings and the room to work in."""

    def __init__(self, engine: Machine, lot: Lot, reading: str) -> None:
        self.engine = engine
        self.lot = lot
        self.held = held_by(engine.model, reading)
        self.tapes = _tapes(engine.model, reading, lot.chance, lot.ranges)
        self.room = Room()

    def parameters(self, spread: Words) -> tuple[Values, ...]:
        """Return the parameters as each of some seeds, spread out, has them."""
        given = zip(self.engine.model.parameters, self.engine.parameters, strict=True)
        return tuple(
            drawn_parameter(one, spread)
            if self.lot.ranges and str(one.id) not in self.held
            else np.float64(value)
            for one, value in given
        )

    def tape(self, look: Look, given: Given) -> Tape:
        """Return what is to be done in a month of a block."""
        columns = [self.engine.names[name] for name in look.names]
        return self.tapes.tape(
            given,
            (look.stay, look.names),
            lambda row, later: [*(row[one] for one in columns), *(() if look.stay else later)],
        )


class _Block:
    """Some of the draws."""

    def __init__(self, bench: _Bench, where: slice, seeds: Words) -> None:
        self.bench = bench
        self.where = where
        self.spread = spread_out(seeds)
        self.parameters = bench.parameters(self.spread)
        names = (str(one.id) for one in bench.engine.model.parameters)
        known = dict(zip(names, self.parameters, strict=True))
        starts = (one.starts for one in bench.engine.model.stocks)
        self.stocks = [values_of(one, known.__getitem__) for one in starts]
        self._spare: dict[int, Floats] = {}
        """Arrays of earlier months that nobody needs any more, by the number of their stock."""

    def live(self, look: Look, orders: Sequence[Values], wanted: Found) -> None:
        """Live a month and write what is wanted of it."""
        views = [one.reshape(-1)[self.where] for one in wanted.values()]

        def place(number: int) -> Floats:
            return views[number] if number < len(views) else self._place(number - len(views))

        given = self._given(look, orders)
        values = given.play(self.bench.tape(look, given), place, self.bench.room)
        for view, value in zip(views, values, strict=False):
            if view is not value:
                view[:] = value
        if not look.stay:
            self._move(values[len(views) :])

    def _given(self, look: Look, orders: Sequence[Values]) -> Given:
        return Given(
            model=self.bench.engine.model,
            month=look.month,
            length=len(self.spread),
            stocks=self.stocks,
            series=self.bench.engine.series[look.month],
            orders=[one[self.where] if isinstance(one, np.ndarray) else one for one in orders],
            parameters=self.parameters,
            seeds=self.spread if self.bench.lot.chance else None,
        )

    def _place(self, stock: int) -> Floats:
        """Return an array for what a stock will be; that of the month before is still needed."""
        spare = self._spare.pop(stock, None)
        return np.empty(len(self.spread)) if spare is None else spare

    def _move(self, later: Sequence[Values]) -> None:
        """Go on to the next month."""
        for number, (old, new) in enumerate(zip(self.stocks, later, strict=True)):
            if isinstance(old, np.ndarray):
                self._spare[number] = old
            self.stocks[number] = new


def seeds_of(lot: Lot) -> Words:
    """Return the seed of each draw."""
    return np.uint64(lot.seed) + np.arange(lot.count, dtype=np.uint64)


def drawn_parameter(parameter: Parameter, spread: Words) -> Floats:
    """Return a parameter as each seed draws it: from a triangle over its range.

    Args:
        parameter: the parameter.
        spread: the seeds, spread out.
    """
    low, likely, high = parameter.low, parameter.value, parameter.high
    if low == high:
        return np.full(len(spread), likely)
    bits = np.empty_like(spread)
    mix(spread, key_of(f"{parameter.id} range"), 0, np.empty_like(spread), bits)
    share, part = uniform(bits), (likely - low) / (high - low)
    rising = share < part
    away: Floats = np.where(rising, share * part, (1 - share) * (1 - part))
    away = np.sqrt(away, out=away) * (high - low)
    return np.where(rising, low + away, high - away)


@lru_cache(maxsize=4)  # a chronicle asks for two parts of a model, and so does whoever compares
def _tapes(_part: Model, _reading: str, *_on: bool) -> Tapes:
    """Return the months recorded so far, for all draws that rest on the same things."""
    return Tapes()


def held_by(model: Model, reading: str) -> set[str]:
    """Return the parameters that a reading sets."""
    return {
        str(override.id)
        for one in model.readings
        if one.id == reading
        for override in one.overrides
    }
