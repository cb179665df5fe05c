"""Formulas and luck for many draws at once: the same as one at a time."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.formula import formula
from game.simulation import arrays, chance
from game.simulation.arithmetic import NoValueError, value_of
from game.simulation.arrays import values_of

SEEDS = np.array([0, 1, 2, 77, 10**18 - 1, 2**63], dtype=np.uint64)
A = np.array([-2.0, 0.0, 0.5, 1.0, 3.5, 80.0])

FORMULAS = [
    "a + 2 * b - a / b",
    "a * 0 + 0 * a + 0 + a - 0 + a / 1 + a * 1 + 1 * a",
    "a ** 2 + abs(a) ** 0.5",
    "(a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b)",
    "a > 0 and b > 2 and a < 9",
    "a > 2 or b > 9 or a < 0",
    "not a > 2",
    "when(a == 0, 7, b / a)",
    "when(b > 2, a, 0 - a) + when(b > 9, a, 2 * a)",
    "when(a > 0, log(abs(a) + (a <= 0)), 0 - 1)",
    "min(a, b, 2) + max(a, b, 0) + min(0, a) + min(0, abs(a)) + clamp(a, 1, b)",
    "exp(a / 9) + sqrt(abs(a))",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_an_array_computes_what_each_number_does(text: str) -> None:
    """A number that is the same for all may stand beside it."""
    found = formula(text)
    each = [value_of(found, {"a": float(a), "b": 3.5}.__getitem__) for a in A]

    together = values_of(found, lambda name: A if name == "a" else np.float64(3.5))

    assert np.broadcast_to(together, A.shape) == pytest.approx(each, rel=1e-12)


def test_where_there_is_no_value_there_is_no_number() -> None:
    """One number at a time would be refused."""
    found = formula("log(a)")

    with pytest.raises(NoValueError):
        value_of(found, lambda _: -2.0)
    assert np.isnan(values_of(found, lambda _: A)).tolist() == [True, *[False] * 5]


@pytest.mark.parametrize("month", [0, 7, 90])
def test_the_draws_of_many_seeds_are_those_of_each(month: int) -> None:
    """Bit by bit."""
    key = chance.key_of("weather")
    bits = [chance.draw(int(seed), key, month) for seed in SEEDS]

    drawn = arrays.drawn(SEEDS, key, month)
    even, bell = arrays.uniform(drawn), np.empty(len(SEEDS))
    arrays.normal(drawn.copy(), np.empty_like(drawn), bell)

    assert drawn.tolist() == bits
    assert even.tolist() == list(map(chance.uniform, bits))
    assert bell.tolist() == list(map(chance.normal, bits))
