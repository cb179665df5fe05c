"""The draws of a chronicle, with numpy; whoever plays does not need it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.atlas.spread import spreads
from game.atlas.tally import LEVELS
from game.campaign.campaign import Campaign
from game.chronicle.drawn import Drawn, Ends, followed
from game.chronicle.ranges import Line, Ranges
from game.playthrough.playthrough import Playthrough
from game.simulation.arrays import Floats
from game.simulation.draws import Lot

ENDS = (LEVELS.index(0.05), LEVELS.index(0.95))


def drawn(campaign: Campaign, playthrough: Playthrough, count: int) -> Drawn:
    """Return the spread of a whole line, from its own seed on."""
    lot = Lot(count, playthrough.seed, playthrough.chance)
    line = [playthrough.line]
    (found,) = spreads(campaign, line, playthrough.reading, lot, followed(campaign))
    bands = {
        name: tuple((float(month[ENDS[0]]), float(month[ENDS[1]])) for month in levels)
        for name, levels in found.bands.items()
    }
    return Drawn(count, bands, tuple(map(_ends, found.axes)))


def ranges(campaign: Campaign, made: Playthrough, lines: Sequence[Line], count: int) -> Ranges:
    """Return where some whole lines end, all in the same draws."""
    found = spreads(campaign, lines, made.reading, Lot(count, made.seed, made.chance))
    first = found[0].axes
    return Ranges(
        count,
        tuple(tuple(map(_ends, one.axes)) for one in found),
        tuple(
            tuple(_higher(here, there) for here, there in zip(first, one.axes, strict=True))
            for one in found
        ),
    )


def _ends(axis: Floats) -> Ends:
    low, high = np.quantile(axis, (LEVELS[ENDS[0]], LEVELS[ENDS[1]]))
    return float(low), float(high)


def _higher(here: Floats, there: Floats) -> float:
    return float(np.mean(there > here) + np.mean(there == here) / 2)
