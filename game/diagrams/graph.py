"""The graph of why: boxes in columns, arrows as wide as what they carry, each with its sign."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, isfinite, pi, sin

from game.diagrams.letters import Measure, wrapped
from game.diagrams.marks import Area, Field, Line, Mark, Part, Picture, Point, Tone, Words
from game.diagrams.values import Arrow, Box, Graph

SMALL, LARGE, AMOUNT = 9.0, 11.0, 10.0
"""Of the letters: what a box is, which it is, by how much it moved the figure."""
LEADING = 1.26
"""From one line to the next, in letters."""
INSIDE = 7.0
"""From a box's edge to its words."""
BETWEEN = 44.0
"""Room between two columns, for the arrows."""
APART = 14.0
"""Room between two boxes of a column."""
LEAST_COLUMN = 60.0
WIDEST, THINNEST = 11.0, 1.4
"""Of an arrow: the one that carries most, and the least that is seen."""
SIGN = 15.0
"""Room on a box's edge for each arrow."""
RADIUS = 5.5
"""Of the disc that holds a sign."""
STEPS = 16
"""Pieces that a bend is drawn in."""

Lines = list[tuple[str, float, Tone, bool]]
Places = Mapping[str, Field]


def laid(diagram: Graph, width: float, measure: Measure, least: float = 0.0) -> Picture:
    """Return the graph as marks.

    Args:
        diagram: what is shown.
        width: points it may take.
        measure: how wide words are where it will be drawn.
        least: how tall every box is at least, where fingers press it.
    """
    layers = sorted({one.layer for one in diagram.boxes})
    columns = [[one for one in diagram.boxes if one.layer == layer] for layer in layers]
    gap = BETWEEN if len(columns) > 1 else 0.0
    wide = max((width - gap * (len(columns) - 1)) / max(len(columns), 1), LEAST_COLUMN)
    places = _placed(diagram, columns, (wide, least), measure)
    height = max((one.y + one.height for one in places.values()), default=1.0)
    marks: list[Mark] = []
    most = max((abs(one.amount) for one in diagram.arrows if isfinite(one.amount)), default=0.0)
    for arrow in diagram.arrows:
        _arrow(marks, arrow, _ends(diagram, arrow, places), most)
    for arrow in diagram.arrows:  # after all bends, so that none crosses out a sign
        marks += _sign(arrow, _ends(diagram, arrow, places)[0])
    for box in diagram.boxes:
        marks += _box(box, places[box.id], measure)
    parts = tuple(_part(box, places[box.id]) for box in diagram.boxes)
    whole = wide * len(columns) + gap * max(len(columns) - 1, 0)
    size = max(width, whole), height
    return Picture(*size, tuple(marks), diagram.title, diagram.alt, parts)


def _part(box: Box, place: Field) -> Part:
    return Part(box.id, place.x, place.y, place.width, place.height, box.told)


def _placed(
    diagram: Graph, columns: list[list[Box]], size: tuple[float, float], measure: Measure
) -> dict[str, Field]:
    """Return every box in its column; the boxes of a column stand in the middle of the height."""
    wide, least = size
    heights = [
        [max(_height(diagram, box, wide, measure), least) for box in column] for column in columns
    ]
    talls = [sum(one) + APART * (len(one) - 1) for one in heights]
    places, tall = {}, max(talls, default=0.0)
    for number, (column, of_column) in enumerate(zip(columns, heights, strict=True)):
        y = (tall - talls[number]) / 2
        for box, height in zip(column, of_column, strict=True):
            tone = Tone.OWN if box.own else Tone.BOX
            places[box.id] = Field(number * (wide + BETWEEN), y, wide, height, tone)
            y += height + APART
    return places


def _lines(box: Box, wide: float, measure: Measure) -> Lines:
    """Return what stands in a box, line by line."""
    room = wide - 2 * INSIDE
    texts = ((box.kind, SMALL, False), (box.name, LARGE, True), (box.amount, AMOUNT, False))
    return [
        (line, size, Tone.ON_BOX, bold)
        for text, size, bold in texts
        for line in wrapped(text, room, size, measure, bold=bold)
    ]


def _height(diagram: Graph, box: Box, wide: float, measure: Measure) -> float:
    """Return how tall a box is: for its words, and for its arrows on either side."""
    words = sum(size * LEADING for _, size, _, _ in _lines(box, wide, measure))
    into = sum(one.target == box.id for one in diagram.arrows)
    out_of = sum(one.source == box.id for one in diagram.arrows)
    return max(words + 2 * INSIDE - 2, (max(into, out_of) + 1) * SIGN)


def _box(box: Box, place: Field, measure: Measure) -> list[Mark]:
    marks: list[Mark] = [place]
    y = place.y + INSIDE - 2
    for line, size, tone, bold in _lines(box, place.width, measure):
        y += size * LEADING
        marks.append(Words(place.x + INSIDE, y - size * 0.2, line, size, tone, bold=bold))
    return marks


def _ends(diagram: Graph, arrow: Arrow, places: Places) -> tuple[Point, Point]:
    """Return where an arrow begins and ends; the arrows at one edge are spread along it."""
    source, target = places[arrow.source], places[arrow.target]
    out = [one for one in diagram.arrows if one.source == arrow.source]
    into = [one for one in diagram.arrows if one.target == arrow.target]
    out.sort(key=lambda one: places[one.target].y)
    into.sort(key=lambda one: places[one.source].y)
    y = source.y + source.height * (out.index(arrow) + 1) / (len(out) + 1)
    other = target.y + target.height * (into.index(arrow) + 1) / (len(into) + 1)
    return (source.x + source.width, y), (target.x, other)


def _arrow(marks: list[Mark], arrow: Arrow, ends: tuple[Point, Point], most: float) -> None:
    """Draw one arrow: a bend and a head."""
    (x, y), (end, other) = ends
    tone = Tone.GAIN if arrow.amount > 0 else Tone.LOSS
    share = abs(arrow.amount) / most if isfinite(arrow.amount) and most else 0.0
    wide = max(WIDEST * share, THINNEST)
    neck = end - max(8.0, wide * 0.9)
    half = max(4.5, wide * 0.8)
    marks.append(Line(_bend((x, y), (neck + 1, other)), tone, wide))
    marks.append(Area(((end, other), (neck, other - half), (neck, other + half)), tone))


def _bend(start: Point, end: Point) -> tuple[Point, ...]:
    """Return points along a curve that leaves and arrives level."""
    (x, y), (u, v) = start, end
    middle = (x + u) / 2
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x + (b + c) * middle + d * u, (a + b) * y + (c + d) * v))
    return tuple(points)


def _sign(arrow: Arrow, start: Point) -> list[Mark]:
    """Return a small disc where an arrow begins, with + or - for what it does to the figure."""
    x, y = start[0] + RADIUS, start[1]
    plus = arrow.amount > 0
    tone = Tone.GAIN if plus else Tone.LOSS
    disc = tuple((x + RADIUS * cos(2 * pi * n / 20), y + RADIUS * sin(2 * pi * n / 20))
                 for n in range(20))  # fmt: skip
    bar = RADIUS / 2
    marks: list[Mark] = [
        Area(disc, Tone.PAPER),
        Line((*disc, disc[0]), tone, 1.3),
        Line(((x - bar, y), (x + bar, y)), tone, 1.4),
    ]
    return [*marks, Line(((x, y - bar), (x, y + bar)), tone, 1.4)] if plus else marks
