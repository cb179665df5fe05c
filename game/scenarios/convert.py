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
from game.scenarios.nodes import Broken, Items, Keys, Node, Scalar
from game.scenarios.problem import Kind, Mark, Problem, problem
from game.scenarios.scalars import PLAIN, last, listed, meaning_of, near, shape


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
        if type(node) is not Items:
            raise self.misshapen(node, path, "a list")
        return node.items

    def pairs(self, node: Node, path: str) -> Sequence[tuple[Scalar, Node]]:
        """Return the pairs of a mapping."""
        if type(node) is not Keys:
            raise self.misshapen(node, path, "a mapping")
        return node.pairs

    def misshapen(self, node: Node, path: str, wanted: str) -> FailedError:
        """Note that a node has the wrong shape, unless that is noted already."""
        if isinstance(node, Broken):
            return FailedError()
        words = {"name": last(path), "wanted": wanted, "given": shape(node)}
        return self.report(catalogue.WANTED, node.mark, **words)

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
            return _text(form.inner[0])
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


def _text(kind: Any) -> Read:
    """Return what reads pieces of text."""
    meaning, names = meaning_of(kind), kind not in PLAIN

    def text(converter: Converter, node: Node, path: str) -> Any:
        if type(node) is not Scalar:
            raise converter.misshapen(node, path, "text")
        said = node.text.strip()
        if not said:
            raise converter.report(catalogue.EMPTY, node.mark, name=last(path))
        value = meaning(said, node, path)
        if type(value) is Problem:
            converter.findings.problems.append(value)
            raise FailedError
        if names:
            converter.findings.mentions[kind].append((path, value))
        return value

    return text


def _record(kind: Any) -> Read:
    """Return what reads mappings with known keys."""
    read = thing_reader(kind, named=False)
    return lambda converter, node, path: read(converter, node, path, {}, node)


def _named(kind: Any) -> Read:
    """Return what reads mappings from id to thing."""
    read_name = reader_of(required(fields_of(kind)["id"]))
    read_thing = thing_reader(kind, named=True)

    def things(converter: Converter, node: Node, path: str) -> tuple[Any, ...]:
        values, names, sound = [], [], True
        for key, value in converter.pairs(node, path):
            try:
                name = read_name(converter, key, f"{path}.{key.text.strip()}")
                names.append(name)
                values.append(read_thing(converter, value, f"{path}.{name}", {"id": name}, key))
            except FailedError:
                sound = False
        converter.findings.lists[path] = tuple(names)
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
    reads = [reader_of(kind) for kind in kinds]

    def values(converter: Converter, node: Node, path: str) -> tuple[Any, ...]:
        items = converter.items(node, path)
        if len(items) != len(reads):
            words = {"name": last(path), "wanted": f"a list of {len(reads)} values"}
            raise converter.report(catalogue.WANTED, node.mark, **words, given=len(items))
        return converter.each(reads, items, path)

    return values


def _words(converter: Converter, node: Node, path: str) -> dict[str, str]:
    """Read a mapping from word to word."""
    pairs = converter.pairs(node, path)
    values = converter.each(repeat(reader_of(str)), (value for _, value in pairs), path)
    return {key.text: value for (key, _), value in zip(pairs, values, strict=True)}


@lru_cache(maxsize=256)
def thing_reader(kind: Any, *, named: bool) -> Callable[..., Any]:
    """Return what reads a mapping into a dataclass.

    It takes a converter, the node, its key path, the values that are known from outside, and what
    a missing key is to be reported at.

    Args:
        kind: the dataclass.
        named: whether its id is known from outside.
    """
    known = {name: reader_of(held) for name, held in fields_of(kind).items()}
    if named:
        del known["id"]
    defaults, needed, made_of = defaults_of(kind), frozenset(required_of(kind)), maker_of(kind)

    def thing(
        converter: Converter, node: Node, path: str, values: dict[str, Any], head: Node
    ) -> Any:
        sound = True
        for key, value in converter.pairs(node, path):
            read = known.get(key.text)
            if read is None:
                _report_unknown(converter, key, known)
                sound = False
                continue
            try:
                values[key.text] = read(converter, value, f"{path}.{key.text}")
            except FailedError:
                values[key.text] = None  # but it was written
                sound = False
        if not needed <= values.keys():
            keys = ", ".join(one for one in required_of(kind) if one not in values)
            raise converter.report(catalogue.MISSING_KEY, head.mark, name=last(path), keys=keys)
        if not sound:
            raise FailedError
        made = made_of((defaults | values).values())
        converter.findings.parts[kind].append((path, made))
        return made

    return thing


def _report_unknown(converter: Converter, key: Scalar, known: Iterable[str]) -> None:
    """Note that a key is none of those that a mapping may have."""
    words = set(known) - {"id"}
    cure = f"take it out, or write one of: {listed(words)}{near(key.text, words)}"
    converter.report(catalogue.UNKNOWN_KEY, key.mark, key=key.text[:40], cure=cure)
