"""The model computed in the plainest way: formulas walked as trees, values kept by name.

It takes no part in the game. The compiled program is held against it: for the same numbers in the
tests, for its speed in `bench`.
"""

from __future__ import annotations

import math

from game.campaign.formula import Call, Logic, Name, Number, Operation, Tree
from game.simulation.arithmetic import clamp
from game.simulation.program import order_of
from game.simulation.resolve import Active, Machine, sizes_of

Values = dict[str, float]


def plainly(machine: Machine, active: tuple[Active, ...]) -> list[Values]:
    """Return every value of every month, with chance off."""
    model = machine.model
    equations, orders = order_of(model), sizes_of(machine, active)
    known = {str(one.id): v for one, v in zip(model.parameters, machine.parameters, strict=True)}
    stocks = {str(one.id): value_in(one.starts.tree, known) for one in model.stocks}
    months = []
    for number, series in enumerate(machine.series):
        values = known | stocks
        values |= {str(one.id): v for one, v in zip(model.series, series, strict=True)}
        values |= {str(one.id): v for one, v in zip(model.orders, orders(number), strict=True)}
        for one in equations:
            values[str(one.id)] = value_in(one.equals.tree, values)
        stocks = {
            str(one.id): values[str(one.id)] + value_in(one.change.tree, values)
            for one in model.stocks
        }
        months.append(values)
    return months


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
