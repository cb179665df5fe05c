"""From nodes to frozen types: the fields of a class are the keys, their types say how to read.

A bad value is noted and reading goes on: whatever has no mistake in it is kept, so that later
checks can look at it even when the things around it are broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from game.scenarios import catalogue
from game.scenarios.fields import Form, fields_of, form_of, forms_of, required, required_of
from game.scenarios.findings import Findings
from game.scenarios.nodes import Broken, Items, Keys, Node, Scalar
from game.scenarios.problem import Kind, Mark, Problem, problem
from game.scenarios.scalars import last, listed, near, reader, shape


class FailedError(Exception):
    """A value that could not be read; the problem is already noted."""


class Converter:
    """Reads nodes and collects what it finds."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.nodes: dict[str, Node] = {}
        """Of the file that is being read."""

    def report(self, kind: Kind, mark: Mark, **words: object) -> FailedError:
        """Note a problem and return an exception to leave with."""
        self.findings.problems.append(problem(kind, mark, **words))
        return FailedError()

    def read(self, form: Form, node: Node, path: str) -> Any:
        """Return `node` as a value of the type that is written in this form.

        Raises:
            FailedError: when it is none; the problem is noted.
        """
        self.nodes[path] = node
        if form.shape == "text":
            return self.text(form.inner[0], node, path)
        if isinstance(node, Broken):
            raise FailedError
        match form.shape:
            case "record":
                return self.record(form.inner[0], node, path)
            case "named":
                return self.named(form.inner[0], node, path)
            case "list":
                return self.each(repeat(form_of(form.inner[0])), self.items(node, path), path)
            case "tuple":
                return self.fixed(form.inner, node, path)
            case "words":
                return self.words(node, path)

    def text(self, kind: Any, node: Node, path: str) -> Any:
        """Read a piece of text as a value of `kind`."""
        if type(node) is not Scalar:
            raise self.misshapen(node, path, "text")
        text = node.text.strip()
        if not text:
            raise self.report(catalogue.EMPTY, node.mark, name=last(path))
        read, names = reader(kind)
        value = read(text, node, path)
        if type(value) is Problem:
            self.findings.problems.append(value)
            raise FailedError
        if names:
            self.findings.mentions.append((path, kind, value))
        return value

    def record(self, kind: Any, node: Node, path: str, name: str | None = None) -> Any:
        """Read a mapping into a dataclass; `name` is its id when that is known from outside."""
        known = forms_of(kind)
        values: dict[str, Any] = {} if name is None else {"id": name}
        written, sound = set(values), True
        for key, value in self.pairs(node, path):
            if key.text not in known or key.text in values:
                words = set(known) - {"id"}
                cure = f"take it out, or write one of: {listed(words)}{near(key.text, words)}"
                self.report(catalogue.UNKNOWN_KEY, key.mark, key=key.text[:40], cure=cure)
                sound = False
                continue
            written.add(key.text)
            try:
                values[key.text] = self.read(known[key.text], value, f"{path}.{key.text}")
            except FailedError:
                sound = False
        self.complete(kind, written, node, path)
        if not sound:
            raise FailedError
        made = kind(**values)
        self.findings.parts.setdefault(kind, []).append((path, made))
        return made

    def complete(self, kind: Any, written: set[str], node: Node, path: str) -> None:
        """Check that every key a record needs was written.

        Raises:
            FailedError: when one is missing; the problem is noted.
        """
        missing = [one for one in required_of(kind) if one not in written]
        if missing:
            mark, keys = self.nodes.get(path, node).mark, ", ".join(missing)
            raise self.report(catalogue.MISSING_KEY, mark, name=last(path), keys=keys)

    def named(self, kind: Any, node: Node, path: str) -> tuple[Any, ...]:
        """Read a mapping from id to thing."""
        values, names, sound = [], [], True
        for key, value in self.pairs(node, path):
            try:
                name = self.text(required(fields_of(kind)["id"]), key, f"{path}.{key.text.strip()}")
                names.append(name)
                self.nodes[f"{path}.{name}"] = key
                values.append(self.record(kind, value, f"{path}.{name}", name))
            except FailedError:
                sound = False
        self.findings.lists[path] = tuple(names)
        if not sound:
            raise FailedError
        return tuple(values)

    def each(self, forms: Iterable[Form], items: Sequence[Node], path: str) -> tuple[Any, ...]:
        """Read several values; go on after a bad one, then fail once."""
        values, sound = [], True
        for number, (form, item) in enumerate(zip(forms, items, strict=False), 1):
            try:
                values.append(self.read(form, item, f"{path}.{number}"))
            except FailedError:
                sound = False
        if not sound:
            raise FailedError
        return tuple(values)

    def fixed(self, kinds: tuple[Any, ...], node: Node, path: str) -> tuple[Any, ...]:
        """Read a list of a known length."""
        items = self.items(node, path)
        if len(items) != len(kinds):
            words = {"name": last(path), "wanted": f"a list of {len(kinds)} values"}
            raise self.report(catalogue.WANTED, node.mark, **words, given=len(items))
        return self.each(map(form_of, kinds), items, path)

    def words(self, node: Node, path: str) -> dict[str, str]:
        """Read a mapping from word to word."""
        pairs = self.pairs(node, path)
        values = self.each(repeat(form_of(str)), [value for _, value in pairs], path)
        self.nodes.update({f"{path}.{key.text}": value for key, value in pairs})
        return {key.text: value for (key, _), value in zip(pairs, values, strict=True)}

    def items(self, node: Node, path: str) -> Sequence[Node]:
        """Return the items of a list."""
        if not isinstance(node, Items):
            raise self.misshapen(node, path, "a list")
        return node.items

    def pairs(self, node: Node, path: str) -> Sequence[tuple[Scalar, Node]]:
        """Return the pairs of a mapping."""
        if not isinstance(node, Keys):
            raise self.misshapen(node, path, "a mapping")
        return node.pairs

    def misshapen(self, node: Node, path: str, wanted: str) -> FailedError:
        """Note that a node has the wrong shape, unless that is noted already."""
        if isinstance(node, Broken):
            return FailedError()
        words = {"name": last(path), "wanted": wanted, "given": shape(node)}
        return self.report(catalogue.WANTED, node.mark, **words)
