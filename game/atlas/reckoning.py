"""What a campaign reads out of the months of many lines: cases, dispatches, endings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.atlas.columns import Booleans, Column, Numbers, Row, condition, holds
from game.atlas.ground import Ground
from game.campaign.campaign import Happening
from game.campaign.formula import Measure
from game.campaign.scenario import LedgerRow
from game.campaign.words import Month
from game.frozen import dataclass
from game.simulation.arrays import values_of


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Quantities month by month, for many lines: what a course and its window are for one."""

    names: dict[str, int]
    rows: Sequence[Row]
    """From the first month of the window to its last."""
    chronicle: int
    """The number of the row in which the campaign is summed up."""
    lines: int

    def measure(self, measure: Measure, **more: Column) -> Column:
        """Return the value of a measure; `more` are extra names such as `value`."""

        def of(name: str) -> Column:
            if name in more:
                return more[name]
            function, _, quantity = name.rpartition(" ")
            return self._over(function or "end", self.names[quantity])

        return values_of(measure, of)

    def holds(self, measure: Measure | None, **more: Column) -> Booleans:
        """Return for each line whether a measure is anything but 0; without one it holds."""
        if measure is None:
            return np.ones(self.lines, dtype=np.bool_)
        return holds(self.measure(measure, **more), self.lines)

    def _over(self, function: str, column: int) -> Column:
        curve = [row[column] for row in self.rows]
        match function:
            case "start":
                return curve[0]
            case "end":
                return curve[-1]
            case "change":
                return curve[-1] - curve[0]
            case "total":
                return sum(curve[1:-1], start=curve[0])
            case "most":
                return greatest(*curve)
            case "least":
                return least(*curve)
            case _:
                return curve[self.chronicle]


def least(first: Column, *others: Column) -> Column:
    """Return the least of several columns, line by line."""
    for other in others:
        first = np.minimum(first, other)
    return first


def greatest(first: Column, *others: Column) -> Column:
    """Return the greatest of several columns, line by line."""
    for other in others:
        first = np.maximum(first, other)
    return first


def first_of(conditions: Sequence[Booleans]) -> Numbers:
    """Return for each line the number of the first condition that holds."""
    numbers: Numbers = np.argmax(np.array(conditions), axis=0)
    return numbers


def case_of(row: LedgerRow, curves: Curves) -> Numbers:
    """Return for each line the number of a ledger row's case."""
    value = curves.measure(row.measure)
    return first_of([curves.holds(one.when, value=value) for one in row.cases])


def due(ground: Ground, rows: Sequence[Row], first: Month, lines: int) -> Booleans:
    """Return which happenings are due in the months of `rows`, from `first` on.

    (happening, line), whether or not they have come before.
    """
    happenings = ground.campaign.outline.happenings
    came = np.zeros((len(happenings), lines), dtype=np.bool_)
    for number, one in enumerate(happenings):
        for row in rows[_months_of(one, first, len(rows))]:
            came[number] |= one.when is None or condition(one.when, ground.names, row, lines)
    return came


def _months_of(happening: Happening, first: Month, months: int) -> slice:
    """Return in which of some months a happening may come."""
    if happening.month is None:
        return slice(None)
    start = happening.month.since(first)
    if happening.when is not None:
        return slice(max(start, 0), None)
    return slice(start, start + 1) if 0 <= start < months else slice(0)


def named(flags: Booleans, names: list[Any]) -> list[tuple[Any, ...]]:
    """Return for each row of flags the names of those that are set; equal rows share a tuple."""
    known: dict[bytes, tuple[Any, ...]] = {}
    found = []
    for row in np.ascontiguousarray(flags):
        key = row.tobytes()
        if key not in known:
            known[key] = tuple(names[number] for number in np.flatnonzero(row))
        found.append(known[key])
    return found
