"""From nodes to frozen types: the fields of a class are the keys, their types say how to read.

A bad value is noted and reading goes on: whatever has no mistake in it is kept, so that later
checks can look at it even when the things around it are broken. What reads the values of a type is
made once, when the first of them is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from game.frozen import maker_of
from game.scenarios import catalogue
from game.scenarios.fields import defaults_of, fields_of, form_of, required, required_of
from game.scenarios.findings import Findings
from game.scenarios.nodes import Broken, Node
from game.scenarios.problem import Kind, Mark, problem
from game.scenarios.scalars import (
    Fault,
    last,
    listed,
    meaning_of,
    names_something,
    near,
    numbers,
    shape,
)


class FailedError(Exception):
    """A value that could not be read; the problem is already noted."""


class Converter:
    """Takes nodes apart and collects what is found."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def report(self, kind: Kind, mark: Mark, **words: object) -> FailedError:
        """Note a problem and return an exception to leave with."""
        self.findings.problems.append(problem(kind, mark, **words))
        return FailedError()

    def items(self, node: Node, path: str) -> Sequence[Node]:
        """Return the items of a list."""
        if type(node) is not list:
            raise self.misshapen(node, path, "a list")
        return node

    def pairs(self, node: Node, path: str) -> Iterable[tuple[str, Node]]:
        """Return the pairs of a mapping."""
        if type(node) is not dict:
            raise self.misshapen(node, path, "a mapping")
        return node.items()

    def misshapen(self, node: Node, path: str, wanted: str) -> FailedError:
        """Note that a node has the wrong shape, unless that is noted already."""
        if node is Broken.VALUE:
            return FailedError()
        words = {"name": last(path), "wanted": wanted, "given": shape(node)}
        return self.report(catalogue.WANTED, self.findings.value_mark(path), **words)

    def unknown(self, key: str, path: str, known: Iterable[str]) -> FailedError:
        """Note that a mapping has a key that is none of those it may have."""
        words = set(known) - {"id"}
        cure = f"take it out, or write one of: {listed(words)}{near(key, words)}"
        mark = self.findings.key_mark(f"{path}.{key}")
        return self.report(catalogue.UNKNOWN_KEY, mark, key=key[:40], cure=cure)

    def lacks(self, path: str, keys: Iterable[str]) -> FailedError:
        """Note that a mapping has not all keys it must have."""
        words = {"name": last(path), "keys": ", ".join(keys)}
        return self.report(catalogue.MISSING_KEY, self.findings.mark(path), **words)

    def each(self, reads: Iterable[Read], items: Iterable[Node], path: str) -> tuple[Any, ...]:
        """Read several values; go on after a bad one, then fail once."""
        values, sound = [], True
        for number, (read, item) in enumerate(zip(reads, items, strict=False), 1):
            try:
                values.append(read(self, item, f"{path}.{number}"))
            except FailedError:
                sound = False
        if not sound:
            raise FailedError
        return tuple(values)


Read = Callable[[Converter, Node, str], Any]
"""From a node at a key path to a value; raises `FailedError` when it is none, and that is noted."""


@lru_cache(maxsize=256)
def reader_of(kind: Any) -> Read:
    """Return what reads values of `kind`."""
    form = form_of(kind)
    match form.shape:
        case "text":
            return _text(form.inner[0], Findings.value_mark)
        case "record":
            return _record(form.inner[0])
        case "named":
            return _named(form.inner[0])
        case "list":
            return _list(form.inner[0])
        case "tuple":
            return _fixed(form.inner)
        case "words":
            return _words


