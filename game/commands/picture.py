"""A diagram as a PNG, without a display."""

from __future__ import annotations

from io import BytesIO

import pygame

from game.diagrams.layout import NARROW, WIDE, headed, laid
from game.diagrams.values import Diagram, Graph
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Fill, Sheet
from game.window.painting import painter

SCALE = 3.0
"""Pixels a point: sharp in print at the size of a page."""
MARGIN = 30
"""Pixels around it."""


def png(diagram: Diagram) -> bytes:
    """Return a diagram on paper as the bytes of a PNG."""
    brush = painter()
    width = WIDE if isinstance(diagram, Graph) else NARROW
    picture = headed(laid(diagram, width, measure(brush.fonts, SCALE)))
    high, wide = (round(one * SCALE) + 2 * MARGIN for one in (picture.height, picture.width))
    ground = Fill(Rect(0, 0, wide, high), PLAIN.paper)
    marks = plot(picture, (MARGIN, MARGIN), SCALE, on_paper(PLAIN), brush.fonts)
    surface = pygame.Surface((wide, high))
    brush.paint(surface, Sheet((wide, high), (ground, *marks), (), ()))
    text = BytesIO()
    pygame.image.save(surface, text, "picture.png")
    return text.getvalue()
