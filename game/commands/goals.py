"""What the project promises of its speed, held against what `bench` measured."""

from __future__ import annotations

from game.frozen import dataclass

ONE_PLAYTHROUGH = 0.005
"""Seconds."""
OVER_PYSD = 45
"""Times PySD's rate, for one playthrough without numpy."""
EVERY_LINE = 5.0
"""Seconds, on one core."""
DRAWS_OVER_PYSD = 2500
"""Times PySD's rate, for many draws of a line."""
MOST_MEMORY = 1e9
"""Bytes, for 100,000 draws of a line."""
MOST_GROWTH = 0.1
"""Of the memory of a walk, from its middle to its end."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Something measured."""

    title: str
    seconds: float
    runs: int = 1
    """Playthroughs computed in that time."""

    @property
    def rate(self) -> float:
        """Playthroughs a second."""
        return self.runs / self.seconds


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured."""

    plain: Timed
    playthrough: Timed
    lucky: Timed
    replayed: Timed
    lines: Timed
    draws: Timed
    spread: Timed
    memory_of_lines: tuple[int, int]
    """The most bytes up to the middle of the walk, and up to its end."""
    memory_of_draws: int
    pysd: Timed | None = None
    """PySD computing every quantity, if it is there."""
    pysd_few: Timed | None = None
    """PySD computing the indicators only."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise and what came of it."""

    promise: str
    measured: str
    held: bool

    def __str__(self) -> str:
        return f"{'held' if self.held else 'MISSED':8}{self.promise}: {self.measured}"


def goals(figures: Figures) -> tuple[Goal, ...]:
    """Return every promise that could be measured."""
    half, most = figures.memory_of_lines
    found = [
        _at_most("one playthrough in 5 ms", figures.replayed.seconds, ONE_PLAYTHROUGH),
        _at_most("every line in 5 s, on one core", figures.lines.seconds, EVERY_LINE),
        Goal(
            "100,000 draws of a line within 1 GB",
            f"{figures.memory_of_draws / 1e6:,.0f} MB",
            figures.memory_of_draws <= MOST_MEMORY,
        ),
        Goal(
            "memory that does not grow with the lines",
            f"{half / 1e6:,.0f} MB up to the middle of them, {most / 1e6:,.0f} MB up to the end",
            most <= half * (1 + MOST_GROWTH),
        ),
    ]
    if figures.pysd:
        found += [
            _at_least("one playthrough", figures.playthrough, figures.pysd, OVER_PYSD),
            _at_least("draws of a line", figures.draws, figures.pysd, DRAWS_OVER_PYSD),
            _at_least("draws with spread", figures.spread, figures.pysd, DRAWS_OVER_PYSD),
        ]
    return tuple(found)


def _at_most(promise: str, seconds: float, goal: float) -> Goal:
    return Goal(promise, f"{seconds * 1000:,.1f} ms", seconds <= goal)


def _at_least(what: str, ours: Timed, theirs: Timed, goal: int) -> Goal:
    times = ours.rate / theirs.rate
    return Goal(f"{what} at {goal:,} times PySD's rate", f"{times:,.0f}", times >= goal)


def told(figures: Figures) -> str:
    """Return the table of all figures."""
    rows = [figures.plain, figures.pysd, figures.pysd_few]
    rows += [figures.playthrough, figures.lucky, figures.replayed, figures.lines]
    rows += [figures.draws, figures.spread]
    half, most = figures.memory_of_lines
    return "\n".join(
        [
            f"{'':42}{'seconds':>10}{'runs a s':>12}{'x plain':>10}{'x PySD':>10}{'x few':>10}",
            *(_row(row, figures) for row in rows if row),
            f"memory of the draws: {figures.memory_of_draws / 1e6:,.0f} MB at most",
            f"memory of the lines: {most / 1e6:,.0f} MB at most, {half / 1e6:,.0f} MB half-way",
            "x few: beside PySD asked for the indicators only",
        ]
    )


def _row(one: Timed, figures: Figures) -> str:
    beside = (figures.plain, figures.pysd, figures.pysd_few)
    ratios = "".join(f"{one.rate / other.rate:>10,.1f}" for other in beside if other)
    return f"{one.title:42}{one.seconds:10.5f}{one.rate:12,.1f}{ratios}"
