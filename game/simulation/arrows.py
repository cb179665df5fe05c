"""One step of the chain: how much each arrow into a quantity moved it over some months.

An *equation* is split month by month: what it became from one month to the next is shared among
what its formula names, by the chords of `secants.py`.

A *stock* is a sum of flows, so it is split as one keeps accounts: its `change` is taken apart into
the terms it adds up, and every month each term counts in full for what it names. A term that names
several quantities is shared among them along the straight way from none of them to all of them;
what it would bring without them is the stock's own doing. A *pull*, a constant times (goal - the
stock itself), counts for the goal, not as two huge flows that undo each other: it is shared by how
much each quantity, and what is constant, makes up of the goal.

An equation that only adds up stocks (an army is its men at home and along the Wall) tells nothing
that moved it: `accounts` looks through it to what moved the stocks.

Every way the arrows add up to the change exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import lru_cache

from game.campaign.formula import Call, Name, Number, Operation, Tree, names_in
from game.campaign.model import Model
from game.frozen import dataclass
from game.simulation.backwards import Draws, Past, formulas, formulas_in_order
from game.simulation.terms import Term, terms
from game.simulation.why import Inquiry

PACES = 8
"""Steps on the way from none of the things that a term names to all of them."""
NOTHING = 1e-9
"""A sum smaller than this part of what it adds up is a rounding error."""

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

    def add(self, other: Arrowed, times: float) -> None:
        """Count what moved another quantity, so many times."""
        for name, amount in other.quantities.items():
            self.quantities[name] = self.quantities.get(name, 0.0) + times * amount
        self.itself += times * other.itself
        self.chance += times * other.chance


@dataclass(frozen=True, slots=True)
class _View:
    """What is looked at: a quantity on one of the courses of an inquiry."""

    inquiry: Inquiry
    quantity: str
    share: float
    """How far everything from outside is turned up on the course: 1 is what happened."""
    past: Past

    def draws(self, term: Term, part: float, month: int) -> Draws:
        """Return the draws a term needs, with a part of the luck there is on this course."""
        return self.inquiry.draws(part * self.share, month) if term.secant.draws else ()

    @property
    def column(self) -> int:
        return self.inquiry.engine.names[self.quantity]

    @property
    def moved(self) -> float:
        """How far the quantity moved."""
        stretch, rows = self.inquiry.stretch, self.past.rows
        return rows[stretch.last][self.column] - rows[stretch.first][self.column]


@lru_cache(maxsize=256)
def parts_of_account(model: Model, quantity: str) -> tuple[str, ...]:
    """Return the stocks, and the accounts of stocks, that an equation only adds up; else nothing.

    Such an equation adds and subtracts quantities, at most in another unit or up to a limit.
    """
    trees = {str(one.id): one.equals.tree for one in model.equations}
    parameters = {str(one.id) for one in model.parameters}
    if quantity not in trees or not _is_sum(trees[quantity], parameters):
        return ()
    stocks = {str(one.id) for one in model.stocks}
    named = names_in(trees[quantity])
    behind = {one: parts_of_account(model, one) for one in named}
    parts = [one for one in named if one in stocks or behind[one]]
    return tuple(dict.fromkeys((*parts, *(part for few in behind.values() for part in few))))


def _is_sum(tree: Tree, parameters: set[str]) -> bool:
    """Return whether a formula is made of quantities, numbers, and signs that keep them apart."""
    match tree:
        case Operation("+" | "-", left, right):
            return _is_sum(left, parameters) and _is_sum(right, parameters)
        case Operation("/", left, Number()) | Call("min" | "max", (Number(), left)):
            return _is_sum(left, parameters)
        case Name(name):
            return name not in parameters
        case _:
            return isinstance(tree, Number)


def accounts(inquiry: Inquiry, share: float = 1.0) -> Arrowed:
    """Return what moved the quantity asked about, looking through an equation that adds up."""
    return _looked_through(inquiry, inquiry.asked.quantity, share)


def _looked_through(inquiry: Inquiry, quantity: str, share: float) -> Arrowed:
    direct = arrowed(inquiry, quantity, share)
    parts = parts_of_account(inquiry.engine.model, quantity)
    found = Arrowed({}, direct.itself, direct.chance)
    for name, amount in direct.quantities.items():
        if name not in parts:
            found.add(Arrowed({name: amount}), 1.0)
            continue
        behind = _looked_through(inquiry, name, share)
        whole = behind.total()
        size = sum(map(abs, (*behind.quantities.values(), behind.itself, behind.chance)))
        if abs(whole) > NOTHING * size:
            found.add(behind, amount / whole)
        else:
            found.itself += amount
    return found


def arrowed(inquiry: Inquiry, quantity: str, share: float = 1.0) -> Arrowed:
    """Return how much each arrow into a quantity moved it.

    Args:
        inquiry: the line and the months.
        quantity: what moved.
        share: how far everything from outside is turned up: 1 is what happened, 0 the quiet course.
    """
    past = inquiry.real if share == 1 else inquiry.past(share)
    view, found = _View(inquiry, quantity, share, past), Arrowed()
    model = inquiry.engine.model
    trees = {name: tree for name, tree, _ in formulas_in_order(model)}
    if quantity not in trees:  # a series or an order: nothing lies behind it
        found.itself = view.moved
        return found
    named = names_in(trees[quantity])
    found.quantities = {
        one: 0.0 for one in named if one in inquiry.engine.names and one != quantity
    }
    split = _stock if any(one.id == quantity for one in model.stocks) else _equation
    split(view, found)
    return found


def _equation(view: _View, found: Arrowed) -> None:
    """Share what an equation became from each month to the next."""
    engine, stretch, past = view.inquiry.engine, view.inquiry.stretch, view.past
    formula = dict(formulas(engine.model).equations)[view.column]
    ids = engine.program.names
    for month in range(stretch.first, stretch.last):
        a, b = past.rows[month : month + 2]
        try:
            slopes, luck, _ = formula.slopes(
                a, b, engine.parameters, *past.draws[month : month + 2]
            )
        except (ArithmeticError, ValueError):  # a power that has no value half-way
            found.itself += b[view.column] - a[view.column]
            continue
        for column, slope in zip(formula.columns, slopes, strict=True):
            found.quantities[ids[column]] += slope * (b[column] - a[column])
        found.chance += sum(luck)


def _stock(view: _View, found: Arrowed) -> None:
    """Count what every term of a stock's change brought in every month."""
    engine, stretch, rows = view.inquiry.engine, view.inquiry.stretch, view.past.rows
    for term in terms(engine.model, view.quantity):
        for month in range(stretch.first, stretch.last):
            brought = _brought(view, term, rows[month], rows[stretch.first], month)
            for column, share in zip(term.others, brought.shares, strict=True):
                found.quantities[engine.program.names[column]] += share
            found.itself += brought.rest
            found.chance += brought.luck


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a term brought in one month."""

    shares: tuple[float, ...]
    """One for each of the other quantities it names."""
    rest: float
    luck: float


def _brought(view: _View, term: Term, row: Row, before: Row, month: int) -> _Brought:
    """Share what a term brought.

    Where it has no value without the others it is shared from their values in the first month on,
    and where it has none on the way from there either, it is the stock's own doing.
    """
    nothing = _with(row, term.others, lambda _column: 0.0)
    for start in (nothing, _with(row, term.others, before.__getitem__)):
        try:
            brought = _on_the_way(view, term, start, row, month)
            return _pulled(view, term, brought, month) if term.is_pull else brought
        except (ArithmeticError, ValueError):
            continue
    draws = view.draws(term, 1.0, month)
    _, _, (value, _) = term.secant.slopes(row, row, view.inquiry.engine.parameters, draws, draws)
    return _Brought((0.0,) * len(term.others), value, 0.0)


def _on_the_way(view: _View, term: Term, start: Row, row: Row, month: int) -> _Brought:
    """Share a term along the straight way from `start` to `row`."""
    shares, luck, first = [0.0] * len(term.others), 0.0, 0.0
    places = [term.secant.columns.index(column) for column in term.others]
    paces = PACES if len(term.others) + len(term.secant.draws) > 1 else 1  # one alone takes all
    for pace in range(paces):
        low, high = pace / paces, (pace + 1) / paces
        a, b = (_between(start, row, share) for share in (low, high))
        draws = [view.draws(term, end, month) for end in (low, high)]
        slopes, did, ends = term.secant.slopes(a, b, view.inquiry.engine.parameters, *draws)
        first = first if pace else ends[0]
        luck += sum(did)
        for number, place in enumerate(places):
            column = term.others[number]
            shares[number] += slopes[place] * (b[column] - a[column])
    return _Brought(tuple(shares), first, luck)


def _pulled(view: _View, term: Term, brought: _Brought, month: int) -> _Brought:
    """Return what a pull brought, shared by what makes up its goal."""
    nothing, draws = [0.0] * len(view.inquiry.engine.names), view.draws(term, 0.0, month)
    ends = nothing, nothing, view.inquiry.engine.parameters
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
