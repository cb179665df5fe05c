"""Curves over months: the band of the draws, history in dashes, the record as dots."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from game.diagrams.letters import Measure, wrapped
from game.diagrams.marks import Area, Field, Line, Mark, Picture, Point, Tone, Words
from game.diagrams.values import Axis, Band, Curve, Curves, Dot, Tick
from game.frozen import dataclass

LETTER = 10.0
LEADING = 13.0
SAMPLE = 24.0
"""How long the piece of line is in front of a name of the legend."""
LEAST_PLOT = 60.0
"""How wide the plot is at least, whatever is written beside it."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the plot lies, and the scales in it."""

    left: float
    top: float
    right: float
    bottom: float
    across: Axis
    up: Axis

    def x(self, value: float) -> float:
        """Return how far to the right a value lies."""
        return self.left + (self.right - self.left) * self.across.share(value)

    def y(self, value: float) -> float:
        """Return how far down a value lies."""
        return self.bottom - (self.bottom - self.top) * self.up.share(value)

    def at(self, point: Point) -> Point:
        """Return where a point lies."""
        return self.x(point[0]), self.y(point[1])


def laid(diagram: Curves, width: float, measure: Measure) -> Picture:
    """Return the curves as marks."""
    marks: list[Mark] = []
    top = _legend(marks, diagram, width, measure) + (LEADING if diagram.events else 0) + 6
    left = min(max(_widths(diagram.up.ticks, measure), 10.0) + 6, width - LEAST_PLOT)
    right, bottom = width - 8, top + min(max(width * 0.46, 110.0), 190.0)
    plot = Plot(left, top, right, bottom, diagram.across, diagram.up)
    _grid(marks, plot, measure)
    for band in diagram.bands:
        _band(marks, plot, band)
    _events(marks, plot, diagram.events, measure)
    for curve in sorted(diagram.curves, key=lambda one: not one.ghost):
        _curve(marks, plot, curve)
    for dot in diagram.dots:
        _dot(marks, plot, dot)
    return Picture(width, bottom + LEADING + 6, tuple(marks), diagram.title, diagram.alt)


def _widths(ticks: Iterable[Tick], measure: Measure) -> float:
    return max((measure(one.text, LETTER) for one in ticks), default=0.0)


def _legend(marks: list[Mark], diagram: Curves, width: float, measure: Measure) -> float:
    """Write what the axis counts and what each line is; return where that ends."""
    y = 0.0
    for line in wrapped(diagram.unit, width, LETTER, measure, bold=False):
        y += LEADING
        marks.append(Words(0.0, y - 3, line, LETTER, Tone.FAINT))
    named: tuple[Curve | Band, ...] = (*diagram.curves, *diagram.bands)
    rows: list[tuple[str, Curve | Band | None]] = [(one.name, one) for one in named]
    rows += [(diagram.dots_name, None)] if diagram.dots else []
    x = width  # the first one begins a line
    for name, row in rows:
        wide = SAMPLE + 5 + measure(name, LETTER)
        if x + wide > width:
            x, y = 0.0, y + LEADING
        _sample(marks, row, x, y - 7)
        marks.append(Words(x + SAMPLE + 5, y - 3, name, LETTER, Tone.INK))
        x += wide + 12
    return y


def _sample(marks: list[Mark], row: Curve | Band | None, x: float, y: float) -> None:
    """Draw a piece of what a name of the legend stands for."""
    match row:
        case Curve():
            marks.append(_line(((x, y), (x + SAMPLE, y)), row))
        case Band():
            marks.append(Field(x, y - 4, SAMPLE, 8, Tone.BAND))
        case None:
            middle = x + SAMPLE / 2
            marks.append(Line(((middle, y - 5), (middle, y + 5)), Tone.GHOST, 1.2))
            marks.append(_diamond((middle, y)))


def _line(points: tuple[Point, ...], curve: Curve) -> Line:
    if curve.ghost:
        return Line(points, Tone.GHOST, 1.5, curve.dash)
    return Line(points, Tone.MINE, 2.4)


def _diamond(at: Point, reach: float = 3.2) -> Area:
    x, y = at
    return Area(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), Tone.GHOST)


def _grid(marks: list[Mark], plot: Plot, measure: Measure) -> None:
    """Draw the lines of the ticks and write the ticks; one that would touch another is left out."""
    for tick in plot.up.ticks:
        y = plot.y(tick.at)
        marks.append(Line(((plot.left, y), (plot.right, y)), Tone.GRID, 0.8))
        marks.append(Words(plot.left - 5, y + 3.4, tick.text, LETTER, Tone.FAINT, "end"))
    end = -1.0
    for tick in plot.across.ticks:
        half = measure(tick.text, LETTER) / 2
        x = plot.x(tick.at)
        marks.append(Line(((x, plot.bottom), (x, plot.bottom + 4)), Tone.FAINT, 0.8))
        if x - half > end and x + half <= plot.right + 8:
            marks.append(Words(x, plot.bottom + LEADING, tick.text, LETTER, Tone.FAINT, "middle"))
            end = x + half + 4
    marks.append(Line(((plot.left, plot.bottom), (plot.right, plot.bottom)), Tone.FAINT, 0.8))


def _events(marks: list[Mark], plot: Plot, events: tuple[Tick, ...], measure: Measure) -> None:
    """Draw an upright line for each event, and its word where there is room."""
    end = -1.0
    for event in filter(lambda one: isfinite(one.at), events):
        x, half = plot.x(event.at), measure(event.text, LETTER, bold=True) / 2
        marks.append(Line(((x, plot.top - 2), (x, plot.bottom)), Tone.FAINT, 0.7, 1.6))
        if x - half > end:
            x = max(x, plot.left + half)  # or it would stand on the ticks of the upright axis
            marks.append(
                Words(x, plot.top - 5, event.text, LETTER, Tone.FAINT, "middle", bold=True)
            )
            end = x + half + 2


def _band(marks: list[Mark], plot: Plot, band: Band) -> None:
    lower = [plot.at(one) for one in band.lower if _is_known(one)]
    upper = [plot.at(one) for one in band.upper if _is_known(one)]
    if len(lower) > 1 and len(upper) > 1:
        marks.append(Area((*upper, *reversed(lower)), Tone.BAND))


def _curve(marks: list[Mark], plot: Plot, curve: Curve) -> None:
    """Draw a curve piece by piece; a piece of one point is a dot."""
    for piece in pieces(curve.points):
        points = tuple(plot.at(one) for one in piece)
        if len(points) == 1:
            x, y = points[0]
            points = ((x - 1.5, y), (x + 1.5, y))
        marks.append(_line(points, curve))


def _dot(marks: list[Mark], plot: Plot, dot: Dot) -> None:
    if not _is_known(dot.at):
        return
    x, y = plot.at(dot.at)
    if isfinite(dot.low) and isfinite(dot.high):
        marks.append(Line(((x, plot.y(dot.low)), (x, plot.y(dot.high))), Tone.GHOST, 1.2))
    marks.append(_diamond((x, y)))


def pieces(points: tuple[Point, ...]) -> list[list[Point]]:
    """Return the runs of points that are numbers."""
    found: list[list[Point]] = [[]]
    for point in points:
        if _is_known(point):
            found[-1].append(point)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def _is_known(point: Point) -> bool:
    return isfinite(point[0]) and isfinite(point[1])
