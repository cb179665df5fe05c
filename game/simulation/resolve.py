"""The rules are one function: from a state, over some months, to the values and the next state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import isfinite

from game.campaign.model import Between, Model, Series
from game.campaign.scenario import Command
from game.campaign.words import Month
from game.digests import blake2b
from game.frozen import dataclass
from game.simulation.arithmetic import NoValueError
from game.simulation.chance import Luck
from game.simulation.course import Course
from game.simulation.program import Program, compiled


class UnknownReadingError(ValueError):
    """A reading that the model does not have."""


@dataclass(frozen=True, slots=True)
class Active:
    """A command under way: its order's column, its first month and the first one without it."""

    order: int
    first: Month
    end: Month
    size: float


@dataclass(frozen=True, slots=True)
class State:
    """All that the coming months depend on."""

    month: Month
    stocks: tuple[float, ...]
    """In the model's order."""
    active: tuple[Active, ...] = ()
    """The commands under way, or still to come."""

    def fingerprint(self) -> str:
        """Return a short hash, the same on every machine for the same state."""
        words = [str(self.month), *(f"{value + 0.0:.9g}" for value in self.stocks)]
        words += [f"{one.order} {one.first} {one.end} {one.size:.9g}" for one in self.active]
        return blake2b(" ".join(words).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """A model under one reading, ready to run."""

    model: Model
    program: Program[float]
    parameters: tuple[float, ...]
    series: tuple[tuple[float, ...], ...]
    """One row a month from the model's first month on."""
    names: dict[str, int]

    def begin(self) -> State:
        """Return the state of the first month."""
        known = {str(p.id): v for p, v in zip(self.model.parameters, self.parameters, strict=True)}
        return State(self.model.first, self.program.first(known))


def parameters_of(model: Model, reading: str) -> dict[str, float]:
    """Return the parameters of a model as a reading sees them.

    Raises:
        UnknownReadingError: when the model has no such reading.
    """
    for one in model.readings:
        if one.id == reading:
            changed = {str(override.id): override.value for override in one.overrides}
            return {str(given.id): given.value for given in model.parameters} | changed
    message = f"no reading {reading!r}; it has: {', '.join(one.id for one in model.readings)}"
    raise UnknownReadingError(message)


@lru_cache(maxsize=16)
def machine(model: Model, reading: str) -> Machine:
    """Return `model` as `reading` sees it, ready to run.

    Raises:
        UnknownReadingError: when the model has no such reading.
    """
    parameters = tuple(parameters_of(model, reading).values())
    program = compiled(model)
    names = {name: column for column, name in enumerate(program.names)}
    return Machine(model, program, parameters, _table(model), names)


@lru_cache(maxsize=8)
def _table(model: Model) -> tuple[tuple[float, ...], ...]:
    """Return the outside series of a model: one row a month."""
    count = model.last.since(model.first) + 1
    curves = [_curve(one, model.first, count) for one in model.series]
    return tuple(zip(*curves, strict=True)) if curves else ((),) * count


def _curve(series: Series, first: Month, count: int) -> list[float]:
    """Return the values of an outside series in so many months; beyond its ends the nearest one."""
    used = [(point.month.since(first), point.value) for point in series.points if point.use]
    curve = [used[0][1]] * count
    for (here, value), (after, later) in pairwise(used):
        slope = 0.0 if series.between is Between.STEP else later - value
        for month in range(max(here, 0), min(after, count)):
            curve[month] = value + (month - here) / (after - here) * slope
    for month in range(max(used[-1][0], 0), count):
        curve[month] = used[-1][1]
    return curve


def ordered(machine: Machine, state: State, commands: tuple[Command, ...]) -> State:
    """Return `state` with `commands` given in its month."""
    columns = {order.id: column for column, order in enumerate(machine.model.orders)}
    given = tuple(
        Active(
            columns[one.order],
            state.month.plus(one.after),
            state.month.plus(one.after + one.months),
            one.size,
        )
        for one in commands
    )
    return replace(state, active=state.active + given)


def resolve(machine: Machine, state: State, until: Month, luck: Luck) -> tuple[Course, State]:
    """Run the months from the state's up to, and without, `until`.

    Raises:
        NoValueError: when a formula has no value, or one that is not finite.
    """
    start, end = (month.since(machine.model.first) for month in (state.month, until))
    orders = sizes_of(machine, state.active)
    run = machine.program.month
    lucky = [(getattr(luck, kind), key) for kind, key in machine.program.lucky]
    rows, stocks = [], state.stocks
    for number in range(start, end):
        draws = [draw(key, number) for draw, key in lucky]
        try:
            values, stocks = run(
                stocks, machine.series[number], orders(number), machine.parameters, draws
            )
        except (ArithmeticError, ValueError) as error:
            raise nowhere(machine.model.first.plus(number), str(error)) from error
        rows.append(values)
    if not all(map(isfinite, (*stocks, *(rows[-1] if rows else ())))):
        raise nowhere(until, "it grows beyond every bound")
    month = max(state.month, until)
    active = tuple(one for one in state.active if one.end > month)
    return Course(machine.names, state.month, tuple(rows)), State(month, stocks, active)


def nowhere(month: Month, why: str) -> NoValueError:
    """Return the error of a month in which the model has no value."""
    return NoValueError(f"the model has no value in {month}: {why}")


def sizes_of(machine: Machine, active: tuple[Active, ...]) -> Callable[[int], tuple[float, ...]]:
    """Return a function from a month, counted from the model's first, to each order's size."""
    first = machine.model.first
    spans = [(one.first.since(first), one.end.since(first), one.order, one.size) for one in active]
    none = (0.0,) * len(machine.model.orders)

    def sizes(month: int) -> tuple[float, ...]:
        given = [(order, size) for start, end, order, size in spans if start <= month < end]
        if not given:
            return none
        total = list(none)
        for order, size in given:
            total[order] += size
        return tuple(total)

    return sizes
