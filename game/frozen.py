"""Frozen dataclasses that cost nothing until the first of a kind is made.

The standard library writes six functions for each such class and compiles every one on its own: a
millisecond a class, and the window waits for two hundred. Here what the functions do alike is
shared, and each of the others is written when it is first called. To whoever uses the classes,
and to type checkers, they are dataclasses.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - it is to be found here

    Kind = Any
    """A class that `dataclass` stands before."""
    Fields = tuple[dataclasses.Field[Any], ...]
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


LATER = object()
"""Stands for what nobody gave."""


def maker_of(kind: Kind) -> Callable[[Iterable[Any]], Any]:
    """Return what makes one of a class from the values of all its fields, in their order.

    It needs no `__init__`: of many classes a campaign has so few things that writing the function
    takes longer than making them all. The class must do nothing else when one is made.
    """
    fields = [getattr(kind, one.name).__set__ for one in dataclasses.fields(kind)]

    def made(values: Iterable[Any]) -> Any:
        one = object.__new__(kind)
        for put, value in zip(fields, values, strict=True):
            put(one, value)
        return one

    return made


def _frozen(kind: Kind, *, eq: bool, repr: bool) -> Kind:  # noqa: A002 - dataclass calls it so
    """Give a class whose fields are known the functions of a frozen dataclass."""
    own = vars(kind)
    for name in WRITTEN if eq else ("__init__",):
        if own.get(name) is None:  # beside its own `__eq__` a class has None for a hash
            setattr(kind, name, _first(kind, name))
    if repr and "__repr__" not in own:
        kind.__repr__ = _shown
    kind.__setattr__, kind.__delattr__ = _refuse_to_set, _refuse_to_delete
    kind.__getstate__, kind.__setstate__ = _state, _restore
    return kind


def _first(kind: Kind, name: str) -> Callable[..., Any]:
    """Return what stands in for a function of a class until it is called: then that is written."""

    def first(self: Any, *given: Any, **named: Any) -> Any:
        fields, space = dataclasses.fields(kind), dict[str, Any]()
        exec("\n".join(WRITTEN[name](kind, fields, space)), space)  # text of our own
        written = space[name]
        written.__qualname__ = f"{kind.__qualname__}.{name}"
        setattr(kind, name, written)
        return written(self, *given, **named)

    return first


def _init(kind: Kind, fields: Fields, space: dict[str, Any]) -> Iterator[str]:
    """Yield the text of the function that sets every field past the refusal to set any."""
    given = [one for one in fields if one.init]
    for one in given:
        space[f"set_{one.name}"] = getattr(kind, one.name).__set__
        space[f"new_{one.name}"] = one.default_factory
        space[f"or_{one.name}"] = LATER if one.default is dataclasses.MISSING else one.default
    space["LATER"] = LATER
    order = [_parameter(one) for one in given if not one.kw_only]
    named = [_parameter(one) for one in given if one.kw_only]
    yield f"def __init__({', '.join(('self', *order, *(['*'] if named else []), *named))}):"
    yield from (f"    set_{one.name}(self, {_value(one)})" for one in given)
    yield "    self.__post_init__()" if hasattr(kind, "__post_init__") else "    pass"


def _parameter(one: dataclasses.Field[Any]) -> str:
    """Return a field as a parameter."""
    is_asked = one.default is one.default_factory is dataclasses.MISSING
    return one.name if is_asked else f"{one.name}=or_{one.name}"


def _value(one: dataclasses.Field[Any]) -> str:
    """Return what a field is set to: what was given, or a new thing of its own."""
    if one.default_factory is dataclasses.MISSING:
        return one.name
    return f"new_{one.name}() if {one.name} is LATER else {one.name}"


def _eq(_kind: Kind, fields: Fields, _space: dict[str, Any]) -> Iterator[str]:
    """Yield the text of the function that compares two of a kind."""
    yield "def __eq__(self, other):"
    yield "    if other.__class__ is not self.__class__:"
    yield "        return NotImplemented"
    yield f"    return {_compared('self', fields)} == {_compared('other', fields)}"


def _hash(_kind: Kind, fields: Fields, _space: dict[str, Any]) -> Iterator[str]:
    """Yield the text of the function that goes with it."""
    yield "def __hash__(self):"
    yield f"    return hash({_compared('self', fields)})"


def _compared(name: str, fields: Fields) -> str:
    """Return the text for all that is compared of one."""
    return f"({''.join(f'{name}.{one.name}, ' for one in fields if one.compare)})"


WRITTEN = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}
"""Functions that are written for each class, as they are called often; and what writes them."""


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
