"""Counts over walked lines: how many lead to each ending, meet each dispatch, read each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.atlas.walk import Walked
from game.campaign.words import Id, ResponseId

Place = tuple[int, int, int]
"""A case of a ledger: the numbers of its telegram, its row and itself, from 0."""
Range = tuple[float, float]


@dataclass(slots=True)
class Counts:
    """What was counted so far, in lines. It grows with the campaign, not with the lines."""

    lines: int = 0
    endings: Counter[Id] = field(default_factory=Counter)
    epilogue: Counter[Id] = field(default_factory=Counter)
    happenings: Counter[Id] = field(default_factory=Counter)
    cases: Counter[Place] = field(default_factory=Counter)
    given: Counter[tuple[int, ResponseId]] = field(default_factory=Counter)
    """How many lines have a response: (number of the telegram, response)."""
    closed: Counter[tuple[int, ResponseId]] = field(default_factory=Counter)
    """How many lines find a response closed."""
    axes: list[Range] = field(default_factory=list)
    """The least and the greatest value of each axis."""
    indicators: list[Range] = field(default_factory=list)
    """The same of each indicator."""

    def add(self, walked: Walked) -> None:
        """Count one more line."""
        self.lines += 1
        self.endings[walked.ending] += 1
        self.epilogue.update(walked.epilogue)
        for turn, answer in enumerate(walked.answers):
            self.given[turn, answer.response] += 1
            self.closed.update((turn, response) for response in answer.closed)
            self.happenings.update(answer.happened)
            self.cases.update((turn, row, case) for row, case in enumerate(answer.cases))
        self.axes = _widened(self.axes, walked.axes, walked.axes)
        self.indicators = _widened(self.indicators, walked.least, walked.most)

    def joined(self, other: Counts) -> Counts:
        """Return these counts and others, such as of two readings, together."""
        return Counts(
            self.lines + other.lines,
            self.endings + other.endings,
            self.epilogue + other.epilogue,
            self.happenings + other.happenings,
            self.cases + other.cases,
            self.given + other.given,
            self.closed + other.closed,
            _together(self.axes, other.axes),
            _together(self.indicators, other.indicators),
        )


def _together(ranges: list[Range], more: list[Range]) -> list[Range]:
    return _widened(ranges, (low for low, _ in more), (high for _, high in more))


def _widened(ranges: list[Range], least: Iterable[float], most: Iterable[float]) -> list[Range]:
    found = list(zip(least, most, strict=True))
    if not ranges or not found:
        return ranges or found
    pairs = zip(ranges, found, strict=True)
    return [(min(low, less), max(high, more)) for (low, high), (less, more) in pairs]


def counted(lines: Iterable[Walked]) -> Counts:
    """Return the counts of some lines."""
    counts = Counts()
    for one in lines:
        counts.add(one)
    return counts
