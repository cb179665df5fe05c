"""Frozen dataclasses that cost nothing until the first of a kind is made.

The standard library writes six functions for each such class and compiles every one on its own: a
millisecond a class, and the window waits for two hundred. Here what the functions do alike is
shared, and the rest is written in one piece when it is first called. To whoever uses the classes,
and to type checkers, they are dataclasses.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - it is to be found here

    Kind = Any
    """A class that `dataclass` stands before."""
else:

    def dataclass(**options):
        """Return what makes a dataclass of a class; the options are the standard library's."""
        if not (options.get("frozen") and options.get("slots")) or options.get("order"):
            return dataclasses.dataclass(**options)
        has = {"eq": options.get("eq", True), "repr": options.get("repr", True)}

        def made(kind):
            own = options | {"frozen": False, "init": False, "repr": False, "eq": False}
            return _frozen(dataclasses.dataclass(kind, **own), **has)

        return made


WRITTEN = ("__init__", "__eq__", "__hash__")
"""Functions that are written for each class: they are called often, and must be fast."""


def _frozen(kind: Kind, *, eq: bool, repr: bool) -> Kind:  # noqa: A002 - dataclass calls it so
    """Give a class whose fields are known the functions of a frozen dataclass."""
    for name in WRITTEN if eq else WRITTEN[:1]:
        setattr(kind, name, _first(kind, name, eq=eq))
    if repr:
        kind.__repr__ = _shown
    kind.__setattr__, kind.__delattr__ = _refuse_to_set, _refuse_to_delete
    kind.__getstate__, kind.__setstate__ = _state, _restore
    return kind


def _first(kind: Kind, name: str, *, eq: bool) -> Callable[..., Any]:
    """Return what stands in for a function of a class until it is called: then all are written."""

    def first(self: Any, *given: Any, **named: Any) -> Any:
        _write(kind, eq=eq)
        return getattr(kind, name)(self, *given, **named)

    return first


def _write(kind: Kind, *, eq: bool) -> None:
    """Write the functions of a class."""
    fields = dataclasses.fields(kind)
    space: dict[str, Any] = {"LATER": object()}
    for one in fields:
        space[f"set_{one.name}"] = getattr(kind, one.name).__set__
        space[f"new_{one.name}"] = one.default_factory
        space[f"or_{one.name}"] = one.default
    lines = [*_init_lines(fields, ends=hasattr(kind, "__post_init__"))]
    lines += _like_lines(fields) if eq else ()
    exec("\n".join(lines), space)  # our own text: nothing in it comes from outside but names
    for name in WRITTEN if eq else WRITTEN[:1]:
        space[name].__qualname__, space[name].__module__ = (
            f"{kind.__qualname__}.{name}",
            kind.__module__,
        )
        setattr(kind, name, space[name])


def _init_lines(fields: tuple[dataclasses.Field[Any], ...], *, ends: bool) -> Iterator[str]:
    """Yield the text of the function that sets every field past the refusal to set any."""
    given = [one for one in fields if one.init]
    order = [one for one in given if not one.kw_only]
    named = [one for one in given if one.kw_only]
    words = [*map(_parameter, order), *(["*"] if named else []), *map(_parameter, named)]
    yield f"def __init__({', '.join(('self', *words))}):"
    for one in given:
        yield f"    set_{one.name}(self, {_value(one)})"
    yield "    self.__post_init__()" if ends else "    pass"


def _parameter(one: dataclasses.Field[Any]) -> str:
    """Return a field as a parameter."""
    if one.default_factory is not dataclasses.MISSING:
        return f"{one.name}=LATER"
    return one.name if one.default is dataclasses.MISSING else f"{one.name}=or_{one.name}"


def _value(one: dataclasses.Field[Any]) -> str:
    """Return what a field is set to: what was given, or a new thing of its own."""
    if one.default_factory is dataclasses.MISSING:
        return one.name
    return f"new_{one.name}() if {one.name} is LATER else {one.name}"


def _like_lines(fields: tuple[dataclasses.Field[Any], ...]) -> Iterator[str]:
    """Yield the text of the functions that compare two of a kind."""
    compared = [one.name for one in fields if one.compare]
    mine, its = ("".join(f"{of}.{name}, " for name in compared) for of in ("self", "other"))
    yield "def __eq__(self, other):"
    yield "    if other.__class__ is not self.__class__:"
    yield "        return NotImplemented"
    yield f"    return ({mine}) == ({its})"
    yield "def __hash__(self):"
    yield f"    return hash(({mine}))"


def _shown(self: Any) -> str:
    """Return a value as one would write it."""
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: Any, name: str, _value: Any) -> NoReturn:
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _refuse_to_delete(_self: Any, name: str) -> NoReturn:
    message = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _state(self: Any) -> list[Any]:
    """Return the values of the fields, for another process."""
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    """Set the fields to values from another process."""
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
