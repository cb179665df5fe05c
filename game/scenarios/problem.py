"""A mistake in a campaign: where, what, and what would do."""

from __future__ import annotations

from typing import NamedTuple

from game.frozen import dataclass


class Mark(NamedTuple):
    """A spot in a file. Lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake, as the catalogue lists it."""

    code: str
    what: str
    """A template of the message."""
    fix: str
    """A template of the cure."""
    example: str
    """What it looks like; `tests/broken/` holds a whole campaign for each."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake."""

    mark: Mark
    code: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.mark}: {self.code} {self.what}\n    fix: {self.fix}"


def problem(kind: Kind, mark: Mark, **words: object) -> Problem:
    """Return a problem of `kind` at `mark`, its templates filled in."""
    return Problem(mark, kind.code, kind.what.format(**words), kind.fix.format(**words))
