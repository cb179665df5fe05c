"""By which ways what came from outside reached a quantity: every way, sorted by its last two stops.

A *way* leads from something outside (an order, a series, a draw) along the model's arrows, month by
month, to the quantity asked about. Every way is counted once, by the two last quantities it passes
before it reaches that quantity for the first time: the *last* stop and the one *before* it. What it
brings is measured at that moment with all that follows of it: a man lost in June is missing among
those who raise recruits in July, and that is counted with what lost him. So the feedback of the
quantity on itself hides in no arrow of its own, and the ways of a cause add up to its share.

What an equation only adds up (`arrows.parts_of_account`) is the quantity itself here.

Differences run forward along the slopes of the same steps over which the shares were added up
(`why.py`); what each month's formula passes on is weighed by what it is worth to the quantity in
the end (`backwards.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from game.frozen import dataclass
from game.simulation.arrows import parts_of_account
from game.simulation.backwards import Passed, handed_back
from game.simulation.why import Inquiry, Point, Turn

OUTSIDE = -1
"""Stands for the column of no quantity: a way that comes straight from what started it."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Things from outside that are looked at as one."""

    orders: frozenset[int] = frozenset()
    """Commands, as numbers in the inquiry's list."""
    series: frozenset[int] = frozenset()
    """Series, as numbers in the model's list."""
    draws: frozenset[int] = frozenset()
    """Draws, as numbers in the program's list."""

    def __or__(self, other: Inputs) -> Inputs:
        """Return both together."""
        return Inputs(
            self.orders | other.orders, self.series | other.series, self.draws | other.draws
        )


Stops = tuple[int, int]
"""The columns of the stop before the last and of the last one; `OUTSIDE` where there is none."""


def ways(
    inquiry: Inquiry, turns: Sequence[Turn], all_inputs: Sequence[Inputs]
) -> list[dict[Stops, float]]:
    """Return what each of some inputs did to the quantity asked about, by its ways' last stops.

    Args:
        inquiry: the question.
        turns: the steps over which its shares were added up.
        all_inputs: what is looked at, one after the other.
    """
    streams = [_Stream(inquiry, inputs) for inputs in all_inputs]
    for low, high in turns:
        _, passed = handed_back(inquiry.engine, low[1], high[1], inquiry.stretch)
        passed.reverse()
        for stream in streams:
            stream.enter(low, high)
            for one in passed:
                stream.run(one)
    return [dict(stream.found) for stream in streams]


class _Stream:
    """What some inputs move in each step, running forward through the months."""

    def __init__(self, inquiry: Inquiry, inputs: Inputs) -> None:
        self.inquiry, self.inputs = inquiry, inputs
        self.found: dict[Stops, float] = defaultdict(float)
        model, names = inquiry.engine.model, inquiry.engine.names
        asked = inquiry.asked.quantity
        self.ends = {names[one] for one in (asked, *parts_of_account(model, asked))}
        self.given = {names[str(one.id)] for group in (model.series, model.orders) for one in group}
        self.moved: dict[tuple[int, int], dict[int, float]] = {}
        """By month and column: how far it moved, by the stop before."""

    def enter(self, low: Point, high: Point) -> None:
        """Begin a step: put in what the orders and series moved between its two courses."""
        self.moved.clear()
        inquiry, names = self.inquiry, self.inquiry.engine.names
        model, stretch = inquiry.engine.model, inquiry.stretch
        turned, before, after = high[0] - low[0], low[1].rows, high[1].rows
        for number in sorted(self.inputs.orders):
            command = inquiry.given[number]
            column = names[str(model.orders[command.order].id)]
            for month in inquiry.months_of(command):
                self._put(month, column, OUTSIDE, turned * command.size)
        for number in sorted(self.inputs.series):
            column = names[str(model.series[number].id)]
            for month in range(stretch.first, stretch.last + 1):
                self._put(month, column, OUTSIDE, after[month][column] - before[month][column])

    def _put(self, month: int, column: int, stop: int, by: float) -> None:
        if by:
            here = self.moved.setdefault((month, column), {})
            here[stop] = here.get(stop, 0.0) + by

    def run(self, one: Passed) -> None:
        """Pass on what a formula's names, and its draws, moved."""
        lucky = sum(
            did
            for number, did in zip(one.secant.draws, one.luck, strict=True)
            if number in self.inputs.draws
        )
        (self._arrive if one.target in self.ends else self._go_on)(one, lucky)

    def _arrive(self, one: Passed, lucky: float) -> None:
        if lucky:
            self.found[OUTSIDE, OUTSIDE] += one.worth * lucky
        for source, slope in zip(one.secant.columns, one.slopes, strict=True):
            last = OUTSIDE if source in self.given else source
            for before, by in self.moved.get((one.month, source), {}).items():
                self.found[before, last] += one.worth * slope * by

    def _go_on(self, one: Passed, lucky: float) -> None:
        month, target = one.month + one.of_a_stock, one.target
        self._put(month, target, OUTSIDE, lucky)
        if one.of_a_stock:
            for stop, by in self.moved.get((one.month, target), {}).items():
                self._put(month, target, stop, by)
        for source, slope in zip(one.secant.columns, one.slopes, strict=True):
            here = self.moved.get((one.month, source))
            if not here:
                continue
            if source == target:  # a stock's own growth or decay is no new stop
                for stop, by in here.items():
                    self._put(month, target, stop, slope * by)
            else:
                stop = OUTSIDE if source in self.given else source
                self._put(month, target, stop, slope * sum(here.values()))
