"""The program of a month, run once with a slot in place of each array, to note what is to be done.

The equations are the ones of `program.py`; only the functions that their names stand for are
others. What is one number for all draws is computed at once and what it leads to with it: an order
that was not given stays one nought, and so does all that would follow from it. Only what has to be
done to arrays is noted, each thing once; `tape.py` does it, as often as there are arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial, reduce
from operator import add
from typing import Any, TypeAlias

import numpy as np

from game.campaign.model import Model
from game.simulation import chance
from game.simulation.arrays import NOUGHT, ONE, Floats, Words, mix, normal
from game.simulation.program import Program, compiled_for_arrays

Doing: TypeAlias = Callable[..., Any]
"""Something done to arrays; the last one takes the result."""
MOST_PRODUCTS = 8
"""The highest power that is computed by multiplying."""


class Slot:
    """Where an array will be. It can be computed with like a number, and notes that."""

    __slots__ = ("nonnegative", "number", "recording")
    __array_ufunc__ = None  # numpy's numbers then leave the computing to us

    def __init__(self, recording: Recording, number: int, *, nonnegative: bool) -> None:
        self.recording = recording
        self.number = number
        self.nonnegative = nonnegative
        """Whether no number of the array can be below nought."""

    def __add__(self, other: Value) -> Value:
        if _is(other, 0):
            return self
        return self.recording.note(
            np.add, self, other, nonnegative=self.nonnegative and _not_below(other)
        )

    __radd__ = __add__

    def __sub__(self, other: Value) -> Value:
        return self if _is(other, 0) else self.recording.note(np.subtract, self, other)

    def __rsub__(self, other: np.float64) -> Slot:
        return self.recording.note(np.subtract, other, self)

    def __mul__(self, other: Value) -> Value:
        if _is(other, 0):
            return NOUGHT
        if _is(other, 1):
            return self
        return self.recording.note(
            np.multiply, self, other, nonnegative=self.nonnegative and _not_below(other)
        )

    __rmul__ = __mul__

    def __truediv__(self, other: Value) -> Slot:
        if _is(other, 1):
            return self
        return self.recording.note(
            np.divide, self, other, nonnegative=self.nonnegative and _not_below(other)
        )

    def __rtruediv__(self, other: np.float64) -> Slot:
        return self.recording.note(np.divide, other, self)


Value: TypeAlias = "np.float64 | Slot"
Step: TypeAlias = tuple[Doing, tuple[Value, ...], Slot]
"""What is done, with what, and where the result goes."""


class Recording:
    """What is to be done to arrays, in order."""

    def __init__(self) -> None:
        self.inputs = 0
        """Slots that hold an array from the beginning; they come first."""
        self.steps: list[Step] = []
        self._known: dict[tuple[Doing, tuple[Value, ...]], Slot] = {}

    def input(self, *, nonnegative: bool = False) -> Slot:
        """Return the slot of an array that is given."""
        self.inputs += 1
        return Slot(self, self.inputs - 1, nonnegative=nonnegative)

    def note(self, doing: Doing, *operands: Value, nonnegative: bool = False) -> Slot:
        """Note a step, unless it was before, and return the slot of its result."""
        slot = self._known.get((doing, operands))
        if slot is None:
            slot = Slot(self, self.inputs + len(self.steps), nonnegative=nonnegative)
            self._known[doing, operands] = slot
            self.steps.append((doing, operands, slot))
        return slot


def total(values: Sequence[Value]) -> Value:
    """Return the sum of some values."""
    found: Value = reduce(add, values)
    return found


def _is(value: Value, number: float) -> bool:
    """Return whether `value` is one number for all draws, and that one."""
    return value.__class__ is not Slot and bool(value == number)


def _not_below(value: Value) -> bool:
    """Return whether `value` is known not to be below nought."""
    return value.nonnegative if isinstance(value, Slot) else bool(value >= 0)


def least(one: Floats, other: Floats, out: Floats) -> None:
    """Write the lesser of two to `out`."""
    np.minimum(one, other, out=out)


def greatest(one: Floats, other: Floats, out: Floats) -> None:
    """Write the greater of two to `out`."""
    np.maximum(one, other, out=out)


def _chosen(condition: Floats, yes: Floats, no: Floats, out: Floats) -> None:
    np.copyto(out, np.where(condition, yes, no))


def _sorted_out(values: Sequence[Value]) -> tuple[list[Slot], list[np.float64]]:
    slots = [one for one in values if isinstance(one, Slot)]
    return slots, [one for one in values if not isinstance(one, Slot)]


def _min(*values: Value) -> Value:
    slots, numbers = _sorted_out(values)
    if not slots:
        return np.float64(min(numbers))
    if 0 in numbers and min(numbers) == 0 and all(one.nonnegative for one in slots):
        return NOUGHT  # an order that was not given stays one number, and all it would lead to
    pairs: list[Value] = [*slots, min(numbers)] if numbers else [*slots]
    sign = all(map(_not_below, pairs))
    return reduce(lambda a, b: slots[0].recording.note(least, a, b, nonnegative=sign), pairs)


def _max(*values: Value) -> Value:
    slots, numbers = _sorted_out(values)
    if not slots:
        return np.float64(max(numbers))
    sign = any(one.nonnegative for one in slots)
    if sign:
        numbers = [one for one in numbers if one > 0]  # the others change nothing
    pairs: list[Value] = [*slots, max(numbers)] if numbers else [*slots]
    sign = sign or any(map(_not_below, pairs))
    return reduce(lambda a, b: slots[0].recording.note(greatest, a, b, nonnegative=sign), pairs)


def _clamp(value: Value, low: Value, high: Value) -> Value:
    return _min(_max(value, low), high)


def _times(one: Any, other: Any) -> Value:
    product: Value = one * other
    return product


def _function(doing: Doing, value: Value, *, nonnegative: bool) -> Value:
    if isinstance(value, Slot):
        return value.recording.note(doing, value, nonnegative=nonnegative)
    number: np.float64 = doing(value)
    return number


def _power(value: Value, exponent: Value) -> Value:
    """Return a power; a small one by multiplying, which is many times faster."""
    slots, numbers = _sorted_out((value, exponent))
    if not slots:
        number: np.float64 = numbers[0] ** numbers[1]
        return number
    if not isinstance(exponent, Slot) and 0 < exponent <= MOST_PRODUCTS:
        whole, half = divmod(exponent, 1.0)
        if half in (0.0, 0.5):
            return _product(value, int(whole), root=bool(half))
    return slots[0].recording.note(np.power, value, exponent)


def _product(value: Value, times: int, *, root: bool) -> Value:
    """Return `value` multiplied by itself, and by its root if that is wanted."""
    factors = [_function(np.sqrt, value, nonnegative=True)] if root else []
    for bit in range(times.bit_length()):
        factors += [value] if times >> bit & 1 else []
        value = _times(value, value)
    return reduce(_times, factors)


def _when(condition: Value, yes: Value, no: Value) -> Value:
    if not isinstance(condition, Slot):  # the same for all draws: nothing to choose
        return yes if condition else no
    sign = _not_below(yes) and _not_below(no)
    return condition.recording.note(_chosen, condition, yes, no, nonnegative=sign)


def _truth(question: Doing, *values: Value) -> Value:
    """Return 1 where the answer to a question about some values is yes, else 0."""
    slots, numbers = _sorted_out(values)
    if not slots:
        return np.float64(reduce(question, numbers) if numbers[1:] else question(*numbers))
    if not values[1:]:
        return slots[0].recording.note(question, *values, nonnegative=True)
    return reduce(lambda a, b: slots[0].recording.note(question, a, b, nonnegative=True), values)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "f_number": np.float64,
    "f_min": _min,
    "f_max": _max,
    "f_clamp": _clamp,
    "f_exp": partial(_function, np.exp, nonnegative=True),
    "f_log": partial(_function, np.log, nonnegative=False),
    "f_sqrt": partial(_function, np.sqrt, nonnegative=True),
    "f_abs": partial(_function, np.abs, nonnegative=True),
    "f_power": _power,
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
"""What the names in the program of a month stand for while it is recorded."""


@lru_cache(maxsize=16)
def recorded_program(model: Model) -> Program[Value]:
    """Return the program of a model to be recorded.

    Call it with errors ignored (`np.errstate`): a branch of `when` that is not taken may divide by
    zero.
    """
    return compiled_for_arrays(model, FUNCTIONS)


Seeds: TypeAlias = "tuple[Slot, Slot, Slot] | int | None"
"""The spread-out seeds of all draws and two arrays of words to draw in; one seed for all; none."""


def luck(
    seeds: Seeds, lucky: Sequence[tuple[str, int]], month: int
) -> list[Callable[[Value], Value]]:
    """Return the draws of a month, as `chance.Luck` gives them for one seed.

    Args:
        seeds: one for each draw, one for all of them, or none: then all is as expected.
        lucky: the draws of the program.
        month: counted from the model's first.
    """
    return [
        partial(_noise if kind == "noise" else _chance, seeds, key, month) for kind, key in lucky
    ]


def _noise(seeds: Seeds, key: int, month: int, deviation: Value) -> Value:
    if seeds is None or _is(deviation, 0):
        return NOUGHT
    if isinstance(seeds, int):
        return _times(np.float64(chance.normal(chance.draw(seeds, key, month))), deviation)
    return _times(seeds[0].recording.note(partial(_normal, key, month), *seeds), deviation)


def _chance(seeds: Seeds, key: int, month: int, share: Value) -> Value:
    if seeds is None or _is(share, 0):
        return _clamp(share, NOUGHT, ONE)
    if isinstance(seeds, int):
        even: Value = np.float64(chance.uniform(chance.draw(seeds, key, month)))
    else:
        even = seeds[0].recording.note(partial(_uniform, key, month), *seeds, nonnegative=True)
    return _truth(np.less, even, share)


def _normal(
    key: int, month: int, spread: Words, bits: Words, scratch: Words, out: Floats
) -> None:  # as `chance.normal`
    mix(spread, key, month, scratch, bits)
    normal(bits, scratch, out)


def _uniform(
    key: int, month: int, spread: Words, bits: Words, scratch: Words, out: Floats
) -> None:  # as `chance.uniform`
    mix(spread, key, month, scratch, bits)
    np.right_shift(bits, np.uint64(11), bits)
    np.divide(bits.view(np.int64), 2.0**53, out)
