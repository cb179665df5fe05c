"""A campaign as plain lists, numbers and texts, and back: for a copy that needs no reading.

Formulas are kept as their texts and parsed again, so that nothing gets into the model's function
but what the language of formulas allows.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from game.campaign.formula import Formula, Measure, formula, measure
from game.campaign.words import Month
from game.frozen import maker_of
from game.scenarios.fields import fields_of, is_record

Made = Callable[[Any], Any]
"""From plain things to a value."""


def plain(value: Any) -> Any:
    """Return a value of a campaign as what JSON can hold: a record as the list of its fields."""
    if isinstance(value, Formula | Measure):
        return value.text
    if dataclasses.is_dataclass(value):
        return [plain(getattr(value, one.name)) for one in dataclasses.fields(value)]
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def made(kind: Any, given: Any) -> Any:
    """Return the value of a kind that `plain` turned into this.

    Raises:
        ValueError, TypeError, KeyError: when it is something else.
    """
    return _maker(kind)(given)


@lru_cache(maxsize=256)
def _maker(kind: Any) -> Made:
    """Return the function that makes values of a kind."""
    inner = typing.get_args(kind)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        some = _maker(inner[0])
        return lambda given: None if given is None else some(given)
    if typing.get_origin(kind) is tuple:
        return _tuple(inner)
    if kind is Formula:
        return lambda given: formula(given, luck=True)  # where luck may not be was checked before
    if kind is Measure:
        return measure
    if kind is Month:
        return lambda given: Month(*given)
    if is_record(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {str(one): one for one in kind}.__getitem__
    return _itself


def _itself(given: Any) -> Any:
    return given


def _tuple(inner: tuple[Any, ...]) -> Made:
    if inner[1] is Ellipsis:
        one = _maker(inner[0])
        return tuple if one is _itself else lambda given: tuple(map(one, given))
    makers = [_maker(one) for one in inner]
    return lambda given: tuple(make(one) for make, one in zip(makers, given, strict=True))


def _record(kind: Any) -> Made:
    makers = [(number, _maker(one)) for number, one in enumerate(fields_of(kind).values())]
    makers = [(number, maker) for number, maker in makers if maker is not _itself]
    whole = maker_of(kind)

    def record(given: Any) -> Any:
        values = list(given)
        for number, make in makers:
            values[number] = make(values[number])
        return whole(values)

    return record
