"""The functions of the expression language, and formulas turned into Python functions.

There is one translation from a formula to Python source; the model's months and single conditions
both go through it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from game.campaign.formula import (
    LUCK,
    WINDOW,
    Call,
    Formula,
    Logic,
    Measure,
    Name,
    Number,
    Operation,
    Tree,
)

Values = Callable[[str], float]
"""From a name to its value."""


class NoValueError(ValueError):
    """A formula that has no value, such as a division by zero."""


def clamp(value: float, low: float, high: float) -> float:
    """Return `value`, or the bound it lies beyond."""
    return low if value < low else high if value > high else value


FUNCTIONS: dict[str, Callable[..., float]] = {
    "f_min": min,
    "f_max": max,
    "f_clamp": clamp,
    "f_exp": math.exp,
    "f_log": math.log,
    "f_sqrt": math.sqrt,
    "f_abs": abs,
    "f_power": math.pow,
}
"""What the names in translated formulas stand for, one number at a time.

For arrays another table takes its place (`game.simulation.arrays`). It has `f_when`, `f_and`,
`f_or`, `f_not` and comparisons besides, because Python's own look at one number only, and
`f_number`, because Python's own numbers refuse what a branch that is not taken may do.
"""
COMPARISONS = {
    "<": "f_less",
    "<=": "f_less_equal",
    ">": "f_greater",
    ">=": "f_greater_equal",
    "==": "f_equal",
    "!=": "f_not_equal",
}
"""The signs whose result is a truth; for arrays they are functions, since truths do not add up."""
EXPECTED: dict[str, Callable[..., float]] = {
    "noise": lambda _deviation: 0.0,
    "chance": lambda share: clamp(share, 0.0, 1.0),
}
"""Draws at their expected values; in a program each draw has its own function."""


def python_source(
    tree: Tree,
    of_name: Callable[[str], str],
    of_draw: Callable[[str], str] = str,
    *,
    arrays: bool = False,
) -> str:
    """Return a Python expression for `tree`.

    For numbers, `when`, `and` and `or` look only at what they need, so that they can guard a
    division. For arrays they cannot: some draws need one part and some the other. There they are
    functions of all their parts, and what a draw did not need is thrown away.

    Args:
        tree: the formula.
        of_name: says how a name is written.
        of_draw: says how the function of the next draw, `noise` or `chance`, is written.
        arrays: whether the values are arrays.
    """

    def inner(part: Tree) -> str:
        return python_source(part, of_name, of_draw, arrays=arrays)

    match tree:
        case Number(value):
            return f"f_number({value!r})" if arrays else repr(value)
        case Name(name):
            return of_name(name)
        case Call(function, (Name() as quantity,)) if function in WINDOW:
            return of_name(f"{function} {quantity.name}")
        case Call(function, arguments) if function in LUCK:
            called = of_draw(function)  # before its argument's draws: they are numbered as read
            return f"{called}({', '.join(map(inner, arguments))})"
        case Operation("**", left, right):
            return f"f_power({inner(left)}, {inner(right)})"
        case _:
            return _for_arrays(tree, inner) if arrays else _for_numbers(tree, inner)


def _for_numbers(tree: Operation | Logic | Call, inner: Callable[[Tree], str]) -> str:
    match tree:
        case Operation(sign, left, right):
            return f"({inner(left)} {sign} {inner(right)})"
        case Logic("not", (part,)):
            return f"(not {inner(part)})"
        case Logic(word, parts):
            return f"bool({f' {word} '.join(map(inner, parts))})"
        case Call("when", (condition, yes, no)):
            return f"({inner(yes)} if {inner(condition)} else {inner(no)})"
        case Call("min" | "max" | "clamp" as function, arguments) if len(arguments) <= 3:
            return _chosen(function, [inner(one) for one in arguments], _height(tree))
        case Call(function, arguments):
            return f"f_{function}({', '.join(map(inner, arguments))})"


def _chosen(function: str, arguments: list[str], height: int) -> str:
    """Return the source of a minimum, maximum or clamp, without the cost of a call.

    Each argument is computed once, under a name that no formula inside it uses.
    """
    names = [f"v{height}_{place}" for place in range(len(arguments))]
    bound = [f"({name} := {one})" for name, one in zip(names, arguments, strict=True)]
    sign = "<" if function == "min" else ">"
    match function, names:
        case "clamp", [value, low, high]:
            within = f"{high} if {value} > {bound[2]} else {value}"
            return f"({low} if {bound[0]} < {bound[1]} else {within})"
        case _, [first, second]:
            return f"({second} if {bound[1]} {sign} {bound[0]} else {first})"
        case _:
            return f"f_{function}({', '.join(arguments)})"


def _height(tree: Tree) -> int:
    """Return how many levels of operations a formula has."""
    match tree:
        case Operation(_, left, right):
            return 1 + max(_height(left), _height(right))
        case Logic(_, parts) | Call(_, parts):
            return 1 + max(map(_height, parts), default=0)
        case Number() | Name():
            return 0


def _for_arrays(tree: Operation | Logic | Call, inner: Callable[[Tree], str]) -> str:
    match tree:
        case Operation(sign, left, right) if sign in COMPARISONS:
            return f"{COMPARISONS[sign]}({inner(left)}, {inner(right)})"
        case Operation(sign, left, right):
            return f"({inner(left)} {sign} {inner(right)})"
        case Logic(function, parts) | Call(function, parts):
            return f"f_{function}({', '.join(map(inner, parts))})"


@lru_cache(maxsize=4096)
def _function(expression: Formula | Measure) -> Callable[[Values], float]:
    source = f"lambda of: {python_source(expression.tree, lambda name: f'of({name!r})')}"
    made: Callable[[Values], float] = eval(source, FUNCTIONS | EXPECTED)  # our own translation
    return made


def value_of(expression: Formula | Measure, of: Values) -> float:
    """Return the value of `expression`, asking `of` for the value of each name.

    A window function `total(q)` is asked for as the name `total q`.

    Raises:
        NoValueError: when it has none.
    """
    try:
        return float(_function(expression)(of))
    except (ArithmeticError, ValueError) as error:
        message = f"{expression.text!r} has no value here: {error}"
        raise NoValueError(message) from error
