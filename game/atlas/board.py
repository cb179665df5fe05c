"""The board: every line as a strand, laid out so that strands near each other end alike.

Endings lie below one another, the one that stands best on top; within an ending, lines lie by how
they stand. Where only some answers are given, a strand runs at the mean of all ends that are still
open, and a little towards its own: so whatever runs side by side leads to much the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import prod

import numpy as np

from game.atlas.answers import Answers
from game.atlas.columns import Booleans, Numbers
from game.atlas.ends import Ends
from game.atlas.shading import Pattern
from game.atlas.wish import Span, Wish
from game.campaign.campaign import Axis, Campaign
from game.campaign.scenario import Wanted
from game.frozen import dataclass
from game.simulation.arrays import Floats

OWN = 0.3
"""How far a strand before its last answer lies from its fellows towards its own end."""
PARTS = 4
"""Into as many parts of equally many lines the range of a figure is divided."""
BARS = 24
"""Bars in the picture of how the lines lie on a figure."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Strands of one ending, which lie together at the end."""

    ending: int
    """The number of the ending."""
    first: float
    """Where the first one ends: 0 at the top, 1 at the foot."""
    last: float
    many: int
    """How many of those that are wished for."""


@dataclass(frozen=True, slots=True)
class Near:
    """A strand that leads to some ending with the fewest answers changed."""

    number: int
    ending: int
    turns: tuple[int, ...]
    """The telegrams answered otherwise, from 0."""
    lines: int
    """How many strands lead to that ending."""


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """All strands in their places, from the top down by their ends."""

    ends: Ends
    places: Floats
    """Where each strand lies, 0 at the top, 1 at the foot: (column, strand). The first column is
    the start; each answer has one more."""
    sizes: tuple[int, ...]
    """How many responses each telegram has."""
    codes: Numbers
    """The answers of each strand as one number, from the least."""
    order: Numbers
    """The number of the strand that has each of these codes."""
    sums: Floats
    """Of the ends of the strands, in that order: the sum of the first none, one, two and so on."""

    @property
    def strands(self) -> int:
        """Return how many there are."""
        return len(self.ends.endings)

    def answers(self, number: int) -> Answers:
        """Return the answers of a strand."""
        return tuple(self.ends.answers[number].tolist())

    def ending(self, number: int) -> int:
        """Return the number of a strand's ending."""
        return int(self.ends.endings[number])

    def value(self, figure: int, number: int) -> float:
        """Return at what value of a figure a strand ends."""
        return float(self.ends.figures[figure, number])

    def number(self, answers: Answers) -> int | None:
        """Return which strand a whole line is; none when it is not shown or cannot be played."""
        first, after = self._range(answers)
        is_whole = len(answers) == len(self.sizes)
        return int(self.order[first]) if is_whole and after > first else None

    def path(self, answers: Answers) -> tuple[float, ...]:
        """Return where a line runs, from the start as far as strands begin like it."""
        number = self.number(answers)
        if number is not None:
            return tuple(self.places[:, number].tolist())
        found = []
        for count in range(len(answers) + 1):
            first, after = self._range(answers[:count])
            if after > first:
                found.append(float(self.sums[after] - self.sums[first]) / (after - first))
        return tuple(found)

    def _range(self, answers: Answers) -> tuple[int, int]:
        """Return between which places of `codes` the strands lie that begin with some answers."""
        if any(one >= size for one, size in zip(answers, self.sizes, strict=False)):
            return 0, 0
        code = 0
        for one, size in zip(answers, self.sizes, strict=False):
            code = code * size + one
        rest = prod(self.sizes[len(answers) :])
        first, after = np.searchsorted(self.codes, (code * rest, (code + 1) * rest)).tolist()
        return first, after

    # --- figures ---

    def below(self, figure: int, value: float) -> float:
        """Return which share of the strands lies below a value of a figure; equal ones half."""
        column = self.ends.figures[figure]
        less, same = np.count_nonzero(column < value), np.count_nonzero(column == value)
        return float(less + same / 2) / len(column)

    def part(self, figure: int, number: int) -> Span:
        """Return part `number` (from 0) of the range of a figure."""
        column = np.sort(self.ends.figures[figure])
        first, last = (len(column) * one // PARTS for one in (number, number + 1))
        return Span(figure, float(column[first]), float(column[max(last - 1, first)]))

    def ranged(self, figure: int) -> Span:
        """Return the whole range of a figure."""
        column = self.ends.figures[figure]
        return Span(figure, float(column.min()), float(column.max()))

    def has(self, span: Span) -> bool:
        """Return whether any strand lies in a range."""
        column = self.ends.figures[span.figure]
        return bool(((span.low <= column) & (column <= span.high)).any())

    def bars(self, figure: int, chosen: Numbers) -> tuple[float, ...]:
        """Return how many strands lie in each of some equal pieces of a figure's range.

        Each number is a share of the fullest piece.
        """
        span = self.ranged(figure)
        width = span.high - span.low or 1.0
        shares = (self.ends.figures[figure, chosen] - span.low) / width
        counts = np.bincount(np.minimum((shares * BARS).astype(np.int64), BARS - 1), minlength=BARS)
        bars: Floats = counts / max(int(counts.max()), 1)
        return tuple(bars.tolist())

    # --- wishes ---

    def wished(self, wish: Wish) -> Pattern:
        """Return the strands that are to be seen."""
        seen = np.ones(self.strands, dtype=np.bool_)
        for turn, given in enumerate(wish.answers):
            if given is not None:
                seen &= self.ends.answers[:, turn] == given
        if wish.ending is not None:
            seen &= self.ends.endings == wish.ending
        for one in wish.spans:
            column = self.ends.figures[one.figure]
            seen &= (one.low <= column) & (column <= one.high)
        if wish.beside is not None:
            seen &= self._apart(wish.beside).sum(axis=1) <= 1
        return Pattern(self.places, np.flatnonzero(seen))

    def _apart(self, answers: Answers) -> Booleans:
        """Return at which telegrams each strand differs from a line, as far as that goes."""
        found: Booleans = self.ends.answers[:, : len(answers)] != np.array(answers, dtype=np.int8)
        return found

    def bundles(self, chosen: Numbers) -> Iterator[Bundle]:
        """Yield what some strands end in, from the top down."""
        counts = np.bincount(self.ends.endings[chosen], minlength=int(self.ends.endings.max()) + 1)
        for first, after in self._blocks():
            ending = self.ending(first)
            ends = (first + 0.5) / self.strands, (after - 0.5) / self.strands
            yield Bundle(ending, *ends, int(counts[ending]))

    def nearest(self, answers: Answers) -> tuple[Near, ...]:
        """Return for every ending the strand with the fewest answers other than a whole line's.

        The nearest come first; of two as near, the one that parts later. The line's own ending is
        not among them.
        """
        differs = self._apart(answers)
        far = differs.sum(axis=1) * (len(self.sizes) + 1) - np.argmax(differs, axis=1)
        own, found = self.number(answers), []
        for first, after in self._blocks():
            number = first + int(np.argmin(far[first:after]))
            if own is None or not first <= own < after:
                turns = tuple(np.flatnonzero(differs[number]).tolist())
                near = Near(number, self.ending(number), turns, after - first)
                found.append((int(far[number]), near))
        return tuple(near for _, near in sorted(found, key=lambda one: one[0]))

    def _blocks(self) -> list[tuple[int, int]]:
        """Return between which strands each ending lies, from the top down."""
        endings = self.ends.endings
        starts = np.flatnonzero(np.diff(endings, prepend=-1)).tolist()
        return list(pairwise([*starts, len(endings)]))


def laid(campaign: Campaign, ends: Ends) -> Board:
    """Return some lines, at least one, in their places."""
    sizes = tuple(len(one.decision.responses) for one in campaign.scenarios)
    codes = _codes(ends, sizes)
    places = _by_ends(campaign.outline.axes, ends, codes)
    rows, codes = ends.picked(places), codes[places]
    at = (np.arange(len(codes)) + 0.5) / len(codes)
    order = np.argsort(codes)
    codes = codes[order]
    sums = np.concatenate(([0.0], np.cumsum(at[order])))
    columns = np.empty((len(sizes) + 1, len(codes)))
    for count in range(len(columns)):
        middles = _middles(codes // prod(sizes[count:]), at[order])
        own = 1.0 if count == len(sizes) else OWN * count / len(sizes)
        columns[count, order] = middles + own * (at[order] - middles)
    return Board(rows, columns, sizes, codes, order, sums)


def _codes(ends: Ends, sizes: tuple[int, ...]) -> Numbers:
    codes = np.zeros(len(ends.answers), dtype=np.int64)
    for turn, size in enumerate(sizes):
        codes = codes * size + ends.answers[:, turn]
    return codes


def _by_ends(axes: tuple[Axis, ...], ends: Ends, codes: Numbers) -> Numbers:
    """Return the lines by their ends: the best ending first, and in each the best line."""
    stands = _standing(axes, ends)
    counts = np.maximum(np.bincount(ends.endings), 1)
    means = np.bincount(ends.endings, weights=stands) / counts
    order: Numbers = np.lexsort((codes, -stands, ends.endings, -means[ends.endings]))
    return order


def _standing(axes: tuple[Axis, ...], ends: Ends) -> Floats:
    """Return how well lines stand: the sum of the axes, those of which less is wanted deducted.

    Each axis is measured by its spread among the lines, so that each has its say.
    """
    signs = {Wanted.MORE: 1.0, Wanted.LESS: -1.0, Wanted.NEITHER: 0.0}
    stands = np.zeros(len(ends.endings))
    for axis, column in zip(axes, ends.figures, strict=False):
        spread = float(column.std())
        stands += signs[axis.wanted] * (column - column.mean()) / (spread or 1.0)
    return stands


def _middles(starts: Numbers, ends: Floats) -> Floats:
    """Return for each strand the mean of the ends of all that start alike, which lie together."""
    first = np.flatnonzero(np.diff(starts, prepend=-1))
    counts = np.diff(first, append=len(starts))
    means: Floats = np.repeat(np.add.reduceat(ends, first) / counts, counts)
    return means
