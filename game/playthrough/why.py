"""Why a quantity moved on a line of play: by which orders, by what from outside, by what luck.

The reckoning is in `game.simulation.why`; here its numbers get back the names of the campaign:
which answer gave the order, what the record says of a series, which sentences of history lie on
the way. Words for the player are made in `game.words.explaining`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, reduce

from game.campaign.campaign import Campaign
from game.campaign.model import Equation, Model, Order, Series, ShownAs, Stock
from game.campaign.scenario import Response
from game.campaign.words import Grade, Month, SourceId
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Rule, rule_of
from game.playthrough.schedule import answers, schedule
from game.simulation.arrows import Arrowed, accounts, arrowed, parts_of_account
from game.simulation.chance import Luck
from game.simulation.flows import Inputs
from game.simulation.resolve import machine
from game.simulation.routes import Routes
from game.simulation.why import Asked, Inquiry, Reckoning, reckoned

MOST_ROUTES = 12
"""Causes that are told with their way; the smaller ones do without."""
NOTHING = 1e-9
"""A part smaller than this share of the largest is a rounding error, and counts as nothing."""
DIGITS = 1e-12
"""So is one smaller than this share of the quantity: beyond it numbers have no more digits."""
SURENESS = tuple(Grade)
"""From the surest grade to the least sure."""


@dataclass(frozen=True, slots=True)
class ByOrder:
    """A command of one of the player's answers."""

    turn: int
    """The telegram it answers, from 0."""
    month: Month
    """When it was answered."""
    response: Response
    order: Order


@dataclass(frozen=True, slots=True)
class FromOutside:
    """A series of the record, between the two months asked about."""

    series: Series
    values: tuple[float, ...]
    """One for each month, from the first to the last."""
    grade: Grade
    """That of the least sure figure used."""
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class ByChance:
    """The draws in a quantity's own formula."""

    quantity: str
    title: str


Origin = ByOrder | FromOutside | ByChance


@dataclass(frozen=True, slots=True)
class Link:
    """A quantity on the way, with the sentence of history behind it."""

    quantity: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing did to the quantity asked about, in that quantity's unit."""

    origin: Origin
    amount: float
    inputs: Inputs
    """What it is in the simulation."""
    route: tuple[Link, ...] = ()
    """From the first quantity it moved to the one asked about; only for the largest."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parts told as one: every command of one order, or a single other thing."""

    parts: tuple[Part, ...]
    """The largest first."""

    @property
    def origin(self) -> Origin:
        """What the largest part came from."""
        return self.parts[0].origin

    @property
    def key(self) -> tuple[str, str]:
        """Its kind and its name in the model: no other bundle has the same."""
        return _key(self.origin)

    @property
    def amount(self) -> float:
        """What all of them did."""
        return sum(one.amount for one in self.parts)

    @property
    def route(self) -> tuple[Link, ...]:
        """The way of the largest part."""
        return self.parts[0].route

    @property
    def inputs(self) -> Inputs:
        """What they are in the simulation."""
        return reduce(Inputs.__or__, (one.inputs for one in self.parts))


@dataclass(frozen=True, slots=True)
class Weights:
    """One step of the chain: what moved a quantity directly. All parts add up to the change."""

    change: float
    quantities: dict[str, float]
    """By quantity, largest first; series and orders are quantities too."""
    itself: float
    chance: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole answer. `of_itself` and the parts add up to the change from start to end."""

    asked: Asked
    title: str
    unit: str
    shown_as: ShownAs
    start: float
    end: float
    of_itself: float
    parts: tuple[Part, ...]
    """The largest first; what did nothing is left out."""
    rule: Rule
    weights: Weights
    accounts: Weights
    """The same, looking through an equation that only adds up."""
    anyway: Weights
    """What moved it so where it moved of itself; it adds up to `of_itself`."""
    account: tuple[str, ...]
    """What its equation only adds up, if it does."""

    @property
    def change(self) -> float:
        """How far it moved."""
        return self.end - self.start

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        """The parts, with the commands of one order taken together; the largest first."""
        return bundles(self.parts)


def bundles(parts: Sequence[Part]) -> tuple[Bundle, ...]:
    """Return parts, the largest first, with the commands of one order taken together."""
    found: dict[tuple[str, str], list[Part]] = {}
    for one in parts:
        found.setdefault(_key(one.origin), []).append(one)
    together = (Bundle(tuple(few)) for few in found.values())
    return tuple(sorted(together, key=lambda one: -abs(one.amount)))


def _key(origin: Origin) -> tuple[str, str]:
    match origin:
        case ByOrder(_, _, _, order):
            return "order", str(order.id)
        case FromOutside(series):
            return "outside", str(series.id)
        case ByChance(quantity):
            return "chance", quantity


def inquiry(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Inquiry:
    """Return the question as the simulation takes it. The line must be one that can be played."""
    engine = machine(campaign.model, playthrough.reading)
    given = schedule(campaign, engine, playthrough.line)
    return Inquiry(engine, given, Luck(playthrough.seed, playthrough.chance), asked)


@lru_cache(maxsize=128)
def weights(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Weights:
    """Return what moved a quantity directly."""
    one = inquiry(campaign, playthrough, asked)
    return _weights(one, arrowed(one, asked.quantity))


def _weights(one: Inquiry, found: Arrowed) -> Weights:
    real = _real((*found.quantities.values(), found.itself, found.chance), one)
    parts = {name: real(amount) for name, amount in found.quantities.items()}
    ordered = dict(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0])))
    return Weights(found.total(), ordered, real(found.itself), real(found.chance))


@lru_cache(maxsize=1)  # the courses of a reckoning are large; a graph is drawn of the last one
def answered(
    campaign: Campaign, playthrough: Playthrough, asked: Asked
) -> tuple[Inquiry, Reckoning]:
    """Return a question and its reckoning.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    one = inquiry(campaign, playthrough, asked)
    return one, reckoned(one)


