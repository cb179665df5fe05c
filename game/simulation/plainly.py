"""The model computed in the plainest way: a loop over months and formulas, values kept by name.

It takes no part in the game. The compiled program is held against it: for the same numbers in the
tests, for its speed in `bench`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from game.campaign.formula import Call, Formula, Logic, Name, Number, Operation, Tree
from game.simulation.arithmetic import EXPECTED, FUNCTIONS, clamp, python_source
from game.simulation.program import order_of
from game.simulation.resolve import Active, Machine, sizes_of

Values = dict[str, float]
Reckoner = Callable[[Formula, Values], float]
"""From a formula and the values by name to its value."""


def plainly(machine: Machine, active: tuple[Active, ...], value: Reckoner) -> list[Values]:
    """Return every value of every month, with chance off.

    Args:
        machine: the model.
        active: the orders under way.
        value: what computes a formula.
    """
    model = machine.model
    equations, orders = order_of(model), sizes_of(machine, active)
    known = {str(one.id): v for one, v in zip(model.parameters, machine.parameters, strict=True)}
    stocks = {str(one.id): value(one.starts, known) for one in model.stocks}
    months = []
    for number, series in enumerate(machine.series):
        values = known | stocks
        values |= {str(one.id): v for one, v in zip(model.series, series, strict=True)}
        values |= {str(one.id): v for one, v in zip(model.orders, orders(number), strict=True)}
        for one in equations:
            values[str(one.id)] = value(one.equals, values)
        stocks = {
            str(one.id): values[str(one.id)] + value(one.change, values) for one in model.stocks
        }
        months.append(values)
    return months


@lru_cache(maxsize=4096)
def _function(formula: Formula) -> Callable[[Values], float]:
    source = python_source(formula.tree, lambda name: f"of[{name!r}]")
    made: Callable[[Values], float]
    made = eval(f"lambda of: {source}", FUNCTIONS | EXPECTED)  # our own translation
    return made


def by_python(formula: Formula, values: Values) -> float:
    """Return the value of a formula as a function written in Python computes it."""
    return _function(formula)(values)


def by_tree(formula: Formula, values: Values) -> float:
    """Return the value of a formula, walking its tree: this shares nothing with the program."""
    return value_in(formula.tree, values)


def value_in(tree: Tree, values: Values) -> float:
    """Return the value of a formula; a draw is what must be expected of it."""
    match tree:
        case Number(value):
            return value
        case Name(name):
            return values[name]
        case Operation(sign, left, right):
            return _operation(sign, value_in(left, values), value_in(right, values))
        case Logic("and", parts):
            return float(all(value_in(one, values) for one in parts))
        case Logic("or", parts):
            return float(any(value_in(one, values) for one in parts))
        case Logic(_, parts):
            return float(not value_in(parts[0], values))
        case Call("when", (condition, yes, no)):
            return value_in(yes if value_in(condition, values) else no, values)
        case Call(function, arguments):
            return _call(function, [value_in(one, values) for one in arguments])


def _operation(sign: str, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "**":
            return math.pow(left, right)
        case "<":
            return float(left < right)
        case "<=":
            return float(left <= right)
        case ">":
            return float(left > right)
        case ">=":
            return float(left >= right)
        case "==":
            return float(left == right)
        case _:
            return float(left != right)


def _call(function: str, arguments: list[float]) -> float:
    match function:
        case "min":
            return min(arguments)
        case "max":
            return max(arguments)
        case "clamp":
            return clamp(*arguments)
        case "noise":
            return 0.0
        case "chance":
            return clamp(arguments[0], 0.0, 1.0)
        case "abs":
            return abs(arguments[0])
        case _:
            named = {"exp": math.exp, "log": math.log, "sqrt": math.sqrt}
            return named[function](arguments[0])
