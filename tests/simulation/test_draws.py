"""Many draws of a line, each like a playthrough of its own."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.campaign import Campaign
from game.campaign.model import Parameter
from game.playthrough.playthrough import history
from game.playthrough.schedule import schedule
from game.simulation import draws as module
from game.simulation.arrays import spread_out
from game.simulation.chance import Luck
from game.simulation.draws import Draws, Look, Lot, drawn_parameter, seeds_of
from game.simulation.resolve import State, machine, resolve, sizes_of
from tests.exhaustive import sampled


def final(campaign: Campaign, lot: Lot, reading: str) -> dict[str, list[float]]:
    """Return every quantity in the last month, in each draw of history's line."""
    engine = machine(campaign.model, reading)
    sizes = sizes_of(engine, schedule(campaign, engine, history(campaign)))
    last = len(engine.series) - 1
    looks = [Look(number, [sizes(number)]) for number in range(last)]
    looks.append(Look(last, [sizes(last)], tuple(engine.names)))
    *_, values = Draws(engine, lot, reading).run(looks)
    return {name: one[0].tolist() for name, one in values.items()}


@pytest.mark.parametrize("chance", sampled([True, False], [True]))
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
    lot, orders = Lot(4, seed=9), [(3.0, 0.0), (0.0, 5000.0)]

    def looks(*given: tuple[float, ...]) -> list[Look]:
        return [Look(number, given, ("crest", "purse")) for number in range(3)]

    together = list(Draws(engine, lot, "engineer", 2).run(looks(*orders)))
    alone = [list(Draws(engine, lot, "engineer").run(looks(size))) for size in orders]

    for number, both in enumerate(together):
        for name, values in both.items():
            assert values.tolist() == [one[number][name][0].tolist() for one in alone]


def test_a_month_may_be_looked_at_before_it_is_lived(harbour: Campaign) -> None:
    """The draws stay where they are."""
    looks = [
        Look(0, [(9.0, 0.0)], ("crest",), stay=True),
        Look(0, [(0.0, 0.0)], ("crest",)),
        Look(1, [(0.0, 0.0)], ("crest",)),
    ]

    looked, lived, later = Draws(machine(harbour.model, "engineer"), Lot(3), "engineer").run(looks)

    assert looked["crest"].tolist() == lived["crest"].tolist()
    assert later["crest"].max() < looked["crest"].max()


@pytest.mark.parametrize(("block", "months", "kept"), [(2, 1, 1), (3, 2, 10**6), (7, 99, 10)])
def test_however_the_work_is_cut_up_the_draws_are_the_same(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch, block: int, months: int, kept: int
) -> None:
    """Blocks, months a block lives at a time, and what may be kept meanwhile."""
    whole = final(harbour, Lot(7), "engineer")
    monkeypatch.setattr(module, "BLOCK", block)
    monkeypatch.setattr(module, "MOST_MONTHS", months)
    monkeypatch.setattr(module, "MOST_KEPT", kept)

    assert final(harbour, Lot(7), "engineer") == whole


def test_no_draw_is_changed_by_what_is_wanted_of_it(harbour: Campaign) -> None:
    """What nothing hangs on is left out, and nothing else is."""
    engine = machine(harbour.model, "engineer")
    draws = Draws(engine, Lot(5), "engineer")

    def last(*names: str) -> list[float]:
        *_, found = draws.run([Look(number, [(1.0, 0.0)], names) for number in range(12)])
        values: list[float] = found["crest"][0].tolist()
        return values

    assert last("crest") == last(*engine.names)


def parameter(campaign: Campaign, name: str) -> Parameter:
    """Return a parameter of a campaign's model."""
    return next(one for one in campaign.model.parameters if one.id == name)


def test_a_parameter_is_drawn_from_its_range_most_often_near_the_likely_value(
    harbour: Campaign,
) -> None:
    """From a triangle, whose mean is that of its corners."""
    one = parameter(harbour, "cm_a_gang")

    values = drawn_parameter(one, spread_out(seeds_of(Lot(50_000))))

    assert one.low <= values.min() < one.low + 0.1
    assert one.high - 0.1 < values.max() <= one.high
    assert values.mean() == pytest.approx((one.low + one.value + one.high) / 3, rel=0.01)
    below = float(np.mean(values < one.value))
    assert below == pytest.approx((one.value - one.low) / (one.high - one.low), abs=0.01)


def test_a_draw_keeps_its_parameters_whatever_else_is_drawn(harbour: Campaign) -> None:
    """They hang on its seed and their name only."""
    one, other = parameter(harbour, "cm_a_gang"), parameter(harbour, "surge_spread")

    many, few = (spread_out(seeds_of(lot)) for lot in (Lot(9, seed=5), Lot(2, seed=7)))

    assert drawn_parameter(one, many)[2:4].tolist() == drawn_parameter(one, few).tolist()
    assert np.corrcoef(drawn_parameter(one, many), drawn_parameter(other, many))[0, 1] < 0.9


def test_a_parameter_without_a_range_is_not_drawn(harbour: Campaign) -> None:
    """Low and high are the value."""
    from dataclasses import replace

    one = replace(parameter(harbour, "cm_a_gang"), low=5.0, high=5.0)

    assert set(drawn_parameter(one, spread_out(seeds_of(Lot(9)))).tolist()) == {5.0}


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
