"""From a diagram to a picture: one layout for every place where it is drawn."""

from __future__ import annotations

from dataclasses import replace

from game.diagrams import bars, curves, graph
from game.diagrams.letters import Measure, measured
from game.diagrams.marks import Area, Field, Line, Mark, Picture, Tone, Words
from game.diagrams.values import Bars, Curves, Diagram, Graph

NARROW = 350.0
"""Points a page gives to curves and bars: on a telephone their letters can still be read."""
WIDE = 640.0
"""Points a page gives to a graph, which has four columns of boxes."""

TITLE, HEAD = 13.0, 24.0
"""The letters of a title, and the room it takes."""


def laid(diagram: Diagram, width: float, measure: Measure = measured) -> Picture:
    """Return a diagram as marks.

    Args:
        diagram: what is shown.
        width: points it may take.
        measure: how wide words are where it will be drawn.
    """
    match diagram:
        case Curves():
            return curves.laid(diagram, width, measure)
        case Bars():
            return bars.laid(diagram, width, measure)
        case Graph():
            return graph.laid(diagram, width, measure)


def on_a_page(diagram: Diagram) -> Picture:
    """Return a diagram as a page or a paper takes it."""
    return laid(diagram, WIDE if isinstance(diagram, Graph) else NARROW)


def headed(picture: Picture) -> Picture:
    """Return a picture with its title above it, for where it stands alone."""
    title = Words(0.0, TITLE, picture.title, TITLE, Tone.INK, bold=True)
    marks = (title, *(moved(one, HEAD) for one in picture.marks))
    parts = tuple(replace(one, y=one.y + HEAD) for one in picture.parts)
    return replace(picture, height=picture.height + HEAD, marks=marks, parts=parts)


def moved(mark: Mark, down: float) -> Mark:
    """Return a mark so many points further down."""
    match mark:
        case Line() | Area():
            return replace(mark, points=tuple((x, y + down) for x, y in mark.points))
        case Field() | Words():
            return replace(mark, y=mark.y + down)
