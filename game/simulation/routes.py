"""By which way something from outside came to move a quantity: the strongest chain of arrows.

Everything is turned up at once, from the quiet course to what happened (`why.py`). What one input
did to each quantity in each month runs forward along the arrows; what each quantity is worth to
the one asked about came back along them (`backwards.py`). The product is what flows through an
arrow. The route is the likeliest way of a drop that goes against the stream, from the end to the
input, and at every fork takes an arm with the odds of what flows in it.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush

from game.frozen import dataclass
from game.simulation.backwards import Passed, handed_back
from game.simulation.flows import Inputs
from game.simulation.why import Inquiry


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an input enters the model."""

    moves: tuple[tuple[int, int, float], ...] = ()
    """(month, column, by how much) of a command or a series."""
    draw: int | None = None
    """The number of a draw in the program's list."""

    @property
    def column(self) -> int:
        """The column it starts from; a draw has none."""
        return self.moves[0][1] if self.moves else -1


class Routes:
    """Finds the routes of one inquiry."""

    def __init__(self, inquiry: Inquiry) -> None:
        self.inquiry = inquiry
        quiet, real = inquiry.rest, inquiry.real
        _, passed = handed_back(inquiry.engine, quiet, real, inquiry.stretch)
        self.passed = passed[::-1]
        self.moved = [
            (month, column, after - before)
            for month, rows in enumerate(zip(quiet.rows, real.rows, strict=True))
            for column, (before, after) in enumerate(zip(*rows, strict=True))
            if after != before
        ]

    def of(self, inputs: Inputs) -> tuple[str, ...]:
        """Return the route of one input: the quantities from the first it moves to the last."""
        inquiry = self.inquiry
        model, names = inquiry.engine.model, inquiry.engine.names
        given = [inquiry.given[number] for number in inputs.orders]
        moves = [
            (month, names[str(model.orders[one.order].id)], one.size)
            for one in given
            for month in inquiry.months_of(one)
        ]
        series = {names[str(model.series[number].id)] for number in inputs.series}
        moves += [one for one in self.moved if one[1] in series]
        return self._route(Entry(tuple(moves), next(iter(inputs.draws), None)))

    def _route(self, entry: Entry) -> tuple[str, ...]:
        flows = self._flows(entry)
        sent = sum(flow for (start, _), flow in flows.items() if start == entry.column)
        sign = 1.0 if sent > 0 else -1.0
        along = {arrow: sign * flow for arrow, flow in flows.items() if sign * flow > 0}
        route = _likeliest(along, entry.column, self.inquiry.stretch.column)
        names = self.inquiry.engine.program.names
        return tuple(names[column] for column in route[1:])

    def _flows(self, entry: Entry) -> dict[tuple[int, int], float]:
        """Return what flows from column to column, over all months."""
        flows: dict[tuple[int, int], float] = defaultdict(float)
        moved: dict[tuple[int, int], float] = defaultdict(float)
        for month, column, by in entry.moves:
            moved[month, column] += by
        for one in self.passed:
            later = one.month + 1 if one.of_a_stock else one.month
            if one.of_a_stock:
                moved[later, one.target] += moved[one.month, one.target]
            for column, by in self._parts(one, entry, moved):
                flows[column, one.target] += one.worth * by
                moved[later, one.target] += by
        return flows

    @staticmethod
    def _parts(
        one: Passed, entry: Entry, moved: dict[tuple[int, int], float]
    ) -> list[tuple[int, float]]:
        """Return what each column, or the draw itself, moves through a formula."""
        parts = [
            (column, slope * moved[one.month, column])
            for column, slope in zip(one.secant.columns, one.slopes, strict=True)
            if moved[one.month, column]
        ]
        if entry.draw in one.secant.draws:
            parts.append((-1, one.luck[one.secant.draws.index(entry.draw)]))
        return parts


def _likeliest(flows: dict[tuple[int, int], float], start: int, end: int) -> tuple[int, ...]:
    """Return the likeliest way from `start` to `end`; empty when none leads there."""
    into: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (source, target), flow in sorted(flows.items()):
        into[target].append((source, flow))
    open_ways: list[tuple[float, tuple[int, ...]]] = [(-1.0, (end,))]
    met: set[int] = set()
    while open_ways:
        odds, way = heappop(open_ways)
        if way[0] == start:
            return way
        if way[0] in met:
            continue
        met.add(way[0])
        whole = sum(flow for _, flow in into[way[0]])
        for source, flow in into[way[0]]:
            heappush(open_ways, (odds * flow / whole, (source, *way)))
    return ()
