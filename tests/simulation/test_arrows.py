"""What moved a quantity directly, arrow by arrow."""

from __future__ import annotations

import pytest

from game.simulation.arrows import Arrowed, accounts, arrowed, parts_of_account
from tests.simulation.toys import ask, equation, order, series, stock, toy

ARMY = toy(
    series("born", 10, 20),
    equation("joined", "born * 2"),
    equation("all_men", "home + wall"),
    equation("count", "min(1000, all_men / 10)"),
    equation("strength", "home * wall"),
    equation("both", "home + rate * wall"),
    stock("home", "100", "joined - sent - home / 10"),
    stock("wall", "10", "sent"),
    orders=("sent",),
    rate=2.0,
)


def test_an_equation_is_split_from_month_to_month() -> None:
    """By its own formula."""
    found = arrowed(ask(ARMY, "joined", (0, 1)), "joined")

    assert found.quantities == {"born": 20}
    assert found.total() == 20


def test_a_stock_is_split_as_one_keeps_accounts() -> None:
    """What came in, what went out, what it lost by itself."""
    found = arrowed(ask(ARMY, "home", (0, 1), order(0, 5, 0)), "home")

    assert found.quantities == pytest.approx({"joined": 20, "sent": -5})
    assert found.itself == pytest.approx(-10)


def test_nothing_lies_behind_a_series() -> None:
    """It moves by itself."""
    assert arrowed(ask(ARMY, "born", (0, 1)), "born") == Arrowed({}, itself=10)


def test_what_luck_did_to_a_formula_is_counted_apart() -> None:
    """In a stock as in an equation."""
    model = toy(
        series("x", 1, 1),
        equation("coin", "x + noise(wild)"),
        stock("purse", "0", "x + noise(wild)"),
        wild=1.0,
    )
    for quantity in ("coin", "purse"):
        inquiry = ask(model, quantity, (0, 3), seed=5)
        found = arrowed(inquiry, quantity)
        assert found.chance
        assert found.total() == pytest.approx(inquiry.moved())


def test_on_the_quiet_course_there_is_no_luck_and_no_order() -> None:
    """Nor does the world do anything."""
    model = toy(
        series("x", 1, 5, quiet=0),
        stock("purse", "0", "x + given + noise(wild)"),
        orders=("given",),
        wild=1.0,
    )
    found = arrowed(ask(model, "purse", (0, 3), order(0, 5, 0), seed=5), "purse", share=0.0)

    assert found == Arrowed({"x": 0, "given": 0})


def test_a_pull_counts_for_its_goal() -> None:
    """And not as what comes less what goes, two large numbers."""
    model = toy(
        series("goal", 100, 100),
        stock("level", "90", "speed * (goal - level)"),
        speed=0.5,
    )
    found = arrowed(ask(model, "level", (0, 1)), "level")

    assert found.quantities == pytest.approx({"goal": 5})
    assert found.itself == pytest.approx(0)


def test_a_goal_of_nothing_pulls_for_nobody() -> None:
    """Then the stock decays by itself."""
    model = toy(series("goal", 0, 0), stock("level", "90", "speed * (goal - level)"), speed=0.5)
    found = arrowed(ask(model, "level", (0, 1)), "level")

    assert (found.quantities, found.itself) == ({"goal": 0}, -45)


def test_where_the_way_has_no_value_the_move_is_its_own() -> None:
    """A root of what lies below nothing half-way; a quotient by nothing."""
    power = toy(series("x", 1, -1), series("y", 0.5, 2), equation("z", "x ** y + 0 * x"))
    found = arrowed(ask(power, "z", (0, 1)), "z")
    assert (found.quantities, found.itself) == ({"x": 0, "y": 0}, 0)

    quotient = toy(series("x", -1, 1), series("y", 2, 2), stock("z", "0", "y / x"))
    found = arrowed(ask(quotient, "z", (0, 3)), "z")
    assert (found.quantities, found.itself) == ({"y": 0, "x": 0}, 2)


def test_an_equation_that_adds_up_is_looked_through() -> None:
    """Men sent from home to the wall are still men of the army."""
    found = accounts(ask(ARMY, "all_men", (0, 1), order(0, 5, 0)))

    assert found.quantities == pytest.approx({"joined": 20, "sent": 0})
    assert found.itself == pytest.approx(-10)


def test_an_account_of_an_account_is_looked_through_in_its_own_unit() -> None:
    """Counted by tens."""
    found = accounts(ask(ARMY, "count", (0, 1), order(0, 5, 0)))

    assert found.quantities == pytest.approx({"joined": 2, "sent": 0})
    assert found.itself == pytest.approx(-1)


def test_an_account_that_moves_while_its_parts_do_not_moves_by_itself() -> None:
    """Nothing lies behind what did not move."""
    model = toy(equation("sum", "kept - 1"), stock("kept", "5", "0"))
    found = accounts(ask(model, "sum", (0, 3)))

    assert found == Arrowed({})


@pytest.mark.parametrize(
    ("quantity", "parts"),
    [
        ("all_men", ("home", "wall")),
        ("count", ("all_men", "home", "wall")),
        ("strength", ()),
        ("both", ()),
        ("joined", ()),
        ("home", ()),
    ],
)
def test_an_account_only_adds_up(quantity: str, parts: tuple[str, ...]) -> None:
    """What multiplies, or weighs by a parameter, is a rule of its own."""
    assert parts_of_account(ARMY, quantity) == parts
