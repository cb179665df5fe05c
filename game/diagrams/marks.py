"""The simple marks that a diagram comes down to; every back end draws these and nothing else.

Lengths are points; x goes to the right, y goes down. What a mark is for is told by its tone; each
back end has colours for them. No tone tells anything alone: a dash, a notch, a sign goes with it.
"""

from __future__ import annotations

from enum import StrEnum

from game.frozen import dataclass

Point = tuple[float, float]


class Tone(StrEnum):
    """What a mark is for."""

    INK = "ink"
    """Words."""
    FAINT = "faint"
    """Small words."""
    GRID = "grid"
    """Lines that only lead the eye."""
    RAIL = "rail"
    """The ground of a bar."""
    MINE = "mine"
    """The reader's own."""
    GHOST = "ghost"
    """The documented path, and the record."""
    BAND = "band"
    """Where most draws lie."""
    GAIN = "gain"
    """An arrow that lifts."""
    LOSS = "loss"
    """An arrow that lowers, a bar that stands worse."""
    BOX = "box"
    """The ground of a box."""
    OWN = "own"
    """The ground of a box that is the reader's own."""
    ON_BOX = "on-box"
    """Words on either."""
    PAPER = "paper"
    """What lies under everything."""
    DARK = "dark"
    """A square of a code that a camera reads: dark in every light."""
    QUIET = "quiet"
    """The ground of such a code: bright in every light."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through at least two points."""

    points: tuple[Point, ...]
    tone: Tone
    width: float = 1.0
    dash: float = 0.0
    """How long dashes and gaps are; 0 for none."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon of at least three points."""

    points: tuple[Point, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Field:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    edge: Tone | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    tone: Tone
    anchor: str = "start"
    """Where `x` lies: at the `start`, `middle` or `end`."""
    bold: bool = False


Mark = Line | Area | Field | Words


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the picture that means something: a bar, a box."""

    name: str
    """What it is called in the diagram; empty where it has no name."""
    x: float
    y: float
    width: float
    height: float
    told: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram laid out."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    alt: str
    parts: tuple[Part, ...] = ()
