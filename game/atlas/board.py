"""The board: every line as a strand, laid out so that strands near each other end alike.

Endings lie below one another, the one that stands best on top; within an ending, lines lie by how
they stand. Where only some answers are given, a strand runs at the mean of all ends that are still
open, and a little towards its own: so whatever runs side by side leads to much the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.campaign.campaign import Axis, Campaign
from game.campaign.scenario import Wanted
from game.campaign.words import ResponseId

if TYPE_CHECKING:
    from game.atlas.walk import Walked

MOST = 50_000
"""Strands of a board; of more lines every second is left out, or every fourth, and so on."""
OWN = 0.3
"""How far a strand before its last answer lies from its fellows towards its own end."""
OFTEN = 500
"""Lines between two words on how far it is."""
PARTS = 4
"""Into as many parts of equally many lines the range of an axis is divided."""

Answers = tuple[int, ...]
"""The number of each response, from 0."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One line."""

    answers: Answers
    ending: int
    """The number of its ending."""
    axes: tuple[float, ...]
    """The value of each axis, in the campaign's order."""


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """All strands in their places."""

    strands: tuple[Strand, ...]
    """By their ends, from the top down."""
    places: tuple[tuple[float, ...], ...]
    """For each column, where each strand lies: 0 at the top, 1 at the foot. The first is the start;
    each answer has one more."""
    middles: Mapping[Answers, float]
    """The mean of the ends of all strands that begin with some answers."""
    columns: tuple[tuple[float, ...], ...]
    """The values of each axis, from the least."""
    lines: int
    """How many lines there are; more than strands when only some are shown."""

    def number(self, answers: Answers) -> int | None:
        """Return which strand a whole line is; none when it is not shown or cannot be played."""
        middle = self.middles.get(answers)
        if middle is None or len(answers) + 1 < len(self.places):
            return None
        return int(middle * len(self.strands))

    def path(self, answers: Answers) -> tuple[float, ...]:
        """Return where a line runs, from the start as far as strands begin like it."""
        number = self.number(answers)
        if number is not None:
            return tuple(column[number] for column in self.places)
        starts = (answers[:count] for count in range(len(answers) + 1))
        return tuple(self.middles[one] for one in starts if one in self.middles)

    def below(self, axis: int, value: float) -> float:
        """Return which share of the lines lies below a value on an axis; equal ones count half."""
        column = self.columns[axis]
        return (bisect_left(column, value) + bisect_right(column, value)) / (2 * len(column))

    def part(self, axis: int, number: int) -> tuple[float, float]:
        """Return the least and the greatest value of part `number` (from 0) of an axis."""
        column = self.columns[axis]
        first, last = (len(column) * one // PARTS for one in (number, number + 1))
        return column[first], column[max(last - 1, first)]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which strands are to be seen; what is none may be anything."""

    ending: int | None = None
    answers: tuple[int | None, ...] = ()
    """One for each telegram, or for the first few."""
    parts: tuple[int | None, ...] = ()
    """For each axis the part of its range, or for the first few."""
    beside: Answers | None = None
    """A line from which they differ in one answer, or none."""


def gathered(
    campaign: Campaign,
    walked: Iterable[Walked],
    watch: Callable[[float], None],
    most: int = MOST,
) -> tuple[tuple[Strand, ...], int]:
    """Return the strands of a walk, evenly thinned to `most` at most, and how many lines it had.

    `watch` is told now and then which part of all lines is done.
    """
    numbers = [
        {one.id: number for number, one in enumerate(scenario.decision.responses)}
        for scenario in campaign.scenarios
    ]
    endings = {one.id: number for number, one in enumerate(campaign.outline.endings)}
    kept: list[Strand] = []
    step, lines = 1, 0
    for lines, one in enumerate(walked, 1):
        if (lines - 1) % step == 0 and len(kept) == most:
            kept, step = kept[::2], 2 * step
        if (lines - 1) % step == 0:
            answers = tuple(found[given] for found, given in zip(numbers, one.line, strict=True))
            kept.append(Strand(answers, endings[one.ending], one.axes))
        if lines % OFTEN == 0:
            watch(before(campaign, numbers_of(campaign, one.line)))
    return tuple(kept), lines


def laid(axes: Sequence[Axis], strands: Iterable[Strand], lines: int) -> Board:
    """Return some strands, at least one, in their places."""
    rows = _ordered(axes, tuple(strands))
    ends = [(number + 0.5) / len(rows) for number in range(len(rows))]
    middles = _middles(rows, ends)
    last = len(rows[0].answers)
    places = []
    for count in range(last + 1):
        own = 1.0 if count == last else OWN * count / last
        column = []
        for row, end in zip(rows, ends, strict=True):
            middle = middles[row.answers[:count]]
            column.append(middle + own * (end - middle))
        places.append(tuple(column))
    values = zip(*(row.axes for row in rows), strict=True)
    return Board(rows, tuple(places), middles, tuple(tuple(sorted(one)) for one in values), lines)


def _ordered(axes: Sequence[Axis], strands: tuple[Strand, ...]) -> tuple[Strand, ...]:
    """Return strands by their ends: the best ending first, and in each the best line."""
    stands = [_standing(axes, one) for one in strands]
    of_ending: dict[int, list[float]] = {}
    for one, stand in zip(strands, stands, strict=True):
        of_ending.setdefault(one.ending, []).append(stand)
    means = {ending: sum(some) / len(some) for ending, some in of_ending.items()}
    keyed = (
        (-means[one.ending], one.ending, -stand, one.answers, one)
        for one, stand in zip(strands, stands, strict=True)
    )
    return tuple(one for *_, one in sorted(keyed, key=lambda row: row[:4]))


def _standing(axes: Sequence[Axis], strand: Strand) -> float:
    """Return how well a line stands: shares of the axes, those of which less is wanted deducted."""
    signs = {Wanted.MORE: 1.0, Wanted.LESS: -1.0, Wanted.NEITHER: 0.0}
    shares = (
        signs[axis.wanted] * (value - axis.low) / (axis.high - axis.low)
        for axis, value in zip(axes, strand.axes, strict=True)
    )
    return sum(shares)


def _middles(rows: Sequence[Strand], ends: Sequence[float]) -> dict[Answers, float]:
    """Return the mean of the ends that each beginning of a line can come to."""
    sums: dict[Answers, float] = {}
    counts: dict[Answers, int] = {}
    for row, end in zip(rows, ends, strict=True):
        for count in range(len(row.answers) + 1):
            start = row.answers[:count]
            sums[start] = sums.get(start, 0.0) + end
            counts[start] = counts.get(start, 0) + 1
    return {start: total / counts[start] for start, total in sums.items()}


def wished(board: Board, wish: Wish) -> tuple[int, ...]:
    """Return the numbers of the strands that are to be seen, from the top down."""
    answers = [(turn, one) for turn, one in enumerate(wish.answers) if one is not None]
    ranges = [
        (axis, *board.part(axis, one)) for axis, one in enumerate(wish.parts) if one is not None
    ]
    return tuple(
        number
        for number, strand in enumerate(board.strands)
        if wish.ending in (None, strand.ending)
        and all(strand.answers[turn] == one for turn, one in answers)
        and all(low <= strand.axes[axis] <= high for axis, low, high in ranges)
        and (wish.beside is None or apart(strand.answers, wish.beside) <= 1)
    )


def apart(one: Answers, other: Answers) -> int:
    """Return in how many answers two lines differ, as far as both go."""
    return sum(left != right for left, right in zip(one, other, strict=False))


def numbers_of(campaign: Campaign, line: Sequence[ResponseId]) -> Answers:
    """Return a line's answers as the numbers of its responses."""
    return tuple(
        [one.id for one in scenario.decision.responses].index(given)
        for scenario, given in zip(campaign.scenarios, line, strict=False)
    )


def before(campaign: Campaign, answers: Answers) -> float:
    """Return which part of all lines, open or not, comes before one in a walk."""
    part, width = 0.0, 1.0
    for scenario, number in zip(campaign.scenarios, answers, strict=False):
        width /= len(scenario.decision.responses)
        part += number * width
    return part


def line_of(campaign: Campaign, answers: Answers) -> tuple[ResponseId, ...]:
    """Return the responses of a line by their numbers."""
    return tuple(
        scenario.decision.responses[number].id
        for scenario, number in zip(campaign.scenarios, answers, strict=False)
    )
