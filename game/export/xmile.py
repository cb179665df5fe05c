"""The model of one line of answers as a file in XMILE 1.0, for stock-and-flow programs.

Time counts months from the model's first month, in steps of one, by Euler's method, as here. What
the answers of the line set in motion is part of the file; chance is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from game.campaign.campaign import Campaign
from game.campaign.model import Between, Equation, Model, Order, Parameter, Series, Stock
from game.campaign.words import Grade, Month, ResponseId, SourceId
from game.export.equations import number, plain
from game.export.names import flow_of, names_of
from game.playthrough.schedule import schedule
from game.simulation.resolve import Active, machine, parameters_of

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"


def xmile(campaign: Campaign, line: tuple[ResponseId, ...], reading: str) -> str:
    """Return the model as `reading` sees it, with the orders of `line`, as XMILE 1.0.

    Raises:
        UnknownReadingError: when the model has no such reading.
    """
    model = campaign.model
    given = schedule(campaign, machine(model, reading), line)
    months = model.last.since(model.first)
    about = f"Answers: {', '.join(line) or 'none'}. Reading: {reading}. Month 0 is {model.first}."
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<xmile version="1.0" xmlns="{NAMESPACE}">',
            " <header>",
            "  <vendor>Six Telegrams</vendor>",
            f'  <product version="{campaign.outline.version}" lang="en">Six Telegrams</product>',
            f"  <name>{escape(campaign.outline.title)}</name>",
            f"  <caption>{escape(about)}</caption>",
            " </header>",
            ' <sim_specs method="Euler" time_units="Months">',
            f"  <start>0</start><stop>{months}</stop><dt>1</dt>",
            " </sim_specs>",
            " <model>",
            "  <variables>",
            *_variables(_Writer(model, reading), given),
            "  </variables>",
            " </model>",
            "</xmile>\n",
        ]
    )


def _variables(writer: _Writer, given: tuple[Active, ...]) -> Iterator[str]:
    model = writer.model
    yield from (writer.parameter(one) for one in model.parameters)
    yield from (writer.series(one) for one in model.series)
    for column, order in enumerate(model.orders):
        yield writer.order(order, [one for one in given if one.order == column])
    yield from (writer.equation(one) for one in model.equations)
    for stock in model.stocks:
        yield from writer.stock(stock)


class _Writer:
    """Writes the things of a model as variables."""

    def __init__(self, model: Model, reading: str) -> None:
        self.model = model
        self.names = names_of(model)
        self.parameters = parameters_of(model, reading)

    def parameter(self, one: Parameter) -> str:
        """Return a number taken as given."""
        ends = f"Range {plain(one.low)} to {plain(one.high)}."
        about = f"{one.meaning} {ends} {_evidence(one.grade, one.sources)}"
        return self.variable("aux", one, plain(self.parameters[one.id]), about)

    def series(self, one: Series) -> str:
        """Return what is read from the record, as a graph over time."""
        points = [(self.time(point.month), point.value) for point in one.points if point.use]
        if len(points) == 1:
            return self.variable("aux", one, plain(points[0][1]), one.title)
        if one.between is Between.STEP:
            points = _steps(points, self.time(self.model.last))
        kind = "discrete" if one.between is Between.STEP else "continuous"
        xs = ",".join(str(month) for month, _ in points)
        ys = ",".join(plain(value) for _, value in points)
        graph = f'<gf type="{kind}"><xpts>{xs}</xpts><ypts>{ys}</ypts></gf>'
        return self.variable("aux", one, "TIME", f"{one.title}. Read from the record.", graph)

    def order(self, one: Order, given: Iterable[Active]) -> str:
        """Return what the answers set in motion: up at the first month, down after the last."""
        steps = [
            f"(STEP({plain(active.size)}, {self.time(active.first)})"
            f" - STEP({plain(active.size)}, {self.time(active.end)}))"
            for active in given
        ]
        return self.variable("aux", one, " + ".join(steps) or "0", f"{one.title}. {one.meaning}")

    def equation(self, one: Equation) -> str:
        """Return a quantity that follows from others."""
        about = f"{one.title}. {one.because} {_evidence(one.grade, one.sources)}"
        return self.variable("aux", one, number(one.equals.tree, self.names.__getitem__), about)

    def stock(self, one: Stock) -> Iterator[str]:
        """Yield a quantity that remembers and the flow into it, which may be negative."""
        name = self.names[one.id]
        about = f"{one.title}. {one.because} {_evidence(one.grade, one.sources)}"
        start = number(one.starts.tree, self.names.__getitem__)
        flow = f"<inflow>{flow_of(name)}</inflow>"
        yield self.variable("stock", one, start, about, flow)
        change = escape(number(one.change.tree, self.names.__getitem__))
        units = escape(units_of(f"{one.unit} a month"))
        yield (
            f"   <flow name={quoteattr(flow_of(name))}><eqn>{change}</eqn><units>{units}</units>"
            f"<doc>{escape(f'What {one.title} changes by in a month.')}</doc></flow>"
        )

    def time(self, month: Month) -> int:
        """Return a month as the file counts it."""
        return month.since(self.model.first)

    def variable(
        self,
        kind: str,
        one: Parameter | Series | Order | Equation | Stock,
        equation: str,
        about: str,
        more: str = "",
    ) -> str:
        """Return one variable."""
        name, units = quoteattr(self.names[one.id]), escape(units_of(one.unit))
        return (
            f"   <{kind} name={name}><eqn>{escape(equation)}</eqn>{more}"
            f"<units>{units}</units><doc>{escape(about)}</doc></{kind}>"
        )


def _steps(points: list[tuple[int, float]], last: int) -> list[tuple[int, float]]:
    """Return steps such that programs which draw a line between points see the same each month.

    Each level is named again in its last month; in the format the last two points must be level.
    """
    found = points[:1]
    for month, value in points[1:]:
        if month - 1 > found[-1][0]:
            found.append((month - 1, found[-1][1]))
        found.append((month, value))
    return [*found, (max(found[-1][0], last) + 1, found[-1][1])]


def units_of(unit: str) -> str:
    """Return a unit as a formula: `rounds a rifle` is `rounds/rifle`, `a month` is `1/month`."""
    above, *below = f" {unit}".split(" a ")
    return "/".join(part.strip().replace(" ", "_") or "1" for part in (above, *below))


def _evidence(grade: Grade, sources: tuple[SourceId, ...]) -> str:
    named = f": {', '.join(sources)}" if sources else ""
    return f"({grade}{named})"
