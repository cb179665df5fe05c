"""Why a quantity moved, as a graph to be drawn: causes on the left, the quantity on the right.

It has four layers: the causes, two layers of quantities between, and the quantity asked about.
Every arrow carries what flows along it, in the unit of that quantity: what flows into a node flows
out of it, and what flows into the quantity adds up to its change. Only the largest causes and the
quantities through which most flows have a node. A way that passes others only is drawn past them;
the causes without a node flow together from one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import reduce
from itertools import pairwise

from game.campaign.campaign import Campaign
from game.campaign.model import Model, Order, ShownAs
from game.campaign.words import Grade, SourceId
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Rule, named_by, rule_of
from game.playthrough.why import (
    NOTHING,
    SURENESS,
    Bundle,
    Explanation,
    answered,
    explain,
    things,
)
from game.simulation.flows import Inputs, ways
from game.simulation.why import Asked, Inquiry

MOST_CAUSES = 3
"""Causes that have a node of their own."""
MOST_BETWEEN = 3
"""Quantities between that have a node."""
SMALL = 0.02
"""A cause, and a quantity between, has a node from this share of all causes on."""
THIN = 0.005
"""What flows past a node in a thinner thread than this share is drawn past it."""


class Kind(StrEnum):
    """What a node stands for."""

    CAUSE = "cause"
    """An order, something outside, or luck."""
    ITSELF = "itself"
    """What would have come anyway."""
    REST = "rest"
    """All smaller causes."""
    QUANTITY = "quantity"
    """A quantity of the model."""


@dataclass(frozen=True, slots=True)
class Values:
    """How a quantity stood at both ends."""

    start: float
    end: float
    shown_as: ShownAs


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the graph."""

    id: str
    """Its own in the graph."""
    kind: Kind
    layer: int
    """From 0, a cause, to 3, the quantity asked about."""
    amount: float
    """What flows through it."""
    bundle: Bundle | None = None
    """Of a cause."""
    rule: Rule | None = None
    values: Values | None = None
    """Of a quantity."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What flows from one node to another, and how that is known."""

    source: str
    target: str
    amount: float
    because: str
    grade: Grade | None
    """No better than `inferred` where the arrow leaves out what lies between."""
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The graph. The nodes of a layer come with the largest first."""

    nodes: tuple[Node, ...]
    """Layer by layer; the last one is the quantity asked about."""
    arrows: tuple[Arrow, ...]

    @property
    def asked(self) -> Node:
        """The quantity asked about."""
        return self.nodes[-1]

    def into(self, node: str) -> tuple[Arrow, ...]:
        """Return the arrows that end in a node."""
        return tuple(one for one in self.arrows if one.target == node)

    def out_of(self, node: str) -> tuple[Arrow, ...]:
        """Return the arrows that begin in a node."""
        return tuple(one for one in self.arrows if one.source == node)


@dataclass(frozen=True, slots=True)
class _Thread:
    """What flows from a cause by two stops, either of which may be left out."""

    cause: str
    before: str
    last: str
    amount: float

    def stops(self) -> tuple[tuple[int, str], ...]:
        """Return the layer and the quantity of each stop."""
        return tuple((layer, name) for layer, name in ((1, self.before), (2, self.last)) if name)

    def by(self, drawn: dict[str, int]) -> _Thread:
        """Return this thread with only the stops that are drawn, each in its layer."""
        before, last = (
            name if drawn.get(name) == layer else ""
            for layer, name in ((1, self.before), (2, self.last))
        )
        return _Thread(self.cause, before, last, self.amount)


def chain(campaign: Campaign, playthrough: Playthrough, asked: Asked) -> Chain:
    """Return why a quantity moved, as a graph.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    found = explain(campaign, playthrough, asked)
    named = _named(found)
    flowing, whole = list(_threads(campaign, playthrough, found, named)), _whole(found)
    drawn = _drawn(flowing, SMALL * whole)
    threads = _gathered(flowing, drawn, THIN * whole)
    inquiry, _ = answered(campaign, playthrough, asked)
    nodes = [*_causes(threads, named), *_quantities(inquiry, found, threads, drawn)]
    nodes.sort(key=lambda node: (node.layer, -abs(node.amount), node.id))
    return Chain(tuple(nodes), tuple(_arrows(campaign.model, found, threads)))


def _whole(found: Explanation) -> float:
    return sum(abs(one.amount) for one in found.bundles) + abs(found.of_itself)


def _named(found: Explanation) -> dict[str, Bundle | None]:
    """Return the causes that have a node by their ids; that of itself has no bundle."""
    causes: list[tuple[str, Bundle | None, float]] = [
        (":".join(one.key), one, one.amount) for one in found.bundles
    ]
    causes.append((Kind.ITSELF.value, None, found.of_itself))
    causes.sort(key=lambda cause: -abs(cause[2]))
    least = SMALL * _whole(found)
    return {
        name: bundle
        for name, bundle, amount in causes[:MOST_CAUSES]
        if amount and abs(amount) >= least
    }


