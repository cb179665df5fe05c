"""What a quantity is worth to another, months later: slopes handed back from the end to the start.

Between two courses of one model, the worth of a quantity in a month says by how much the thing
asked about differs for each unit by which that quantity differs. It is found by going through the
months from the last to the first and through the equations from the last to the first, each
passing on its own worth along its arrows (`secants.py`). One such sweep serves all inputs at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate

from game.campaign.formula import Tree
from game.campaign.model import Model
from game.frozen import dataclass
from game.simulation.program import order_of
from game.simulation.resolve import Machine
from game.simulation.secants import Secant, draws_in, secant

Draws = Sequence[Callable[[float], float]]


@dataclass(frozen=True, slots=True)
class Formulas:
    """The slopes of a model's formulas, with the column of what each computes."""

    equations: tuple[tuple[int, Secant], ...]
    """In the order they are computed."""
    stocks: tuple[tuple[int, Secant], ...]
    """Of every stock's `change`."""


@dataclass(frozen=True, slots=True)
class Past:
    """A course with the draws it met."""

    rows: tuple[Sequence[float], ...]
    """The values of every month from the model's first on."""
    draws: tuple[Draws, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months asked about, counted from the model's first, and the quantity's column."""

    first: int
    last: int
    column: int
    since: int
    """Before this month the courses do not differ."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What one formula passed on in one month."""

    month: int
    target: int
    """The column of what it computes."""
    of_a_stock: bool
    """Whether that is the stock of the month after."""
    worth: float
    secant: Secant
    slopes: tuple[float, ...]
    """One for each of its quantities."""
    luck: tuple[float, ...]
    """What each of its draws did."""


@lru_cache(maxsize=8)
def formulas(model: Model) -> Formulas:
    """Return the slopes of every formula of `model`."""
    columns = columns_of(model)
    made = [
        (columns[name], secant(tree, columns, parameters_in(model), first))
        for name, tree, first in formulas_in_order(model)
    ]
    split = len(model.equations)
    return Formulas(tuple(made[:split]), tuple(made[split:]))


def columns_of(model: Model) -> dict[str, int]:
    """Return the column of every quantity: stocks, series, orders, equations."""
    parts = (model.stocks, model.series, model.orders, order_of(model))
    return {str(one.id): n for n, one in enumerate(one for part in parts for one in part)}


def parameters_in(model: Model) -> dict[str, int]:
    """Return the place of every parameter."""
    return {str(one.id): number for number, one in enumerate(model.parameters)}


@lru_cache(maxsize=8)
def formulas_in_order(model: Model) -> tuple[tuple[str, Tree, int], ...]:
    """Return what a month computes, in order: (quantity, formula, number of its first draw)."""
    named = [(str(one.id), one.equals.tree) for one in order_of(model)]
    named += [(str(one.id), one.change.tree) for one in model.stocks]
    firsts = accumulate((draws_in(tree) for _, tree in named), initial=0)
    return tuple((name, tree, first) for (name, tree), first in zip(named, firsts, strict=False))


def handed_back(
    engine: Machine, low: Past, high: Past, stretch: Stretch
) -> tuple[list[list[float]], list[Passed]]:
    """Return the worth of every quantity in every month, and what each formula passed on.

    What is asked about is the change of `stretch.column` from `first` to `last`; the worth of a
    quantity counts for the difference between the courses `low` and `high`.
    """
    worth = [[0.0] * len(engine.names) for _ in range(stretch.last + 2)]
    worth[stretch.last][stretch.column] += 1.0
    worth[stretch.first][stretch.column] -= 1.0
    passed: list[Passed] = []
    known = formulas(engine.model)
    todo = [(True, *one) for one in known.stocks]
    todo += [(False, *one) for one in reversed(known.equations)]
    for month in range(stretch.last, stretch.since - 1, -1):
        here, later = worth[month], worth[month + 1]
        ends = low.rows[month], high.rows[month], engine.parameters
        draws = low.draws[month], high.draws[month]
        for of_a_stock, target, formula in todo:
            value = later[target] if of_a_stock else here[target]
            if not value:
                continue
            if of_a_stock:
                here[target] += value  # a stock remembers
            slopes, luck, _ = formula.slopes(*ends, *draws)
            for column, slope in zip(formula.columns, slopes, strict=True):
                here[column] += value * slope
            passed.append(Passed(month, target, of_a_stock, value, formula, slopes, luck))
    return worth, passed
