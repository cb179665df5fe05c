"""From YAML text to nodes that know their place, with YAML's traps closed.

Every scalar stays text: what it means follows from the key it stands under, so that `no` is a
word, `1:30` no number and `010` no octal. The nodes are built in one pass over the parser's events,
so that a bomb of aliases or of brackets is refused while it is still small.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.scenarios import catalogue
from game.scenarios.problem import Kind, Mark, Problem, problem
from game.scenarios.stumbles import not_yaml

LARGEST = 2_000_000
"""Bytes a file may have."""
DEEPEST = 40
"""Levels of nesting a file may have."""
MOST_VALUES = 200_000
"""Values a file may have."""
UNPRINTABLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that YAML does not allow, and the mark of byte order inside a text."""
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML counts as the end of a line."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast parser where the wheel has it; both yield the same events."""


@dataclass(slots=True, eq=False)
class Source:
    """A file being read."""

    file: str
    text: str
    lines: list[int] = field(default_factory=list)
    """The number of the first character of each line; empty until somebody asks for a place."""

    def mark(self, start: int) -> Mark:
        """Return the place of the character with a number."""
        self.lines = self.lines or [0, *(one.end() for one in BREAK.finditer(self.text))]
        line = bisect_right(self.lines, start)
        return Mark(self.file, line, start - self.lines[line - 1] + 1)


@dataclass(slots=True, eq=False)
class Scalar:
    """A piece of text."""

    text: str
    source: Source
    start: int
    """The number of its first character in the file."""
    end: int

    @property
    def mark(self) -> Mark:
        """Return where it begins."""
        return self.source.mark(self.start)

    @property
    def raw(self) -> str:
        """Return it as it stands in the file: with its quotes, its line breaks, its indents."""
        return self.source.text[self.start : self.end]

    def spot(self, column: int) -> Mark:
        """Return where a letter of the text stands in the file.

        Args:
            column: its place in the text with every run of blanks counted as one blank.
        """
        raw, mark = self.raw, self.mark
        said = " ".join(self.text.split())
        wanted = len(said[:column].replace(" ", ""))
        body = len(raw) - len(_body(raw))
        places = [n for n, sign in enumerate(raw) if n >= body and not sign.isspace()]
        if not said or not "".join(raw[n] for n in places).startswith(said.replace(" ", "")):
            return mark  # an escape sequence, or a line folded in an unusual way
        place = places[min(wanted, len(places) - 1)]
        breaks = list(BREAK.finditer(raw, 0, place))
        if not breaks:
            return mark._replace(column=mark.column + place)
        return Mark(mark.file, mark.line + len(breaks), place - breaks[-1].end() + 1)


@dataclass(slots=True, eq=False)
class Items:
    """A list."""

    items: list[Node]
    source: Source
    start: int

    @property
    def mark(self) -> Mark:
        """Return where it begins."""
        return self.source.mark(self.start)


@dataclass(slots=True, eq=False)
class Keys:
    """A mapping, in the order it was written."""

    pairs: list[tuple[Scalar, Node]]
    source: Source
    start: int

    @property
    def mark(self) -> Mark:
        """Return where it begins."""
        return self.source.mark(self.start)


class Broken(NamedTuple):
    """A value that cannot be read; its problem is noted already."""

    mark: Mark


Node = Scalar | Items | Keys | Broken


