"""The model of one line of answers as a file in XMILE 1.0, for stock-and-flow programs.

Time counts months from the model's first month, in steps of one, by Euler's method, as here. What
the answers of the line set in motion is part of the file; chance is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from game.campaign.campaign import Campaign, Source
from game.campaign.model import Between, Equation, Order, Parameter, Series, Stock
from game.campaign.words import Grade, Month, ResponseId, SourceId
from game.export.equations import number, plain
from game.export.flows import Flow, flows_of
from game.export.names import names_of
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
            *_variables(_Writer(campaign, reading), given),
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
    yield from (writer.flow(one) for one in writer.flows if one.equation is None)
    yield from (writer.stock(one) for one in model.stocks)


class _Writer:
    """Writes the things of a model as variables."""

    def __init__(self, campaign: Campaign, reading: str) -> None:
        self.model = campaign.model
        self.names = names_of(self.model)
        self.parameters = parameters_of(self.model, reading)
        self.flows = flows_of(self.model, self.names)
        self._flowing = {one.equation: one for one in self.flows if one.equation}
        self._stocks = {str(one.id): one for one in self.model.stocks}
        overrides = [o for one in self.model.readings if one.id == reading for o in one.overrides]
        self._overrides = {one.id: one for one in overrides}
        self._sources = {one.id: one for one in campaign.sources}

    def parameter(self, one: Parameter) -> str:
        """Return a number taken as given."""
        ends = f"Range {plain(one.low)} to {plain(one.high)}."
        about = f"{one.meaning} {ends} {self._evidence([one.grade], one.sources)}{self._set(one)}"
        return self.variable("aux", one, plain(self.parameters[one.id]), about)

    def series(self, one: Series) -> str:
        """Return what is read from the record, as a graph over time."""
        used = [point for point in one.points if point.use]
        points = [(self.time(point.month), point.value) for point in used]
        sources = tuple(dict.fromkeys(source for point in used for source in point.sources))
        grades = list(dict.fromkeys(point.grade for point in used))
        about = f"{one.title}. Read from the record. {self._evidence(grades, sources)}"
        if len(points) == 1:
            return self.variable("aux", one, plain(points[0][1]), about)
        if one.between is Between.STEP:
            points = _steps(points, self.time(self.model.last))
        kind = "discrete" if one.between is Between.STEP else "continuous"
        xs = ",".join(str(month) for month, _ in points)
        ys = ",".join(plain(value) for _, value in points)
        graph = f'<gf type="{kind}"><xpts>{xs}</xpts><ypts>{ys}</ypts></gf>'
        return self.variable("aux", one, "TIME", about, graph)

    def order(self, one: Order, given: Iterable[Active]) -> str:
        """Return what the answers set in motion: up at the first month, down after the last."""
        steps = [
            f"(STEP({plain(active.size)}, {self.time(active.first)})"
            f" - STEP({plain(active.size)}, {self.time(active.end)}))"
            for active in given
        ]
        about = f"{one.title}. {one.meaning} Ordered by the answers."
        return self.variable("aux", one, " + ".join(steps) or "0", about)

    def equation(self, one: Equation) -> str:
        """Return a quantity that follows from others; some flow into stocks."""
        about = f"{one.title}. {one.because} {self._evidence([one.grade], one.sources)}"
        equation = number(one.equals.tree, self.names.__getitem__)
        flow = self._flowing.get(str(one.id))
        if flow is None:
            return self.variable("aux", one, equation, about)
        return _element("flow", flow.name, equation, (self._unit(flow), about))

    def flow(self, one: Flow) -> str:
        """Return a part of the change of a stock, or what goes from one stock to another."""
        stocks = [self._stocks[end].title for end in one.ends if end]
        about = f"From {stocks[1]} to {stocks[0]}." if stocks[1:] else f"Changes: {stocks[0]}."
        equation = number(one.tree, self.names.__getitem__)
        return _element("flow", one.name, equation, (self._unit(one), about))

    def stock(self, one: Stock) -> str:
        """Return a quantity that remembers, and the names of what flows into it and out of it."""
        about = f"{one.title}. {one.because} {self._evidence([one.grade], one.sources)}"
        start = number(one.starts.tree, self.names.__getitem__)
        pipes = [f"<inflow>{flow.name}</inflow>" for flow in self.flows if flow.ends.into == one.id]
        pipes += [
            f"<outflow>{flow.name}</outflow>" for flow in self.flows if flow.ends.out_of == one.id
        ]
        return self.variable("stock", one, start, about, "".join(pipes))

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
        return _element(kind, self.names[one.id], equation, (one.unit, about), more)

    def _unit(self, flow: Flow) -> str:
        """Return the unit of a flow: that of its stock, a month."""
        return f"{self._stocks[str(flow.ends.into or flow.ends.out_of)].unit} a month"

    def _set(self, one: Parameter) -> str:
        """Return why the reading sets a parameter, if it does."""
        override = self._overrides.get(one.id)
        if override is None:
            return ""
        evidence = self._evidence([override.grade], override.sources)
        return f" This reading sets it, else {plain(one.value)}: {override.because} {evidence}"

    def _evidence(self, grades: Sequence[Grade], sources: Sequence[SourceId]) -> str:
        """Return how sure a thing is and what it rests on, in words that need no other file."""
        named = "; ".join(_named(self._sources[one]) for one in sources)
        return f"[{', '.join(grades).capitalize()}{f': {named}' if named else ''}]"


def _named(source: Source) -> str:
    """Return a source in a few words."""
    return ", ".join(filter(None, (source.author, source.title, source.year)))


def _element(kind: str, name: str, equation: str, about: tuple[str, str], more: str = "") -> str:
    """Return a variable as XML; `about` is its unit and what it means."""
    unit, words = about
    return (
        f"   <{kind} name={quoteattr(name)}><eqn>{escape(equation)}</eqn>{more}"
        f"<units>{escape(units_of(unit))}</units><doc>{escape(words)}</doc></{kind}>"
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
