"""Formulas and luck for many draws, or many lines, at once.

This module and those that import it need numpy, which a player does not have to have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial, reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.campaign.formula import Formula, Measure
from game.simulation.arithmetic import python_source
from game.simulation.chance import DEVIATION, WORD

Floats: TypeAlias = NDArray[np.float64]
Values: TypeAlias = "Floats | np.float64"
"""A value for each draw, or one for all of them."""
Words: TypeAlias = NDArray[np.uint64]

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
LOW_HALVES = np.uint64(0x0000FFFF0000FFFF)
BOTH_HALVES = np.uint64(0x0000000100000001)
"""Times this, the upper half of a word becomes the sum of its halves."""
NOUGHT, ONE = np.float64(0.0), np.float64(1.0)


def _min(*values: Values) -> Values:
    return reduce(np.minimum, values)


def _max(*values: Values) -> Values:
    return reduce(np.maximum, values)


def _clamp(value: Values, low: Values, high: Values) -> Values:
    return np.minimum(np.maximum(value, low), high)


def _when(condition: Values, yes: Values, no: Values) -> Values:
    chosen: Values = np.where(condition, yes, no)
    return chosen


def _truth(question: Callable[..., Any], *values: Values) -> Values:
    """Return 1 where the answer to a question about some values is yes, else 0."""
    answer = reduce(question, values) if values[1:] else question(*values)
    number: Values = np.multiply(answer, 1.0)  # truths themselves cannot be added
    return number


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "f_number": np.float64,
    "f_min": _min,
    "f_max": _max,
    "f_clamp": _clamp,
    "f_exp": np.exp,
    "f_log": np.log,
    "f_sqrt": np.sqrt,
    "f_abs": np.abs,
    "f_power": np.power,
    "f_when": _when,
    "f_and": partial(_truth, np.logical_and),
    "f_or": partial(_truth, np.logical_or),
    "f_not": partial(_truth, np.logical_not),
    "f_less": partial(_truth, np.less),
    "f_less_equal": partial(_truth, np.less_equal),
    "f_greater": partial(_truth, np.greater),
    "f_greater_equal": partial(_truth, np.greater_equal),
    "f_equal": partial(_truth, np.equal),
    "f_not_equal": partial(_truth, np.not_equal),
}
"""What the names in translated formulas stand for, many numbers at a time."""


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


def spread_out(seeds: Words) -> Words:
    """Return seeds as `mix` takes them: the part of a draw that is the same in every month."""
    return seeds * GOLDEN


def mix(spread: Words, key: int, month: int, scratch: Words, out: Words) -> None:
    """Write `chance.draw` of every seed to `out`; `scratch` is room to work in."""
    np.add(spread, np.uint64((key + month * 0xD1B54A32D192ED03) & WORD), out)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        np.right_shift(out, np.uint64(shift), scratch)
        np.bitwise_xor(out, scratch, out)
        np.multiply(out, np.uint64(factor), out)
    np.right_shift(out, np.uint64(31), scratch)
    np.bitwise_xor(out, scratch, out)


def drawn(seeds: Words, key: int, month: int) -> Words:
    """Return `chance.draw` of every seed."""
    bits = np.empty_like(seeds)
    mix(spread_out(seeds), key, month, np.empty_like(seeds), bits)
    return bits


def uniform(bits: Words) -> Floats:
    """Return `chance.uniform` of every word."""
    share: Floats = (bits >> np.uint64(11)).astype(np.float64) / 2**53
    return share


def normal(bits: Words, scratch: Words, out: Floats) -> None:
    """Write `chance.normal` of every word to `out`; nothing is left of `bits` and `scratch`."""
    np.right_shift(bits, np.uint64(16), scratch)
    np.bitwise_and(scratch, LOW_HALVES, scratch)
    np.bitwise_and(bits, LOW_HALVES, bits)
    np.add(bits, scratch, bits)
    np.multiply(bits, BOTH_HALVES, bits)
    np.right_shift(bits, np.uint64(32), bits)
    np.subtract(bits.view(np.int64), 2 * 0xFFFF, out)
    np.divide(out, DEVIATION, out)
