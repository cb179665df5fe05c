"""Where everything in a file stands: looked for only when there is a problem to tell.

A place is known by its key path, such as `telegram-1.situation.dispatches.minsk.text`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.scenarios.nodes import BREAK, events_of
from game.scenarios.problem import Mark


class Place(NamedTuple):
    """Where a key or a value stands in a file."""

    line: int
    column: int
    start: int
    """The number of its first character in the file."""
    end: int


class Places:
    """The places of a file in which nothing keeps the parser from reading on to its end."""

    def __init__(self, stem: str, text: str, file: str) -> None:
        """Find them.

        Args:
            stem: the file's name without its ending: the first part of each key path.
            text: what is in it.
            file: its name in marks.
        """
        self.text = text
        self.file = file
        self.keys: dict[str, Place] = {}
        """Where the key at a key path stands."""
        self.values: dict[str, Place] = {}
        """Where the value stands; of a key that stands twice, the first one's."""
        self.next = events_of(text)
        while not isinstance(event := self.next(), StreamEndEvent):
            if isinstance(event, NodeEvent):
                self._find(event, stem)

    def key(self, path: str) -> Mark | None:
        """Return where the key at a key path begins, if there is one."""
        return self._mark(self.keys.get(_plain(path)))

    def value(self, path: str) -> Mark | None:
        """Return where the value at a key path begins, if there is one."""
        return self._mark(self.values.get(_plain(path)))

    def letter(self, path: str, text: str, column: int) -> Mark | None:
        """Return where a letter of the text at a key path stands, if there is one.

        Args:
            path: the key path.
            text: what is written there, every run of blanks as one blank.
            column: the letter's place in that.
        """
        found = self.values.get(_plain(path))
        if found is None:
            return None
        raw = self.text[found.start : found.end]
        wanted = len(text[:column].replace(" ", ""))
        body = len(raw) - len(_body(raw))
        places = [n for n, sign in enumerate(raw) if n >= body and not sign.isspace()]
        if not "".join(raw[n] for n in places).startswith(text.replace(" ", "")):
            return self._mark(found)  # an escape sequence, or a line folded in an unusual way
        place = places[min(wanted, len(places) - 1)]
        breaks = list(BREAK.finditer(raw, 0, place))
        if not breaks:
            return Mark(self.file, found.line, found.column + place)
        return Mark(self.file, found.line + len(breaks), place - breaks[-1].end() + 1)

    def _mark(self, found: Place | None) -> Mark | None:
        """Return a place as messages have it."""
        return Mark(self.file, found.line, found.column) if found else None

    def _find(self, event: Any, path: str) -> None:
        """Find the places of the value that begins with an event, and of all that is in it."""
        self.values.setdefault(path, _place(event))
        if isinstance(event, SequenceStartEvent):
            number = 0
            while not isinstance(item := self.next(), SequenceEndEvent):
                number += 1
                self._find(item, f"{path}.{number}")
        elif isinstance(event, MappingStartEvent):
            while not isinstance(key := self.next(), MappingEndEvent):
                inner = self._below(key, path)
                self._find(self.next(), inner)

    def _below(self, key: Any, path: str) -> str:
        """Return the key path of what stands under a key, and note where that is."""
        if not isinstance(key, ScalarEvent) or key.tag is not None:
            self._find(key, f"{path}.")  # no key that anybody asks for
            return f"{path}."
        inner = f"{path}.{key.value.strip()}"
        self.keys.setdefault(inner, _place(key))
        return inner


NOWHERE = Places("", "", "")
"""Of a file that cannot be had."""


def _place(event: Any) -> Place:
    """Return where an event of the parser begins and ends."""
    begin = event.start_mark
    return Place(begin.line + 1, begin.column + 1, begin.index, event.end_mark.index)


def _plain(path: str) -> str:
    """Return a key path without blanks around its parts."""
    return ".".join(part.strip() for part in path.split("."))


def _body(raw: str) -> str:
    """Return a scalar as it stands in the file, without its opening quote or its header."""
    if raw[:1] in ("|", ">"):
        return raw[found.end() :] if (found := BREAK.search(raw)) else ""
    return raw[1:] if raw[:1] in ("'", '"') else raw
