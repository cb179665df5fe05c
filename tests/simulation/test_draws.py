"""Many draws of a line, each like a playthrough of its own."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.campaign import Campaign
from game.campaign.model import Parameter
from game.playthrough.playthrough import history
from game.playthrough.schedule import schedule
from game.simulation import draws as module
from game.simulation.chance import Luck
from game.simulation.draws import Draws, Lot, drawn_parameter, seeds_of
from game.simulation.resolve import State, machine, resolve, sizes_of


def final(campaign: Campaign, lot: Lot, reading: str) -> dict[str, list[float]]:
    """Return every quantity in the last month, in each draw of history's line."""
    engine = machine(campaign.model, reading)
    sizes = sizes_of(engine, schedule(campaign, engine, history(campaign)))
    draws = Draws(engine, lot, reading)
    values = {}
    for number in range(len(engine.series)):
        values = draws.month(number, [sizes(number)], engine.names)
    return {name: one[0].tolist() for name, one in values.items()}


@pytest.mark.parametrize("chance", [True, False])
def test_a_draw_without_ranges_is_the_playthrough_of_its_seed(
    shipped: Campaign, chance: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every quantity; whatever the size of the blocks."""
    monkeypatch.setattr(module, "BLOCK", 3)
    model = shipped.model
    reading = model.readings[0].id
    engine = machine(model, reading)
    active = schedule(shipped, engine, history(shipped))
    state = State(model.first, engine.begin().stocks, active)

    found = final(shipped, Lot(7, seed=40, chance=chance, ranges=False), reading)

    for number in range(7):
        luck = Luck(40 + number, on=chance)
        course, _ = resolve(engine, state, model.last.plus(1), luck)
        expected = dict(zip(course.names, course.rows[-1], strict=True))
        assert {name: one[number] for name, one in found.items()} == pytest.approx(
            expected, rel=1e-9, abs=1e-9
        )


def test_lines_drawn_together_are_drawn_as_each_alone(harbour: Campaign) -> None:
    """Draws of the same number share their seed."""
    engine = machine(harbour.model, "engineer")
    lot = Lot(4, seed=9)
    orders = [(3.0, 0.0), (0.0, 5000.0)]

    together = Draws(engine, lot, "engineer", 2)
    alone = [Draws(engine, lot, "engineer") for _ in orders]
    for number in range(3):
        both = together.month(number, orders, ("crest", "purse"))
        each = [
            one.month(number, [size], ("crest", "purse"))
            for one, size in zip(alone, orders, strict=True)
        ]

        for name, values in both.items():
            assert values.tolist() == [one[name][0].tolist() for one in each]


def test_a_month_may_be_looked_at_before_it_is_lived(harbour: Campaign) -> None:
    """The draws stay where they are."""
    draws = Draws(machine(harbour.model, "engineer"), Lot(3), "engineer")

    looked = draws.month(0, [(9.0, 0.0)], ("crest",), stay=True)
    lived = draws.month(0, [(0.0, 0.0)], ("crest",))

    assert looked["crest"].tolist() == lived["crest"].tolist()
    assert draws.month(1, [(0.0, 0.0)], ("crest",))["crest"].max() < looked["crest"].max()


def parameter(campaign: Campaign, name: str) -> Parameter:
    """Return a parameter of a campaign's model."""
    return next(one for one in campaign.model.parameters if one.id == name)


def test_a_parameter_is_drawn_from_its_range_most_often_near_the_likely_value(
    harbour: Campaign,
) -> None:
    """From a triangle, whose mean is that of its corners."""
    one = parameter(harbour, "cm_a_gang")

    values = drawn_parameter(one, seeds_of(Lot(50_000)))

    assert one.low <= values.min() < one.low + 0.1
    assert one.high - 0.1 < values.max() <= one.high
    assert values.mean() == pytest.approx((one.low + one.value + one.high) / 3, rel=0.01)
    below = float(np.mean(values < one.value))
    assert below == pytest.approx((one.value - one.low) / (one.high - one.low), abs=0.01)


def test_a_draw_keeps_its_parameters_whatever_else_is_drawn(harbour: Campaign) -> None:
    """They hang on its seed and their name only."""
    one, other = parameter(harbour, "cm_a_gang"), parameter(harbour, "surge_spread")

    many, few = seeds_of(Lot(9, seed=5)), seeds_of(Lot(2, seed=7))

    assert drawn_parameter(one, many)[2:4].tolist() == drawn_parameter(one, few).tolist()
    assert np.corrcoef(drawn_parameter(one, many), drawn_parameter(other, many))[0, 1] < 0.9


def test_a_parameter_without_a_range_is_not_drawn(harbour: Campaign) -> None:
    """Low and high are the value."""
    from dataclasses import replace

    one = replace(parameter(harbour, "cm_a_gang"), low=5.0, high=5.0)

    assert set(drawn_parameter(one, seeds_of(Lot(9))).tolist()) == {5.0}


def test_what_a_reading_sets_is_not_drawn(harbour: Campaign) -> None:
    """The fisherman's storms are his claim; the surges are still uncertain."""
    assert module.held_by(harbour.model, "fisherman") == {"storm_chance"}
    assert module.held_by(harbour.model, "engineer") == set()


def test_ranges_spread_what_chance_alone_does_not(harbour: Campaign) -> None:
    """Each kind of doubt can be had alone."""
    spreads = [
        len(set(final(harbour, Lot(20, chance=False, ranges=ranges), "engineer")["crest"]))
        for ranges in (False, True)
    ]

    assert spreads == [1, 20]
