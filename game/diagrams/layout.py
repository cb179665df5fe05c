"""From a diagram to a picture: one layout for every place where it is drawn."""

from __future__ import annotations

from game.diagrams import bars, curves, graph
from game.diagrams.letters import Measure, measured
from game.diagrams.marks import Picture
from game.diagrams.values import Bars, Curves, Diagram, Graph

NARROW = 380.0
"""Points a page gives to curves and bars: on a telephone their letters can still be read."""
WIDE = 640.0
"""Points a page gives to a graph, which has four columns of boxes."""


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
