"""Whether the draws can tell two lines apart: where each ends on every axis, nine times in ten."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.chronicle.drawn import Ends
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough

Line = tuple[ResponseId, ...]


@dataclass(frozen=True, slots=True)
class Ranges:
    """Where some lines end, and how surely each ends otherwise than the first."""

    count: int
    """Draws of each line."""
    ends: tuple[tuple[Ends, ...], ...]
    """For each line and each axis."""
    higher: tuple[tuple[float, ...], ...]
    """The same: in which part of the draws the line ends higher than the first on an axis.

    Draws of one number meet the same luck and the same disputed figures on every line. Equal ends
    count half.
    """

    def tells_apart(self, line: int, axis: int, other: int = 0) -> bool:
        """Return whether the ranges of two lines on an axis do not overlap."""
        here, there = self.ends[line][axis], self.ends[other][axis]
        return here[0] > there[1] or here[1] < there[0]


def ranges(
    campaign: Campaign, made: Playthrough, lines: Sequence[Line], count: int
) -> Ranges | None:
    """Return where some whole lines end in the draws from the seed of a playthrough on.

    Nothing comes where numpy is not installed or no draw is wanted.
    """
    if not count:
        return None
    try:
        draws = import_module("game.chronicle.draws")  # so that nobody who plays needs numpy
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        return None
    found: Ranges = draws.ranges(campaign, made, lines, count)
    return found
