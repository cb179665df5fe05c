"""What can be put on the map: plain frozen shapes in degrees, named by how they look.

Shapes without enough points (two for a line or an arrow, three for an area) are simply not drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game.frozen import dataclass
from game.widgets.map.projection import Degrees

Tone = Literal["ink", "red", "ochre", "moss", "pine", "slate", "muted"]
"""A colour of the palette."""

PlaceKind = Literal["dot", "ring", "square", "star"]
"""The sign at a place."""

LineKind = Literal[
    "railway", "double-railway", "wall", "front", "route", "border", "coast", "march"
]
"""How a line is cut; a wall has teeth, a front a dark rim, a double railway sleepers.

A march is the way behind a column: it grows from a hair to a band at its end.
"""

AreaKind = Literal["hatch", "cross-hatch", "grown", "tint"]
"""How an area is filled; hatches have a dashed border, a grown area follows its strength."""

MarkKind = Literal["cut", "column", "clash"]
"""A sign of something happening: two bars across a line; a banner on the march; crossed strokes."""

MOVING: tuple[LineKind, ...] = ("front", "march")
"""Lines that come, go and move while the ground stays as it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town: its sign, its name, and how soon the name gives way to others."""

    name: str
    longitude: float
    latitude: float
    rank: int = 2
    """1 is always wanted and shown at any distance; 2 and 3 from nearer by; 4 only from close."""
    kind: PlaceKind = "dot"
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points in degrees; `label` is written beside it where there is room."""

    kind: LineKind
    points: tuple[Degrees, ...]
    label: str = ""
    tone: Tone | None = None
    """None for the colour that goes with the kind."""


@dataclass(frozen=True, slots=True)
class Area:
    """A zone: a closed polygon in degrees (the last point need not repeat the first)."""

    kind: AreaKind
    polygon: tuple[Degrees, ...]
    strength: float = 1.0
    """0..1: with it a `grown` area shrinks and fades, others only fade; 0 is not drawn."""
    label: str = ""
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A tapering arrow bent softly through its points (degrees), tail first."""

    points: tuple[Degrees, ...]
    width: float = 0.5
    """0..1 of the widest arrow (22 pixels at 720 lines); it says how much is behind it."""
    tone: Tone = "ochre"
    outline: float = 0.0
    """0..1 in the same measure: an empty arrow beside the filled one, to compare; 0 for none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that may move or come and go without the map below being drawn again."""

    kind: MarkKind
    longitude: float
    latitude: float
    label: str = ""
    tone: Tone = "red"
    bearing: float | None = None
    """The cut line's direction, degrees clockwise from up; None for the nearest railway's."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything above the ground, each kind in drawing order.

    What stands still is drawn once for a view. What moves, namely grown areas, the lines of
    `MOVING`, arrows and marks, may be another in every picture.
    """

    areas: tuple[Area, ...] = ()
    lines: tuple[Line, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    places: tuple[Place, ...] = ()
    marks: tuple[Mark, ...] = ()
    clear: tuple[tuple[Degrees, ...], ...] = ()
    """Lines that names keep clear of though they are not drawn: where something will move."""

    def still(self) -> Layers:
        """Return what stands still, without the places."""
        return Layers(
            areas=tuple(area for area in self.areas if area.kind != "grown"),
            lines=tuple(line for line in self.lines if line.kind not in MOVING),
        )

    def moving(self) -> Layers:
        """Return what may move, without the marks."""
        return Layers(
            areas=tuple(area for area in self.areas if area.kind == "grown"),
            lines=tuple(line for line in self.lines if line.kind in MOVING),
            arrows=self.arrows,
        )

    def named(self) -> Layers:
        """Return what names hang on and keep clear of: areas at their largest, arrows half grown.

        It is the same while areas grow, fronts move and arrows swell.
        """
        return Layers(
            areas=tuple(replace(area, strength=1.0) for area in self.areas),
            lines=tuple(line for line in self.lines if line.kind not in MOVING),
            arrows=tuple(replace(arrow, width=0.5, outline=0.0) for arrow in self.arrows),
            places=self.places,
            marks=tuple(mark for mark in self.marks if mark.kind == "column"),
            clear=self.clear,
        )
