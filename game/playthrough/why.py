"""Why a quantity moved on a line of play: by which orders, by what from outside, by what luck.

The reckoning is in `game.simulation.why`; here its numbers get back the names of the campaign:
which answer gave the order, what the record says of a series, which sentences of history lie on
the way. Words for the player are made in `game.explaining`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from game.campaign.campaign import Campaign
from game.campaign.model import Equation, Model, Order, Series, ShownAs, Stock
from game.campaign.scenario import Response
from game.campaign.words import Grade, Month, SourceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Rule, rule_of
from game.playthrough.schedule import answers, schedule
from game.simulation.arrows import arrowed
from game.simulation.chance import Luck
from game.simulation.resolve import machine
from game.simulation.routes import Routes
from game.simulation.why import Asked, Inquiry, shares

MOST_ROUTES = 12
"""Parts that are told with their way; the smaller ones do without."""
NOTHING = 1e-9
"""A part smaller than this share of the largest is a rounding error, and counts as nothing."""
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
    start: float
    end: float
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
    route: tuple[Link, ...] = ()
    """From the first quantity it moved to the one asked about; only for the largest parts."""


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

    @property
    def change(self) -> float:
        """How far it moved."""
        return self.end - self.start


def inquiry(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Inquiry:
    """Return the question as the simulation takes it. The line must be one that can be played."""
    engine = machine(campaign.model, playthrough.reading)
    given = schedule(campaign, engine, playthrough.line)
    return Inquiry(engine, given, Luck(playthrough.seed, playthrough.chance), asked)


@lru_cache(maxsize=128)
def weights(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Weights:
    """Return what moved a quantity directly."""
    one = inquiry(campaign, playthrough, asked)
    found = arrowed(one)
    real = _real((*found.quantities.values(), found.itself, found.chance))
    parts = {name: real(amount) for name, amount in found.quantities.items()}
    ordered = dict(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0])))
    return Weights(one.moved(), ordered, real(found.itself), real(found.chance))


@lru_cache(maxsize=32)
def explain(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Explanation:
    """Return why a quantity moved.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    one = inquiry(campaign, playthrough, asked)
    thing = things(campaign.model)[asked.quantity]
    rows, stretch = one.real.rows, one.stretch
    own, parts = _parts(campaign, playthrough, one)
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
    )


def things(model: Model) -> dict[str, Equation | Stock | Series | Order]:
    """Return every quantity of a model by its name."""
    groups = (model.equations, model.stocks, model.series, model.orders)
    return {str(one.id): one for group in groups for one in group}


def _parts(
    campaign: Campaign, playthrough: Playthrough, one: Inquiry
) -> tuple[float, tuple[Part, ...]]:
    """Return what it did of itself, and the parts with the routes of the largest."""
    found, routes = shares(one), Routes(one)
    model = campaign.model
    real = _real((*found.orders, *found.series, *found.luck, found.of_itself))
    named: list[tuple[Part, Callable[[int], tuple[str, ...]], int]] = []
    for number, origin in enumerate(_orders(campaign, playthrough)):
        named.append((Part(origin, real(found.orders[number])), routes.of_order, number))
    for number, series in enumerate(model.series):
        part = Part(_outside(one, series), real(found.series[number]))
        named.append((part, routes.of_series, number))
    for number, luck in enumerate(_lucky(campaign, one)):
        named.append((Part(luck, real(found.luck[number])), routes.of_draw, number))
    kept = [entry for entry in named if entry[0].amount]
    kept.sort(key=lambda entry: -abs(entry[0].amount))
    parts = [
        replace(part, route=_links(model, route(number))) if rank < MOST_ROUTES else part
        for rank, (part, route, number) in enumerate(kept)
    ]
    return real(found.of_itself), tuple(parts)


def _real(amounts: tuple[float, ...]) -> Callable[[float], float]:
    """Return a function that takes rounding errors for the nothing they are."""
    least = NOTHING * max(map(abs, amounts), default=0.0)
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
    start, end = (one.real.rows[month][column] for month in (one.stretch.first, one.stretch.last))
    used = [point for point in series.points if point.use]
    before = [point for point in used if point.month <= asked.first][-1:]
    within = [point for point in used if asked.first < point.month <= asked.last]
    after = [point for point in used if point.month > asked.last][:1]
    figures = [*before, *within, *after]
    grade = max((point.grade for point in figures), key=SURENESS.index)
    sources = dict.fromkeys(source for point in figures for source in point.sources)
    return FromOutside(series, start, end, grade, tuple(sources))


def _lucky(campaign: Campaign, one: Inquiry) -> list[ByChance]:
    """Return the quantity of every draw of the program's list."""
    known = things(campaign.model)
    names = one.lucky()
    return [ByChance(name, str(known[name].title)) for name in names]


def _links(model: Model, route: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(name, rule_of(model, name)) for name in route)
