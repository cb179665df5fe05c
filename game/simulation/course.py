"""What the model computed, month by month, and how an expression reads it."""

from __future__ import annotations

from game.campaign.formula import Formula, Measure
from game.campaign.words import Month
from game.frozen import dataclass
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
        return self._row(month.since(self.first))[self.names[quantity]]

    def curve(self, quantity: str) -> tuple[float, ...]:
        """Return a quantity's value in every month."""
        column = self.names[quantity]
        return tuple(row[column] for row in self.rows)

    def joined(self, later: Course) -> Course:
        """Return this course followed by `later`."""
        return Course(self.names, self.first, self.rows + later.rows)

    def formula(self, formula: Formula, month: Month) -> float:
        """Return the value of a formula in a month."""
        row, names = self._row(month.since(self.first)), self.names
        return value_of(formula, lambda name: row[names[name]])

    def measure(self, measure: Measure, window: Window, **more: float) -> float:
        """Return the value of a measure over a window; `more` are extra names such as `value`."""

        def of(name: str) -> float:
            if name in more:
                return more[name]
            function, _, quantity = name.rpartition(" ")
            return self._over(function or "end", quantity, window)

        return value_of(measure, of)

    def _over(self, function: str, quantity: str, window: Window) -> float:
        match function:
            case "start":
                return self.at(window.first, quantity)
            case "end":
                return self.at(window.last, quantity)
            case "change":
                return self.at(window.last, quantity) - self.at(window.first, quantity)
            case "total":
                return sum(self._inside(quantity, window))
            case "most":
                return max(*self._inside(quantity, window), self.at(window.last, quantity))
            case "least":
                return min(*self._inside(quantity, window), self.at(window.last, quantity))
            case _:
                return self.at(window.chronicle, quantity)

    def _inside(self, quantity: str, window: Window) -> list[float]:
        """Return the values from the window's first month to the one before its last."""
        column, first = self.names[quantity], window.first.since(self.first)
        after = first + max(window.last.since(window.first), 1)
        if first >= 0 and after <= len(self.rows):
            return [row[column] for row in self.rows[first:after]]
        return [self._row(number)[column] for number in range(first, after)]

    def _row(self, number: int) -> tuple[float, ...]:
        """Return the values of a month, counted from the first; beyond the ends the nearest."""
        if 0 <= number < len(self.rows):
            return self.rows[number]
        return self.rows[0 if number < 0 else -1]


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
