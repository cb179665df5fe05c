"""What lies on the ground: areas, lines and arrows as SVG, in the pixels of a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import pi

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_line, clipped_ring, overlaps
from game.widgets.map.colours import INK, LAND, SLEEPER, TONES
from game.widgets.map.cuts import arrow, hatching, roughened, rounded, shrunk, teeth
from game.widgets.map.layers import Area, Arrow, Layers, Line, LineKind
from game.widgets.map.projection import Degrees, sampled

MARGIN = 40.0
"""How far beyond the picture shapes are still drawn, in pixels of the 720-line design."""

WIDEST_ARROW = 18.0
"""Shoulder of the widest arrow, in pixels of the 720-line design."""

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
    return view.spots(sampled(points))


def polygon_of(area: Area, view: View) -> list[Point]:
    """The area's outline in pixels, drawn in by its strength if it is of the kind that grows."""
    if len(area.polygon) < _CORNERS:
        return []
    closed = (
        area.polygon if area.polygon[0] == area.polygon[-1] else (*area.polygon, area.polygon[0])
    )
    ring = drawn(closed, view)[:-1]
    return rounded(shrunk(ring, area.strength)) if area.kind == "grown" else ring


def outline_of(item: Arrow, view: View) -> list[Point]:
    """The outline of an arrow in pixels; the weakest is a quarter as wide as the widest."""
    if len(item.points) < _ENDS:
        return []
    share = 0.25 + 0.75 * max(0.0, min(1.0, item.width))
    return arrow(drawn(item.points, view), WIDEST_ARROW * share * view.stroke)


def runs_of(line: Line, view: View) -> list[list[Point]]:
    """The parts of a line that show in the view, in pixels."""
    return clipped_line(drawn(line.points, view), frame(view))


def elements(layers: Layers, view: View) -> Iterator[str]:
    """All areas, lines and arrows of the layers, lowest first."""
    for area in layers.areas:
        yield from _area(area, view)
    for line in layers.lines:
        data_runs = runs_of(line, view)
        if data_runs:
            yield from _CUTS[line.kind](data_runs, _colour(line), view.stroke)
    for item in layers.arrows:
        yield from _arrow(item, view)


def _area(area: Area, view: View) -> Iterator[str]:
    """The fill and the border of one area."""
    ring = clipped_ring(polygon_of(area, view), frame(view))
    if len(ring) < _CORNERS or area.strength <= 0:
        return
    colour, s, strength = TONES[area.tone], view.stroke, min(1.0, area.strength)
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


def _arrow(item: Arrow, view: View) -> Iterator[str]:
    """One arrow, rimmed in ink so that it stands out from hatching."""
    s, outline = view.stroke, outline_of(item, view)
    if outline and overlaps(bounds(outline), frame(view)):
        data = svg.path(outline, closed=True)
        yield svg.stroke(data, LAND, 3.0 * s, opacity=0.75)
        yield svg.fill(data, TONES[item.tone])
        yield svg.stroke(data, INK, 1.0 * s, opacity=0.8)


def _colour(line: Line) -> str:
    """The line's own tone, or the one of its kind."""
    usual = TONES["red"] if line.kind in ("front", "route") else INK
    return TONES[line.tone] if line.tone else usual


Runs = list[list[Point]]


def _railway(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """Plain ink."""
    yield svg.stroke(svg.paths(runs), LAND, 3.6 * s, opacity=0.5)
    yield svg.stroke(svg.paths(runs), colour, 1.8 * s, cap="round")


def _double_railway(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """Two rails with light between the sleepers."""
    data = svg.paths(runs)
    yield svg.stroke(data, LAND, 4.8 * s, opacity=0.5)
    yield svg.stroke(data, colour, 3.3 * s, opacity=0.88)
    yield svg.stroke(data, SLEEPER, 1.5 * s, dash=f"{6 * s:.1f} {3.4 * s:.1f}")


def _wall(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """A wall with its merlons on top."""
    merlons = [merlon for run in runs for merlon in teeth(run, 5.6 * s, 2.9 * s)]
    yield svg.stroke(svg.paths(runs), colour, 1.5 * s)
    yield svg.fill(svg.paths(merlons, closed=True), colour)


def _front(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """Thick, cut with the knife, with a dark rim."""
    data = svg.paths(roughened(run, 5 * s, 0.7 * s) for run in runs)
    yield svg.stroke(data, INK, 6.0 * s, opacity=0.55)
    yield svg.stroke(data, colour, 4.4 * s)


def _route(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """Short dashes with light around them, so that they read on hatching."""
    data, dash = svg.paths(runs), f"{5 * s:.1f} {4.5 * s:.1f}"
    yield svg.stroke(data, LAND, 5.0 * s, opacity=0.7)
    yield svg.stroke(data, colour, 2.6 * s, dash=dash)


def _border(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """Dash and dot."""
    dash = f"{8 * s:.1f} {3 * s:.1f} {1.6 * s:.1f} {3 * s:.1f}"
    yield svg.stroke(svg.paths(runs), colour, 1.3 * s, opacity=0.75, dash=dash)


def _shore(runs: Runs, colour: str, s: float) -> Iterable[str]:
    """A thin rough line, as along the water."""
    data = svg.paths(roughened(run, 3.4 * s, 0.8 * s) for run in runs)
    yield svg.stroke(data, colour, 1.5 * s)


_CUTS: dict[LineKind, Callable[[Runs, str, float], Iterable[str]]] = {
    "railway": _railway,
    "double-railway": _double_railway,
    "wall": _wall,
    "front": _front,
    "route": _route,
    "border": _border,
    "coast": _shore,
}
