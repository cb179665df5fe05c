"""How far a line spreads when luck and disputed figures are drawn many times."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough

DRAWS = 1000
"""Draws of a line, if nobody asks for another number."""

Ends = tuple[float, float]
"""One draw in twenty lies below the first, one in twenty above the second."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draws of one line."""

    count: int
    bands: Mapping[str, tuple[Ends, ...]]
    """By quantity, for each month from the model's first on."""
    axes: tuple[Ends, ...]
    """For each axis of the campaign."""


def followed(campaign: Campaign) -> tuple[str, ...]:
    """Return the quantities a chronicle draws as curves: those of the desk, and recorded axes."""
    names = dict.fromkeys(str(one.quantity) for one in campaign.outline.indicators)
    recorded = {str(one.id) for one in campaign.model.record if len(one.points) > 2}
    for axis in campaign.outline.axes:
        asked = {name.rpartition(" ")[2] for name in axis.measure.names}
        names |= dict.fromkeys(sorted(asked & recorded))
    return tuple(names)


def drawn(campaign: Campaign, playthrough: Playthrough, count: int = DRAWS) -> Drawn | None:
    """Return the spread of a line; nothing where numpy is not installed or no draw is wanted."""
    if not count:
        return None
    try:
        draws = import_module("game.chronicle.draws")  # so that nobody who plays needs numpy
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        return None
    found: Drawn = draws.drawn(campaign, playthrough, count)
    return found
