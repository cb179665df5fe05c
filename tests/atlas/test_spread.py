"""Where a line may lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game.atlas.spread import Line, spreads
from game.atlas.tally import LEVELS, at_levels
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.playthrough.schedule import schedule
from game.simulation.arithmetic import NoValueError
from game.simulation.chance import Luck
from game.simulation.course import Course, Window
from game.simulation.draws import Lot
from game.simulation.resolve import State, machine, resolve

Change = Callable[..., Campaign]
FIRST_LINES = 3
SLIGHT = 0.002
"""How far a value may lie beside the middle half, as a part of the whole bar or of that half."""


def some_lines(campaign: Campaign) -> list[Line]:
    """Return history's line and those that answer every telegram in the same way."""
    same = [
        tuple(one.decision.responses[place].id for one in campaign.scenarios)
        for place in range(FIRST_LINES)
    ]
    return [history(campaign), *same]


@pytest.mark.exhaustive
def test_each_draw_ends_as_the_playthrough_of_its_seed(shipped: Campaign) -> None:
    """Axes and ending, where the answers are open; where they are not, that is told."""
    count, seed = 5, 30
    lot = Lot(count, seed, ranges=False)
    reading = shipped.model.readings[0].id

    for found in spreads(shipped, some_lines(shipped), reading, lot):
        endings: dict[str, float] = {}
        for number in range(count):
            start = begin(shipped, seed=seed + number)
            done = play(shipped, replace(start, line=found.line))
            assert found.was_open[number] == (done.stopped is None)
            if done.reached is None:
                continue
            values = [axis[number] for axis in found.axes]
            assert values == pytest.approx([value for _, value in done.reached.axes], rel=1e-9)
            endings[done.reached.ending.id] = endings.get(done.reached.ending.id, 0) + 1 / count
        if found.was_open.all():
            assert found.endings == pytest.approx(endings)


def test_a_spread_follows_the_quantities_asked_for(harbour: Campaign) -> None:
    """Month by month, from low to high; and each draw of the last month."""
    (found,) = spreads(harbour, [history(harbour)], "engineer", Lot(200), ["crest", "purse"])

    months = harbour.model.last.since(harbour.model.first) + 1
    assert {name: band.shape for name, band in found.bands.items()} == {
        "crest": (months, len(LEVELS)),
        "purse": (months, len(LEVELS)),
    }
    assert (np.diff(found.bands["crest"]) >= 0).all()
    assert at_levels(found.finals["crest"], LEVELS).tolist() == found.bands["crest"][-1].tolist()


def test_the_shares_of_the_endings_make_one(harbour: Campaign) -> None:
    """Endings that never come are left out."""
    (found,) = spreads(harbour, [history(harbour)], "engineer", Lot(50))

    assert sum(found.endings.values()) == pytest.approx(1)
    assert all(found.endings.values())


def test_a_quantity_without_a_value_is_told(changed: Change) -> None:
    """By its name and month."""
    campaign = changed("model.yaml", "equals: purse * 1.1", "equals: log(surge_spread - 40)")

    with pytest.raises(NoValueError, match="purse_told has no finite value in month"):
        spreads(campaign, [history(campaign)], "engineer", Lot(99), ["purse_told"])


def expected(campaign: Campaign, line: Line, reading: str) -> Course:
    """Return the months of a line with chance off, whether all its answers are open or not."""
    engine = machine(campaign.model, reading)
    active = schedule(campaign, engine, line)
    state = State(campaign.model.first, engine.begin().stocks, active)
    return resolve(engine, state, campaign.model.last.plus(1), Luck(1, on=False))[0]


@pytest.mark.exhaustive
@pytest.mark.parametrize("reading", ["record", "popular", "moscow"])
def test_expected_values_lie_in_the_middle_half_of_the_draws(
    shipped: Campaign, reading: str
) -> None:
    """Every indicator in every month, and every axis, on several lines."""
    outline, quarters = shipped.outline, (LEVELS.index(0.25), LEVELS.index(0.75))
    names = [str(one.quantity) for one in outline.indicators]

    for found in spreads(shipped, some_lines(shipped), reading, Lot(2000), names):
        course = expected(shipped, found.line, reading)
        for one in outline.indicators:
            low, high = (found.bands[str(one.quantity)][:, level] for level in quarters)
            curve, slight = np.array(course.curve(one.quantity)), SLIGHT * (one.high - one.low)
            assert (low - slight <= curve).all(), (found.line, one.id)
            assert (curve <= high + slight).all(), (found.line, one.id)
        window = Window(course.first, course.last, outline.chronicle)
        for axis, drawn in zip(outline.axes, found.axes, strict=True):
            low, high = np.quantile(drawn, (0.25, 0.75))
            slight = SLIGHT * (high - low)
            value = course.measure(axis.measure, window)
            assert low - slight <= value <= high + slight, (found.line, axis.id)
