"""What a chronicle holds: sections of words, statements, tables and figures.

Every statement about the world has a grade, and its sources where it is documented or reported.
Plain words say only what was played.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.words import Grade, SourceId
from game.diagrams.values import Diagram
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph about what was played."""

    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said about the world, with its evidence."""

    title: str
    text: str
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    sign: str = ""
    """Of a consequence: `+`, `−` or `=`."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram with its caption and evidence."""

    id: str
    """Its own in the chronicle: lower-case words joined by hyphens."""
    diagram: Diagram
    caption: str
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    numbers: Table | None = None
    """The same in numbers, where it has more than its words tell."""


Part = Words | Statement | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    id: str
    title: str
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()

    def all_parts(self) -> Iterator[Part]:
        """Yield every part, those of its sections after its own."""
        yield from self.parts
        for one in self.sections:
            yield from one.all_parts()


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as the list has it."""

    id: SourceId
    text: str
    """Author, title, year."""
    seen: str
    """What of it was seen, and how strong it is."""
    uses: tuple[tuple[Grade, int], ...]
    """How many statements of each grade name it here."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A whole chronicle."""

    title: str
    subtitle: str
    note: str
    """What the reader should know before."""
    facts: tuple[tuple[str, str], ...]
    """What the playthrough is and rests on: name and value."""
    sections: tuple[Section, ...]
    sources: tuple[Cited, ...]
    """In the order in which they are first named; the first has the number 1."""
    code: str = ""
    """The run code by which the same can be played again; empty for none."""

    def all_parts(self) -> Iterator[Part]:
        """Yield every part in the order of reading."""
        for one in self.sections:
            yield from one.all_parts()

    def figures(self) -> dict[str, Figure]:
        """Return every figure by its id."""
        return {one.id: one for one in self.all_parts() if isinstance(one, Figure)}

    def numbers(self, sources: tuple[SourceId, ...]) -> tuple[int, ...]:
        """Return the numbers in the list of some sources."""
        places = {one.id: number for number, one in enumerate(self.sources, 1)}
        return tuple(sorted(places[one] for one in sources if one in places))
