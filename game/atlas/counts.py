"""Counts over walked lines: how many lead to each ending, meet each dispatch, read each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from game.atlas.batch import Answered
from game.atlas.walk import Walked
from game.campaign.words import Id, ResponseId

K = TypeVar("K")
Place = tuple[int, int, int]
"""A case of a ledger: the numbers of its telegram, its row and itself, from 0."""
Range = tuple[float, float]


@dataclass(slots=True)
class Counts:
    """What was counted so far, in lines. It grows with what answers lead to, not with the lines."""

    lines: int = 0
    endings: Counter[Id] = field(default_factory=Counter)
    epilogue: Counter[Id] = field(default_factory=Counter)
    answers: Counter[tuple[int, Answered]] = field(default_factory=Counter)
    """How many lines have an answer with all that followed: (number of the telegram, answer)."""
    axes: list[Range] = field(default_factory=list)
    """The least and the greatest value of each axis."""
    indicators: list[Range] = field(default_factory=list)
    """The same of each indicator."""

    @property
    def given(self) -> Counter[tuple[int, ResponseId]]:
        """How many lines have a response: (number of the telegram, response)."""
        return self._answers_by(lambda turn, one: [(turn, one.response)])

    @property
    def closed(self) -> Counter[tuple[int, ResponseId]]:
        """How many lines find a response closed."""
        return self._answers_by(lambda turn, one: [(turn, shut) for shut in one.closed])

    @property
    def happenings(self) -> Counter[Id]:
        """How many lines meet a dispatch."""
        return self._answers_by(lambda _, one: one.happened)

    @property
    def cases(self) -> Counter[Place]:
        """How many lines read a case of a ledger."""
        return self._answers_by(
            lambda turn, one: [(turn, row, case) for row, case in enumerate(one.cases)]
        )

    def _answers_by(self, found: Callable[[int, Answered], Iterable[K]]) -> Counter[K]:
        """Return how many lines have each thing that is found in an answer."""
        sums: Counter[K] = Counter()
        for (turn, answer), lines in self.answers.items():
            for one in found(turn, answer):
                sums[one] += lines
        return sums

    def add(self, walked: Walked) -> None:
        """Count one more line."""
        self.lines += 1
        self.endings[walked.ending] += 1
        self.epilogue.update(walked.epilogue)
        self.answers.update(enumerate(walked.answers))
        self.axes = _widened(self.axes, walked.axes, walked.axes)
        self.indicators = _widened(self.indicators, walked.least, walked.most)

    def joined(self, other: Counts) -> Counts:
        """Return these counts and others, such as of two readings, together."""
        return Counts(
            self.lines + other.lines,
            self.endings + other.endings,
            self.epilogue + other.epilogue,
            self.answers + other.answers,
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
