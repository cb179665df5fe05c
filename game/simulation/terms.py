"""What the change of a stock adds up, term by term."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from game.campaign.formula import Number, Operation, Tree, names_in
from game.campaign.model import Model
from game.frozen import dataclass
from game.simulation.backwards import columns_of, formulas_in_order, parameters_in
from game.simulation.secants import Secant, draws_in, secant


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a stock's change adds up."""

    tree: Tree
    is_pull: bool
    """Whether it is a constant times (goal - the stock)."""
    others: tuple[int, ...]
    """The columns of the quantities it names besides the stock."""
    secant: Secant


@lru_cache(maxsize=64)
def terms(model: Model, stock: str) -> tuple[Term, ...]:
    """Return what the change of a stock adds up.

    A constant before a bracket is multiplied into it, so that each flow stands alone, unless the
    bracket is a pull.
    """
    columns, parameters = columns_of(model), parameters_in(model)
    changes = formulas_in_order(model)[len(model.equations) :]
    tree, first = next((tree, first) for name, tree, first in changes if name == stock)
    parts = _Sum(stock, frozenset(parameters)).apart(tree)
    draws = accumulate((draws_in(part) for part, _ in parts), initial=first)
    made = []
    for (part, is_pull), number in zip(parts, draws, strict=False):
        others = tuple(sorted(columns[n] for n in names_in(part) if n in columns and n != stock))
        made.append(Term(part, is_pull, others, secant(part, columns, parameters, number)))
    return tuple(made)


_Part = tuple[Tree, bool]
"""A term, and whether it is a pull."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """Takes a sum apart. The terms keep the order of the text, and so of its draws."""

    stock: str
    parameters: frozenset[str]

    def apart(self, tree: Tree) -> list[_Part]:
        """Return the terms of a formula."""
        match tree:
            case Operation("+", left, right):
                return [*self.apart(left), *self.apart(right)]
            case Operation("-", left, right):
                taken = [
                    (Operation("*", Number(-1.0), one), pull) for one, pull in self.apart(right)
                ]
                return [*self.apart(left), *taken]
            case Operation("*", left, right) if self.is_constant(left):
                return self.times(tree, right, lambda one: Operation("*", left, one))
            case Operation("*" | "/" as sign, left, right) if self.is_constant(right):
                return self.times(tree, left, lambda one: Operation(sign, one, right))
            case _:
                return [(tree, False)]

    def times(self, tree: Tree, bracket: Tree, multiplied: Callable[[Tree], Tree]) -> list[_Part]:
        """Return the terms of a constant times a bracket; a pull stays in one piece."""
        parts = self.apart(bracket)
        own = [set(names_in(one)) - self.parameters == {self.stock} for one, _ in parts]
        if len(parts) > 1 and any(own):
            return [(tree, True)]
        return [(multiplied(one), pull) for one, pull in parts]

    def is_constant(self, tree: Tree) -> bool:
        """Return whether a part of a formula is made of parameters and numbers only."""
        return self.parameters.issuperset(names_in(tree)) and not draws_in(tree)
