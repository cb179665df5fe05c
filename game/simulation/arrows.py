"""One step of the chain: how much each arrow into a quantity moved it over some months.

An *equation* is split month by month: what it became from one month to the next is shared among
what its formula names, by the chords of `secants.py`.

A *stock* is a sum of flows, so it is split as one keeps accounts: its `change` is taken apart into
the terms it adds up, and every month each term counts in full for what it names. A term that names
several quantities is shared among them along the straight way from none of them to all of them;
what it would bring without them is the stock's own doing. A *pull*, a constant times (goal - the
stock itself), counts for the goal, not as two huge flows that undo each other: it is shared by how
much each quantity, and what is constant, makes up of the goal.

Either way the arrows add up to the change exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.campaign.formula import names_in
from game.simulation.backwards import formulas, formulas_in_order
from game.simulation.terms import Term, terms
from game.simulation.why import Inquiry

PACES = 8
"""Steps on the way from none of the things that a term names to all of them."""

Row = Sequence[float]


@dataclass(slots=True)
class Arrowed:
    """What moved a quantity directly, in its own unit."""

    quantities: dict[str, float] = field(default_factory=dict)
    """What each quantity named in its formula did."""
    itself: float = 0.0
    """What it did by itself: growth and decay of its own, and what is constant."""
    chance: float = 0.0
    """What the draws in its own formula did."""

    def total(self) -> float:
        """Return the sum: it is the change."""
        return sum(self.quantities.values()) + self.itself + self.chance


def arrowed(inquiry: Inquiry) -> Arrowed:
    """Return how much each arrow into the quantity asked about moved it."""
    model, found = inquiry.engine.model, Arrowed()
    trees = {name: tree for name, tree, _ in formulas_in_order(model)}
    asked = inquiry.asked.quantity
    if asked not in trees:  # a series or an order: nothing lies behind it
        found.itself = inquiry.moved()
        return found
    named = names_in(trees[asked])
    found.quantities = {one: 0.0 for one in named if one in inquiry.engine.names and one != asked}
    split = _stock if any(one.id == asked for one in model.stocks) else _equation
    split(inquiry, found)
    return found


def _equation(inquiry: Inquiry, found: Arrowed) -> None:
    """Share what an equation became from each month to the next."""
    engine, stretch, real = inquiry.engine, inquiry.stretch, inquiry.real
    formula = dict(formulas(engine.model).equations)[stretch.column]
    ids = engine.program.names
    for month in range(stretch.first, stretch.last):
        a, b = real.rows[month : month + 2]
        try:
            slopes, luck, _ = formula.slopes(
                a, b, engine.parameters, *real.draws[month : month + 2]
            )
        except (ArithmeticError, ValueError):  # a power that has no value half-way
            found.itself += b[stretch.column] - a[stretch.column]
            continue
        for column, slope in zip(formula.columns, slopes, strict=True):
            found.quantities[ids[column]] += slope * (b[column] - a[column])
        found.chance += sum(luck)


def _stock(inquiry: Inquiry, found: Arrowed) -> None:
    """Count what every term of a stock's change brought in every month."""
    stretch, rows, ids = inquiry.stretch, inquiry.real.rows, inquiry.engine.program.names
    for term in terms(inquiry.engine.model, inquiry.asked.quantity):
        for month in range(stretch.first, stretch.last):
            brought = _brought(inquiry, term, rows[month], rows[stretch.first], month)
            for column, share in zip(term.others, brought.shares, strict=True):
                found.quantities[ids[column]] += share
            found.itself += brought.rest
            found.chance += brought.luck


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a term brought in one month."""

    shares: tuple[float, ...]
    """One for each of the other quantities it names."""
    rest: float
    luck: float


def _brought(inquiry: Inquiry, term: Term, row: Row, before: Row, month: int) -> _Brought:
    """Share what a term brought.

    Where it has no value without the others it is shared from their values in the first month on,
    and where it has none on the way from there either, it is the stock's own doing.
    """
    nothing = _with(row, term.others, lambda _column: 0.0)
    for start in (nothing, _with(row, term.others, before.__getitem__)):
        try:
            brought = _on_the_way(inquiry, term, start, row, month)
            return _pulled(inquiry, term, brought, month) if term.is_pull else brought
        except (ArithmeticError, ValueError):
            continue
    draws = inquiry.draws(1.0, month)
    _, _, (value, _) = term.secant.slopes(row, row, inquiry.engine.parameters, draws, draws)
    return _Brought((0.0,) * len(term.others), value, 0.0)


def _on_the_way(inquiry: Inquiry, term: Term, start: Row, row: Row, month: int) -> _Brought:
    """Share a term along the straight way from `start` to `row`."""
    shares, luck, first = [0.0] * len(term.others), 0.0, 0.0
    places = [term.secant.columns.index(column) for column in term.others]
    paces = PACES if term.others or term.secant.draws else 1
    for pace in range(paces):
        low, high = pace / paces, (pace + 1) / paces
        a, b = (_between(start, row, share) for share in (low, high))
        draws = inquiry.draws(low, month), inquiry.draws(high, month)
        slopes, did, ends = term.secant.slopes(a, b, inquiry.engine.parameters, *draws)
        first = first if pace else ends[0]
        luck += sum(did)
        for number, place in enumerate(places):
            column = term.others[number]
            shares[number] += slopes[place] * (b[column] - a[column])
    return _Brought(tuple(shares), first, luck)


def _pulled(inquiry: Inquiry, term: Term, brought: _Brought, month: int) -> _Brought:
    """Return what a pull brought, shared by what makes up its goal."""
    nothing, draws = [0.0] * len(inquiry.engine.names), inquiry.draws(0.0, month)
    ends = nothing, nothing, inquiry.engine.parameters
    _, _, (constant, _) = term.secant.slopes(*ends, draws, draws)
    goal = sum(map(abs, brought.shares)) + abs(constant)
    whole = sum(brought.shares) + brought.rest
    shares = tuple(whole * abs(share) / goal if goal else 0.0 for share in brought.shares)
    return _Brought(shares, whole - sum(shares), brought.luck)


def _with(row: Row, columns: Sequence[int], value: Callable[[int], float]) -> Row:
    """Return a month's values with some exchanged."""
    changed = list(row)
    for column in columns:
        changed[column] = value(column)
    return changed


def _between(start: Row, end: Row, share: float) -> Row:
    """Return the values on the straight way between two rows."""
    return [(1 - share) * low + share * high for low, high in zip(start, end, strict=True)]
