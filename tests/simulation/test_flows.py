"""By which ways, all counted, what came from outside reached a quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.model import Model
from game.simulation.flows import Inputs, ways
from game.simulation.resolve import Active
from game.simulation.why import reckoned
from tests.simulation.toys import ask, equation, order, series, stock, toy

FIRST_ORDER = Inputs(orders=frozenset([0]))


def named(
    model: Model,
    quantity: str,
    months: tuple[int, int],
    *given: Active,
    inputs: Inputs = FIRST_ORDER,
    seed: int | None = None,
) -> dict[tuple[str, str], float]:
    """Return what flows by which two last stops; a stop there is not is empty."""
    inquiry = ask(model, quantity, months, *given, seed=seed)
    (found,) = ways(inquiry, reckoned(inquiry).turns, [inputs])
    names = (*inquiry.engine.program.names, "")
    return {(names[before], names[last]): amount for (before, last), amount in found.items()}


FORK = toy(
    series("tide", 1, 1),
    equation("left", "boats * 2"),
    equation("right", "boats * 3"),
    equation("quay", "right + tide"),
    stock("goods", "0", "left - quay"),
    orders=("boats",),
)


def test_a_fork_is_split_by_what_flows_in_each_arm() -> None:
    """Two come by the left arm, three go by the right one and the quay."""
    found = named(FORK, "goods", (0, 1), order(0, 1, 0))

    assert found == pytest.approx({("", "left"): 2, ("right", "quay"): -3})


def test_what_reaches_the_quantity_at_once_has_no_stop() -> None:
    """The order stands in its own formula."""
    chest = toy(stock("gold", "0", "paid"), orders=("paid",))

    assert named(chest, "gold", (0, 3), order(0, 2, 1)) == {("", ""): 2}


def test_what_stays_in_a_stock_keeps_the_way_it_came() -> None:
    """Water that waits two months in the lake, and loses half each month, came by the brook."""
    lake = toy(
        equation("brook", "poured"),
        stock("lake", "0", "brook - lake / 2"),
        equation("mill", "lake * 8"),
        stock("flour", "0", "mill"),
        orders=("poured",),
    )
    found = named(lake, "flour", (0, 4), order(0, 1, 0))

    assert found == pytest.approx({("lake", "mill"): 8 + 4 + 2})
    assert named(lake, "mill", (0, 3), order(0, 1, 0)) == pytest.approx({("brook", "lake"): 2})


def test_feedback_of_the_quantity_is_counted_with_what_set_it_off() -> None:
    """Each rabbit bears one a month: by way of births there comes nothing from outside."""
    warren = toy(
        equation("births", "rabbits"),
        stock("rabbits", "1", "births + bought"),
        orders=("bought",),
    )
    assert named(warren, "rabbits", (0, 3), order(0, 1, 0)) == pytest.approx({("", ""): 4})


def test_what_only_adds_up_is_the_quantity_itself() -> None:
    """The army's men at home are the army; recruits are a stop."""
    army = toy(
        equation("recruits", "called * 2"),
        equation("army", "home + wall"),
        stock("home", "9", "recruits - posted"),
        stock("wall", "1", "posted"),
        orders=("called", "posted"),
    )
    found = named(army, "army", (0, 2), order(0, 5, 0))

    assert found == pytest.approx({("", "recruits"): 10})


def test_luck_flows_from_the_formula_that_draws_it() -> None:
    """Straight into the quantity, or by the one it was drawn for."""
    dice = toy(
        equation("thrown", "noise(wild)"),
        stock("purse", "0", "thrown + noise(wild)"),
        wild=1.0,
    )
    both = Inputs(draws=frozenset([0, 1]))
    found = named(dice, "purse", (0, 2), inputs=both, seed=4)

    assert found.keys() == {("", "thrown"), ("", "")}


def test_inputs_can_be_taken_together() -> None:
    """What they do adds up."""
    two = (order(0, 1, 0), order(0, 3, 1))
    one, other = (Inputs(orders=frozenset([number])) for number in (0, 1))
    apart = [sum(named(FORK, "goods", (0, 3), *two, inputs=few).values()) for few in (one, other)]
    together = named(FORK, "goods", (0, 3), *two, inputs=one | other)

    assert sum(together.values()) == pytest.approx(sum(apart))


WOOD = toy(
    series("rain", 1, 4, 2, 5, quiet=0),
    equation("grass", "rain * 3 + noise(wild)"),
    equation("birth", "min(grass, deer) / 4"),
    equation("hunted", "when(deer > 6, deer / 5 + guns, 0)"),
    equation("herd", "deer + calves"),
    stock("deer", "8", "birth - hunted"),
    stock("calves", "2", "birth / 2 - calves / 3"),
    orders=("guns",),
    wild=0.5,
)


@given(
    st.sampled_from(["grass", "birth", "hunted", "herd", "deer", "calves"]),
    st.tuples(st.floats(0, 3), st.integers(0, 6), st.integers(1, 4)),
    st.tuples(st.integers(0, 6), st.integers(0, 9)),
    st.one_of(st.none(), st.integers(0, 99)),
)
def test_the_ways_of_each_cause_add_up_to_its_share(
    asked: str, guns: tuple[float, int, int], span: tuple[int, int], seed: int | None
) -> None:
    """Exactly, whatever loops lie on them."""
    inquiry = ask(WOOD, asked, (span[0], sum(span)), order(0, *guns), seed=seed)
    found = reckoned(inquiry)
    rain, draw = Inputs(series=frozenset([0])), Inputs(draws=frozenset([0]))
    flows = ways(inquiry, found.turns, [FIRST_ORDER, rain, draw])
    shares = (found.shares.orders[0], found.shares.series[0], found.shares.luck[0])

    assert [sum(one.values()) for one in flows] == pytest.approx(shares, abs=1e-9)
