"""The model of a campaign as data: stocks, equations, series, parameters, orders, readings.

Whoever knows stock-and-flow tools should feel at home. A step is one month. In each month the
series and orders are read first, then the equations in the order they need one another, then every
stock moves by its `change` to the next month.
"""

from __future__ import annotations

from enum import StrEnum

from game.campaign.formula import Formula
from game.campaign.words import (
    Grade,
    Id,
    Month,
    OrderId,
    ParameterId,
    Prose,
    QuantityId,
    SourceId,
)
from game.frozen import dataclass


class ShownAs(StrEnum):
    """How a number is written for the player."""

    POINTS = "points"
    """A whole number, as on a scale of 0 to 100."""
    COUNT = "count"
    """A whole number with separators; large ones rounded to three figures."""
    MILLIONS = "millions"
    """Millions, with one decimal below ten."""
    PERCENT = "percent"
    """A share of one, written in per cent."""
    ONE_DECIMAL = "one-decimal"
    """A number with one decimal."""


class Between(StrEnum):
    """What holds between two points of a series."""

    LINEAR = "linear"
    """The value moves evenly from one point to the next."""
    STEP = "step"
    """The value stays until the next point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number the model takes as given, with the range in which honest people may differ."""

    id: ParameterId
    value: float
    """What is used under the default reading."""
    unit: str
    """The unit, one of the model's `units`."""
    low: float
    """The lowest value that can be defended."""
    high: float
    """The highest value that can be defended."""
    meaning: Prose
    """What the number stands for, in one sentence."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    fitted: bool = False
    """Whether it was set so that the model meets the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of the record."""

    month: Month
    """The month it stands for."""
    value: float
    """The best figure."""
    low: float
    """The lowest figure that rival sources allow."""
    high: float
    """The highest."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    use: bool = True
    """Whether the model is held against it; rival figures are kept with `false`."""
    note: Prose | None = None
    """What the figure counts, or why another is not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A quantity the player cannot change: it is read from the record."""

    id: QuantityId
    title: Prose
    """A few words for charts and reasons."""
    unit: str
    """The unit, one of the model's `units`."""
    shown_as: ShownAs = ShownAs.COUNT
    between: Between = Between.LINEAR
    quiet: float | None = None
    """For `why`: its value where nothing happens, such as 0 of what is done month by month. A
    condition has none: it counts as quiet where it stays as it is."""
    points: tuple[Point, ...]
    """In the order of time; before the first and after the last the nearest one holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Something a response may set in motion, with a size, a start and a duration."""

    id: OrderId
    title: Prose
    """A few words for reasons."""
    unit: str
    """The unit of its size, one of the model's `units`."""
    meaning: Prose
    """What a size of one means, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """A quantity that follows from others in the same month."""

    id: QuantityId
    title: Prose
    """A few words for charts and reasons."""
    unit: str
    """The unit, one of the model's `units`."""
    shown_as: ShownAs = ShownAs.COUNT
    equals: Formula
    """The value, of quantities, parameters and numbers."""
    because: Prose
    """The sentence of history that the formula encodes."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A quantity that remembers: it starts somewhere and moves by `change` each month."""

    id: QuantityId
    title: Prose
    """A few words for charts and reasons."""
    unit: str
    """The unit, one of the model's `units`."""
    shown_as: ShownAs = ShownAs.COUNT
    starts: Formula
    """The value in the first month, of parameters and numbers only."""
    change: Formula
    """What is added from one month to the next."""
    because: Prose
    """The sentence of history that the formula encodes."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Documented figures of a quantity that the model computes, to hold it against."""

    id: QuantityId
    unit: str
    """The unit, one of the model's `units`."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A part of the model that is told on its own, as modelling tools draw it in a frame."""

    id: Id
    title: Prose
    """A few words."""
    text: Prose
    """What this part claims, for someone who reads no formulas."""
    quantities: tuple[QuantityId, ...]
    """The series, equations and stocks that belong to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A parameter as one reading sees it."""

    id: ParameterId
    value: float
    """What the reading uses instead."""
    because: Prose
    """Why the reading holds this, in one sentence."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A named set of assumptions about what is disputed."""

    id: Id
    title: Prose
    """Two or three words."""
    text: Prose
    """Who sees it so, and what follows, in two sentences."""
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """Everything the simulation computes, in one file.

    Two models are equal only if they are the same one (`eq=False`): comparing them part by part
    would cost more than running them.
    """

    first: Month
    """The first month computed."""
    last: Month
    """The last month computed."""
    units: tuple[str, ...]
    """Every unit used, so that a slip of the pen is found."""
    parameters: tuple[Parameter, ...]
    series: tuple[Series, ...]
    orders: tuple[Order, ...]
    equations: tuple[Equation, ...]
    stocks: tuple[Stock, ...]
    record: tuple[Record, ...] = ()
    sectors: tuple[Sector, ...] = ()
    """For the page about the model; if there are any, every quantity belongs to one."""
    readings: tuple[Reading, ...]
    """The first one is the default."""
