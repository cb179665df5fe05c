"""Find the formula that has no value, when a model does not run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from game.campaign.formula import Formula
from game.campaign.model import Model
from game.campaign.words import Month
from game.frozen import dataclass
from game.simulation.arithmetic import NoValueError, value_of
from game.simulation.chance import Luck
from game.simulation.program import order_of
from game.simulation.resolve import Machine, State, machine, resolve


@dataclass(frozen=True, slots=True)
class Fault:
    """A formula without a value."""

    path: str
    """Its key path in the campaign."""
    what: str


def fault_of(model: Model, reading: str) -> Fault | None:
    """Return the first formula that has no finite value when no order is given, if there is one."""
    engine = machine(model, reading)
    try:
        state = engine.begin()
    except (ArithmeticError, ValueError):
        return _starting_fault(engine)
    return _running_fault(engine, state) if _is_finite(state.stocks) else _starting_fault(engine)


def _starting_fault(engine: Machine) -> Fault | None:
    """Return the first stock that has no finite value at the start."""
    known = dict(
        zip((str(one.id) for one in engine.model.parameters), engine.parameters, strict=True)
    )
    stocks = engine.model.stocks
    starts = [(f"model.stocks.{one.id}.starts", str(one.id), one.starts) for one in stocks]
    return _first_fault(starts, known, "at the start")


def _running_fault(engine: Machine, state: State) -> Fault | None:
    """Run all months at once; only when that fails, look for the month that has no value."""
    if _after(engine, state, engine.model.last.plus(1)) is not None:
        return None
    while later := _after(engine, state, state.month.plus(1)):
        state = later
    return _culprit(engine, state.stocks, state.month)


def _after(engine: Machine, state: State, until: Month) -> State | None:
    """Return the state after some months, or none when a value in them is not finite."""
    try:
        course, later = resolve(engine, state, until, Luck(1, on=False))
    except (ArithmeticError, ValueError):
        return None
    return later if all(map(_is_finite, (*course.rows, later.stocks))) else None


def _is_finite(row: tuple[float, ...]) -> bool:
    """Return whether all values are; their sum, which takes less time, nearly always tells."""
    return math.isfinite(sum(row)) or all(map(math.isfinite, row))


def _culprit(engine: Machine, stocks: tuple[float, ...], month: Month) -> Fault:
    """Compute a month formula by formula until one fails."""
    model, number = engine.model, month.since(engine.model.first)
    known = dict(zip((str(one.id) for one in model.parameters), engine.parameters, strict=True))
    known |= dict(zip(engine.program.stocks, stocks, strict=True))
    known |= {str(one.id): v for one, v in zip(model.series, engine.series[number], strict=True)}
    known |= {str(one.id): 0.0 for one in model.orders}
    fault = _first_fault(_formulas(model), known, f"in {month}")
    return fault or Fault("model.stocks", f"in {month}: a stock grows beyond every bound")


def _formulas(model: Model) -> Iterator[tuple[str, str, Formula]]:
    """Yield the formulas of a month as they are computed: (key path, name, formula)."""
    for one in order_of(model):
        yield f"model.equations.{one.id}.equals", str(one.id), one.equals
    for stock in model.stocks:
        yield f"model.stocks.{stock.id}.change", f"next {stock.id}", stock.change


def _first_fault(
    formulas: Iterable[tuple[str, str, Formula]], known: dict[str, float], when: str
) -> Fault | None:
    """Return the first formula without a finite value; `known` takes up the others' values."""
    for path, name, formula in formulas:
        try:
            known[name] = value_of(formula, known.__getitem__)
        except NoValueError as error:
            return Fault(path, f"{when}: {error}")
        if not math.isfinite(known[name]):
            return Fault(path, f"{when}: {formula.text!r} grows beyond every bound")
    return None
