"""How a change is shared among what came from outside, on small models with known answers."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.model import Model
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked, Inquiry, reckoned, shares
from tests.simulation.toys import FIRST, ask, equation, order, series, stock, toy

BARN = toy(
    series("rain", 2, 4, 6, quiet=0),
    stock("grain", "10", "rain + sacks - grain * eaten"),
    orders=("sacks",),
    eaten=0.5,
)
"""Grain comes with the rain and in sacks; half of it is eaten every month."""


def test_a_thing_that_is_not_touched_moves_of_itself() -> None:
    """Without orders, and with a world whose quiet is as it is."""
    barn = toy(stock("grain", "10", "0 - grain * eaten"), eaten=0.5)
    found = shares(ask(barn, "grain", (0, 2)))

    assert (found.change, found.of_itself) == (-7.5, -7.5)


def test_an_order_counts_with_all_that_becomes_of_it() -> None:
    """Of eight sacks of the first month half are eaten by the end of the second."""
    found = shares(ask(BARN, "grain", (0, 2), order(0, 8, 0)))

    assert found.orders == pytest.approx((4,))


def test_what_is_done_by_the_month_counts_from_nothing() -> None:
    """Two falls in the first month, one of which is eaten; four in the second."""
    found = shares(ask(BARN, "grain", (0, 2)))

    assert found.series == pytest.approx((5,))
    assert found.of_itself == pytest.approx(-7.5)


def test_a_condition_counts_by_how_it_moved() -> None:
    """Half of the two that fell in the first month fall of themselves in the second."""
    barn = toy(series("rain", 2, 4), stock("grain", "10", "rain - grain * eaten"), eaten=0.5)
    found = shares(ask(barn, "grain", (0, 2)))

    assert found.series == pytest.approx((2,))
    assert found.of_itself == pytest.approx(-4.5)


def test_two_that_multiply_share_what_both_did() -> None:
    """From 1 x 1 to 2 x 3: one doubles while the other is two on the average."""
    field = toy(series("long", 1, 2), series("wide", 1, 3), equation("area", "long * wide"))
    found = shares(ask(field, "area", (0, 1)))

    assert found.series == pytest.approx((2, 3))


def test_what_grows_by_itself_is_counted_with_what_was_put_in() -> None:
    """Feedback: a rabbit of the first month is two in the second and four in the third."""
    warren = toy(stock("rabbits", "1", "rabbits + bought"), orders=("bought",))
    found = shares(ask(warren, "rabbits", (0, 3), order(0, 1, 0)))

    assert found.of_itself == 7
    assert found.orders == pytest.approx((4,))


def test_a_jump_belongs_to_what_tipped_it() -> None:
    """The order tips the scale; the series moves and does nothing."""
    scale = toy(
        series("idle", 1, 2),
        equation("bell", "when(weight > 1, 10, 0) + 0 * idle"),
        orders=("weight",),
    )
    found = shares(ask(scale, "bell", (0, 1), order(0, 3, 1)))

    assert found.orders == pytest.approx((10,))
    assert found.series == (0,)


def test_luck_is_what_was_drawn_against_what_was_to_be_expected() -> None:
    """Drawing or not drawing moves by chance alone."""
    inquiry = ask(
        toy(stock("purse", "0", "chance(half) + noise(half)"), half=0.5), "purse", (0, 6), seed=3
    )
    found = shares(inquiry)

    assert found.of_itself == pytest.approx(3)
    assert sum(found.luck) == pytest.approx(found.change - 3)
    assert inquiry.lucky() == ("purse", "purse")


def test_an_order_of_before_counts_as_far_as_it_still_works() -> None:
    """What was put in earlier and is now eaten takes away."""
    found = shares(ask(BARN, "grain", (1, 2), order(0, 8, 0)))

    assert found.orders == pytest.approx((-4,))


@pytest.mark.parametrize(
    "model",
    [
        toy(series("by", 1, 2, quiet=0), equation("part", "1 / by")),
        toy(series("by", 1, 2, quiet=-1), equation("part", "sqrt(by)")),
    ],
)
def test_a_course_that_has_no_value_is_said_so(model: Model) -> None:
    """There is nothing to set beside what happened."""
    with pytest.raises(NoValueError, match="no value without what came from outside"):
        shares(ask(model, "part", (0, 1)))


def test_the_steps_of_a_reckoning_lead_from_nothing_to_all() -> None:
    """One begins where the one before ends."""
    turns = reckoned(ask(BARN, "grain", (0, 2), order(0, 8, 0))).turns
    ends = [(low[0], high[0]) for low, high in turns]

    assert (ends[0][0], ends[-1][1]) == (0, 1)
    assert all(one[1] == other[0] for one, other in pairwise(ends))


def test_a_bend_is_looked_at_more_closely() -> None:
    """Where halving a step still moves a share."""
    straight = toy(series("x", 0, 1), equation("y", "x"))
    bent = toy(series("x", 0, 1), series("z", 0, 1), equation("y", "x ** 8 * z + max(x, z * 2)"))
    few, many = (len(reckoned(ask(model, "y", (0, 1))).turns) for model in (straight, bent))

    assert few < many


MILL = toy(
    series("wind", 1, 4, 2, 5, 3, quiet=0),
    series("price", 3, 2, 4, 1, 2),
    equation("flour", "min(grain, wind * stones) * max(0, 1 + noise(wild))"),
    equation("bread", "when(flour > price, sqrt(flour), flour / (1 + price))"),
    stock("grain", "20", "sacks * (1 + chance(luck)) - flour"),
    stock("coins", "5", "bread * price - coins / 4"),
    orders=("sacks",),
    stones=2.0,
    wild=0.3,
    luck=0.4,
)


@given(
    st.sampled_from(["flour", "bread", "grain", "coins", "wind", "sacks"]),
    st.lists(st.tuples(st.floats(-2, 9), st.integers(0, 8), st.integers(1, 5)), max_size=3),
    st.tuples(st.integers(0, 8), st.integers(0, 9)),
    st.one_of(st.none(), st.integers(0, 99)),
)
def test_the_shares_add_up_to_the_change(
    asked: str, orders: list[tuple[float, int, int]], span: tuple[int, int], seed: int | None
) -> None:
    """Through kinks, jumps, products and feedback."""
    given = [order(0, *one) for one in orders]
    found = shares(ask(MILL, asked, (span[0], span[0] + span[1]), *given, seed=seed))

    assert found.total() == pytest.approx(found.change, abs=1e-6)


def test_a_share_does_not_hang_on_the_unit() -> None:
    """Grain in pounds: everything two thousand times as much."""
    pounds = toy(
        series("rain", 4000, 8000, 12000, quiet=0),
        stock("grain", "20000", "rain + 2000 * sacks - grain * eaten"),
        orders=("sacks",),
        eaten=0.5,
    )
    tons, all_pounds = (
        shares(ask(model, "grain", (0, 3), order(0, 8, 1))) for model in (BARN, pounds)
    )
    assert math.isclose(all_pounds.orders[0], 2000 * tons.orders[0])
    assert math.isclose(all_pounds.series[0], 2000 * tons.series[0])


def test_the_past_is_the_same_until_the_first_month_asked_about() -> None:
    """The world comes to rest only then."""
    inquiry: Inquiry = ask(BARN, "grain", (2, 4))

    assert inquiry.asked == Asked("grain", FIRST.plus(2), FIRST.plus(4))
    assert inquiry.rest.rows[:2] == inquiry.real.rows[:2]
    assert inquiry.rest.rows[3] != inquiry.real.rows[3]
