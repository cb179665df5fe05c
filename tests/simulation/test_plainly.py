"""The plainest computation and the compiled one."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.campaign.formula import formula
from game.playthrough.playthrough import history
from game.playthrough.schedule import schedule
from game.simulation.arithmetic import value_of
from game.simulation.chance import Luck
from game.simulation.plainly import Reckoner, by_python, by_tree, plainly, value_in
from game.simulation.resolve import State, machine, resolve


@pytest.mark.parametrize("value", [by_tree, by_python])
def test_both_compute_the_same_months(shipped: Campaign, value: Reckoner) -> None:
    """To the last bit: they do the same operations in the same order."""
    model = shipped.model
    engine = machine(model, model.readings[0].id)
    active = schedule(shipped, engine, history(shipped))

    state = State(model.first, engine.begin().stocks, active)
    course, _ = resolve(engine, state, model.last.plus(1), Luck(1, on=False))

    months = plainly(engine, active, value)
    assert [[month[name] for name in course.names] for month in months] == list(
        map(list, course.rows)
    )


@pytest.mark.parametrize(
    "text",
    [
        "a + b * 3 - a / b",
        "a ** 2",
        "(a < b) + 2 * (a <= b) + 4 * (a > b) + 8 * (a >= b) + 16 * (a == b) + 32 * (a != b)",
        "a > 2 and b > 2",
        "a > 2 or b > 2",
        "not a > 2",
        "when(a == 0, 7, b / a)",
        "min(a, b, 2) + max(a, b) + min(b, a) + clamp(a, 2, b) + clamp(a * 9, 1, 2)",
        "min(max(a, min(b, 2)), max(min(a, 3), b)) + clamp(clamp(a, b, 9), min(a, 1), max(a, b))",
        "exp(a) + log(b) + sqrt(b) + abs(0 - b)",
        "noise(b) + chance(a)",
    ],
)
@pytest.mark.parametrize("a", [0.0, 1.0, 3.5, 5.0])
def test_both_understand_every_word_alike(text: str, a: float) -> None:
    """With luck at its expected values."""
    values = {"a": a, "b": 3.5}
    found = formula(text, luck=True)

    assert value_in(found.tree, values) == value_of(found, values.__getitem__)
