"""The knife of the portraits: flat shapes, tapered cuts and hatching, as SVG text.

A drawing is a tuple of marks. Coordinates are those of the portrait's block, 320 wide and 372 high,
with the light from the left. Paths know the absolute commands M, L, C, Q and Z only: hatching has
to follow them itself, since pygame's renderer has no clip paths.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

INK = "#1d1713"
NIGHT = "#15110e"
DARK = "#2b211a"
WOOD = "#4a382a"
SHADE = "#5c4632"
"""Skin and cloth turned from the light: a little above wood, so that ink still shows on it."""
OCHRE = "#b99d66"
PAPER = "#eadbb8"

Point = tuple[float, float]
Polygon = list[Point]


class Fill(NamedTuple):
    """A flat printed shape."""

    colour: str
    path: str


class Line(NamedTuple):
    """A stroke of even width: straps, rims of glasses, borders."""

    colour: str
    path: str
    width: float


class Cuts(NamedTuple):
    """Strokes of the knife, thick in the middle, parted by semicolons.

    Each is `x,y x,y x,y width`: start, bend and end.
    """

    colour: str
    strokes: str


class Hatch(NamedTuple):
    """Parallel cuts inside a shape, a little uneven as by hand.

    `angle` is in degrees clockwise from the horizontal, `gap` from cut to cut; `start` and `stop`
    are the shares of each row where its cut begins and ends.
    """

    colour: str
    path: str
    angle: float
    gap: float
    width: float
    start: float = 0.0
    stop: float = 1.0


Mark = Fill | Line | Cuts | Hatch
Drawing = tuple[Mark, ...]


def render(drawing: Iterable[Mark]) -> str:
    """Return the SVG elements of `drawing`, in order."""
    return "".join(_element(mark) for mark in drawing)


def _element(mark: Mark) -> str:
    match mark:
        case Fill(colour, path):
            return f'<path d="{path}" fill="{colour}"/>'
        case Line(colour, path, width):
            style = f'fill="none" stroke="{colour}" stroke-width="{width:g}"'
            return f'<path d="{path}" {style} stroke-linecap="round" stroke-linejoin="round"/>'
        case Cuts(colour, strokes):
            return f'<path d="{_lenses(strokes)}" fill="{colour}"/>'
        case Hatch():
            return f'<path d="{_hatching(mark)}" fill="{mark.colour}"/>'


def moved(svg: str, *, by: Point = (0, 0), scale: Point = (1, 1)) -> str:
    """Return `svg` scaled about the origin, then moved."""
    return (
        f'<g transform="translate({by[0]:g} {by[1]:g}) scale({scale[0]:g} {scale[1]:g})">{svg}</g>'
    )


def scaled(svg: str, *, about: Point, scale: Point) -> str:
    """Return `svg` scaled while the point `about` stays where it is."""
    corner = (round(about[0] * (1 - scale[0]), 3), round(about[1] * (1 - scale[1]), 3))
    return moved(svg, by=corner, scale=scale)


def smooth(points: Sequence[Point], steps: int = 8) -> Polygon:
    """Return a closed curve through `points` (Catmull-Rom), `steps` corners for each stretch."""
    size = len(points)
    curve: Polygon = []
    for i in range(size):
        near = [points[(i + k) % size] for k in (-1, 0, 1, 2)]
        curve += [_spline(near, n / steps) for n in range(steps)]
    return curve


def _spline(near: Sequence[Point], t: float) -> Point:
    """Return the place at `t` (0 to 1) between the second and the third of four points."""
    weights = (
        -t + 2 * t**2 - t**3,
        2 - 5 * t**2 + 3 * t**3,
        t + 4 * t**2 - 3 * t**3,
        t**3 - t**2,
    )
    x, y = (sum(w * p[i] for w, p in zip(weights, near, strict=True)) / 2 for i in (0, 1))
    return x, y


def path_of(polygon: Iterable[Point]) -> str:
    """Return the closed path through the corners of `polygon`."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in polygon) + "Z"


def flatten(path: str, steps: int = 10) -> list[Polygon]:
    """Return the outlines of `path` as polygons."""
    outlines: list[Polygon] = []
    for command, text in re.findall(r"([MLCQZ])([^MLCQZ]*)", path):
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", text)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            outlines.append([points.pop(0)])
        arity = {"C": 3, "Q": 2}.get(command, 1)
        for i in range(0, len(points), arity):
            control = [outlines[-1][-1], *points[i : i + arity]]
            corners = steps if arity > 1 else 1
            outlines[-1] += [_bezier(control, n / corners) for n in range(1, corners + 1)]
    return outlines


def _bezier(control: Sequence[Point], t: float) -> Point:
    points = list(control)
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]


def _lenses(strokes: str) -> str:
    return "".join(_lens(*_stroke(text)) for text in strokes.split(";") if text.strip())


def _stroke(text: str) -> tuple[Point, Point, Point, float]:
    x0, y0, x1, y1, x2, y2, width = (float(n) for n in re.split(r"[ ,]+", text.strip()))
    return (x0, y0), (x1, y1), (x2, y2), width


def _lens(start: Point, bend: Point, end: Point, width: float) -> str:
    """Return a stroke of the knife, which ends where it began.

    It is not closed: the leg from that point to itself would take as long as all the rest.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * width, dx / length * width
    return (
        f"M{start[0]:.1f},{start[1]:.1f}"
        f"Q{bend[0] + nx:.1f},{bend[1] + ny:.1f} {end[0]:.1f},{end[1]:.1f}"
        f"Q{bend[0] - nx:.1f},{bend[1] - ny:.1f} {start[0]:.1f},{start[1]:.1f}"
    )


def uneven(index: int) -> float:
    """Return a number from 0 to 1 that looks like chance and is the same every time.

    It stands for the unevenness of the hand.
    """
    return (math.sin(index * 12.9898 + 4.1) * 43758.5453) % 1.0


def _hatching(mark: Hatch) -> str:
    """Return the cuts of `mark`: its outline is turned level, cut row by row, and turned back."""
    edges = _level_edges(mark.path, -mark.angle)
    low, high = min(a[1] for a, _ in edges), max(a[1] for a, _ in edges)
    cuts: list[str] = []
    for row in range(int((high - low) / mark.gap) + 1):
        level = low + mark.gap * (row + 0.5 + 0.25 * (uneven(row) - 0.5))
        for left, right in _inside(edges, level):
            width = right - left
            first = left + width * mark.start * (0.7 + 0.6 * uneven(row + 31))
            last = right - width * (1 - mark.stop) * (0.6 + 0.8 * uneven(row + 57))
            if last - first > mark.width * 2:
                start, end = (_turned((x, level), mark.angle) for x in (first, last))
                bend = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
                cuts.append(_lens(start, bend, end, mark.width))
    return "".join(cuts) or "M0,0Z"


def _turned(point: Point, angle: float) -> Point:
    """Return `point` turned about the origin by `angle` degrees."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine


def _level_edges(path: str, angle: float) -> list[tuple[Point, Point]]:
    """Return the edges of `path`, turned by `angle` degrees."""
    outlines = [[_turned(p, angle) for p in outline] for outline in flatten(path)]
    return [
        edge
        for outline in outlines
        for edge in zip(outline, outline[1:] + outline[:1], strict=True)
    ]


def _inside(edges: Sequence[tuple[Point, Point]], level: float) -> list[tuple[float, float]]:
    """Return the stretches of the line at `level` that lie within the outline made of `edges`."""
    met = sorted(
        a[0] + (level - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in edges
        if (a[1] <= level) != (b[1] <= level)
    )
    return list(zip(met[::2], met[1::2], strict=True))