def compose(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the nodes of a YAML file, or none, and every problem found on the way."""
    if len(data) > LARGEST:
        return None, [problem(catalogue.TOO_LARGE, Mark(file), most=LARGEST)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = _mark_at(data[: error.start].decode("utf-8", "replace"), file)
        return None, [problem(catalogue.NOT_UTF8, mark, byte=error.start)]
    printable = text.replace("\n", "").isprintable()  # nearly always, and far sooner known
    if not printable and (found := UNPRINTABLE.search(text)):
        mark = _mark_at(text[: found.start()], file)
        why = f"the character U+{ord(found[0]):04X} is not allowed"
        return None, [problem(catalogue.NOT_YAML, mark, why=why, cure="take it out")]
    return _Builder(Source(file, text)).built()


def _body(raw: str) -> str:
    """Return a scalar as it stands in the file, without its opening quote or its header."""
    if raw[:1] in ("|", ">"):
        return raw[found.end() :] if (found := BREAK.search(raw)) else ""
    return raw[1:] if raw[:1] in ("'", '"') else raw


def _mark(event: Any, source: Source) -> Mark:
    """Return where an event begins."""
    return source.mark(event.start_mark.index)


def _mark_at(before: str, file: str) -> Mark:
    """Return the place after the text `before`."""
    lines = BREAK.split(before)
    return Mark(file, len(lines), len(lines[-1]) + 1)


class _EndOfReadingError(Exception):
    """The rest of the file cannot be read; the problem is noted."""


class _Builder:
    """Turns the parser's events into nodes and collects problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.next: Callable[[], Any] = Loader(source.text).get_event
        self.values = 0

    def built(self) -> tuple[Node | None, list[Problem]]:
        """Return the root of the text, or none, and every problem."""
        try:
            return self.document(), self.problems
        except yaml.YAMLError as error:
            self.problems.append(not_yaml(error, self.source.text, self.source.file))
        except _EndOfReadingError:
            pass
        return None, self.problems

    def document(self) -> Node | None:
        """Return the root of the only document."""
        root = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.stop(catalogue.DOCUMENTS, _mark(event, self.source))
        if root is None or (isinstance(root, Scalar) and not root.text):
            raise self.stop(catalogue.EMPTY, Mark(self.source.file), name="the file")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """Return the value that begins with `event`."""
        kind, source = type(event), self.source
        if event.anchor is None:
            if kind is ScalarEvent and event.tag is None:  # nearly all
                return Scalar(event.value, source, event.start_mark.index, event.end_mark.index)
        else:  # an alias has one too
            self.note(catalogue.ANCHOR, _mark(event, source), name=event.anchor)
        node: Node
        if kind is SequenceStartEvent:
            node = Items(self.items(self.deeper(event, depth)), source, event.start_mark.index)
        elif kind is MappingStartEvent:
            node = Keys(self.pairs(self.deeper(event, depth)), source, event.start_mark.index)
        elif kind is ScalarEvent:
            node = Scalar(event.value, source, event.start_mark.index, event.end_mark.index)
        else:
            return Broken(_mark(event, source))  # an alias
        if event.tag is None:
            return node
        self.note(catalogue.TAG, node.mark, tag=event.tag)
        return Broken(node.mark)

    def deeper(self, event: Any, depth: int) -> int:
        """Return the depth of what is inside the list or mapping that begins with `event`."""
        if depth >= DEEPEST:
            raise self.stop(catalogue.TOO_DEEP, _mark(event, self.source), most=DEEPEST)
        if self.values > MOST_VALUES:
            raise self.stop(catalogue.TOO_MANY, _mark(event, self.source), most=MOST_VALUES)
        return depth + 1

    def items(self, depth: int) -> list[Node]:
        """Return the values of a list."""
        found: list[Node] = []
        take, node = self.next, self.node
        while type(event := take()) is not SequenceEndEvent:
            self.values += 1
            found.append(node(event, depth))
        return found

    def pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        """Return the pairs of a mapping; a key that stands twice is a problem."""
        found: dict[str, tuple[Scalar, Node]] = {}
        take, node = self.next, self.node
        while type(event := take()) is not MappingEndEvent:
            self.values += 2
            key, value = node(event, depth), node(take(), depth)
            if type(key) is not Scalar:
                if type(key) is not Broken:
                    self.note(catalogue.COMPLEX_KEY, key.mark)
            elif key.text in found:
                first = found[key.text][0].mark.line
                self.note(catalogue.DUPLICATE_KEY, key.mark, key=key.text[:40], first=first)
            else:
                found[key.text] = key, value
        return list(found.values())

    def note(self, kind: Kind, mark: Mark, **words: object) -> None:
        """Note a problem and go on."""
        self.problems.append(problem(kind, mark, **words))

    def stop(self, kind: Kind, mark: Mark, **words: object) -> _EndOfReadingError:
        """Note a problem and return an exception to leave the file with."""
        self.note(kind, mark, **words)
        return _EndOfReadingError()
