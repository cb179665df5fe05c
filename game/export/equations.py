"""Formulas in the notation of XMILE 1.0.

There a truth is no number and a number no truth, so that each formula is written for the place it
stands in.
"""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.formula import Call, Logic, Name, Number, Operation, Tree, parts_of

SIGNS = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
"""Comparisons here and there."""
FUNCTIONS = {"exp": "EXP", "log": "LN", "sqrt": "SQRT", "abs": "ABS"}
"""Functions of one number, here and there."""
Named = Callable[[str], str]
"""From a name here to the name there."""


def number(tree: Tree, named: Named) -> str:
    """Return `tree` as a number, with draws at their expected values."""

    def inner(part: Tree) -> str:
        return number(part, named)

    match tree:
        case Number(value):
            return plain(value)
        case Name(name):
            return named(name)
        case Operation(sign, left, right) if sign not in SIGNS:
            return f"({inner(left)} {'^' if sign == '**' else sign} {inner(right)})"
        case Operation() | Logic():
            return _if(truth(tree, named), "1", "0")
        case Call("when", (condition, yes, no)):
            return _if(truth(condition, named), inner(yes), inner(no))
        case Call(function, arguments):
            return _call(function, [inner(one) for one in arguments])


def _call(function: str, arguments: list[str]) -> str:
    match function:
        case "noise":
            return "0"
        case "chance":
            return f"MIN(MAX({arguments[0]}, 0), 1)"
        case "clamp":
            value, low, high = arguments
            return f"MIN(MAX({value}, {low}), {high})"
        case "min" | "max":
            return _nested(function.upper(), arguments)
        case _:
            return f"{FUNCTIONS[function]}({arguments[0]})"


def truth(tree: Tree, named: Named) -> str:
    """Return `tree` as a condition."""
    match tree:
        case Operation(sign, left, right) if sign in SIGNS:
            return f"({number(left, named)} {SIGNS[sign]} {number(right, named)})"
        case Logic("not", (part,)):
            return f"(NOT {truth(part, named)})"
        case Logic(word, (first, *others)) if any(map(_may_fail, others)):
            return _guarded(word, truth(first, named), Logic(word, tuple(others)), named)
        case Logic(word, parts):
            return f"({f' {word.upper()} '.join(truth(part, named) for part in parts)})"
        case _:
            return f"({number(tree, named)} <> 0)"


def plain(value: float) -> str:
    """Return a number such that reading it gives the same one."""
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _guarded(word: str, first: str, others: Logic, named: Named) -> str:
    """Return an `and` or `or` that computes the others only if the first leaves it open."""
    rest = others.parts[0] if len(others.parts) == 1 else others
    later = number(Call("when", (rest, Number(1.0), Number(0.0))), named)
    chosen = _if(first, later, "0") if word == "and" else _if(first, "1", later)
    return f"({chosen} > 0)"


def _may_fail(tree: Tree) -> bool:
    """Return whether some part has no value for some numbers: its guard must then be kept."""
    risky = {"/", "**", "log", "sqrt", "exp"}
    return any(
        (isinstance(part, Operation) and part.sign in risky)
        or (isinstance(part, Call) and part.function in risky)
        for part in parts_of(tree)
    )


def _if(condition: str, yes: str, no: str) -> str:
    return f"(IF {condition} THEN {yes} ELSE {no})"


def _nested(function: str, arguments: list[str]) -> str:
    """Return a function of two arguments applied to more."""
    *others, last = arguments
    for one in reversed(others):
        last = f"{function}({one}, {last})"
    return last
