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

from game.campaign.model import Model
from game.simulation.chance import DEVIATION, WORD
from game.simulation.program import compiled_for_arrays

Floats: TypeAlias = NDArray[np.float64]
Values: TypeAlias = "Floats | np.float64"
"""A value for each draw, or one for all of them."""
Words: TypeAlias = NDArray[np.uint64]

LOW_HALVES = np.uint64(0x0000FFFF0000FFFF)
LOW_HALF = np.uint64(0xFFFFFFFF)


def _min(*values: Values) -> Values:
    return reduce(np.minimum, values)


def _max(*values: Values) -> Values:
    return reduce(np.maximum, values)


def _clamp(value: Values, low: Values, high: Values) -> Values:
    return np.minimum(np.maximum(value, low), high)


def _when(condition: Values, yes: Values, no: Values) -> Values:
    if np.ndim(condition) == 0:  # the same for all draws: nothing to choose
        return yes if condition else no
    return np.where(condition, yes, no)


def _and(*parts: Values) -> Values:
    return _truth(reduce(np.logical_and, parts))


def _or(*parts: Values) -> Values:
    return _truth(reduce(np.logical_or, parts))


def _not(part: Values) -> Values:
    return _truth(np.logical_not(part))


def _truth(value: Any) -> Values:
    """Return 1 where `value` is true, else 0: truths themselves cannot be added."""
    return np.multiply(value, 1.0)


FUNCTIONS: dict[str, Callable[..., Any]] = {
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
def array_month(model: Model) -> Callable[..., tuple[tuple[Values, ...], tuple[Values, ...]]]:
    """Return the function of a month: what `Program.month` is, with arrays in place of numbers.

    Numbers that are the same for all draws should be `np.float64`, and errors ignored with
    `np.errstate`: a branch of `when` that a draw does not take may divide by zero.
    """
    month: Callable[..., tuple[tuple[Values, ...], tuple[Values, ...]]]
    month = compiled_for_arrays(model, FUNCTIONS)
    return month


def scalars(values: Sequence[float]) -> tuple[np.float64, ...]:
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
    return (bits >> np.uint64(11)) * 2.0**-53


def normal(bits: Words) -> Floats:
    """Return `chance.normal` of every word."""
    pairs = (bits & LOW_HALVES) + ((bits >> np.uint64(16)) & LOW_HALVES)
    quarters = (pairs + (pairs >> np.uint64(32))) & LOW_HALF
    return (quarters - float(2 * 0xFFFF)) / DEVIATION


def luck(
    seeds: Words, lucky: Sequence[tuple[str, int]], month: int, *, on: bool
) -> list[Callable[[Values], Values]]:
    """Return the draws of a month, as `chance.Luck` gives them for one seed."""
    if not on:
        return [_no_noise if kind == "noise" else _expected for kind, _ in lucky]
    return [
        _noise(normal(drawn(seeds, key, month)))
        if kind == "noise"
        else _chance(uniform(drawn(seeds, key, month)))
        for kind, key in lucky
    ]


def _noise(drawn: Floats) -> Callable[[Values], Values]:
    return lambda deviation: drawn * deviation


def _chance(drawn: Floats) -> Callable[[Values], Values]:
    return lambda share: _truth(drawn < share)


def _no_noise(_deviation: Values) -> Values:
    return np.float64(0.0)


def _expected(share: Values) -> Values:
    return _clamp(share, np.float64(0.0), np.float64(1.0))
