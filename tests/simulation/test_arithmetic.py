"""The value of a formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.formula import formula, measure
from game.simulation.arithmetic import NoValueError, clamp, value_of

NAMES = {"a": 3.0, "b": -2.0, "zero": 0.0, "total a": 30.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * a", 7),
        ("-a ** 2", -9),
        ("a / b", -1.5),
        ("a ** 0.5 * a ** 0.5", 3),
        ("min(a, b, 1)", -2),
        ("max(a, b)", 3),
        ("clamp(a, 0, 1)", 1),
        ("clamp(b, 0, 1)", 0),
        ("clamp(0.5, 0, 1)", 0.5),
        ("abs(b)", 2),
        ("exp(0) + log(1) + sqrt(4)", 3),
        ("when(a > b, 5, 6)", 5),
        ("when(a < b, 5, 6)", 6),
        ("a >= 3 and b <= -2", 1),
        ("a == 3 and b != -2", 0),
        ("zero or a", 1),
        ("not a", 0),
        ("not zero", 1),
        ("(a > 0) * 10", 10),
    ],
)
def test_a_formula_has_the_value_one_expects(text: str, value: float) -> None:
    """One line for each part of the language."""
    assert value_of(formula(text), NAMES.__getitem__) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "1 / zero",
        "log(0)",
        "sqrt(b)",
        "b ** 0.5",
        "zero ** b",
        "exp(1000)",
        "a ** 1000 ** 2",
    ],
)
def test_what_has_no_value_is_an_error_that_quotes_the_formula(text: str) -> None:
    """Division by zero, roots of negative numbers, numbers beyond bounds."""
    with pytest.raises(NoValueError, match="has no value here"):
        value_of(formula(text), NAMES.__getitem__)


@pytest.mark.parametrize(
    "text", ["when(zero != 0, 1 / zero, 7)", "7 * (zero == 0 or 1 / zero > 1)"]
)
def test_a_condition_guards_what_stands_behind_it(text: str) -> None:
    """The other side is not looked at."""
    assert value_of(formula(text), NAMES.__getitem__) == 7


def test_a_measure_asks_for_its_window_by_name() -> None:
    """`total(a)` is the name `total a`."""
    assert value_of(measure("total(a) / a"), NAMES.__getitem__) == 10


def test_draws_outside_a_program_have_their_expected_values() -> None:
    """So that a fault can be looked for without luck."""
    text = "noise(5) + chance(0.25) + chance(9)"

    assert value_of(formula(text, luck=True), NAMES.__getitem__) == 1.25


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 0), st.floats(0, 1e9))
def test_a_clamped_value_lies_between_its_bounds(value: float, low: float, high: float) -> None:
    """And is the value itself where that lies between them."""
    assert clamp(value, low, high) == min(max(value, low), high)
