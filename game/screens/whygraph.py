"""The graph of why: boxes from causes to the figure, arrows as wide as what they carry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game import explaining
from game.playthrough.chain import Arrow, Chain, Kind, Node
from game.playthrough.why import ByOrder
from game.widgets.controls import Style, height_of, ring, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Color, Look, Palette
from game.widgets.sheet import Draft, Drawing, Fill, Spot
from game.widgets.typeset import Face

LEAST_COLUMN = 118
"""A box is at least as wide at 1280 by 720 and 100 % text; a narrower paper shows no graph."""
BETWEEN = 60
"""Room between two columns, for the arrows."""
WIDEST = 13
"""Of an arrow: the one that carries most."""
SIGN = 17
"""Room on a box's edge for each arrow."""
LEAST_BOX = 40
"""A box is as high as a finger needs."""
THIN = 0.04
"""An arrow that carries less than this part of the widest is left out: it would be a hair."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and where it lies."""

    node: Node
    rect: Rect


def fits(look: Look, chain: Chain, width: int) -> bool:
    """Return whether the graph can be read in a given width."""
    columns = len(_columns(chain))
    column = max(look.pt(LEAST_COLUMN), _widest_word(look, chain) + 2 * look.px(8))
    return bool(chain.arrows) and column * columns + look.px(BETWEEN) * (columns - 1) <= width


def drawn(chain: Chain) -> Chain:
    """Return a chain with only the arrows that are drawn."""
    most = max((abs(one.amount) for one in chain.arrows), default=0.0)
    return replace(
        chain, arrows=tuple(one for one in chain.arrows if abs(one.amount) >= THIN * most)
    )


def graph(draft: Draft, width: int, y: int, chain: Chain) -> int:
    """Draw the graph from `y` down and return its height."""
    placed = placed_in(draft.look, chain, width)
    height = max(one.rect.bottom for one in placed)
    lower = [Placed(one.node, one.rect.moved(0, y)) for one in placed]
    draft.add(Drawing(Rect(0, y, width, height), arrows_as_svg(draft.look, chain, placed, width)))
    with draft.group("list", "Graph of causes, from the first to the figure itself"):
        for one in lower:
            _box(draft, chain, one)
    return height


def placed_in(look: Look, chain: Chain, width: int) -> tuple[Placed, ...]:
    """Return every box in its column; the boxes of a column stand in the middle of the height."""
    columns = _columns(chain)
    gap = look.px(BETWEEN)
    wide = (width - gap * (len(columns) - 1)) // len(columns)
    sizes = [[_height(look, chain, node, wide) for node in column] for column in columns]
    between = look.px(16)
    tall = max(sum(one) + between * (len(one) - 1) for one in sizes)
    placed = []
    for number, (column, heights) in enumerate(zip(columns, sizes, strict=True)):
        y = (tall - sum(heights) - between * (len(heights) - 1)) // 2
        for node, height in zip(column, heights, strict=True):
            placed.append(Placed(node, Rect(number * (wide + gap), y, wide, height)))
            y += height + between
    return tuple(placed)


def _columns(chain: Chain) -> list[list[Node]]:
    """Return the boxes by layer, without layers that have none."""
    layers = sorted({node.layer for node in chain.nodes})
    return [[node for node in chain.nodes if node.layer == layer] for layer in layers]


def _lines(chain: Chain, node: Node, palette: Palette) -> list[tuple[str, Style]]:
    """Return what stands in a box: what it is, which, and by how much it moved the figure."""
    first, second = explaining.box(node)
    small = Style(Face.HEAD, 11, palette.muted, spacing=0.6, upper=True)
    large = Style(Face.HEAD_BOLD, 13.5, palette.gold)
    if node.bundle is not None and isinstance(node.bundle.origin, ByOrder):
        small, large = (Style(one.face, one.height, palette.cream, one.spacing, one.upper)
                        for one in (small, large))  # fmt: skip
    lines = [(first, small), (second, large)]
    if node.kind is not Kind.QUANTITY and chain.asked.rule and chain.asked.values:
        amount = explaining.signed(node.amount, chain.asked.values.shown_as)
        lines.append((amount, Style(Face.HEAD_BOLD, 12.5, palette.cream)))
    return lines


def _ground(node: Node, palette: Palette) -> Color:
    """Return the colour of a box: red is the player's own."""
    mine = node.bundle is not None and isinstance(node.bundle.origin, ByOrder)
    return palette.red if mine else palette.night


def _height(look: Look, chain: Chain, node: Node, width: int) -> int:
    """Return how tall a box is: for its words, and for its arrows on either side."""
    inner = width - 2 * look.px(8)
    lines = _lines(chain, node, look.palette)
    words = sum(height_of(look, text, style, inner) for text, style in lines) + look.px(14)
    ends = max(len(chain.into(node.id)), len(chain.out_of(node.id)))
    return max(words, (ends + 1) * look.px(SIGN), look.px(LEAST_BOX))


