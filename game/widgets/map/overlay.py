"""What lies on the ground: areas, lines and arrows as SVG, in the pixels of a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import degrees, pi

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_line, clipped_ring, overlaps
from game.widgets.map.colours import Inks
from game.widgets.map.cuts import arrow, band, hatching, roughened, rounded, shrunk, teeth, walked
from game.widgets.map.layers import Area, Arrow, Layers, Line, LineKind, Mark
from game.widgets.map.projection import Degrees, Globe, Plane, sampled

MARGIN = 40.0
"""How far beyond the picture shapes are still drawn, in pixels of the 720-line design."""

WIDEST_ARROW = 22.0
"""Shoulder of the widest arrow, in pixels of the 720-line design."""

LEAST_ARROW = 0.07
"""The thinnest arrow that can be seen, as a share of the widest."""

_CORNERS, _ENDS = 3, 2
"""The fewest points that make an area, and a line."""

_SLOPE = -pi * 0.31
"""Lean of the hatching: strokes rise to the right, as a right hand cuts them."""


def frame(view: View) -> Box:
    """The picture with the margin around it, in pixels."""
    edge = MARGIN * view.stroke
    return -edge, -edge, view.size[0] + edge, view.size[1] + edge


def drawn(points: Sequence[Degrees], view: View) -> list[Point]:
    """A line through degrees as pixels of the view, bent with the globe where its legs are long."""
    return view.pixels(_on_plane(view.camera.globe, tuple(points)))


@lru_cache(maxsize=512)
def _on_plane(globe: Globe, points: tuple[Degrees, ...]) -> tuple[Plane, ...]:
    """Return a line on the plane; every view of it asks, for strokes, for names and for room."""
    return tuple(globe.project_all(sampled(points)))


def polygon_of(area: Area, view: View) -> list[Point]:
    """The area's outline in pixels, drawn in by its strength if it is of the kind that grows."""
    if len(area.polygon) < _CORNERS:
        return []
    closed = (
        area.polygon if area.polygon[0] == area.polygon[-1] else (*area.polygon, area.polygon[0])
    )
    ring = drawn(closed, view)[:-1]
    return rounded(shrunk(ring, area.strength)) if area.kind == "grown" else ring


def outline_of(item: Arrow, view: View, share: float | None = None) -> list[Point]:
    """The outline of an arrow in pixels, as wide as its share (its own width) of the widest."""
    if len(item.points) < _ENDS:
        return []
    wide = max(LEAST_ARROW, min(1.0, item.width if share is None else share))
    return arrow(drawn(item.points, view), WIDEST_ARROW * wide * view.fineness * view.stroke)


def runs_of(line: Line, view: View) -> list[list[Point]]:
    """The parts of a line that show in the view, in pixels."""
    return clipped_line(drawn(line.points, view), frame(view))


def elements(layers: Layers, view: View, inks: Inks) -> Iterator[str]:
    """All areas, lines and arrows of the layers, lowest first."""
    for area in layers.areas:
        yield from of_area(polygon_of(area, view), area, view, inks)
    for line in layers.lines:
        data_runs = runs_of(line, view)
        if data_runs:
            yield from of_line(line, data_runs, view.stroke * view.fineness, inks)
    for item in layers.arrows:
        yield from _arrow(item, view, inks)


def singles(layers: Layers) -> Iterator[Layers]:
    """The areas, lines and arrows of the layers, each by itself, lowest first."""
    yield from (Layers(areas=(area,)) for area in layers.areas)
    yield from (Layers(lines=(line,)) for line in layers.lines)
    yield from (Layers(arrows=(item,)) for item in layers.arrows)


def piece(single: Layers, view: View, inks: Inks) -> tuple[list[str], Box] | None:
    """The elements of a single shape and the part of the picture it needs; None out of sight."""
    limit = (0.0, 0.0, float(view.size[0]), float(view.size[1]))
    points = [*_points(single, view)]
    if not (points and overlaps(bounds(points), limit)):
        return None
    edge = 8.0 * view.stroke
    left, top, right, bottom = bounds(points)
    box = (left - edge, top - edge, right + edge, bottom + edge)
    return list(elements(single, view, inks)), _common(box, limit)


