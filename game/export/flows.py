"""What flows into and out of the stocks of a model, as stock-and-flow programs draw it.

Here a stock has one formula for its change. There it has flows: an equation that the formula adds
or takes away is one, and if another stock takes away or adds the same, both hang on one pipe. What
is left over of a formula becomes a flow of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from game.campaign.formula import Name, Number, Operation, Tree
from game.campaign.model import Model
from game.export.names import free
from game.frozen import dataclass


class Ends(NamedTuple):
    """The ids of the stocks that a flow hangs on."""

    into: str | None
    out_of: str | None


@dataclass(frozen=True, slots=True)
class Flow:
    """Something that flows into a stock, out of one, or both."""

    name: str
    """What it is called there."""
    tree: Tree
    ends: Ends
    equation: str | None = None
    """The id of the equation that it is, if it is one."""


def flows_of(model: Model, names: Mapping[str, str]) -> tuple[Flow, ...]:
    """Return the flows of a model; `names` says what its quantities are called there."""
    known, taken = {str(one.id) for one in model.equations}, set(names.values())
    found: list[Flow] = []
    left: dict[Ends, list[Tree]] = defaultdict(list)
    for tree, pairs in _hung(model).items():
        equation = tree.name if isinstance(tree, Name) and tree.name in known else None
        for number, ends in enumerate(pairs):
            if equation and number == 0:
                found.append(Flow(names[equation], tree, ends, equation))
            else:
                left[ends].append(tree)
    for ends, trees in left.items():
        name = free(_title(ends, names), taken)
        taken.add(name)
        found.append(Flow(name, reduce(_sum, trees), ends))
    return tuple(found)


def _hung(model: Model) -> dict[Tree, list[Ends]]:
    """Return for each thing that is added or taken away the stocks that it hangs on, in pairs.

    If it is added to several, it goes to the one that has fewest other sources: that is more likely
    to be where it really goes than one that only keeps count.
    """
    into: dict[Tree, list[str]] = defaultdict(list)
    out_of: dict[Tree, list[str]] = defaultdict(list)
    trees: dict[Tree, None] = {}
    sources: Counter[str] = Counter()
    for stock in model.stocks:
        for sign, tree in terms(stock.change.tree):
            trees[tree] = None
            sources[str(stock.id)] += sign > 0
            (into if sign > 0 else out_of)[tree].append(str(stock.id))
    return {
        tree: [
            Ends(*pair)
            for pair in zip_longest(sorted(into[tree], key=sources.__getitem__), out_of[tree])
        ]
        for tree in trees
    }


def terms(tree: Tree) -> Iterator[tuple[int, Tree]]:
    """Yield the parts of a sum: 1 or -1, and what is added or taken away."""
    match tree:
        case Operation("+", left, right):
            yield from terms(left)
            yield from terms(right)
        case Operation("-", left, right):
            yield from terms(left)
            yield from ((-sign, part) for sign, part in terms(right))
        case Number(0.0):
            pass
        case _:
            yield 1, tree


def _sum(left: Tree, right: Tree) -> Tree:
    return Operation("+", left, right)


def _title(ends: Ends, names: Mapping[str, str]) -> str:
    match ends:
        case Ends(str(into), str(out_of)):
            return f"{names[out_of]}_to_{names[into]}"
        case Ends(str(into), _):
            return f"into_{names[into]}"
        case _:
            return f"out_of_{names[str(ends.out_of)]}"
