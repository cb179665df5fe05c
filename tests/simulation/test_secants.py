"""How a formula's change is shared among what it is made of."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.campaign.formula import formula
from game.simulation.arithmetic import clamp
from game.simulation.secants import power_slopes, secant

NAMES = {"x": 0, "y": 1, "z": 2}
PARAMETERS = {"k": 0}
Slopes = tuple[dict[str, float], tuple[float, ...], tuple[float, float]]
Draw = Callable[[float], float]


def slopes(
    text: str,
    a: tuple[float, ...],
    b: tuple[float, ...],
    draws: tuple[list[Draw], list[Draw]] = ([], []),
) -> Slopes:
    """Return the slope of each name, what luck did, and both values; k is 2."""
    made = secant(formula(text, luck=True).tree, NAMES, PARAMETERS)
    found, luck, values = made.slopes(a, b, (2.0,), *draws)
    known = {column: name for name, column in NAMES.items()}
    return {known[c]: s for c, s in zip(made.columns, found, strict=True)}, luck, values


@pytest.mark.parametrize(
    ("text", "a", "b", "wanted"),
    [
        ("x + 3 * y - k", (1, 1), (5, 2), {"x": 1, "y": 3}),
        ("0 - x", (1,), (2,), {"x": -1}),
        ("x * y", (2, 10), (4, 20), {"x": 15, "y": 3}),
        ("x / y", (1, 1), (1, 2), {"x": 0.75, "y": -0.5}),
        ("x / k", (1,), (4,), {"x": 0.5}),
        ("x ** 2", (1,), (3,), {"x": 4}),
        ("x ** 2", (3,), (3,), {"x": 6}),
        ("x ** 2", (0,), (0,), {"x": 0}),
        ("k ** x", (1,), (3,), {"x": 3}),
        ("sqrt(x)", (0,), (4,), {"x": 0.5}),
        ("sqrt(x)", (0,), (0,), {"x": 0}),
        ("abs(x)", (-1,), (3,), {"x": 0.5}),
        ("exp(x)", (0,), (0,), {"x": 1}),
        ("log(x)", (2,), (2,), {"x": 0.5}),
        ("min(x, y)", (0, 1), (2, 1), {"x": 0.5, "y": 0.5}),
        ("min(x, y)", (0, 1), (0, 2), {"x": 1, "y": 0}),
        ("min(x, y)", (1, 0), (2, 0), {"x": 0, "y": 1}),
        ("min(x, y)", (1, 1), (2, 2), {"x": 0.5, "y": 0.5}),
        ("max(x, y, z)", (0, 0, 5), (0, 0, 7), {"x": 0, "y": 0, "z": 1}),
        ("clamp(x, 0, 1)", (-1,), (3,), {"x": 0.25}),
        ("x > 2", (0,), (4,), {"x": 0.25}),
        ("x < y", (0, 3), (4, 2), {"x": -0.2, "y": 0.2}),
        ("not x", (0,), (4,), {"x": -0.25}),
        ("not x", (3,), (4,), {"x": 0}),
        ("x and y", (1, 0), (1, 5), {"x": 0, "y": 0.2}),
        ("x or y", (0, 5), (2, 5), {"x": 0, "y": 0}),
        ("x or y", (0, 0), (2, 0), {"x": 0.5, "y": 0}),
        ("x and y and z", (0, 1, 1), (2, 1, 1), {"x": 0.5, "y": 0, "z": 0}),
        ("when(x > 2, y, z)", (3, 1, 1), (4, 2, 9), {"x": 0, "y": 1, "z": 0}),
        ("when(x > 2, y, z)", (0, 1, 1), (1, 2, 9), {"x": 0, "y": 0, "z": 1}),
        ("when(x > 2, y, z)", (0, 1, 1), (4, 7, 9), {"x": 1.5, "y": 0, "z": 0}),
        ("when(k > 1, x, y)", (0, 1), (4, 7), {"x": 1, "y": 0}),
        ("when(k > 1, 3, 4) * x", (0,), (4,), {"x": 3}),
        ("when(k > 1, 3, y) * x", (0, 1), (4, 7), {"x": 3, "y": 0}),
    ],
)
def test_each_operation_has_its_rule(
    text: str, a: tuple[float, ...], b: tuple[float, ...], wanted: dict[str, float]
) -> None:
    """Read off a picture of the formula."""
    assert slopes(text, a, b)[0] == pytest.approx(wanted)


FORMULAS = (
    "x * y * z - x / (1 + abs(y))",
    "min(x, y, z) + max(x, y) - clamp(z, x, x + 2)",
    "exp(x / 9) + log(1 + abs(z)) * sqrt(abs(y))",
    "abs(x) ** (1 + abs(y) / 10)",
    "when(x > y and not (z < 0), x * y, when(y == z or x, 1 / (1 + x * x), z))",
    "when(y != 0, x / y, 0) + (x >= z) * 3",
    "(x - y) * k - (z <= 1) * (x + k ** 2)",
)
NUMBERS = st.floats(-9, 9).map(lambda value: round(value, 3))
POINTS = st.tuples(NUMBERS, NUMBERS, NUMBERS)


@given(st.sampled_from(FORMULAS), POINTS, POINTS)
def test_the_shares_add_up_to_the_change(
    text: str, a: tuple[float, ...], b: tuple[float, ...]
) -> None:
    """Exactly, over any distance, across kinks and jumps."""
    try:
        found, _, (before, after) = slopes(text, a, b)
    except ZeroDivisionError:  # a quotient whose two ends are of different sign has no way
        assume(False)
    shares = [found[name] * (b[place] - a[place]) for name, place in NAMES.items() if name in found]

    assert math.fsum(shares) == pytest.approx(after - before, rel=1e-9, abs=1e-7)


def test_a_branch_that_is_not_taken_is_not_looked_at() -> None:
    """It may divide by nothing."""
    guarded = "when(x > 0 and 1 / x < 9, 1 / x, 5)"

    assert slopes(guarded, (0,), (0,))[2] == (5, 5)
    assert slopes(guarded, (0,), (1,))[0] == {"x": -4}


def test_a_draw_shares_its_change_with_its_argument() -> None:
    """Half-way each: the argument moves under both draws, the draw at both arguments."""
    twice: list[Draw] = [lambda value: 2 * value]
    thrice: list[Draw] = [lambda value: 3 * value]
    found, luck, values = slopes("1 + noise(x)", (1,), (2,), (twice, thrice))

    assert values == (3.0, 7.0)
    assert found == {"x": 2.5}
    assert luck == (1.5,)


def test_a_draw_of_something_fixed_moves_by_luck_alone() -> None:
    """And one that does not move has no slope."""
    low: list[Draw] = [lambda share: clamp(share, 0.0, 1.0)]
    high: list[Draw] = [lambda share: float(share > 0.1)]

    assert slopes("chance(0.25)", (), (), (low, high))[1] == (0.75,)
    assert slopes("chance(x)", (0.5,), (0.5,), (low, low))[0] == {"x": 0}


def test_draws_are_numbered_as_the_program_numbers_them() -> None:
    """In a choice what stands after the condition is written first."""
    draws: list[Draw] = [lambda _, n=n: float(n) for n in range(4)]  # type: ignore[misc]
    text = "when(noise(1) > 0 and noise(1), noise(noise(1)), x)"
    _, _, values = slopes(text, (7,), (7,), ([*draws, *draws], draws + draws))

    assert values == (0, 0)


def test_a_power_is_shared_between_its_two_sides() -> None:
    """2 ** 3 from 1 ** 1."""
    first, second = power_slopes(1, 1, 2, 3)

    assert (first, second) == (4, 1.5)
    assert first * 1 + second * 2 == 2**3 - 1
