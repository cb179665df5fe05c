"""What was recorded, ready to be done to any arrays: each step knows its places in one list.

Room is used again as soon as nobody needs what is in it, so that the few arrays in use stay in the
processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.frozen import dataclass
from game.simulation.arrays import Floats, Values, Words
from game.simulation.recording import Doing, Recording, Slot, Step, Value

AnyArray: TypeAlias = NDArray[Any]
Pick: TypeAlias = Callable[[Sequence[AnyArray]], tuple[AnyArray, ...]]
Move: TypeAlias = tuple[Doing, Pick]
"""What is done, and what takes the arrays it is done with, and that of its result, from a list."""
NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Tape:
    """Steps for arrays.

    The places are, in this order: the arrays given, the results that are arrays, numbers that are
    the same for all draws, and room to work in.
    """

    moves: tuple[Move, ...]
    numbers: tuple[AnyArray, ...]
    room: int
    """How many arrays it needs to work in."""
    results: tuple[np.float64 | None, ...]
    """Each result that is one number; none for an array."""

    def run(
        self, given: Sequence[AnyArray], place: Callable[[int], Floats], room: Sequence[Floats]
    ) -> list[Values]:
        """Do all steps and return the results.

        Args:
            given: the arrays of the recording's inputs.
            place: says for the number of a result that is an array where it goes.
            room: as many arrays to work in as are needed.
        """
        values = [place(n) if one is None else one for n, one in enumerate(self.results)]
        arrays = [one for one in values if isinstance(one, np.ndarray)]
        places = [*given, *arrays, *self.numbers, *room]
        for doing, pick in self.moves:
            doing(*pick(places))
        return values


def tape_of(recording: Recording, results: Sequence[Value]) -> Tape:
    """Return the tape that computes `results`, and nothing that they do not need."""
    asked = [one.number for one in results if isinstance(one, Slot)]
    layout = _Layout(recording, asked)
    moves = [layout.move(step) for step in layout.steps]
    moves += layout.copies(asked)
    return Tape(
        tuple(moves),
        tuple(map(np.array, layout.numbers)),
        layout.room,
        tuple(None if isinstance(one, Slot) else one for one in results),
    )


class _Layout:
    """Where everything stands while the steps are laid out one by one."""

    def __init__(self, recording: Recording, asked: Sequence[int]) -> None:
        self._inputs = recording.inputs
        slots = recording.inputs + len(recording.steps)
        self._uses = [0] * slots
        self.numbers: dict[float, int] = {}
        self.steps = self._needed(recording.steps, asked)
        self._place = [*range(self._inputs), *[NOWHERE] * len(recording.steps)]
        for place, number in enumerate(asked, self._inputs):
            if self._place[number] == NOWHERE:
                self._place[number] = place
        self._numbers = self._inputs + len(asked)
        self._first = self._numbers + len(self.numbers)
        self._free: list[int] = []
        self.room = 0

    def _needed(self, steps: Sequence[Step], asked: Sequence[int]) -> list[Step]:
        """Return the steps that what is asked for hangs on, and count what they need."""
        found, wanted, uses = [], set(asked), self._uses
        for step in reversed(steps):
            _, operands, slot = step
            if uses[slot.number] or slot.number in wanted:
                found.append(step)
                for one in operands:
                    if isinstance(one, Slot):
                        uses[one.number] += 1
                    else:
                        self.numbers.setdefault(one, len(self.numbers))
        return found[::-1]

    def move(self, step: Step) -> Move:
        """Return a step with its places; its result may take that of an operand used up."""
        doing, operands, slot = step
        places = [self._of(one) for one in operands]
        if self._place[slot.number] == NOWHERE:
            self._place[slot.number] = self._free.pop() if self._free else self._more()
        return doing, _pick(*places, self._place[slot.number])

    def copies(self, asked: Sequence[int]) -> list[Move]:
        """Return the moves that bring results to their places which stand elsewhere."""
        pairs = [(self._place[number], place) for place, number in enumerate(asked, self._inputs)]
        return [(_copied, _pick(here, there)) for here, there in pairs if here != there]

    def _of(self, operand: Value) -> int:
        """Return the place of an operand; it is free again after its last use."""
        if not isinstance(operand, Slot):
            return self._numbers + self.numbers[operand]
        place: int = self._place[operand.number]
        self._uses[operand.number] -= 1
        if not self._uses[operand.number] and place >= self._first:
            self._free.append(place)
        return place

    def _more(self) -> int:
        self.room += 1
        return self._first + self.room - 1


class Room:
    """Arrays to work in, made once and used in every month."""

    def __init__(self) -> None:
        self._length = 0
        self._floats: list[Floats] = []
        self._words: tuple[Words, Words] = (_words(0), _words(0))

    def words(self, length: int) -> tuple[Words, Words]:
        """Return two arrays to draw in."""
        self._grow(length)
        return self._words[0][:length], self._words[1][:length]

    def floats(self, count: int, length: int) -> list[Floats]:
        """Return arrays to compute in."""
        self._grow(length)
        self._floats += [np.empty(self._length) for _ in range(count - len(self._floats))]
        return [one[:length] for one in self._floats[:count]]

    def _grow(self, length: int) -> None:
        if length > self._length:
            self._length, self._floats = length, []
            self._words = _words(length), _words(length)


def _words(length: int) -> Words:
    return np.empty(length, dtype=np.uint64)


def _pick(first: int, second: int, *others: int) -> Pick:
    return itemgetter(first, second, *others)


def _copied(source: AnyArray, out: AnyArray) -> None:
    np.copyto(out, source)
