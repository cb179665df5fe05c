"""What reading a campaign's files brought to light, whole or not: what later checks work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from game.frozen import dataclass
from game.scenarios.fields import prose_of
from game.scenarios.places import NOWHERE, Places
from game.scenarios.problem import Kind, Mark, Problem, problem


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that could be read, also out of files with mistakes.

    A key path names each value: `telegram-1.situation.dispatches.minsk.text`.
    """

    problems: list[Problem] = field(default_factory=list)
    again: Callable[[str], Places] = field(default=lambda _: NOWHERE, repr=False)
    """Look a file through, named without its ending, for where everything stands in it."""
    places: dict[str, Places] = field(default_factory=dict)
    """What came of that, for each file with something to tell."""
    parts: dict[type, list[tuple[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """(key path, value) of every dataclass without a mistake, by its class."""
    mentions: dict[Any, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """(key path, id) of every id that was written, by its kind."""
    lists: dict[str, list[str]] = field(default_factory=dict)
    """From the key path of a list of named things to their names."""

    def places_of(self, path: str) -> Places:
        """Return the places of the file in which something was written."""
        stem = path.partition(".")[0]
        if stem not in self.places:
            self.places[stem] = self.again(stem)
        return self.places[stem]

    def mark(self, path: str) -> Mark:
        """Return where something was written; of a thing with an id, where the id is."""
        is_thing = path.rpartition(".")[0] in self.lists
        return self.key_mark(path) if is_thing else self.value_mark(path)

    def key_mark(self, path: str) -> Mark:
        """Return where the key at a key path was written."""
        return self.places_of(path).key(path) or Mark(path)

    def value_mark(self, path: str) -> Mark:
        """Return where the value at a key path was written."""
        return self.places_of(path).value(path) or Mark(path)

    def spot(self, path: str, text: str, column: int) -> Mark:
        """Return where a letter of a formula stands; `text` is the formula's."""
        return self.places_of(path).letter(path, text, column) or Mark(path)

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

    def texts_of(self, *kinds: type) -> Iterator[tuple[Any, str, str, str]]:
        """Yield every text for the player in parts of some kinds.

        Each comes with its part, the name of its field and its own key path.
        """
        for kind in kinds:
            fields = prose_of(kind)
            for path, part in self.parts.get(kind, ()) if fields else ():
                for name in fields:
                    held = getattr(part, name)
                    if type(held) is str:
                        yield part, name, f"{path}.{name}", held
                    elif held is not None:
                        for number, text in enumerate(held, 1):
                            yield part, name, f"{path}.{name}.{number}", text

    def one(self, kind: type) -> Any:
        """Return the only part of a kind, or none when it could not be read."""
        return next((part for _, part in self.parts_of(kind)), None)
