"""What reading a campaign's files brought to light, whole or not: what later checks work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from game.frozen import dataclass
from game.scenarios.nodes import Items, Keys, Node, Scalar
from game.scenarios.problem import Kind, Mark, Problem, problem


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that could be read, also out of files with mistakes.

    A key path names each value: `telegram-1.situation.dispatches.minsk.text`.
    """

    problems: list[Problem] = field(default_factory=list)
    roots: dict[str, Node | None] = field(default_factory=dict)
    """For each file what is written in it, or none where that cannot be had. It takes more memory
    than all else: of a file without a mistake it is not kept."""
    again: Callable[[str], Node | None] = field(default=lambda _: None, repr=False)
    """Return what is written in a file, named without its ending, once more."""
    parts: dict[type, list[tuple[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """(key path, value) of every dataclass without a mistake, by its class."""
    mentions: dict[Any, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """(key path, id) of every id that was written, by its kind."""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """From the key path of a list of named things to their names."""

    def node(self, path: str) -> Node | None:
        """Return what was written at a key path; for a thing with an id that is its key."""
        stem, _, rest = path.partition(".")
        if stem not in self.roots:
            self.roots[stem] = self.again(stem)
        root = self.roots[stem]
        return self._below(root, stem, rest) if rest else root

    def _below(self, node: Node | None, path: str, rest: str) -> Node | None:
        """Return what was written at the rest of a key path, below the node at its beginning."""
        for name, here, inner in _inside(node, named=path in self.lists):
            if rest == name:
                return here
            if rest.startswith(f"{name}."):  # or a word with dots begins with the same letters
                found = self._below(inner, f"{path}.{name}", rest[len(name) + 1 :])
                if found:
                    return found
        return None

    def mark(self, path: str) -> Mark:
        """Return where the value at a key path was written."""
        node = self.node(path)
        return node.mark if node else Mark(path)

    def spot(self, path: str, column: int) -> Mark:
        """Return where a letter of a formula stands."""
        node = self.node(path)
        return node.spot(column) if isinstance(node, Scalar) else self.mark(path)

    def say(self, kind: Kind, path: str, **words: object) -> Problem:
        """Return a problem at a key path."""
        return problem(kind, self.mark(path), **words)

    def names(self, *paths: str) -> set[str] | None:
        """Return the names in several lists; none when one of the lists could not be read."""
        if not all(path in self.lists for path in paths):
            return None
        return {name for path in paths for name in self.lists[path]}

    def parts_of(self, *kinds: type) -> Iterator[tuple[str, Any]]:
        """Yield every part of some kinds, with its key path."""
        return (one for kind in kinds for one in self.parts.get(kind, ()))

    def one(self, kind: type) -> Any:
        """Return the only part of a kind, or none when it could not be read."""
        return next((part for _, part in self.parts_of(kind)), None)


def _inside(node: Node | None, *, named: bool) -> Iterator[tuple[str, Node, Node]]:
    """Yield the parts of a node: their names in key paths, what stands for them, what they hold."""
    if isinstance(node, Keys):
        for key, value in node.pairs:
            yield (key.text.strip(), key, value) if named else (key.text, value, value)
    elif isinstance(node, Items):
        yield from ((str(number), item, item) for number, item in enumerate(node.items, 1))
