"""The part of a model that some quantities hang on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from game.campaign.formula import Tree, names_in
from game.campaign.model import Model


@lru_cache(maxsize=16)
def part_of(model: Model, names: frozenset[str]) -> Model:
    """Return the model with only the stocks, equations and parameters that `names` need.

    Series and orders stay: what is read from outside is not computed.
    """
    needed = _needed(model, names)
    return replace(
        model,
        equations=tuple(one for one in model.equations if one.id in needed),
        stocks=tuple(one for one in model.stocks if one.id in needed),
        parameters=tuple(one for one in model.parameters if one.id in needed),
        readings=tuple(
            replace(one, overrides=tuple(o for o in one.overrides if o.id in needed))
            for one in model.readings
        ),
    )


def _needed(model: Model, names: Iterable[str]) -> set[str]:
    """Return `names` and all that their formulas name, directly or through others."""
    formulas: dict[str, list[Tree]] = {str(one.id): [one.equals.tree] for one in model.equations}
    for one in model.stocks:
        formulas[str(one.id)] = [one.starts.tree, one.change.tree]
    needed, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += [other for tree in formulas.get(name, ()) for other in names_in(tree)]
    return needed
