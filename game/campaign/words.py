"""The small words everything else is made of: ids, prose, months, evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from game.frozen import dataclass

Prose = NewType("Prose", str)
"""Words for the player. Each has a key made of ids, which translations use."""

Id = NewType("Id", str)
"""The name of a thing in files, saves and translations: lower-case words joined by hyphens."""

SourceId = NewType("SourceId", str)
"""The key of a source in `sources.yaml`."""

PersonId = NewType("PersonId", str)
"""The id of a person in `cast.yaml`."""

PlaceId = NewType("PlaceId", str)
"""The id of a place in `map.yaml`."""

DispatchId = NewType("DispatchId", str)
"""The id of a dispatch of the same scenario."""

ResponseId = NewType("ResponseId", str)
"""The id of a response of the same scenario."""

QuantityId = NewType("QuantityId", str)
"""The name of a quantity of the model: a stock, an equation, a series or an order."""

OrderId = NewType("OrderId", str)
"""The name of an order of the model: something the player may switch on."""

ParameterId = NewType("ParameterId", str)
"""The name of a parameter of the model."""


class Grade(StrEnum):
    """How sure we are of one statement."""

    DOCUMENTED = "documented"
    """A primary source has it, or scholars agree."""
    REPORTED = "reported"
    """A secondary or popular account, or a memoir without a document, has it."""
    INFERRED = "inferred"
    """The authors of the game reason it from documented facts."""
    INVENTED = "invented"
    """It is fiction of the game."""


SOURCED = (Grade.DOCUMENTED, Grade.REPORTED)
"""Grades that stand with their sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement with its evidence."""

    text: Prose
    """The statement, in one to four sentences."""
    grade: Grade
    """How sure we are of it."""
    sources: tuple[SourceId, ...] = ()
    """Where it is from; needed when the grade is `documented` or `reported`."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, the step of the simulation."""

    year: int
    number: int
    """1 is January."""

    def plus(self, months: int) -> Month:
        """Return the month `months` later, or earlier when negative."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def since(self, earlier: Month) -> int:
        """Return how many months this one lies after `earlier`."""
        return (self.year - earlier.year) * 12 + self.number - earlier.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