def _box(draft: Draft, chain: Chain, placed: Placed) -> None:
    look, palette = draft.look, draft.look.palette
    node, rect = placed.node, placed.rect
    draft.add(Fill(rect, _ground(node, palette)))
    inner = rect.inset(look.px(8), look.px(7))
    y = inner.y
    lines = _lines(chain, node, palette)
    for text, style in lines:
        y += write(draft, Rect(inner.x, y, inner.w, 0), text, style, role="")
    said = ". ".join(text for text, _ in lines)
    if node.kind is Kind.QUANTITY and node is not chain.asked:
        name = f"why:{node.id}"
        ring(draft, rect, name)
        draft.spot(Spot(name, "button", f"Why: {said}", rect))
    else:
        draft.spot(Spot("", "note", said, rect, enabled=False))


# --- arrows ---


def arrows_as_svg(look: Look, chain: Chain, placed: tuple[Placed, ...], width: int) -> str:
    """Return the arrows as one picture: green lifts the figure, red lowers it, with a sign."""
    height = max(one.rect.bottom for one in placed)
    places = {one.node.id: one.rect for one in placed}
    most = max(abs(one.amount) for one in chain.arrows)
    ends = [(arrow, _ends(chain, arrow, places)) for arrow in chain.arrows]
    by_width = sorted(ends, key=lambda one: -abs(one[0].amount))  # no wide one over a hair
    drawn = "".join(_arrow(look, arrow, where, most) for arrow, where in by_width)
    drawn += "".join(_sign(look, arrow, where) for arrow, where in ends)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'


Ends = tuple[tuple[float, float], tuple[float, float]]


def _ends(chain: Chain, arrow: Arrow, places: dict[str, Rect]) -> Ends:
    """Return where an arrow begins and ends; the arrows at one edge are spread along it."""
    source, target = places[arrow.source], places[arrow.target]
    out = sorted(chain.out_of(arrow.source), key=lambda one: places[one.target].y)
    into = sorted(chain.into(arrow.target), key=lambda one: places[one.source].y)
    y = source.y + source.h * (out.index(arrow) + 1) / (len(out) + 1)
    other = target.y + target.h * (into.index(arrow) + 1) / (len(into) + 1)
    return (source.right, y), (target.x, other)


def _arrow(look: Look, arrow: Arrow, ends: Ends, most: float) -> str:
    """Return one arrow: a band and a head."""
    (x, y), (end, other) = ends
    color = _color(look, arrow)
    wide = max(look.px(WIDEST) * abs(arrow.amount) / most, look.px(1.5))
    head = max(look.px(9), round(wide * 0.9))
    half, neck = max(look.px(5), wide * 0.8), end - head
    middle = (x + neck) / 2
    band = (
        f'<path d="M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {other:.1f} '
        f'{neck:.1f} {other:.1f}" fill="none" stroke="{color}" stroke-width="{wide:.1f}"/>'
    )
    tip = (
        f'<path d="M{end:.1f} {other:.1f}L{neck:.1f} {other - half:.1f}'
        f'L{neck:.1f} {other + half:.1f}Z" fill="{color}"/>'
    )
    return band + tip


def _color(look: Look, arrow: Arrow) -> str:
    """Return green for what lifts the figure and red for what lowers it."""
    palette = look.palette
    return "#{:02x}{:02x}{:02x}".format(*(palette.moss if arrow.amount > 0 else palette.red))


def _sign(look: Look, arrow: Arrow, ends: Ends) -> str:
    """Return a small disc with + or - where an arrow begins: never colour alone."""
    radius, bar = look.px(6.5), look.px(3.2)
    (x, y), color = ends[0], _color(look, arrow)
    x += radius
    paper = "#{:02x}{:02x}{:02x}".format(*look.palette.paper)
    strokes = f"M{x - bar:.1f} {y:.1f}H{x + bar:.1f}"
    if arrow.amount > 0:
        strokes += f"M{x:.1f} {y - bar:.1f}V{y + bar:.1f}"
    thick = max(look.px(1.6), 1)
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{paper}" stroke="{color}" '
        f'stroke-width="{thick}"/><path d="{strokes}" stroke="{color}" stroke-width="{thick}"/>'
    )


def _widest_word(look: Look, chain: Chain) -> int:
    """Return the width of the longest word in any box: a box must not be narrower."""
    return max(
        width_of(look, word, style)
        for node in chain.nodes
        for text, style in _lines(chain, node, look.palette)
        for word in text.split()
    )
