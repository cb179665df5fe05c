"""From YAML text to texts, lists and mappings, with YAML's traps closed.

Every scalar stays text: what it means follows from the key it stands under, so that `no` is a
word, `1:30` no number and `010` no octal. All is built in one pass over the parser's events, so
that a bomb of aliases or of brackets is refused while it is still small. Where something stands is
asked only when there is a problem with it: see `places.py`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Union

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
USUAL = bytes({*b"\t\n\r", *range(0x20, 0x7F), *range(0x80, 0x100)} - {0xC2, 0xEF})
"""Bytes that are in none of them in UTF-8. Most files have no other, which is seen far sooner."""
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML counts as the end of a line."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast parser where the wheel has it; both yield the same events."""


class Broken(Enum):
    """What stands for a value that cannot be read; its problem is noted already."""

    VALUE = 0


Node = Union[str, "list[Node]", "dict[str, Node]", Broken]
"""A text, a list, or a mapping in the order it was written."""


def text_of(data: bytes) -> str:
    """Return a file as text, without a mark of byte order.

    Raises:
        UnicodeDecodeError: when it is not in UTF-8.
    """
    return data.removeprefix(codecs.BOM_UTF8).decode()


def events_of(text: str) -> Callable[[], Any]:
    """Return what gives the parser's next event whenever it is called.

    The events are PyYAML's. It raises `yaml.YAMLError` where the text is not YAML.
    """
    next_event: Callable[[], Any] = Loader(text).get_event
    return next_event


def mark_of(event: Any, file: str) -> Mark:
    """Return where an event begins."""
    return Mark(file, event.start_mark.line + 1, event.start_mark.column + 1)


def compose(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Return what is written in a YAML file, or none, and every problem found on the way."""
    if len(data) > LARGEST:
        return None, [problem(catalogue.TOO_LARGE, Mark(file), most=LARGEST)]
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        mark = _mark_at(error.object[: error.start].decode("utf-8", "replace"), file)
        return None, [problem(catalogue.NOT_UTF8, mark, byte=error.start)]
    if data.translate(None, USUAL) and (found := UNPRINTABLE.search(text)):
        mark = _mark_at(text[: found.start()], file)
        why = f"the character U+{ord(found[0]):04X} is not allowed"
        return None, [problem(catalogue.NOT_YAML, mark, why=why, cure="take it out")]
    return _Builder(text, file).built()


def _mark_at(before: str, file: str) -> Mark:
    """Return the place after the text `before`."""
    lines = BREAK.split(before)
    return Mark(file, len(lines), len(lines[-1]) + 1)


class _EndOfReadingError(Exception):
    """The rest of the file cannot be read; the problem is noted."""


class _StandsTwiceError(Exception):
    """A key stands twice: the file is to be read with a note of where each key stands."""


class _Builder:
    """Makes texts, lists and mappings of the parser's events and collects problems."""

    def __init__(self, text: str, file: str, *, keeps: bool = False) -> None:
        self.text = text
        self.file = file
        self.keeps = keeps
        """Whether events of keys are kept: that takes time and memory, and few files have need."""
        self.problems: list[Problem] = []
        self.next = events_of(text)
        self.values = 0

    def built(self) -> tuple[Node | None, list[Problem]]:
        """Return the root of the text, or none, and every problem."""
        try:
            return self.document(), self.problems
        except _StandsTwiceError:
            return _Builder(self.text, self.file, keeps=True).built()
        except yaml.YAMLError as error:
            self.problems.append(not_yaml(error, self.text, self.file))
        except _EndOfReadingError:
            pass
        return None, self.problems

    def document(self) -> Node | None:
        """Return the root of the only document."""
        root: Node | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.stop(catalogue.DOCUMENTS, mark_of(event, self.file))
        if root is None or root == "":
            raise self.stop(catalogue.EMPTY, Mark(self.file), name="the file")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """Return the value that begins with `event`."""
        if event.anchor is not None:  # an alias has one too
            self.note(catalogue.ANCHOR, mark_of(event, self.file), name=event.anchor)
        kind = type(event)
        if kind is MappingStartEvent:
            node: Node = self.pairs(self.deeper(event, depth))
        elif kind is SequenceStartEvent:
            node = self.items(self.deeper(event, depth))
        elif kind is ScalarEvent:
            node = event.value
        else:
            return Broken.VALUE  # an alias
        if event.tag is None:
            return node
        self.note(catalogue.TAG, mark_of(event, self.file), tag=event.tag)
        return Broken.VALUE

    def deeper(self, event: Any, depth: int) -> int:
        """Return the depth of what is inside the list or mapping that begins with `event`."""
        if depth >= DEEPEST:
            raise self.stop(catalogue.TOO_DEEP, mark_of(event, self.file), most=DEEPEST)
        if self.values > MOST_VALUES:
            raise self.stop(catalogue.TOO_MANY, mark_of(event, self.file), most=MOST_VALUES)
        return depth + 1

    def items(self, depth: int) -> list[Node]:
        """Return the values of a list."""
        found: list[Node] = []
        take, node = self.next, self.node
        while type(event := take()) is not SequenceEndEvent:
            self.values += 1
            if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
                found.append(event.value)  # nearly all; a call would take longer
            else:
                found.append(node(event, depth))
        return found

    def pairs(self, depth: int) -> dict[str, Node]:
        """Return a mapping; a key that stands twice is a problem."""
        found: dict[str, Node] = {}
        begun: dict[str, Any] = {}
        take, node, keeps = self.next, self.node, self.keeps
        while type(event := take()) is not MappingEndEvent:
            self.values += 2
            is_plain = type(event) is ScalarEvent and event.anchor is None and event.tag is None
            key, begin = event.value if is_plain else node(event, depth), event
            event = take()
            is_plain = type(event) is ScalarEvent and event.anchor is None and event.tag is None
            value = event.value if is_plain else node(event, depth)
            if type(key) is not str:
                self.no_key(key, begin)
            elif key not in found:
                found[key] = value
                if keeps:
                    begun[key] = begin
            elif not keeps:
                raise _StandsTwiceError
            else:
                line = begun[key].start_mark.line + 1
                mark = mark_of(begin, self.file)
                self.note(catalogue.DUPLICATE_KEY, mark, key=key[:40], first=line)
        return found

    def no_key(self, key: Node, event: Any) -> None:
        """Note that a list or a mapping stands where a key should."""
        if key is not Broken.VALUE:
            self.note(catalogue.COMPLEX_KEY, mark_of(event, self.file))

    def note(self, kind: Kind, mark: Mark, **words: object) -> None:
        """Note a problem and go on."""
        self.problems.append(problem(kind, mark, **words))

    def stop(self, kind: Kind, mark: Mark, **words: object) -> _EndOfReadingError:
        """Note a problem and return an exception to leave the file with."""
        self.note(kind, mark, **words)
        return _EndOfReadingError()
