"""What a diagram shows, with every number already in words: nothing here knows where it is drawn.

Each diagram tells itself in words (`alt`). It is made of the very parts that are drawn, so that
nothing is seen that is not told.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, isfinite, log10

from game.frozen import dataclass

Point = tuple[float, float]
MOST = 1e300
"""Numbers beyond this are drawn as this: their differences must stay finite."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what is written there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from low to high. `low` lies below `high`, and both are finite."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """Return where a value lies, from 0 to 1; what lies beyond an end lies on it."""
        return min(max((value / 2 - self.low / 2) / (self.high / 2 - self.low / 2), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points. What is no number breaks the line."""

    name: str
    points: tuple[Point, ...]
    told: str
    """How it runs, in words."""
    ghost: bool = False
    """Whether it is the documented path, which runs along in dashes."""
    dash: float = 4.0
    """How long the dashes are: by it several lines are told from one another."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where most draws lie."""

    name: str
    lower: tuple[Point, ...]
    upper: tuple[Point, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure of the record with its range."""

    at: Point
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class Curves:
    """How a figure ran over the months."""

    title: str
    unit: str
    """What the upright axis counts."""
    across: Axis
    up: Axis
    curves: tuple[Curve, ...]
    bands: tuple[Band, ...] = ()
    dots: tuple[Dot, ...] = ()
    dots_name: str = "the record, with its range"
    events: tuple[Tick, ...] = ()
    """Upright lines with a word above them."""

    @property
    def alt(self) -> str:
        """Return the whole diagram in words."""
        parts = [f"{self.title}. The upright axis counts: {self.unit}."]
        named: tuple[Curve | Band, ...] = (*self.curves, *self.bands)
        parts += [f"{one.name}: {one.told}." for one in named]
        if self.dots:
            parts.append(f"{self.dots_name}: {'; '.join(one.told for one in self.dots)}.")
        return " ".join(map(_begun, parts))


@dataclass(frozen=True, slots=True)
class Bar:
    """A value on a scale of its own, with history as a tick."""

    name: str
    value: str
    share: float
    """From 0 to 1."""
    ghost: str = ""
    """The value of the documented path, in words; empty where there is none."""
    ghost_share: float | None = None
    worse: bool = False
    """Whether it stands worse than history: such a bar is notched."""
    spread: tuple[float, float] | None = None
    """Where most draws lie, as shares."""
    spread_told: str = ""

    @property
    def told(self) -> str:
        """Return the bar in words."""
        more = [
            f"history {self.ghost}" if self.ghost else "",
            "worse than history" if self.worse else "",
            self.spread_told,
        ]
        return "; ".join(one for one in (f"{self.name}: {self.value}", *more) if one)


@dataclass(frozen=True, slots=True)
class Bars:
    """Some values, one below the other."""

    title: str
    rows: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """Return the whole diagram in words."""
        return " ".join([f"{self.title}.", *(f"{one.told}." for one in self.rows)])


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a graph."""

    id: str
    layer: int
    """Its column, counted from the left."""
    kind: str
    """The small words: what it is."""
    name: str
    """The large ones."""
    amount: str = ""
    own: bool = False
    """Whether it is the reader's own doing."""

    @property
    def told(self) -> str:
        """Return the box in words."""
        return ", ".join(one for one in (self.kind, self.name, self.amount) if one)


@dataclass(frozen=True, slots=True)
class Arrow:
    """What flows from one box to another."""

    source: str
    target: str
    amount: float
    told: str
    """By how much it moved the figure, in words."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes from causes at the left to what they moved at the right."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    """Each between two of the boxes."""

    @property
    def alt(self) -> str:
        """Return the whole diagram in words."""
        told = {one.id: one.told for one in self.boxes}
        parts = [f"{self.title}."]
        parts += [f"{told[one.source]} → {told[one.target]}: {one.told}." for one in self.arrows]
        joined = {end for one in self.arrows for end in (one.source, one.target)}
        parts += [f"{one.told}." for one in self.boxes if one.id not in joined]
        return " ".join(parts)


Diagram = Curves | Bars | Graph


def _begun(text: str) -> str:
    """Return a sentence with its first letter as it begins one."""
    return text[:1].upper() + text[1:]


def axis(values: tuple[float, ...], written: Callable[[float], str], count: int = 4) -> Axis:
    """Return a scale that holds all finite values, with round ticks, some `count` of them.

    Args:
        values: what is to lie on it; with none the scale goes from 0 to 1.
        written: how a number is written.
        count: about how many steps there are between ticks.
    """
    known = [min(max(one, -MOST), MOST) for one in values if isfinite(one)] or [0.0, 1.0]
    low, high = min(known), max(known)
    if low == high:
        reach = max(abs(low) / 2, 1.0)
        low, high = low - reach, high + reach
    step = _round_step((high / count) - (low / count))
    first, last = floor(low / step), -floor(-high / step)
    ticks = tuple(Tick(number * step, written(number * step)) for number in range(first, last + 1))
    return Axis(first * step, last * step, ticks)


def _round_step(least: float) -> float:
    """Return 1, 2 or 5 times a power of ten, `least` or somewhat more."""
    power = float(f"1e{floor(log10(least))}")
    return next(times * power for times in (1.0, 2.0, 5.0, 10.0) if times * power >= least * 0.999)
