"""The causes of the model as a graph for Graphviz: every arrow that an equation makes."""

from __future__ import annotations

from game.campaign.model import Equation, Model, Order, Series, Stock
from game.export.causes import arrows

Node = Stock | Equation | Series | Order
SHAPES: dict[type[Node], str] = {
    Stock: "box",
    Equation: "ellipse",
    Series: "note",
    Order: "cds",
}
"""What remembers is a box, what follows an ellipse, the record a note, an order an arrow."""


def dot(model: Model) -> str:
    """Return the graph: an arrow from each quantity to those whose formulas name it.

    Parameters are left out: they would hide the rest.
    """
    nodes: tuple[Node, ...] = (*model.orders, *model.series, *model.equations, *model.stocks)
    lines = ["digraph causes {", "  rankdir=LR;", '  node [fontname="sans-serif"];']
    lines += [
        f"  {one.id} [label={_quoted(one.title)}, shape={SHAPES[type(one)]}];" for one in nodes
    ]
    lines += [f"  {one.cause} -> {one.effect};" for one in arrows(model)]
    return "\n".join([*lines, "}\n"])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