def _points(layer: Layers, view: View) -> Iterator[Point]:
    """All points between which the shapes of a layer lie."""
    for area in layer.areas:
        yield from polygon_of(area, view)
    for line in layer.lines:
        for run in runs_of(line, view):
            yield from run
    for item in layer.arrows:
        yield from outline_of(item, view, max(item.width, item.outline))


def _common(a: Box, b: Box) -> Box:
    """The rectangle two rectangles share."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def of_area(polygon: Sequence[Point], area: Area, view: View, inks: Inks) -> Iterator[str]:
    """The fill and the border of one area with this outline in pixels."""
    ring = clipped_ring(polygon, frame(view))
    if len(ring) < _CORNERS or area.strength <= 0:
        return
    colour, s, strength = inks.tone(area.tone), view.stroke, min(1.0, area.strength)
    outline = svg.path(ring, closed=True)
    if area.kind == "tint":
        yield svg.fill(outline, colour, opacity=0.26 * strength)
    elif area.kind == "grown":
        yield svg.fill(outline, colour, opacity=0.10 + 0.18 * strength)
        yield _hatch(ring, 4.6 * s, -_SLOPE, colour, 1.25 * s, 0.30 + 0.5 * strength)
        yield svg.stroke(outline, colour, 1.7 * s, opacity=0.45 + 0.55 * strength)
    else:
        yield _hatch(ring, 6.4 * s, _SLOPE, colour, 0.95 * s, 0.55 * strength)
        if area.kind == "cross-hatch":
            yield _hatch(ring, 6.4 * s, -_SLOPE, colour, 0.95 * s, 0.4 * strength)
        dash = f"{6.5 * s:.1f} {4 * s:.1f}"
        yield svg.stroke(outline, colour, 1.5 * s, opacity=0.4 + 0.6 * strength, dash=dash)


def _hatch(
    ring: Sequence[Point], gap: float, angle: float, colour: str, width: float, opacity: float
) -> str:
    """The hatching of one polygon as a single line element."""
    data = svg.paths(hatching(ring, gap, angle))
    return svg.stroke(data, colour, width, opacity=opacity)


def _arrow(item: Arrow, view: View, inks: Inks) -> Iterator[str]:
    """One arrow, rimmed in ink so that it stands out from hatching, and its empty twin."""
    whole = outline_of(item, view, max(item.width, item.outline))
    if whole and overlaps(bounds(whole), frame(view)):
        filled = outline_of(item, view) if item.width > 0 else []
        empty = outline_of(item, view, item.outline) if item.outline > 0 else []
        yield from of_arrow(filled, empty, inks.tone(item.tone), view.stroke, inks)


def of_arrow(
    filled: Sequence[Point], empty: Sequence[Point], colour: str, s: float, inks: Inks
) -> Iterator[str]:
    """A filled arrow engraved across, and an empty one in dashes, from their outlines in pixels."""
    hollow, data = svg.path(empty, closed=True), svg.path(filled, closed=True)
    yield svg.fill(hollow, inks.land, opacity=0.6)
    yield svg.stroke(hollow, inks.land, 3.0 * s, opacity=0.8)
    yield svg.stroke(data, inks.land, 3.0 * s, opacity=0.75)
    yield svg.fill(data, colour)
    if filled:
        yield svg.stroke(
            svg.paths(hatching(filled, 3.2 * s, _SLOPE)), inks.ink, 0.7 * s, opacity=0.45
        )
    yield svg.stroke(data, inks.ink, 1.0 * s, opacity=0.85)
    yield svg.stroke(hollow, inks.ink, 1.2 * s, dash=f"{4 * s:.1f} {1.8 * s:.1f}")


Runs = Sequence[Sequence[Point]]
"""A line in pixels, in pieces."""


def of_line(line: Line, runs: Runs, s: float, inks: Inks) -> Iterable[str]:
    """A line as it is cut, from its runs in pixels; `s` is the width of a hair."""
    usual = inks.red if line.kind in ("front", "march") else inks.ink
    return _CUTS[line.kind](runs, inks.tone(line.tone) if line.tone else usual, s, inks)


def _railway(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """Plain ink."""
    yield svg.stroke(svg.paths(runs), inks.land, 3.6 * s, opacity=0.5)
    yield svg.stroke(svg.paths(runs), colour, 1.8 * s, ends=("round", "round"))


def _double_railway(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """Two rails with light between the sleepers."""
    data = svg.paths(runs)
    yield svg.stroke(data, inks.land, 4.8 * s, opacity=0.5)
    yield svg.stroke(data, colour, 3.3 * s, opacity=0.88)
    yield svg.stroke(data, inks.sleeper, 1.5 * s, dash=f"{6 * s:.1f} {3.4 * s:.1f}")


def _wall(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """A wall with its merlons on top."""
    merlons = [merlon for run in runs for merlon in teeth(run, 6.0 * s, 3.3 * s)]
    yield svg.stroke(svg.paths(runs), inks.land, 4.6 * s, opacity=0.6)
    yield svg.stroke(svg.paths(runs), colour, 1.7 * s)
    yield svg.fill(svg.paths(merlons, closed=True), colour)


def _front(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """Thick, cut with the knife, with a dark rim."""
    data = svg.paths(roughened(run, 5 * s, 0.7 * s) for run in runs)
    yield svg.stroke(data, inks.ink, 6.0 * s, opacity=0.55)
    yield svg.stroke(data, colour, 4.4 * s)


def _march(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """A band that widens from where the men set out, engraved across."""
    bands = [band(run, 1.0 * s, 5.0 * s) for run in runs]
    data = svg.paths(bands, closed=True)
    yield svg.stroke(data, inks.land, 3.0 * s, opacity=0.8)
    yield svg.fill(data, colour, opacity=0.55)
    strokes = (stroke for one in bands for stroke in hatching(one, 3.0 * s, _SLOPE))
    yield svg.stroke(svg.paths(strokes), colour, 1.0 * s)
    yield svg.stroke(data, colour, 1.1 * s)


def _route(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:
    """Short dashes with light around them, so that they read on hatching."""
    data, dash = svg.paths(runs), f"{5 * s:.1f} {4.5 * s:.1f}"
    yield svg.stroke(data, inks.land, 5.0 * s, opacity=0.7)
    yield svg.stroke(data, colour, 2.4 * s, dash=dash)


def _border(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:  # noqa: ARG001
    """Dash and dot."""
    dash = f"{8 * s:.1f} {3 * s:.1f} {1.6 * s:.1f} {3 * s:.1f}"
    yield svg.stroke(svg.paths(runs), colour, 1.3 * s, opacity=0.75, dash=dash)


def _shore(runs: Runs, colour: str, s: float, inks: Inks) -> Iterable[str]:  # noqa: ARG001
    """A thin rough line, as along the water."""
    data = svg.paths(roughened(run, 3.4 * s, 0.8 * s) for run in runs)
    yield svg.stroke(data, colour, 1.5 * s)


_CUTS: dict[LineKind, Callable[[Runs, str, float, Inks], Iterable[str]]] = {
    "railway": _railway,
    "double-railway": _double_railway,
    "wall": _wall,
    "front": _front,
    "march": _march,
    "route": _route,
    "border": _border,
    "coast": _shore,
}


def bearing(mark: Mark, layers: Layers, view: View) -> float:
    """Direction of the line under a mark, in degrees clockwise from level."""
    if mark.bearing is not None:
        return mark.bearing - 90
    x, y = view.spot(mark.longitude, mark.latitude)
    best, direction = float("inf"), 0.0
    for line in layers.lines:
        if line.kind in ("railway", "double-railway"):
            for run in runs_of(line, view):
                for (ax, ay), turn in walked(run, 4 * view.stroke):
                    away = (ax - x) ** 2 + (ay - y) ** 2
                    if away < best:
                        best, direction = away, turn
    return degrees(direction)
