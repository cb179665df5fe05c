"""The draws of a chronicle, with numpy; whoever plays does not need it."""

from __future__ import annotations

import numpy as np

from game.atlas.spread import spreads
from game.atlas.tally import LEVELS
from game.campaign.campaign import Campaign
from game.chronicle.drawn import Drawn, followed
from game.playthrough.playthrough import Playthrough
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
    ends = (np.quantile(axis, (0.05, 0.95)) for axis in found.axes)
    return Drawn(count, bands, tuple((float(low), float(high)) for low, high in ends))
