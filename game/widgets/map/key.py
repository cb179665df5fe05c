"""Samples of every sign, for the key of the map: small SVG pictures of the map's own strokes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from game.widgets.map import svg
from game.widgets.map.camera import Camera, View
from game.widgets.map.clipping import Point
from game.widgets.map.colours import Inks
from game.widgets.map.cuts import arrow
from game.widgets.map.layers import Area, AreaKind, Line, LineKind, MarkKind, PlaceKind, Tone
from game.widgets.map.overlay import of_area, of_arrow, of_line
from game.widgets.map.signs import parts_of

Sample = LineKind | AreaKind | MarkKind | PlaceKind | Literal["arrow"]
"""A sign that can be shown: an arrow is shown filled, inside an empty one."""

SIZE = (84, 44)
"""Width and height of a sample, in pixels of the 720-line design."""

_LINE: list[Point] = [(6.0, 30.0), (30.0, 18.0), (54.0, 26.0), (78.0, 14.0)]
_ZONE: list[Point] = [
    (12.0, 8.0),
    (60.0, 5.0),
    (76.0, 18.0),
    (66.0, 38.0),
    (22.0, 39.0),
    (8.0, 24.0),
]


def sample(kind: Sample, tone: Tone | None, inks: Inks) -> str:
    """One sign on a piece of land, as an SVG file that can be drawn at any size."""
    width, height = SIZE
    paper: list[Point] = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    ground = svg.path(paper, closed=True)
    shapes = [
        svg.fill(ground, inks.land),
        *_shapes(kind, tone, inks),
        svg.stroke(ground, inks.ink, 2.0),
    ]
    return svg.document(shapes, (0, 0, width, height))


def _shapes(kind: Sample, tone: Tone | None, inks: Inks) -> Iterator[str]:
    """The strokes of one sign in the middle of its sample."""
    match kind:
        case "arrow":
            ends: list[Point] = [(8.0, 30.0), (40.0, 24.0), (76.0, 20.0)]
            colour = inks.tone(tone or "ochre")
            yield from of_arrow(arrow(ends, 7.0), arrow(ends, 16.0), colour, 1.0, inks)
        case (
            "railway" | "double-railway" | "wall" | "front" | "route" | "border" | "coast" | "march"
        ):
            yield from of_line(Line(kind, (), tone=tone), [_LINE], 1.0, inks)
        case "hatch" | "cross-hatch" | "grown" | "tint":
            view = View(Camera(0.0, 0.0, 720.0), (1280, 720))
            yield from of_area(_ZONE, Area(kind, (), tone=tone or "ink"), view, inks)
        case _:
            yield from _sign(kind, tone, inks)


def _sign(kind: MarkKind | PlaceKind, tone: Tone | None, inks: Inks) -> Iterator[str]:
    """A sign of a place or an event; bars lie across a line, a banner stands where its way ends."""
    if kind == "cut":
        across: list[Point] = [(6.0, 22.0), (78.0, 22.0)]
        yield from of_line(Line("railway", ()), [across], 1.0, inks)
    if kind == "column":
        behind: list[Point] = [(6.0, 34.0), (24.0, 28.0), (42.0, 24.0)]
        yield from of_line(Line("march", ()), [behind], 1.0, inks)
    parts = parts_of(kind, (22.0, 1.0, 0), inks.tone(tone or "ink"), inks)
    yield f'<g transform="translate(20 0)">{"".join(parts)}</g>'
