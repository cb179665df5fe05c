"""Measures over all months, taken up month by month so that no month has to be kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.campaign.campaign import Campaign
from game.campaign.formula import Measure
from game.simulation.arithmetic import NoValueError
from game.simulation.arrays import ONE, Floats, Values, values_of

BINS = 2048
"""Into which many values are counted."""
MANY = 5_000
"""From so many values on, counting is faster than sorting."""
TINY = float(np.finfo(np.float64).tiny)
"""The width of a bin that can be divided by."""
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Which part of the draws lies below the figures told."""


class Tally:
    """What the axes and endings of a campaign ask of the months: (line, draw) for each measure."""

    def __init__(
        self, campaign: Campaign, followed: Sequence[str], more: Sequence[Measure] = ()
    ) -> None:
        """Begin a tally.

        Args:
            campaign: the campaign.
            followed: quantities to be told month by month.
            more: measures to be taken besides the axes and endings.
        """
        model, outline = campaign.model, campaign.outline
        self.campaign = campaign
        self.end = model.last.since(model.first)
        self.chronicle = outline.chronicle.since(model.first)
        measures = [*more, *(one.measure for one in outline.axes)]
        measures += [one.when for one in outline.endings if one.when is not None]
        wanted = {pair for one in measures for pair in _asked(one)}
        self._wanted = tuple(sorted(wanted | {("end", name) for name in followed}))
        self.values: dict[tuple[str, str], Floats] = {}
        """By function and quantity."""
        self.bands: dict[str, list[Floats]] = {name: [] for name in followed}
        """For each quantity followed, month by month its figures at `LEVELS`: (line, level)."""

    def names(self, number: int) -> tuple[str, ...]:
        """Return the quantities that `take` needs of a month, counted from the first."""
        taken = {name for function, name in self._wanted if self._takes(function, number)}
        return tuple(sorted(taken.union(self.bands)))

    def take(self, number: int, values: dict[str, Floats]) -> None:
        """Take up a month, counted from the first.

        Raises:
            NoValueError: when a value is not finite.
        """
        for name, column in values.items():
            if not np.isfinite(column).all():
                message = f"{name} has no finite value in month {number} of some draws"
                raise NoValueError(message)
        for name, band in self.bands.items():
            band.append(at_levels(values[name], LEVELS))
        for function, name in self._wanted:
            if self._takes(function, number):
                self._take(function, name, values[name])

    def _takes(self, function: str, number: int) -> bool:
        """Return whether a function looks at a month."""
        match function:
            case "start":
                return number == 0
            case "end":
                return number == self.end
            case "at_chronicle":
                return number == min(self.chronicle, self.end)
            case "total":
                return number < max(self.end, 1)
            case _:
                return True

    def _take(self, function: str, name: str, now: Floats) -> None:
        before = self.values.get((function, name))
        match function:
            case "total" if before is not None:
                self.values[function, name] = before + now
            case "most" if before is not None:
                self.values[function, name] = np.maximum(before, now)
            case "least" if before is not None:
                self.values[function, name] = np.minimum(before, now)
            case _:
                self.values[function, name] = now

    def axes(self) -> list[Floats]:
        """Return each axis."""
        return [self.measure(one.measure) for one in self.campaign.outline.axes]

    def endings(self) -> NDArray[np.int64]:
        """Return the number of the ending."""
        ends = [one.when for one in self.campaign.outline.endings]
        shape = next(iter(self.values.values())).shape
        held = [np.ones(shape) if when is None else self.measure(when) for when in ends]
        first: NDArray[np.int64] = np.argmax(np.array(held) != 0, axis=0)
        return first

    def measure(self, measure: Measure) -> Floats:
        """Return the value of a measure over all months."""

        def of(name: str) -> Values:
            function, _, quantity = name.rpartition(" ")
            if function == "change":
                return self.values["end", quantity] - self.values["start", quantity]
            return self.values[function or "end", quantity]

        shape = next(iter(self.values.values())).shape
        return np.broadcast_to(np.asarray(values_of(measure, of), dtype=np.float64), shape)


def _asked(measure: Measure) -> list[tuple[str, str]]:
    """Return what a measure asks for: (function, quantity)."""
    names: list[str] = []

    def of(name: str) -> Values:
        names.append(name)
        return ONE

    values_of(measure, of)
    pairs = [name.rpartition(" ")[::2] for name in names]
    return [
        (function, quantity)
        for word, quantity in pairs
        for function in (("start", "end") if word == "change" else (word or "end",))
    ]


def at_levels(values: Floats, levels: Sequence[float]) -> Floats:
    """Return the figures below which the parts `levels` of each row lie: (row, level)."""
    *rows, length = values.shape
    places = np.array(levels) * (length - 1)
    below = np.floor(places).astype(np.int64)
    ranks = np.concatenate((below, np.minimum(below + 1, length - 1)))
    ordered = np.array([_at_ranks(row, ranks) for row in values.reshape(-1, length)])
    low, high = ordered[:, : len(levels)], ordered[:, len(levels) :]
    figures: Floats = (low + (high - low) * (places - below)).reshape(*rows, len(levels))
    return figures


def _at_ranks(values: Floats, ranks: NDArray[np.int64]) -> Floats:
    """Return the figures that would stand at `ranks` if `values` were sorted.

    Many values are first counted in bins; only the bins with a rank in them have to be sorted.
    """
    low = values.min()
    width = values.max() / (BINS - 1) - low / (BINS - 1)
    if len(values) < MANY or not TINY < width < np.inf:
        ordered: Floats = np.sort(values)[ranks]
        return ordered
    bins = ((values - low) * (1 / width)).astype(np.int32)
    counts = np.bincount(bins, minlength=BINS)
    of_rank = np.searchsorted(np.cumsum(counts), ranks, side="right")
    asked = np.zeros(BINS, dtype=np.bool_)
    asked[of_rank] = True
    skipped = np.cumsum(np.where(asked, 0, counts))[of_rank]
    found: Floats = np.sort(values[asked[bins]])[ranks - skipped]
    return found
