"""What holds for a whole room is found out once, not once for each pupil who looks.

Rooms are frozen: as long as it is the very same one, so is all that follows from it. A room of five
hundred would otherwise have its voices counted five hundred times whenever a page is turned.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Found = TypeVar("Found")
MOST = 24
"""Answers of a function that are kept; then all are forgotten."""


def once(find: Callable[[*Given], Found]) -> Callable[[*Given], Found]:
    """Return a function that answers the very same arguments as it did before.

    Arguments are told apart by what they are, not by what they say, for to compare rooms takes
    long. So they have to be frozen.
    """
    kept: dict[tuple[int, ...], tuple[tuple[*Given], Found]] = {}

    @wraps(find)
    def found(*given: *Given) -> Found:
        key = tuple(map(id, given))
        before = kept.get(key)
        if before is None:
            before = given, find(*given)  # an id belongs to its argument as long as that is kept
            if len(kept) >= MOST:
                kept.clear()
            kept[key] = before
        return before[1]

    return found
