"""What holds inside a model: units, ranges, names, the order of time, and that it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.campaign.campaign import Axis, Indicator
from game.campaign.model import (
    Equation,
    Model,
    Order,
    Parameter,
    Point,
    Record,
    Series,
    Stock,
)
from game.campaign.scenario import Command, Scenario
from game.scenarios import catalogue
from game.scenarios.bounds import LONGEST_MODEL
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem
from game.scenarios.scalars import last, listed, near
from game.simulation.faults import fault_of
from game.simulation.program import CircularEquationsError, order_of

GROUPS = ("parameters", "series", "orders", "equations", "stocks")
"""The lists of a model that share one space of names."""


def model_problems(findings: Findings) -> Iterator[Problem]:
    """Yield every problem of the model, as far as it could be read."""
    yield from _twice(findings)
    yield from _units(findings)
    yield from _ranges(findings)
    yield from _points(findings)
    yield from _records(findings)
    yield from _late(findings)
    model = findings.one(Model)
    if model is not None:
        yield from _span(findings, model)
        yield from _unused(findings, model)
        yield from _sectors(findings, model)


def run_problems(findings: Findings, model: Model) -> Iterator[Problem]:
    """Run a model that has no other problem; what has no value is one where it is written."""
    try:
        order_of(model)
    except CircularEquationsError as error:
        path = f"model.equations.{error.ring[0]}"
        yield findings.say(catalogue.CIRCLE, path, ring=" -> ".join(error.ring))
        return
    for reading in model.readings:
        fault = fault_of(model, reading.id)
        if fault:
            yield findings.say(catalogue.NO_VALUE, fault.path, what=fault.what)
            return


def _twice(findings: Findings) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for group in GROUPS:
        for name in findings.lists.get(f"model.{group}", ()):
            path = f"model.{group}.{name}"
            if name in seen:
                other = findings.mark(seen[name])
                yield findings.say(catalogue.TWICE, path, name=name, other=other)
            seen.setdefault(name, path)


def _units(findings: Findings) -> Iterator[Problem]:
    model = findings.one(Model)
    if model is None:
        return
    for path, part in findings.parts_of(Parameter, Series, Order, Equation, Stock, Record):
        if part.unit not in model.units:
            words = {"known": listed(model.units), "meant": near(part.unit, model.units)}
            yield findings.say(catalogue.UNIT, f"{path}.unit", unit=part.unit, **words)


def _ranges(findings: Findings) -> Iterator[Problem]:
    for path, part in findings.parts_of(Parameter, Point):
        if not part.low <= part.value <= part.high:
            words = {"value": f"{part.value:g}", "low": f"{part.low:g}", "high": f"{part.high:g}"}
            yield findings.say(catalogue.RANGE, f"{path}.value", **words)
    for path, part in findings.parts_of(Indicator, Axis):
        if not part.low < part.high:
            words = {"name": last(path), "low": f"{part.low:g}", "high": f"{part.high:g}"}
            yield findings.say(catalogue.BACKWARDS, f"{path}.high", **words)


def _points(findings: Findings) -> Iterator[Problem]:
    for path, series in findings.parts_of(Series):
        months = [point.month for point in series.points if point.use]
        if series.points and not months:
            words = {"name": "points with `use`", "count": 0, "fewest": 1, "more": 1}
            yield findings.say(catalogue.TOO_FEW, f"{path}.points", **words)
        if months != sorted(set(months)):
            yield findings.say(catalogue.ORDER_OF_TIME, f"{path}.points")


def _records(findings: Findings) -> Iterator[Problem]:
    """The record is of what the model computes, in its unit, in its months."""
    model = findings.one(Model)
    computed = findings.names("model.equations", "model.stocks")
    outside = findings.names("model.series", "model.orders")
    if model is None or computed is None or outside is None:
        return
    units = {str(one.id): one.unit for one in (*model.equations, *model.stocks)}
    for path, record in findings.parts_of(Record):
        if record.id in outside:
            words = {"what": "equation or stock", "name": record.id, "known": listed(computed)}
            yield findings.say(catalogue.REFERENCE, path, **words, meant=near(record.id, computed))
        elif record.id in units and record.unit != units[record.id]:
            words = {"name": record.id, "unit": record.unit, "other": units[record.id]}
            yield findings.say(catalogue.OTHER_UNIT, f"{path}.unit", **words)
        for number, point in enumerate(record.points, 1):
            if not model.first <= point.month <= model.last:
                words = {"value": point.month, "low": model.first, "high": model.last}
                where = f"{path}.points.{number}.month"
                yield findings.say(catalogue.OUT_OF_BOUNDS, where, name="month", **words)


def _late(findings: Findings) -> Iterator[Problem]:
    """A command starts while the model runs."""
    model = findings.one(Model)
    months = {part.id: part.month for _, part in findings.parts_of(Scenario)}
    for path, command in findings.parts_of(Command):
        month = months.get(path.partition(".")[0])
        if model and month and month <= model.last < month.plus(command.after):
            words = {"name": "after", "value": command.after, "low": 0}
            high = model.last.since(month)
            yield findings.say(catalogue.OUT_OF_BOUNDS, f"{path}.after", **words, high=high)


def _span(findings: Findings, model: Model) -> Iterator[Problem]:
    months = model.last.since(model.first)
    if not 0 < months < LONGEST_MODEL:
        words = {"name": "last", "value": model.last, "low": model.first.plus(1)}
        high = model.first.plus(LONGEST_MODEL - 1)
        yield findings.say(catalogue.OUT_OF_BOUNDS, "model.last", **words, high=high)


def _unused(findings: Findings, model: Model) -> Iterator[Problem]:
    formulas = [one.equals for one in model.equations]
    formulas += [formula for one in model.stocks for formula in (one.starts, one.change)]
    used = {name for formula in formulas for name in formula.names}
    for name in sorted({str(one.id) for one in model.parameters} - used):
        yield findings.say(catalogue.UNUSED, f"model.parameters.{name}", name=name)


def _sectors(findings: Findings, model: Model) -> Iterator[Problem]:
    """Yield what is in no sector, or in several; a model without sectors has no such problem."""
    named = Counter(name for one in model.sectors for name in one.quantities)
    known = listed([str(one.id) for one in model.sectors])
    for group in ("series", "equations", "stocks") if model.sectors else ():
        for one in getattr(model, group):
            if named[one.id] != 1:
                words = {"name": str(one.id), "count": named[one.id], "known": known}
                yield findings.say(catalogue.SECTOR, f"model.{group}.{one.id}", **words)
