"""What moved a quantity directly: the arrows into it add up to its change."""

from __future__ import annotations

import pytest

from game.campaign.model import Model
from game.simulation.arrows import Arrowed, arrowed
from game.simulation.resolve import Active
from tests.simulation.toys import ask, equation, order, series, stock, toy


def moved(model: Model, quantity: str, months: tuple[int, int], *given: Active) -> Arrowed:
    """Return what moved a quantity directly over some months."""
    return arrowed(ask(model, quantity, months, *given))


def test_the_arrows_into_an_equation_add_up_to_its_change() -> None:
    """A product is shared half-way each."""
    model = toy(series("hands", 2, 4), series("hours", 10, 20), equation("work", "hands * hours"))

    found = moved(model, "work", (0, 1))

    assert found.quantities == pytest.approx({"hands": 30, "hours": 30})
    assert found.total() == 80 - 20


def test_what_flows_into_a_stock_counts_in_full_and_its_own_growth_is_its_own() -> None:
    """As one keeps accounts."""
    model = toy(series("catch", 5), stock("barrels", "100", "catch - 0.1 * barrels + 1"))

    found = moved(model, "barrels", (0, 1))

    assert found.quantities == pytest.approx({"catch": 5})
    assert found.itself == pytest.approx(1 - 10)


def test_nothing_lies_behind_what_comes_from_outside() -> None:
    """A series and an order moved by themselves."""
    model = toy(series("tide", 3, 8), stock("sea", "0", "tide + pump"), orders=("pump",))
    pumped = order(0, 4, first=1)

    assert moved(model, "tide", (0, 1)) == Arrowed(itself=5)
    assert moved(model, "pump", (0, 1), pumped) == Arrowed(itself=4)


def test_an_equation_without_a_value_half_way_moved_by_itself() -> None:
    """Both ends have a value, but the root of a negative number is none."""
    model = toy(series("base", -2, 4), series("power", 2, 0.5), equation("height", "base ** power"))

    found = moved(model, "height", (0, 1))

    assert found == Arrowed({"base": 0, "power": 0}, itself=2 - 4)


def test_a_flow_without_a_value_on_the_way_is_the_stocks_own_doing() -> None:
    """Neither from nothing nor from the first month on, so it goes to nobody else."""
    model = toy(series("base", 4, -8), series("power", 0.5, 2), stock("heap", "0", "base ** power"))

    first, both = moved(model, "heap", (0, 1)), moved(model, "heap", (0, 2))

    assert both.quantities == first.quantities
    assert both.itself - first.itself == 64
    assert both.total() == pytest.approx(2 + 64)
