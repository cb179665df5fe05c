"""The model's months for arrays: many draws, or many lines, computed at once.

The equations are the ones of `program.py`; only the functions that their names stand for are
others. This module and those that import it need numpy, which a player does not have to have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.campaign.formula import Formula, Measure
from game.campaign.model import Model
from game.simulation.arithmetic import python_source
from game.simulation.chance import DEVIATION, WORD
from game.simulation.program import Program, compiled_for_arrays

Floats: TypeAlias = NDArray[np.float64]
Values: TypeAlias = "Floats | np.float64"
"""A value for each draw, or one for all of them."""
Words: TypeAlias = NDArray[np.uint64]

LOW_HALVES = np.uint64(0x0000FFFF0000FFFF)
LOW_HALF = np.uint64(0xFFFFFFFF)


NOUGHT, ONE = np.float64(0.0), np.float64(1.0)


def _is(value: Values | float, number: float) -> bool:
    """Return whether `value` is one number for all draws, and that one."""
    return value.__class__ is not np.ndarray and value == number


def _plus(left: Values, right: Values) -> Values:
    if _is(left, 0):
        return right
    return left if _is(right, 0) else left + right


def _minus(left: Values, right: Values) -> Values:
    return left if _is(right, 0) else left - right


def _times(left: Values, right: Values) -> Values:
    if _is(left, 0) or _is(right, 0):
        return NOUGHT
    if _is(left, 1):
        return right
    return left if _is(right, 1) else left * right


def _by(left: Values, right: Values) -> Values:
    return left if _is(right, 1) else left / right


def _min(*values: Values) -> Values:
    least = reduce(np.minimum, values)
    if any(_is(one, 0) for one in values) and not np.any(least):
        return NOUGHT  # an order that was not given stays one number, and all it would lead to
    return least


def _max(*values: Values) -> Values:
    return reduce(np.maximum, values)


def _clamp(value: Values, low: Values, high: Values) -> Values:
    return np.minimum(np.maximum(value, low), high)


def _when(condition: Values, yes: Values, no: Values) -> Values:
    if np.ndim(condition) == 0:  # the same for all draws: nothing to choose
        return yes if condition else no
    chosen: Values = np.where(condition, yes, no)
    return chosen


def _and(*parts: Values) -> Values:
    return _truth(reduce(np.logical_and, parts))


def _or(*parts: Values) -> Values:
    return _truth(reduce(np.logical_or, parts))


def _not(part: Values) -> Values:
    return _truth(np.logical_not(part))


def _truth(value: Any) -> Values:
    """Return 1 where `value` is true, else 0: truths themselves cannot be added."""
    number: Values = np.multiply(value, 1.0)
    return number


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "f_plus": _plus,
    "f_minus": _minus,
    "f_times": _times,
    "f_by": _by,
    "f_min": _min,
    "f_max": _max,
    "f_clamp": _clamp,
    "f_exp": np.exp,
    "f_log": np.log,
    "f_sqrt": np.sqrt,
    "f_abs": np.abs,
    "f_power": np.power,
    "f_when": _when,
    "f_and": _and,
    "f_or": _or,
    "f_not": _not,
    "f_truth": _truth,
}
"""What the names in translated formulas stand for, many numbers at a time."""


@lru_cache(maxsize=8)
def array_program(model: Model) -> Program[Values]:
    """Return the program of a model for arrays.

    A number that is the same for all draws should be one `np.float64`: the months then compute it
    once, and a nought stays a nought through all it would lead to. Call its functions with errors
    ignored (`np.errstate`): a branch of `when` that a draw does not take may divide by zero.
    """
    return compiled_for_arrays(model, FUNCTIONS)


@lru_cache(maxsize=4096)
def _function(expression: Formula | Measure) -> Callable[[Callable[[str], Values]], Values]:
    source = python_source(expression.tree, lambda name: f"of({name!r})", arrays=True)
    made: Callable[[Callable[[str], Values]], Values]
    made = eval(f"lambda of: {source}", FUNCTIONS)  # our own translation
    return made


def values_of(expression: Formula | Measure, of: Callable[[str], Values]) -> Values:
    """Return the values of `expression`, asking `of` for those of each name.

    A window function `total(q)` is asked for as the name `total q`, as in `arithmetic.value_of`.
    Where it has no value, it is not a number.
    """
    with np.errstate(all="ignore"):
        return _function(expression)(of)


def scalars(values: Sequence[float]) -> tuple[Values, ...]:
    """Return numbers that are the same for all draws, such that they divide as arrays do."""
    return tuple(map(np.float64, values))


def drawn(seeds: Words, key: int, month: int) -> Words:
    """Return `chance.draw` of every seed."""
    bits = seeds * np.uint64(0x9E3779B97F4A7C15)
    bits += np.uint64((key + month * 0xD1B54A32D192ED03) & WORD)
    bits ^= bits >> np.uint64(30)
    bits *= np.uint64(0xBF58476D1CE4E5B9)
    bits ^= bits >> np.uint64(27)
    bits *= np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    return bits


def uniform(bits: Words) -> Floats:
    """Return `chance.uniform` of every word."""
    share: Floats = (bits >> np.uint64(11)).astype(np.float64) / 2**53
    return share


def normal(bits: Words) -> Floats:
    """Return `chance.normal` of every word."""
    pairs = (bits & LOW_HALVES) + ((bits >> np.uint64(16)) & LOW_HALVES)
    quarters = (pairs + (pairs >> np.uint64(32))) & LOW_HALF
    share: Floats = (quarters.astype(np.float64) - 2 * 0xFFFF) / DEVIATION
    return share


def luck(
    seeds: Words, lucky: Sequence[tuple[str, int]], month: int, *, on: bool
) -> list[Callable[[Values], Values]]:
    """Return the draws of a month, as `chance.Luck` gives them for one seed."""
    if not on:
        return [_no_noise if kind == "noise" else _expected for kind, _ in lucky]
    return [
        _noise(seeds, key, month) if kind == "noise" else _chance(seeds, key, month)
        for kind, key in lucky
    ]


def _noise(seeds: Words, key: int, month: int) -> Callable[[Values], Values]:
    def noise(deviation: Values) -> Values:
        still = _is(deviation, 0)
        return NOUGHT if still else normal(drawn(seeds, key, month)) * deviation

    return noise


def _chance(seeds: Words, key: int, month: int) -> Callable[[Values], Values]:
    def chance(share: Values) -> Values:
        never = _is(share, 0)
        return NOUGHT if never else _truth(uniform(drawn(seeds, key, month)) < share)

    return chance


def _no_noise(_deviation: Values) -> Values:
    return NOUGHT


def _expected(share: Values) -> Values:
    return _clamp(share, NOUGHT, ONE)
