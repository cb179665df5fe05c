"""What flows into stocks and out of them."""

from __future__ import annotations

from collections import Counter

import pytest

from game.campaign.campaign import Campaign
from game.campaign.formula import Formula, formula, names_in
from game.campaign.model import Model
from game.export.flows import Ends, flows_of, terms
from game.export.names import names_of
from game.simulation.arithmetic import value_of
from tests.simulation.toys import equation, stock, toy


def found(model: Model) -> dict[str, tuple[Ends, str | None]]:
    """Return the flows of a model: their ends, and the equation each is."""
    return {one.name: (one.ends, one.equation) for one in flows_of(model, names_of(model))}


def test_an_equation_that_one_stock_loses_and_another_gains_is_one_pipe() -> None:
    """It keeps its name."""
    model = toy(
        equation("march", "home / 9"),
        stock("home", "90", "0 - march"),
        stock("away", "0", "march"),
    )

    assert found(model) == {"march": (Ends("away", "home"), "march")}


def test_what_is_no_equation_becomes_a_flow_of_its_own() -> None:
    """Gains together, losses together, and a pipe for what goes from one stock to another."""
    model = toy(
        stock("home", "90", "2 + home / 50 - home / 9 - (home / 7 + 1)"),
        stock("away", "0", "home / 9"),
    )

    assert found(model) == {
        "into_home": (Ends("home", None), None),
        "home_to_away": (Ends("away", "home"), None),
        "out_of_home": (Ends(None, "home"), None),
    }


def test_an_equation_flows_into_one_stock_only() -> None:
    """Where little else flows in; what only keeps count gets a flow that follows it."""
    model = toy(
        equation("sent", "3"),
        equation("lost", "1"),
        stock("count", "0", "sent + lost"),
        stock("away", "0", "sent"),
    )

    assert found(model) == {
        "sent": (Ends("away", None), "sent"),
        "lost": (Ends("count", None), "lost"),
        "into_count": (Ends("count", None), None),
    }


def test_a_stock_that_never_changes_has_no_flow() -> None:
    """Nought is nothing to draw."""
    assert found(toy(stock("rock", "1", "0"))) == {}


def test_a_name_that_is_taken_is_not_given_to_a_flow() -> None:
    """It gets a number."""
    model = toy(equation("into_home", "1"), stock("home", "0", "into_home * 2"))

    assert "into_home_2" in found(model)


@pytest.mark.parametrize("name", ["shipped", "harbour"])
def test_the_flows_of_a_stock_add_up_to_its_change(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Whatever the values; and each flow has a name, and one stock at most at each end."""
    campaign: Campaign = request.getfixturevalue(name)
    model = campaign.model
    flows = flows_of(model, names_of(model))
    values = {one: 1.7 + 0.31 * number for number, one in enumerate(_all_names(model))}

    sums: Counter[str] = Counter()
    for flow in flows:
        rule = Formula(repr(flow.tree), flow.tree, names_in(flow.tree))
        value = value_of(rule, values.__getitem__)
        for stock_id, sign in zip(flow.ends, (1, -1), strict=True):
            sums[stock_id or ""] += int(1e6 * sign * value)

    for one in model.stocks:
        change = value_of(one.change, values.__getitem__)
        assert sums[str(one.id)] / 1e6 == pytest.approx(change, rel=1e-6, abs=1e-4)
    own = [flow.name for flow in flows if flow.equation is None]
    assert len({*own, *names_of(model).values()}) == len(own) + len(names_of(model))


def _all_names(model: Model) -> list[str]:
    parts = (model.parameters, model.series, model.orders, model.equations, model.stocks)
    return [str(one.id) for part in parts for one in part]


def test_the_terms_of_a_sum_carry_their_sign() -> None:
    """Also behind brackets and a minus of their own."""
    tree = formula("a - (b - c) + -d - (0 - e * f)").tree

    signs = {getattr(part, "name", "product"): sign for sign, part in terms(tree)}

    assert signs == {"a": 1, "b": -1, "c": 1, "d": -1, "product": 1}
