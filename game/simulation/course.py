"""What the model computed, month by month, and how an expression reads it."""

from __future__ import annotations

from dataclasses import dataclass

from game.campaign.formula import Formula, Measure
from game.campaign.words import Month
from game.simulation.arithmetic import value_of


@dataclass(frozen=True, slots=True)
class Course:
    """The values of every quantity from `first` on, one row a month."""

    names: dict[str, int]
    """From a quantity to its column."""
    first: Month
    rows: tuple[tuple[float, ...], ...]

    @property
    def last(self) -> Month:
        """The last month there is a row for."""
        return self.first.plus(len(self.rows) - 1)

    def months(self) -> tuple[Month, ...]:
        """Return every month there is a row for."""
        return tuple(self.first.plus(n) for n in range(len(self.rows)))

    def at(self, month: Month, quantity: str) -> float:
        """Return a quantity's value in a month; beyond the ends the nearest month counts."""
        row = min(max(month.since(self.first), 0), len(self.rows) - 1)
        return self.rows[row][self.names[quantity]]

    def curve(self, quantity: str) -> tuple[float, ...]:
        """Return a quantity's value in every month."""
        column = self.names[quantity]
        return tuple(row[column] for row in self.rows)

    def joined(self, later: Course) -> Course:
        """Return this course followed by `later`."""
        return Course(self.names, self.first, self.rows + later.rows)

    def formula(self, formula: Formula, month: Month) -> float:
        """Return the value of a formula in a month."""
        return value_of(formula, lambda name: self.at(month, name))

    def measure(self, measure: Measure, window: Window, **more: float) -> float:
        """Return the value of a measure over a window; `more` are extra names such as `value`."""

        def of(name: str) -> float:
            if name in more:
                return more[name]
            function, _, quantity = name.rpartition(" ")
            return self._over(function or "end", quantity, window)

        return value_of(measure, of)

    def _over(self, function: str, quantity: str, window: Window) -> float:
        start, end = self.at(window.first, quantity), self.at(window.last, quantity)
        length = window.last.since(window.first)
        inside = [self.at(window.first.plus(n), quantity) for n in range(max(length, 1))]
        match function:
            case "start":
                return start
            case "end":
                return end
            case "change":
                return end - start
            case "total":
                return sum(inside)
            case "most":
                return max(*inside, end)
            case "least":
                return min(*inside, end)
            case _:
                return self.at(window.chronicle, quantity)


@dataclass(frozen=True, slots=True)
class Window:
    """The months a measure looks at.

    `start` is the value in `first`, `end` the value in `last`, `total` the sum of the months from
    `first` to the one before `last`.
    """

    first: Month
    last: Month
    chronicle: Month
    """The month in which the campaign is summed up."""
