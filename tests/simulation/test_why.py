"""A change shared among all that came from outside, on models whose answers are known."""

from __future__ import annotations

import pytest

from game.simulation.arithmetic import NoValueError
from game.simulation.why import shares
from tests.simulation.toys import ask, equation, order, series, stock, toy


def test_the_parts_are_what_came_anyway_what_was_ordered_and_what_came_from_outside() -> None:
    """And they add up to the change."""
    model = toy(
        series("rain", 1, 3),
        stock("water", "50", "rain + pump + 2"),
        orders=("pump",),
    )

    found = shares(ask(model, "water", (0, 2), order(0, 10, first=0, months=1)))

    assert found.of_itself == pytest.approx(2 * (1 + 2))
    assert found.orders == pytest.approx((10,))
    assert found.series == pytest.approx((2,))
    assert found.total() == pytest.approx(found.change) == 18


def test_a_model_that_has_no_value_without_the_orders_says_so() -> None:
    """Then nothing can be set beside what happened."""
    model = toy(equation("haste", "log(horses)"), orders=("horses",))

    with pytest.raises(NoValueError, match="no value without what came from outside"):
        shares(ask(model, "haste", (0, 2), order(0, 3, first=0, months=24)))
