"""The graph of why on a paper: laid out as on every other page, its boxes to be pressed."""

from __future__ import annotations

from game.chronicle.figures import graph as diagram
from game.diagrams.graph import BETWEEN, INSIDE, LARGE, SMALL, laid
from game.diagrams.marks import Part, Picture
from game.playthrough.chain import Chain, Kind
from game.widgets.controls import ring
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Draft, Spot

LETTER = 1.24
"""Pixels for a point of the graph, at 1280 by 720."""
LEAST_COLUMN = 95.0
"""Points a box is wide at least; a narrower paper shows no graph."""

LEAST_BOX = 42
"""Pixels a box is tall at least, at 1280 by 720: a finger needs them at any text size."""


def scale_of(look: Look) -> float:
    """Return the pixels for a point of the graph: letters grow with the text."""
    return LETTER * look.scale * look.text / 100


def fits(look: Look, chain: Chain, width: int) -> bool:
    """Return whether the graph can be read in a given width."""
    columns = len({node.layer for node in chain.nodes})
    column = max(LEAST_COLUMN, _widest_word(look, chain) + 2 * INSIDE)
    whole = column * columns + BETWEEN * (columns - 1)
    return bool(chain.arrows) and whole * scale_of(look) <= width


def picture_of(look: Look, chain: Chain, width: int) -> Picture:
    """Return the graph laid out for a width in pixels."""
    scale = scale_of(look)
    least = look.px(LEAST_BOX) / scale
    shown = diagram(chain, "Why it moved")
    return laid(shown, width / scale, measure(look.fonts, scale), least)


def graph(draft: Draft, width: int, y: int, chain: Chain) -> int:
    """Draw the graph from `y` down and return its height."""
    look, scale = draft.look, scale_of(draft.look)
    picture = picture_of(look, chain, width)
    draft.add(*plot(picture, (0, y), scale, on_paper(look.palette), look.fonts))
    further = {one.id for one in chain.nodes if one.kind is Kind.QUANTITY and one != chain.asked}
    with draft.group("list", "Graph of causes, from the first to the figure itself"):
        for part in picture.parts:
            _box(draft, part, y, asks=part.name in further)
    return round(picture.height * scale)


def _box(draft: Draft, part: Part, y: int, *, asks: bool) -> None:
    """Say what a box means; a quantity between can be asked about in turn."""
    scale = scale_of(draft.look)
    size = (round(part.width * scale), round(part.height * scale))
    rect = Rect(round(part.x * scale), y + round(part.y * scale), *size)
    if asks:
        name = f"why:{part.name}"
        ring(draft, rect, name)
        draft.spot(Spot(name, "button", f"Why: {part.told}", rect))
    else:
        draft.spot(Spot("", "note", part.told, rect, enabled=False))


def _widest_word(look: Look, chain: Chain) -> float:
    """Return how many points the longest word in any box takes: none is broken."""
    width = measure(look.fonts, scale_of(look))
    return max(
        width(word, size, bold=size == LARGE)
        for box in diagram(chain, "").boxes
        for text, size in ((box.kind, SMALL), (box.name, LARGE))
        for word in text.split()
    )
