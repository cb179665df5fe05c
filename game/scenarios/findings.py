"""What reading a campaign's files brought to light, whole or not: what later checks work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from game.frozen import dataclass
from game.scenarios.nodes import Node, Scalar
from game.scenarios.problem import Kind, Mark, Problem, problem


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that could be read, also out of files with mistakes.

    A key path names each value: `telegram-1.situation.dispatches.minsk.text`.
    """

    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, dict[str, Node]] = field(default_factory=dict)
    """For each file, from the key path of a value to what was written, or to the key of a thing
    with an id. They take more memory than all else: a file without a mistake is not kept."""
    again: Callable[[str], dict[str, Node]] = field(default=lambda _: {}, repr=False)
    """Read the nodes of a file, named without its ending, once more."""
    parts: dict[type, list[tuple[str, Any]]] = field(default_factory=dict)
    """(key path, value) of every dataclass without a mistake, by its class."""
    mentions: list[tuple[str, Any, str]] = field(default_factory=list)
    """(key path, kind, id) of every id that was written."""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """From the key path of a list of named things to their names."""

    def node(self, path: str) -> Node | None:
        """Return what was written at a key path."""
        stem = path.partition(".")[0]
        if stem not in self.nodes:
            self.nodes[stem] = self.again(stem)
        return self.nodes[stem].get(path)

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
