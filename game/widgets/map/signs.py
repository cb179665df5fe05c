"""Small signs, rasterised once for each size: dots, stars, cuts, banners and the like."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, radians, sin

import pygame

from game.widgets.map import svg
from game.widgets.map.clipping import Point
from game.widgets.map.colours import Inks
from game.widgets.map.layers import MarkKind, PlaceKind, Tone

Sign = PlaceKind | MarkKind

RADII: dict[PlaceKind | MarkKind, float] = {
    "dot": 4.6,
    "ring": 5.0,
    "square": 5.2,
    "star": 11.0,
    "cut": 9.0,
    "column": 11.0,
    "clash": 9.0,
}
"""Half the side of the square each sign fills, in pixels of the 720-line design."""


def regular(corners: int, radius: float, inner: float | None = None) -> list[Point]:
    """A regular polygon about the origin, a corner at the top; with `inner`, a star."""
    turns = corners * 2 if inner else corners
    radii = (radius, inner or radius)
    return [
        (
            sin(2 * pi * turn / turns) * radii[turn % 2],
            -cos(2 * pi * turn / turns) * radii[turn % 2],
        )
        for turn in range(turns)
    ]


def _moved(points: list[Point], by: float, scale: float) -> list[Point]:
    """Points of the design scaled and put about the middle of a picture."""
    return [(x * scale + by, y * scale + by) for x, y in points]


def _turned(points: list[Point], degrees: float) -> list[Point]:
    """Points turned clockwise about the origin."""
    across, down = cos(radians(degrees)), sin(radians(degrees))
    return [(x * across - y * down, x * down + y * across) for x, y in points]


def _shapes(kind: Sign) -> list[list[Point]]:
    """The filled polygons of a sign, about the origin, in pixels of the 720-line design."""
    match kind:
        case "dot":
            return [regular(18, 3.5)]
        case "ring":
            return [regular(18, 4.0), regular(18, 2.2)]
        case "square":
            return [regular(4, 5.0)]
        case "star":
            return [regular(5, 10.0, 4.2)]
        case "cut":
            return [_bar(-2.6, 8.0), _bar(2.6, 8.0)]
        case "clash":
            return [_turned(_bar(0.0, 8.5), 45.0), _turned(_bar(0.0, 8.5), -45.0)]
        case "column":
            pole: list[Point] = [(-4.0, 9.0), (-4.0, -10.0), (-2.4, -10.0), (-2.4, 9.0)]
            flag: list[Point] = [
                (-2.4, -10.0),
                (10.0, -9.0),
                (6.0, -5.4),
                (10.0, -1.6),
                (-2.4, -1.0),
            ]
            return [pole, flag]


def _bar(across: float, half: float) -> list[Point]:
    """An upright bar, slightly leaning, `across` from the middle."""
    lean = 1.2
    return [
        (across - 1.3 + lean, -half),
        (across + 1.3 + lean, -half),
        (across + 1.3 - lean, half),
        (across - 1.3 - lean, half),
    ]


class Signs:
    """The signs drawn so far; each is one small picture with its spot in the middle."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Sign, Tone, float, int, Inks], pygame.Surface] = {}

    def picture(
        self, kind: Sign, tone: Tone, stroke: float, inks: Inks, degrees: int = 0
    ) -> pygame.Surface:
        """A sign at `stroke` pixels per pixel of the design, turned clockwise by whole degrees."""
        key = (kind, tone, stroke, degrees, inks)
        if key not in self._drawn:
            if len(self._drawn) > 200:
                self._drawn.clear()
            half = round((RADII[kind] + 3.0) * stroke)
            parts = parts_of(kind, (half, stroke, degrees), inks.tone(tone), inks)
            self._drawn[key] = svg.rasterised(parts, (2 * half, 2 * half))
        return self._drawn[key]


def parts_of(kind: Sign, put: tuple[float, float, int], colour: str, inks: Inks) -> Iterator[str]:
    """The SVG of one sign with a rim in the colour of the land.

    Args:
        kind: which sign.
        put: its middle, across and down alike, in pixels; its scale; its turn in degrees clockwise.
        colour: what it is filled with.
        inks: what the map is printed with.
    """
    half, stroke, degrees = put
    shapes = [_moved(_turned(shape, degrees), half, stroke) for shape in _shapes(kind)]
    data = svg.paths(shapes, closed=True)
    crossing = [svg.path(shape, closed=True) for shape in shapes]
    yield svg.stroke(data, inks.land, 3.4 * stroke, opacity=0.95)
    if kind == "ring":
        yield from (svg.fill(crossing[1], inks.land), svg.fill(data, colour))
    else:
        yield from (svg.fill(shape, colour) for shape in crossing)
    if kind in ("star", "column"):
        yield svg.stroke(data, inks.ink, 0.7 * stroke, opacity=0.7)
