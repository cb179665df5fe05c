"""Where a line may lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from game.atlas.spread import Line, spreads
from game.atlas.tally import LEVELS, at_levels
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.simulation.arithmetic import NoValueError
from game.simulation.draws import Lot
from tests.atlas.halves import halves

Change = Callable[..., Campaign]
FIRST_LINES = 3
EVERY = 250
"""Lines from one that is looked at to the next."""


def some_lines(campaign: Campaign) -> list[Line]:
    """Return history's line and those that answer every telegram in the same way."""
    same = [
        tuple(one.decision.responses[place].id for one in campaign.scenarios)
        for place in range(FIRST_LINES)
    ]
    return [history(campaign), *same]


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


def test_expected_values_lie_in_the_middle_half_of_the_draws(shipped: Campaign) -> None:
    """For every indicator in every month, on several lines; within a hundredth of its bar.

    A quantity that only a rare event moves stands still in most draws, so that its expected value
    lies a trifle beside them all.
    """
    reading = shipped.model.readings[0].id
    indicators = shipped.outline.indicators
    names = [str(one.quantity) for one in indicators]
    lines = [history(shipped)]
    lines += [one.line for half in halves(shipped) for one in islice(walk(half), 0, None, EVERY)]

    for found in spreads(shipped, lines, reading, Lot(2000), names):
        start = begin(shipped, chance=False)
        course = play(shipped, replace(start, line=found.line)).course
        for one in indicators:
            band = found.bands[str(one.quantity)]
            low, high = band[:, LEVELS.index(0.25)], band[:, LEVELS.index(0.75)]
            expected = np.array(course.curve(str(one.quantity)))
            beside = np.maximum(low - expected, expected - high) / (one.high - one.low)
            assert beside.max() < 0.01, (found.line, one.id)
