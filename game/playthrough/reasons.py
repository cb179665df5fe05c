"""What a quantity hangs on in the model, and how that moved over some months."""

from __future__ import annotations

from game.campaign.model import Equation, Model, Order, Parameter, Series, ShownAs, Stock
from game.campaign.words import Grade, QuantityId, SourceId
from game.frozen import dataclass
from game.simulation.course import Course, Window
from game.simulation.resolve import parameters_of


@dataclass(frozen=True, slots=True)
class Rule:
    """The sentence of history behind a quantity."""

    title: str
    because: str
    grade: Grade | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A quantity that another hangs on: its value at the start and at the end."""

    quantity: QuantityId
    title: str
    start: float
    end: float
    shown_as: ShownAs
    because: str
    grade: Grade | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of the player's that a quantity hangs on: its sum over the months."""

    title: str
    total: float
    unit: str
    meaning: str
    order: str
    """Its name in the model."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """A number the model takes as given."""

    meaning: str
    value: float
    low: float
    high: float
    unit: str
    grade: Grade
    sources: tuple[SourceId, ...]


Cause = Moved | Ordered | Assumed


def rule_of(model: Model, quantity: str) -> Rule:
    """Return the sentence behind a quantity."""
    one = _things(model)[quantity]
    match one:
        case Equation() | Stock():
            return Rule(one.title, one.because, one.grade, one.sources)
        case Series():
            return Rule(one.title, "It is read from the record; no answer changes it.", None, ())
        case Order() | Parameter():
            return Rule(str(one.id), one.meaning, None, ())


def named_by(model: Model, quantity: str) -> tuple[str, ...]:
    """Return what the formula of a quantity names, itself and parameters included."""
    match _things(model)[quantity]:
        case Equation(equals=formula) | Stock(change=formula):
            return tuple(formula.names)
        case _:
            return ()


def causes(
    model: Model, course: Course, window: Window, quantity: str, reading: str
) -> tuple[Cause, ...]:
    """Return what a quantity hangs on directly: orders first, then what moved, then assumptions.

    Assumptions are given as `reading` sees them.
    """
    things = _things(model)
    assumed = parameters_of(model, reading)
    names = [name for name in named_by(model, quantity) if name != quantity]
    found = [_cause(things[name], course, window, assumed) for name in names]
    kinds = (Ordered, Moved, Assumed)
    return tuple(sorted(filter(_counts, found), key=lambda cause: kinds.index(type(cause))))


def _counts(cause: Cause) -> bool:
    """An order that was not given is no reason."""
    return not isinstance(cause, Ordered) or cause.total != 0


def _cause(
    one: Equation | Stock | Series | Order | Parameter,
    course: Course,
    window: Window,
    assumed: dict[str, float],
) -> Cause:
    match one:
        case Order():
            months = range(window.last.since(window.first))
            total = sum(course.at(window.first.plus(n), one.id) for n in months)
            return Ordered(one.title, total, one.unit, one.meaning, str(one.id))
        case Parameter():
            value = assumed[str(one.id)]
            return Assumed(one.meaning, value, one.low, one.high, one.unit, one.grade, one.sources)
        case Equation() | Stock() | Series():
            because = "" if isinstance(one, Series) else str(one.because)
            grade = None if isinstance(one, Series) else one.grade
            sources = () if isinstance(one, Series) else one.sources
            start, end = course.at(window.first, one.id), course.at(window.last, one.id)
            return Moved(one.id, one.title, start, end, one.shown_as, because, grade, sources)


def _things(model: Model) -> dict[str, Equation | Stock | Series | Order | Parameter]:
    groups = (model.equations, model.stocks, model.series, model.orders, model.parameters)
    return {str(one.id): one for group in groups for one in group}