def _threads(
    campaign: Campaign,
    playthrough: Playthrough,
    found: Explanation,
    named: dict[str, Bundle | None],
) -> Iterator[_Thread]:
    """Yield what flows from each cause that has a node, and from the rest."""
    inquiry, reckoning = answered(campaign, playthrough, found.asked)
    names = (*inquiry.engine.program.names, "")  # the last one stands for OUTSIDE
    known = {key: bundle for key, bundle in named.items() if bundle is not None}
    rest = [one for one in found.bundles if ":".join(one.key) not in known]
    flowing = [(key, one.inputs, one.amount) for key, one in known.items()]
    if rest:
        together = reduce(Inputs.__or__, (one.inputs for one in rest))
        flowing.append((Kind.REST.value, together, sum(one.amount for one in rest)))
    found_ways = ways(inquiry, reckoning.turns, [inputs for _, inputs, _ in flowing])
    for (cause, _, amount), flows in zip(flowing, found_ways, strict=True):
        for (before, last), flow in flows.items():
            yield _Thread(cause, names[before], names[last], flow)
        yield _Thread(cause, "", "", amount - sum(flows.values()))
    cause = (Kind.ITSELF if Kind.ITSELF.value in named else Kind.REST).value
    given = {
        str(one.id) for group in (campaign.model.series, campaign.model.orders) for one in group
    }
    for name, amount in found.anyway.quantities.items():
        yield _Thread(cause, "", "" if name in given else name, amount)
    yield _Thread(cause, "", "", found.of_itself - sum(found.anyway.quantities.values()))


def _drawn(threads: Sequence[_Thread], least: float) -> dict[str, int]:
    """Return the quantities between that have a node, with their layers."""
    flows: dict[tuple[int, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in threads:
        for stop in one.stops():
            flows[stop][one.cause] += one.amount
    sizes = {stop: sum(map(abs, by_cause.values())) for stop, by_cause in flows.items()}
    drawn: dict[str, int] = {}
    for (layer, name), size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        if size > least and len(drawn) < MOST_BETWEEN:
            drawn.setdefault(name, layer)
    return drawn


def _gathered(
    threads: Sequence[_Thread], drawn: dict[str, int], thin: float
) -> tuple[_Thread, ...]:
    """Return one thread for each way along what is drawn; thin ones go straight to the end."""
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for one in threads:
        way = one.by(drawn)
        sums[way.cause, way.before, way.last] += one.amount
    straight: dict[str, float] = defaultdict(float)
    kept = []
    for (cause, before, last), amount in sums.items():
        if abs(amount) <= thin or not (before or last):
            straight[cause] += amount
        else:
            kept.append(_Thread(cause, before, last, amount))
    noise = NOTHING * thin / THIN
    kept += [_Thread(one, "", "", by) for one, by in straight.items() if abs(by) > noise]
    return tuple(kept)


def _causes(threads: Sequence[_Thread], named: dict[str, Bundle | None]) -> Iterator[Node]:
    amounts: dict[str, float] = defaultdict(float)
    for one in threads:
        amounts[one.cause] += one.amount
    for name, amount in amounts.items():
        bundle = named.get(name)
        kind = Kind.CAUSE if bundle else Kind(name)
        yield Node(name, kind, 0, amount, bundle)


def _quantities(
    inquiry: Inquiry, found: Explanation, threads: Sequence[_Thread], drawn: dict[str, int]
) -> Iterator[Node]:
    model, rows, stretch = inquiry.engine.model, inquiry.real.rows, inquiry.stretch
    known = things(model)
    for name, layer in (*drawn.items(), (found.asked.quantity, 3)):
        amount = sum(one.amount for one in threads if layer == 3 or (layer, name) in one.stops())
        column, one = inquiry.engine.names[name], known[name]
        start, end = (rows[month][column] for month in (stretch.first, stretch.last))
        style = ShownAs.COUNT if isinstance(one, Order) else one.shown_as
        rule = rule_of(model, name)
        values = Values(start, end, style)
        yield Node(name, Kind.QUANTITY, layer, amount, rule=rule, values=values)


def _arrows(model: Model, found: Explanation, threads: Sequence[_Thread]) -> Iterator[Arrow]:
    """Yield the arrows: between two nodes, what all threads carry there."""
    amounts: dict[tuple[str, str], float] = defaultdict(float)
    for one in threads:
        way = (one.cause, *(name for _, name in one.stops()), found.asked.quantity)
        for pair in pairwise(way):
            amounts[pair] += one.amount
    for (source, target), amount in amounts.items():
        rule, is_next = _rule(model, found, source, target)
        grade = rule.grade if is_next else _lowered(rule.grade)
        yield Arrow(source, target, amount, rule.because, grade, rule.sources)


def _rule(model: Model, found: Explanation, source: str, target: str) -> tuple[Rule, bool]:
    """Return the rule by which an arrow ends, and whether it names where the arrow begins."""
    name = source.rsplit(":", maxsplit=1)[-1]
    through = (target, *found.account) if target == found.asked.quantity else (target,)
    for one in through:
        if name in named_by(model, one):
            return rule_of(model, one), True
    return rule_of(model, target), False


def _lowered(grade: Grade | None) -> Grade | None:
    """Return a grade that is no surer than one reasons."""
    return grade and max(grade, Grade.INFERRED, key=SURENESS.index)
