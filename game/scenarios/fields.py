"""What the frozen types say about their own fields: the keys of the files, and how to read them."""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from game.campaign.formula import Formula, Measure
from game.campaign.words import Month, Prose

WRITTEN_AS_TEXT = (Formula, Measure, Month)
"""Classes that are a piece of text in a file."""


@lru_cache(maxsize=256)
def fields_of(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass and their types.

    `typing.get_type_hints` says the same, but evaluates each text of an annotation by itself.
    """
    fields = dataclasses.fields(kind)
    written = f"({' '.join(f'{one.type},' for one in fields)})"
    held = eval(written, vars(sys.modules[kind.__module__]))  # annotations of ours
    return dict(zip((one.name for one in fields), held, strict=True))


@lru_cache(maxsize=256)
def defaults_of(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass and what they hold when nothing is written."""
    return {field.name: field.default for field in dataclasses.fields(kind)}


@lru_cache(maxsize=256)
def required_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that have no default."""
    return tuple(name for name, one in defaults_of(kind).items() if one is dataclasses.MISSING)


@lru_cache(maxsize=256)
def prose_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that hold words for the player, one text or several."""
    return tuple(
        name
        for name, held in fields_of(kind).items()
        if held is Prose or Prose in typing.get_args(held)
    )


def texts_of(part: Any) -> Iterator[tuple[str, str]]:
    """Yield every text for the player in a part, with the rest of its key path."""
    kind: Any = type(part)
    for name in prose_of(kind):
        held = getattr(part, name)
        if type(held) is str:
            yield name, held
        elif held is not None:
            for number, text in enumerate(held, 1):
                yield f"{name}.{number}", text


@lru_cache(maxsize=256)
def formulas_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that hold a formula or a measure."""
    return tuple(
        name for name, held in fields_of(kind).items() if required(held) in (Formula, Measure)
    )


@lru_cache(maxsize=256)
def required(kind: Any) -> Any:
    """Return what a field holds when it is there: `X` for `X | None`."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return next(one for one in typing.get_args(kind) if one is not types.NoneType)
    return kind


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """How a type is written down."""

    shape: typing.Literal["record", "named", "list", "tuple", "words", "text"]
    """A mapping with known keys; one from ids to records; a list; a list of a known length; a
    mapping from word to word; a piece of text."""
    inner: tuple[Any, ...] = ()
    """What is in it."""


@lru_cache(maxsize=256)
def form_of(kind: Any) -> Form:
    """Return how values of `kind` are written down."""
    kind = required(kind)
    inner = typing.get_args(kind)
    if typing.get_origin(kind) is dict:
        return Form("words")
    if typing.get_origin(kind) is tuple:
        if len(inner) != 2 or inner[1] is not Ellipsis:
            return Form("tuple", inner)
        named = is_record(inner[0]) and "id" in fields_of(inner[0])
        return Form("named" if named else "list", inner[:1])
    return Form("record" if is_record(kind) else "text", (kind,))


def is_record(kind: Any) -> bool:
    """Return whether values of `kind` are written as a mapping with known keys."""
    return dataclasses.is_dataclass(kind) and kind not in WRITTEN_AS_TEXT
