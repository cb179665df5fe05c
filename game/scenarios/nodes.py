"""From YAML text to nodes that know their place, with YAML's traps closed.

Every scalar stays text: what it means follows from the key it stands under, so that `no` is a
word, `1:30` no number and `010` no octal. The nodes are built in one pass over the parser's events,
so that a bomb of aliases or of brackets is refused while it is still small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from game.scenarios import catalogue
from game.scenarios.problem import Kind, Mark, Problem, problem

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


class Scalar(NamedTuple):
    """A piece of text."""

    text: str
    mark: Mark
    raw: str
    """As it stands in the file: with its quotes, its line breaks, its indents."""

    def spot(self, column: int) -> Mark:
        """Return where a letter of the text stands in the file.

        Args:
            column: its place in the text with every run of blanks counted as one blank.
        """
        said = " ".join(self.text.split())
        wanted = len(said[:column].replace(" ", ""))
        body = len(self.raw) - len(_body(self.raw))
        places = [n for n, sign in enumerate(self.raw) if n >= body and not sign.isspace()]
        if not "".join(self.raw[n] for n in places).startswith(said.replace(" ", "")):
            return self.mark  # an escape sequence, or a line folded in an unusual way
        place = places[min(wanted, len(places) - 1)] if places else 0
        breaks = list(BREAK.finditer(self.raw, 0, place))
        if not breaks:
            return self.mark._replace(column=self.mark.column + place)
        line = self.mark.line + len(breaks)
        return Mark(self.mark.file, line, place - breaks[-1].end() + 1)


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
        return None, [problem(catalogue.NOT_YAML, mark, why=why)]
    return _Builder(text, file).built()


def _body(raw: str) -> str:
    """Return a scalar as it stands in the file, without its opening quote or its header."""
    if raw[:1] in ("|", ">"):
        return raw[found.end() :] if (found := BREAK.search(raw)) else ""
    return raw[1:] if raw[:1] in ("'", '"') else raw


def _mark_at(before: str, file: str) -> Mark:
    """Return the place after the text `before`."""
    lines = BREAK.split(before)
    return Mark(file, len(lines), len(lines[-1]) + 1)


def _not_yaml(error: yaml.YAMLError, file: str) -> Problem:
    place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file)
    why = getattr(error, "problem", None) or str(error)
    return problem(catalogue.NOT_YAML, mark, why=" ".join(str(why).split()))


class _EndOfReadingError(Exception):
    """The rest of the file cannot be read; the problem is noted."""


class _Builder:
    """Turns the parser's events into nodes and collects problems."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.events: Iterator[Any] = yaml.parse(text, Loader=Loader)
        self.values = 0

    def built(self) -> tuple[Node | None, list[Problem]]:
        """Return the root of the text, or none, and every problem."""
        try:
            return self.document(), self.problems
        except yaml.YAMLError as error:
            self.problems.append(_not_yaml(error, self.file))
        except _EndOfReadingError:
            pass
        return None, self.problems

    def document(self) -> Node | None:
        """Return the root of the only document."""
        root = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.stop(catalogue.DOCUMENTS, self.mark(event))
        if root is None or (isinstance(root, Scalar) and not root.text):
            raise self.stop(catalogue.EMPTY, Mark(self.file), name="the file")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """Return the value that begins with `event`."""
        mark = self.mark(event)
        self.values += 1
        if depth > DEEPEST:
            raise self.stop(catalogue.TOO_DEEP, mark, most=DEEPEST)
        if self.values > MOST_VALUES:
            raise self.stop(catalogue.TOO_MANY, mark, most=MOST_VALUES)
        if event.anchor is not None:
            self.note(catalogue.ANCHOR, mark, name=event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            return self.untagged(event, Scalar(event.value, mark, self.raw(event)))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.untagged(event, Items(tuple(self.items(depth)), mark))
        if isinstance(event, yaml.MappingStartEvent):
            return self.untagged(event, Keys(tuple(self.pairs(depth)), mark))
        return Broken(mark)  # an alias

    def untagged(self, event: Any, node: Node) -> Node:
        """Return `node`, or what is left of it when it has a tag."""
        if event.tag is None:
            return node
        self.note(catalogue.TAG, node.mark, tag=event.tag)
        return Broken(node.mark)

    def items(self, depth: int) -> Iterator[Node]:
        """Yield the values of a list."""
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        """Yield the pairs of a mapping; a key that stands twice is a problem."""
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if isinstance(key, Scalar) and key.text in seen:
                self.note(catalogue.DUPLICATE_KEY, key.mark, key=key.text, first=seen[key.text])
            elif isinstance(key, Scalar):
                seen[key.text] = key.mark.line
                yield key, value
            elif not isinstance(key, Broken):
                self.note(catalogue.COMPLEX_KEY, key.mark)

    def mark(self, event: Any) -> Mark:
        """Return where an event begins."""
        return Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def raw(self, event: Any) -> str:
        """Return what an event stands for as it is in the file."""
        return self.text[event.start_mark.index : event.end_mark.index]

    def note(self, kind: Kind, mark: Mark, **words: object) -> None:
        """Note a problem and go on."""
        self.problems.append(problem(kind, mark, **words))

    def stop(self, kind: Kind, mark: Mark, **words: object) -> _EndOfReadingError:
        """Note a problem and return an exception to leave the file with."""
        self.note(kind, mark, **words)
        return _EndOfReadingError()
