"""Names that other modelling programs take as they are."""

from __future__ import annotations

import re

from game.campaign.model import Model

WORDS = """
    abs and arccos arcsin arctan chance clamp cos delay delay1 delay3 delayn dt else exp exprnd
    final_time forcst if inf init initial_time int ln log10 lognormal max mean min mod normal or pi
    poisson previous pulse ramp random rank safediv saveper self size smth1 smth3 smthn sqrt
    starttime step stddev stoptime sum tan then time time_step trend uniform
"""
"""The words and functions of XMILE 1.0, and what PySD adds."""
RESERVED = frozenset(WORDS.split())
NEGATED = re.compile(r"not")
"""Some readers take the beginning of `notables` for a `not`."""


def names_of(model: Model) -> dict[str, str]:
    """Return, for each quantity and parameter, the name it goes by in other programs.

    It is the name it has here, unless that means something there, or differs from another only in
    the number of its underscores, which count as one.
    """
    parts = (model.parameters, model.series, model.orders, model.equations, model.stocks)
    names: dict[str, str] = {}
    for part in parts:
        for one in part:
            names[str(one.id)] = free(str(one.id), set(names.values()))
    return names


def free(name: str, taken: set[str]) -> str:
    """Return `name`, or one like it that means nothing there and is not taken yet."""
    plain = re.sub(r"_+", "_", name).strip("_")
    if plain in RESERVED or NEGATED.match(plain):
        plain = f"the_{plain}"
    number, found = 1, plain
    while found in taken:
        number += 1
        found = f"{plain}_{number}"
    return found
