"""What reading a campaign's files brought to light, whole or not: what later checks work on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.scenarios.nodes import Scalar
from game.scenarios.problem import Kind, Mark, Problem, problem


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that could be read, also out of files with mistakes.

    A key path names each value: `telegram-1.situation.dispatches.minsk.text`.
    """

    problems: list[Problem] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    """From the key path of a value to its place."""
    parts: list[tuple[str, Any]] = field(default_factory=list)
    """(key path, value) of every dataclass without a mistake, inner ones first."""
    mentions: list[tuple[str, Any, str]] = field(default_factory=list)
    """(key path, kind, id) of every id that was written."""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """From the key path of a list of named things to their names."""
    formulas: dict[str, Scalar] = field(default_factory=dict)
    """From the key path of a formula or measure to its text in the file."""

    def mark(self, path: str) -> Mark:
        """Return where the value at a key path was written, or the nearest thing around it."""
        while path not in self.marks and "." in path:
            path = path.rpartition(".")[0]
        return self.marks.get(path, Mark(path))

    def spot(self, path: str, column: int) -> Mark:
        """Return where a letter of a formula stands."""
        return self.formulas[path].spot(column)

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
        return ((path, part) for path, part in self.parts if isinstance(part, kinds))

    def one(self, kind: type) -> Any:
        """Return the only part of a kind, or none when it could not be read."""
        return next((part for _, part in self.parts_of(kind)), None)


def last(path: str) -> str:
    """Return the last part of a key path that is a word."""
    return next((part for part in reversed(path.split(".")) if not part.isdigit()), path)
