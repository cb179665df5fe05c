"""A model turned into one Python function that computes a month.

The equations are sorted so that each comes after what it needs, and written out as straight-line
code. The same code serves single numbers and, with other functions in its place, arrays of draws
(`recording.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import Any, Generic, TypeVar

from game.campaign.model import Equation, Model, Order, Parameter, Series, Stock
from game.frozen import dataclass
from game.simulation.arithmetic import FUNCTIONS, python_source
from game.simulation.chance import key_of

V = TypeVar("V")
"""A number, or an array of them."""


class CircularEquationsError(ValueError):
    """Equations that need each other in the same month."""

    def __init__(self, ring: tuple[str, ...]) -> None:
        super().__init__("equations in a circle: " + " -> ".join(ring))
        self.ring = ring


@dataclass(frozen=True, slots=True)
class Program(Generic[V]):
    """What `compiled` made of a model, for numbers or for arrays."""

    names: tuple[str, ...]
    """Every quantity, in the order of a month's values."""
    stocks: tuple[str, ...]
    lucky: tuple[tuple[str, int], ...]
    """The draws of a month: (`noise` or `chance`, key)."""
    first: Callable[[Mapping[str, V]], tuple[V, ...]]
    """From parameters to the stocks of the first month."""
    month: Callable[..., tuple[tuple[V, ...], tuple[V, ...]]]
    """From (stocks, series, orders, parameters, draws) to (all values, the next stocks)."""


@lru_cache(maxsize=8)
def order_of(model: Model) -> tuple[Equation, ...]:
    """Return the equations, each after those it needs.

    Raises:
        CircularEquationsError: when some need each other in a circle.
    """
    known = {str(equation.id): equation for equation in model.equations}
    needs = {
        name: [other for other in one.equals.names if other in known] for name, one in known.items()
    }
    try:
        return tuple(known[name] for name in TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise CircularEquationsError(tuple(reversed(error.args[1]))) from None


@lru_cache(maxsize=8)
def compiled(model: Model) -> Program[float]:
    """Return the program of `model`."""
    return _program(model, FUNCTIONS, arrays=False)


def compiled_for_arrays(model: Model, functions: Mapping[str, Callable[..., Any]]) -> Program[Any]:
    """Return the program of `model` that takes arrays (or numbers) in place of single numbers.

    Args:
        model: the model.
        functions: what the names of functions stand for.
    """
    return _program(model, functions, arrays=True)


def _program(
    model: Model, functions: Mapping[str, Callable[..., Any]], *, arrays: bool
) -> Program[Any]:
    lines, lucky = _written(model, arrays=arrays)
    space: dict[str, Any] = dict(functions)
    exec(compile("\n".join(lines), "<model month>", "exec"), space)  # our own translation
    draws = tuple(lucky.draws)
    return Program(_names(model), _ids(model.stocks), draws, space["first"], space["month"])


def _names(model: Model) -> tuple[str, ...]:
    parts = (model.stocks, model.series, model.orders, order_of(model))
    return tuple(name for part in parts for name in _ids(part))


def _ids(part: Iterable[Stock | Series | Order | Equation | Parameter]) -> tuple[str, ...]:
    return tuple(str(one.id) for one in part)


def _written(model: Model, *, arrays: bool) -> tuple[list[str], _Lucky]:
    """Return the lines of the two functions of a program, and the draws a month asks for."""
    lucky = _Lucky(arrays=arrays)
    starts = [
        python_source(one.starts.tree, lambda name: f"of[{name!r}]", arrays=arrays)
        for one in model.stocks
    ]
    lines = [
        "def first(of):",
        f"    return ({''.join(f'{value}, ' for value in starts)})",
        "def month(stocks, series, orders, parameters, draws):",
        *_unpack(_ids(model.stocks), "stocks"),
        *_unpack(_ids(model.series), "series"),
        *_unpack(_ids(model.orders), "orders"),
        *_unpack(_ids(model.parameters), "parameters"),
    ]
    lines += [f"    q_{one.id} = {lucky.source(one)}" for one in order_of(model)]
    for one in model.stocks:
        lines.append(f"    next_{one.id} = q_{one.id} + {lucky.source(one)}")
    values, later = _tuple("q_", _names(model)), _tuple("next_", _ids(model.stocks))
    return [*lines, f"    return {values}, {later}"], lucky


class _Lucky:
    """Writes formulas and notes the draws they ask for."""

    def __init__(self, *, arrays: bool) -> None:
        self.arrays = arrays
        self.draws: list[tuple[str, int]] = []

    def source(self, quantity: Equation | Stock) -> str:
        """Return the source of a quantity's formula; each draw in it becomes `draws[n]`."""
        tree = quantity.equals.tree if isinstance(quantity, Equation) else quantity.change.tree
        before = len(self.draws)

        def draw(function: str) -> str:
            number = len(self.draws)
            self.draws.append((function, key_of(f"{quantity.id} {function} {number - before}")))
            return f"draws[{number}]"

        return python_source(tree, lambda name: f"q_{name}", draw, arrays=self.arrays)


def _unpack(names: tuple[str, ...], source: str) -> list[str]:
    return [f"    {_tuple('q_', names)} = {source}"] if names else []


def _tuple(prefix: str, names: tuple[str, ...]) -> str:
    return "(" + "".join(f"{prefix}{name}, " for name in names) + ")"
