"""From YAML text to nodes that know their place, with YAML's traps closed.

Every scalar stays text: what it means follows from the key it stands under, so that `no` is a
word, `1:30` no number and `010` no octal. The nodes are built in one pass over the parser's events,
so that a bomb of aliases or of brackets is refused while it is still small.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from game.scenarios import catalogue
from game.scenarios.problem import Kind, Mark, Problem, problem
from game.scenarios.stumbles import not_yaml

LARGEST = 2_000_000
"""Bytes a file may have."""
DEEPEST = 40
"""Levels of nesting a file may have."""
MOST_VALUES = 200_000
"""Values a file may have."""
UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
"""Characters that YAML does not allow, and the mark of byte order inside a text."""
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML counts as the end of a line."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast parser where the wheel has it; both yield the same events."""


class Source(NamedTuple):
    """A file being read."""

    file: str
    text: str


class Scalar(NamedTuple):
    """A piece of text."""

    text: str
    source: Source
    line: int
    column: int
    start: int
    """The number of its first character in the file."""
    end: int

    @property
    def mark(self) -> Mark:
        """Return where it begins."""
        return Mark(self.source.file, self.line, self.column)

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


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


class Keys(NamedTuple):
    """A mapping, in the order it was written."""

    pairs: tuple[tuple[Scalar, Node], ...]
    mark: Mark


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
    if found := UNPRINTABLE.search(text):
        mark = _mark_at(text[: found.start()], file)
        why = f"the character U+{ord(found[0]):04X} is not allowed"
        return None, [problem(catalogue.NOT_YAML, mark, why=why, cure="take it out")]
    return _Builder(Source(file, text)).built()


def _body(raw: str) -> str:
    """Return a scalar as it stands in the file, without its opening quote or its header."""
    if raw[:1] in ("|", ">"):
        return raw[found.end() :] if (found := BREAK.search(raw)) else ""
    return raw[1:] if raw[:1] in ("'", '"') else raw


def _scalar(event: Any, source: Source) -> Scalar:
    start = event.start_mark
    place = (start.line + 1, start.column + 1, start.index)
    return Scalar(event.value, source, *place, event.end_mark.index)


def _mark(event: Any, source: Source) -> Mark:
    """Return where an event begins."""
    return Mark(source.file, event.start_mark.line + 1, event.start_mark.column + 1)


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
        self.values += 1
        if event.anchor is not None:  # an alias has one too
            self.note(catalogue.ANCHOR, _mark(event, self.source), name=event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            node: Node = _scalar(event, self.source)
        else:
            node = self.inside(event, depth)
        if getattr(event, "tag", None) is None:
            return node
        self.note(catalogue.TAG, node.mark, tag=event.tag)
        return Broken(node.mark)

    def inside(self, event: Any, depth: int) -> Node:
        """Return the list or the mapping that begins with `event`."""
        mark = _mark(event, self.source)
        if depth >= DEEPEST:
            raise self.stop(catalogue.TOO_DEEP, mark, most=DEEPEST)
        if self.values > MOST_VALUES:
            raise self.stop(catalogue.TOO_MANY, mark, most=MOST_VALUES)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(self.items(depth), mark)
        if isinstance(event, yaml.MappingStartEvent):
            return Keys(self.pairs(depth), mark)
        return Broken(mark)  # an alias

    def items(self, depth: int) -> tuple[Node, ...]:
        """Return the values of a list."""
        found = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.node(event, depth + 1))
        return tuple(found)

    def pairs(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        """Return the pairs of a mapping; a key that stands twice is a problem."""
        found: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if isinstance(key, Scalar):
                if key.text not in found:
                    found[key.text] = key, value
                    continue
                first = found[key.text][0].mark.line
                self.note(catalogue.DUPLICATE_KEY, key.mark, key=key.text[:40], first=first)
            elif not isinstance(key, Broken):
                self.note(catalogue.COMPLEX_KEY, key.mark)
        return tuple(found.values())

    def note(self, kind: Kind, mark: Mark, **words: object) -> None:
        """Note a problem and go on."""
        self.problems.append(problem(kind, mark, **words))

    def stop(self, kind: Kind, mark: Mark, **words: object) -> _EndOfReadingError:
        """Note a problem and return an exception to leave the file with."""
        self.note(kind, mark, **words)
        return _EndOfReadingError()