def _text(kind: Any, place: Callable[[Findings, str], Mark]) -> Read:
    """Return what reads pieces of text that stand as keys or as values."""
    meaning, names = meaning_of(kind), names_something(kind)

    def text(converter: Converter, node: Node, path: str) -> Any:
        if type(node) is not str:
            raise converter.misshapen(node, path, "text")
        said = node.strip()
        if not said:
            mark = place(converter.findings, path)
            raise converter.report(catalogue.EMPTY, mark, name=last(path))
        if meaning is None:
            return said
        value, findings = meaning(said, path), converter.findings
        if type(value) is Fault:
            mark = findings.spot(path, *value.spot) if value.spot else place(findings, path)
            raise converter.report(value.kind, mark, **value.words)
        if names:
            findings.mentions[kind].append((path, value))
        return value

    return text


def _record(kind: Any) -> Read:
    """Return what reads mappings with known keys."""
    read = thing_reader(kind, named=False)
    return lambda converter, node, path: read(converter, node, path, {})


def _named(kind: Any) -> Read:
    """Return what reads mappings from id to thing."""
    read_name = _text(required(fields_of(kind)["id"]), Findings.key_mark)
    read_thing = thing_reader(kind, named=True)

    def things(converter: Converter, node: Node, path: str) -> tuple[Any, ...]:
        values, sound, pairs = [], True, converter.pairs(node, path)
        names = converter.findings.lists[path] = []
        for key, value in pairs:
            try:
                name = read_name(converter, key, f"{path}.{key.strip()}")
                names.append(name)
                values.append(read_thing(converter, value, f"{path}.{name}", {"id": name}))
            except FailedError:
                sound = False
        if not sound:
            raise FailedError
        return tuple(values)

    return things


def _list(kind: Any) -> Read:
    """Return what reads lists."""
    read = reader_of(kind)
    return lambda converter, node, path: converter.each(
        repeat(read), converter.items(node, path), path
    )


def _fixed(kinds: tuple[Any, ...]) -> Read:
    """Return what reads lists of a known length."""
    reads, are_numbers = [reader_of(kind) for kind in kinds], set(kinds) == {float}

    def values(converter: Converter, node: Node, path: str) -> tuple[Any, ...]:
        items = converter.items(node, path)
        if are_numbers and len(items) == len(reads) and (row := numbers(items)):
            return row  # nearly all of a map
        if len(items) != len(reads):
            words = {"name": last(path), "wanted": f"a list of {len(reads)} values"}
            mark = converter.findings.value_mark(path)
            raise converter.report(catalogue.WANTED, mark, **words, given=len(items))
        return converter.each(reads, items, path)

    return values


def _words(converter: Converter, node: Node, path: str) -> dict[str, str]:
    """Read a mapping from word to word."""
    read, found, sound = reader_of(str), {}, True
    for key, value in converter.pairs(node, path):
        try:
            found[key] = read(converter, value, f"{path}.{key}")
        except FailedError:
            sound = False
    if not sound:
        raise FailedError
    return found


@lru_cache(maxsize=256)
def thing_reader(kind: Any, *, named: bool) -> Callable[..., Any]:
    """Return what reads a mapping into a dataclass.

    It takes a converter, the node, its key path, and the values that are known from outside.

    Args:
        kind: the dataclass.
        named: whether its id is known from outside.
    """
    known = {name: reader_of(held) for name, held in fields_of(kind).items()}
    if named:
        del known["id"]
    defaults, needed, made_of = defaults_of(kind), frozenset(required_of(kind)), maker_of(kind)

    def thing(converter: Converter, node: Node, path: str, values: dict[str, Any]) -> Any:
        sound = True
        for key, value in converter.pairs(node, path):
            try:
                read = known.get(key)
                if read is None:
                    raise converter.unknown(key, path, known)
                values[key] = read(converter, value, f"{path}.{key}")
            except FailedError:
                values[key], sound = None, False  # but it was written
        if not needed <= values.keys():
            raise converter.lacks(path, [one for one in required_of(kind) if one not in values])
        if not sound:
            raise FailedError
        made = made_of((defaults | values).values())
        converter.findings.parts[kind].append((path, made))
        return made

    return thing
