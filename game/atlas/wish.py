"""What a reader wishes to see of the board."""

from __future__ import annotations

from game.atlas.answers import Answers
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a figure, both ends in it."""

    figure: int
    """The number of the figure, as `Ends` has them."""
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Wish:
    """Which strands are to be seen; what is none may be anything."""

    ending: int | None = None
    answers: tuple[int | None, ...] = ()
    """One for each telegram, or for the first few."""
    spans: tuple[Span, ...] = ()
    """At most one for each figure."""
    beside: Answers | None = None
    """A line from which they differ in one answer, or none."""

    def span(self, figure: int) -> Span | None:
        """Return the range wished of a figure, if there is one."""
        return next((one for one in self.spans if one.figure == figure), None)

    def spanned(self, figure: int, span: Span | None) -> tuple[Span, ...]:
        """Return the ranges with another one for a figure, or with none for it."""
        others = tuple(one for one in self.spans if one.figure != figure)
        return others if span is None else (*others, span)
