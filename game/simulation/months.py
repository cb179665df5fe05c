"""A month of many draws, or of many lines: what it is computed from, and how."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from game.campaign.formula import Call, names_in, parts_of
from game.campaign.model import Model
from game.frozen import dataclass
from game.simulation.arrays import Floats, Values, Words, scalars
from game.simulation.recording import Recording, Slot, Value, luck, recorded_program
from game.simulation.tape import AnyArray, Room, Tape, tape_of

Wanted: TypeAlias = Callable[[tuple[Value, ...], tuple[Value, ...]], Sequence[Value]]
"""From the values of a month and the stocks of the next one to what is wanted of them."""
MOST_TAPES = 512
"""Recorded months kept at a time; each takes some 50 kilobytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """What a month is computed from: arrays, and numbers that are the same for all."""

    model: Model
    month: int
    """Counted from the model's first."""
    length: int
    """Of the arrays."""
    stocks: Sequence[Values]
    series: Sequence[float]
    orders: Sequence[Values]
    parameters: Sequence[Values]
    seeds: Words | int | None
    """Spread out, if there is one for each; one for all; none: no chance."""

    def signs(self) -> tuple[bool, ...]:
        """Return for each stock and order that matters whether its array is never below nought."""
        matters = (*watched(self.model), *[True] * len(self.orders))
        pairs = zip((*self.stocks, *self.orders), matters, strict=True)
        return tuple(
            asked and isinstance(one, np.ndarray) and bool(one.min() >= 0) for one, asked in pairs
        )

    def numbers(self) -> tuple[float | None, ...]:
        """Return the stocks and orders that are numbers; none for an array."""
        values = (*self.stocks, *self.orders)
        return tuple(None if isinstance(one, np.ndarray) else float(one) for one in values)

    def record(self, wanted: Wanted, signs: Sequence[bool]) -> Tape:
        """Return what is to be done to the arrays. Numpy's errors should be ignored meanwhile."""
        recording, program = Recording(), recorded_program(self.model)
        seeds = self._luck(recording)
        floors = [one.low >= 0 for one in self.model.parameters]
        row, later = program.month(
            _taken(recording, self.stocks, signs[: len(self.stocks)]),
            scalars(self.series),
            _taken(recording, self.orders, signs[len(self.stocks) :]),
            _taken(recording, self.parameters, floors),
            luck(seeds, program.lucky, self.month),
        )
        return tape_of(recording, wanted(row, later))

    def play(self, tape: Tape, place: Callable[[int], Floats], room: Room) -> list[Values]:
        """Do what a tape says to the arrays."""
        words = [self.seeds, *room.words(self.length)] if isinstance(self.seeds, np.ndarray) else []
        values = (*self.stocks, *self.orders, *self.parameters)
        arrays: list[AnyArray] = [*words, *(one for one in values if isinstance(one, np.ndarray))]
        return tape.run(arrays, place, room.floats(tape.room, self.length))

    def _luck(self, recording: Recording) -> tuple[Slot, Slot, Slot] | int | None:
        if isinstance(self.seeds, np.ndarray):
            return recording.input(), recording.input(), recording.input()
        return self.seeds


class Tapes:
    """Recorded months, to be played again for all that are alike. The parameters must be, too."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Tape] = {}

    def tape(self, given: Given, name: Hashable, wanted: Wanted) -> Tape:
        """Return the tape of a month; `name` stands for what is wanted of it."""
        signs = given.signs()
        key = (name, given.month, given.numbers(), signs)
        if key not in self._known:
            if len(self._known) >= MOST_TAPES:
                self._known.clear()
            self._known[key] = given.record(wanted, signs)
        return self._known[key]


def _taken(
    recording: Recording, values: Sequence[Values], signs: Sequence[bool]
) -> tuple[Value, ...]:
    """Return values with a slot in place of each array."""
    return tuple(
        recording.input(nonnegative=sign) if isinstance(one, np.ndarray) else one
        for one, sign in zip(values, signs, strict=True)
    )


@lru_cache(maxsize=16)
def watched(model: Model) -> tuple[bool, ...]:
    """Return for each stock whether a minimum with an order asks for it.

    While that order is not given, and the stock is not below nought, the minimum is nought.
    """
    orders = {str(one.id) for one in model.orders}
    trees = [one.equals.tree for one in model.equations]
    trees += [one.change.tree for one in model.stocks]
    asked: set[str] = set()
    for part in (part for tree in trees for part in parts_of(tree)):
        if isinstance(part, Call) and part.function == "min":
            some = [names_in(one).keys() for one in part.arguments]
            asked |= set().union(*some) if any(one and one <= orders for one in some) else set()
    return tuple(str(one.id) in asked for one in model.stocks)
