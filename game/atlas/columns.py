"""Columns: a quantity of many lines at once, with a number for each, or one for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.campaign.formula import Formula
from game.simulation.arrays import Values, values_of

Column: TypeAlias = Values
"""A quantity in one month: a number a line, or one for all of them."""
Row: TypeAlias = tuple[Column, ...]
"""Several quantities of one month."""
Booleans: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int64]


def whole(column: Column, lines: int) -> NDArray[np.float64]:
    """Return a column with a number for each line."""
    return np.broadcast_to(np.asarray(column, dtype=np.float64), (lines,))


def holds(column: Column, lines: int) -> Booleans:
    """Return for each line whether a condition's number is other than 0."""
    flags: Booleans = whole(column, lines) != 0
    return flags


def condition(formula: Formula, names: dict[str, int], row: Row, lines: int) -> Booleans:
    """Return for each line whether a formula holds in a month; `names` are the places in a row."""
    return holds(values_of(formula, lambda name: row[names[name]]), lines)


def stacked(rows: Sequence[NDArray[Any]], lines: int) -> NDArray[Any]:
    """Return rows of a number a line, however many, as one array with a row for each line."""
    return np.array(rows).reshape(len(rows), lines).T


def picked(row: Row, lines: Numbers) -> Row:
    """Return a row for some of its lines. A column of one number goes for all of them."""
    return tuple(
        column[lines] if isinstance(column, np.ndarray) and column.size > 1 else column
        for column in row
    )
