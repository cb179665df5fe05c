"""By which way something came to move a quantity."""

from __future__ import annotations

from game.simulation.flows import Inputs
from game.simulation.routes import Routes
from tests.simulation.toys import ask, equation, order, series, stock, toy

RIVER = toy(
    series("rain", 1, 3, 3, quiet=0),
    equation("brook", "rain * 3"),
    equation("ditch", "rain / 3"),
    equation("gate", "opened / 10"),
    equation("spray", "noise(wild)"),
    stock("lake", "5", "brook + ditch + gate * brook + spray"),
    equation("mill", "lake * 2"),
    equation("idle", "1"),
    orders=("opened",),
    wild=1.0,
)
RAIN, OPENED = Inputs(series=frozenset([0])), Inputs(orders=frozenset([0]))


def test_the_strongest_way_is_told() -> None:
    """By the brook, not by the ditch."""
    routes = Routes(ask(RIVER, "mill", (0, 2)))

    assert routes.of(RAIN) == ("brook", "lake", "mill")


def test_an_order_has_a_way() -> None:
    """From the first quantity it moves to the one asked about."""
    routes = Routes(ask(RIVER, "mill", (0, 2), order(0, 4, 0)))

    assert routes.of(OPENED) == ("gate", "lake", "mill")


def test_luck_has_a_way() -> None:
    """From the formula that draws it."""
    routes = Routes(ask(RIVER, "mill", (0, 2), seed=1))

    assert routes.of(Inputs(draws=frozenset([0]))) == ("spray", "lake", "mill")


def test_a_thing_that_takes_away_has_a_way_too() -> None:
    """What flows is negative all along."""
    drained = toy(
        equation("pipe", "pumped * 2"), stock("lake", "5", "0 - pipe"), orders=("pumped",)
    )
    routes = Routes(ask(drained, "lake", (0, 2), order(0, 1, 0)))

    assert routes.of(OPENED) == ("pipe", "lake")


def test_where_nothing_leads_there_is_no_way() -> None:
    """Not even a guess."""
    assert Routes(ask(RIVER, "idle", (0, 2))).of(RAIN) == ()
    assert Routes(ask(RIVER, "rain", (0, 2))).of(RAIN) == ()


def test_a_way_round_in_a_circle_is_cut_short() -> None:
    """Feedback makes no endless chain."""
    loop = toy(
        stock("fox", "1", "hare / 10 - fox / 10"),
        stock("hare", "9", "freed + hare / 5 - fox"),
        orders=("freed",),
    )
    routes = Routes(ask(loop, "fox", (0, 20), order(0, 3, 0)))

    assert routes.of(OPENED) == ("hare", "fox")