@lru_cache(maxsize=32)
def explain(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Explanation:
    """Return why a quantity moved.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    one, found = answered(campaign, playthrough, asked)
    thing = things(campaign.model)[asked.quantity]
    rows, stretch = one.real.rows, one.stretch
    own, parts = _parts(campaign, playthrough, one, found)
    return Explanation(
        asked,
        str(thing.title),
        thing.unit,
        ShownAs.COUNT if isinstance(thing, Order) else thing.shown_as,
        rows[stretch.first][stretch.column],
        rows[stretch.last][stretch.column],
        own,
        parts,
        rule_of(campaign.model, asked.quantity),
        weights(campaign, playthrough, asked),
        _weights(one, accounts(one)),
        _weights(one, accounts(one, share=0.0)),
        parts_of_account(campaign.model, asked.quantity),
    )


def things(model: Model) -> dict[str, Equation | Stock | Series | Order]:
    """Return every quantity of a model by its name."""
    groups = (model.equations, model.stocks, model.series, model.orders)
    return {str(one.id): one for group in groups for one in group}


def _parts(
    campaign: Campaign, playthrough: Playthrough, one: Inquiry, reckoning: Reckoning
) -> tuple[float, tuple[Part, ...]]:
    """Return what it did of itself, and the parts with the routes of the largest."""
    own, kept = _without_routes(campaign, playthrough, one, reckoning)
    return own, _routed(campaign.model, Routes(one), kept)


def parts_alone(
    campaign: Campaign, playthrough: Playthrough, asked: Asked
) -> tuple[float, list[Part]]:
    """Return what a quantity did of itself, and the parts without any route: it takes half as long.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    one, found = answered(campaign, playthrough, asked)
    return _without_routes(campaign, playthrough, one, found)


def _without_routes(
    campaign: Campaign, playthrough: Playthrough, one: Inquiry, reckoning: Reckoning
) -> tuple[float, list[Part]]:
    found, model = reckoning.shares, campaign.model
    real = _real((*found.orders, *found.series, *found.luck, found.of_itself), one)
    parts = [
        Part(origin, real(amount), Inputs(orders=frozenset([number])))
        for number, (origin, amount) in enumerate(
            zip(_orders(campaign, playthrough), found.orders, strict=True)
        )
    ]
    parts += [
        Part(_outside(one, series), real(amount), Inputs(series=frozenset([number])))
        for number, (series, amount) in enumerate(zip(model.series, found.series, strict=True))
    ]
    parts += [
        Part(luck, real(amount), Inputs(draws=frozenset([number])))
        for number, (luck, amount) in enumerate(zip(_lucky(campaign, one), found.luck, strict=True))
    ]
    kept = sorted((part for part in parts if part.amount), key=lambda part: -abs(part.amount))
    return real(found.of_itself), kept


def _routed(model: Model, routes: Routes, parts: list[Part]) -> tuple[Part, ...]:
    """Return the parts, the largest of each of the first bundles with its route."""
    heads = {bundle.parts[0].inputs for bundle in bundles(parts)[:MOST_ROUTES]}
    return tuple(
        replace(part, route=_links(model, routes.of(part.inputs))) if part.inputs in heads else part
        for part in parts
    )


def _real(amounts: Sequence[float], one: Inquiry) -> Callable[[float], float]:
    """Return a function that takes rounding errors for the nothing they are."""
    rows, stretch = one.real.rows, one.stretch
    level = max(abs(rows[month][stretch.column]) for month in (stretch.first, stretch.last))
    least = max(NOTHING * max(map(abs, amounts), default=0.0), DIGITS * level)
    return lambda amount: amount if abs(amount) > least else 0.0


def _orders(campaign: Campaign, playthrough: Playthrough) -> list[ByOrder]:
    """Return every command of the line, in the order of `schedule`."""
    known = {one.id: one for one in campaign.model.orders}
    return [
        ByOrder(turn, scenario.month, response, known[command.order])
        for turn, (scenario, response) in enumerate(answers(campaign, playthrough.line))
        for command in response.commands
    ]


def _outside(one: Inquiry, series: Series) -> FromOutside:
    column, asked = one.engine.names[str(series.id)], one.asked
    months = range(one.stretch.first, one.stretch.last + 1)
    values = tuple(one.real.rows[month][column] for month in months)
    used = [point for point in series.points if point.use]
    before = [point for point in used if point.month <= asked.first][-1:]
    within = [point for point in used if asked.first < point.month <= asked.last]
    after = [point for point in used if point.month > asked.last][:1]
    figures = [*before, *within, *after]
    grade = max((point.grade for point in figures), key=SURENESS.index)
    sources = dict.fromkeys(source for point in figures for source in point.sources)
    return FromOutside(series, values, grade, tuple(sources))


def _lucky(campaign: Campaign, one: Inquiry) -> list[ByChance]:
    """Return the quantity of every draw of the program's list."""
    known = things(campaign.model)
    names = one.lucky()
    return [ByChance(name, str(known[name].title)) for name in names]


def _links(model: Model, route: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(name, rule_of(model, name)) for name in route)
