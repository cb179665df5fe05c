"""Measures over all months, taken up month by month so that no month has to be kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.campaign.campaign import Campaign
from game.campaign.formula import Measure
from game.simulation.arithmetic import NoValueError
from game.simulation.arrays import ONE, Floats, Values, values_of

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
        self.names = tuple(sorted({name for _, name in self._wanted}))
        """The quantities that `take` needs."""
        self.values: dict[tuple[str, str], Floats] = {}
        """By function and quantity."""
        self.bands: dict[str, list[Floats]] = {name: [] for name in followed}
        """For each quantity followed, month by month its figures at `LEVELS`: (line, level)."""

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
            self._take(function, name, number, values[name])

    def _take(self, function: str, name: str, number: int, now: Floats) -> None:
        key, before = (function, name), self.values.get((function, name))
        match function:
            case "start" if number > 0:
                return
            case "at_chronicle" if number != min(self.chronicle, self.end):
                return
            case "total" if before is not None:
                self.values[key] = before if number == self.end else before + now
            case "most" if before is not None:
                self.values[key] = np.maximum(before, now)
            case "least" if before is not None:
                self.values[key] = np.minimum(before, now)
            case _:
                self.values[key] = now

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
    ordered = np.sort(values, axis=-1)
    places = np.array(levels) * (values.shape[-1] - 1)
    below = np.floor(places).astype(np.int64)
    above = np.minimum(below + 1, values.shape[-1] - 1)
    low, high = ordered[..., below], ordered[..., above]
    figures: Floats = low + (high - low) * (places - below)
    return figures
