"""The spots of a sheet as one tree of nodes: what a screen reader, a voice and tests walk through.

Nothing is said here that the sheet does not say: groups become nodes with their spots as children.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from game.frozen import dataclass
from game.widgets.geometry import Rect
from game.widgets.sheet import Group, Sheet, Spot

COUNTED = ("list", "tabs")
"""The groups in which one is told which of how many something is."""


@dataclass(frozen=True, slots=True)
class Node:
    """A group with what is in it, or a single spot."""

    role: str
    label: str
    rect: Rect
    """What it covers."""
    spot: Spot | None = None
    """None for a group."""
    children: tuple[Node, ...] = ()
    within: tuple[Group, ...] = ()
    number: int = 0
    """Which of its kind it is in its list, from 1; 0 where nothing is counted."""
    of: int = 0
    """How many there are of its kind."""
    focused: bool = False

    @property
    def name(self) -> str:
        """What it is pressed by; empty if it cannot be pressed."""
        return self.spot.name if self.spot and self.spot.enabled else ""


def tree_of(sheet: Sheet) -> Node:
    """Return the window with all that is in it, in reading order."""
    whole = Rect(0, 0, *sheet.size)
    return Node("window", "", whole, children=tuple(_nodes(sheet, sheet.spots, 0)))


def leaves(node: Node) -> Iterator[Node]:
    """Yield every spot of a tree, in reading order."""
    if node.spot:
        yield node
    for child in node.children:
        yield from leaves(child)


def groups(node: Node) -> Iterator[Node]:
    """Yield every group of a tree, the outer ones first."""
    for child in node.children:
        if child.spot is None:
            yield child
            yield from groups(child)


def _nodes(sheet: Sheet, spots: tuple[Spot, ...], depth: int) -> Iterator[Node]:
    """Yield the nodes of spots that share their first `depth` groups."""
    for group, found in groupby(spots, lambda one: one.within[depth : depth + 1]):
        inside = tuple(found)
        if group:
            children = tuple(_nodes(sheet, inside, depth + 1))
            yield _grouped(group[0], inside[0].within[: depth + 1], children)
        else:
            yield from (_leaf(sheet, one) for one in inside)


def _leaf(sheet: Sheet, spot: Spot) -> Node:
    focused = bool(spot.name) and spot.name == sheet.focus
    return Node(spot.role, spot.label, spot.rect, spot, within=spot.within, focused=focused)


def _grouped(group: Group, within: tuple[Group, ...], children: tuple[Node, ...]) -> Node:
    """Return a group around its children; in a list they are counted."""
    rect = children[0].rect
    for child in children[1:]:
        rect = rect.around(child.rect)
    if group.role in COUNTED:
        children = tuple(_counted(children))
    return Node(group.role, group.label, rect, children=children, within=within)


def _counted(children: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the children with their number: what cannot be pressed is not counted."""
    many = sum(map(_counts, children))
    number = 0
    for child in children:
        number += _counts(child)
        yield replace(child, number=number, of=many) if _counts(child) else child


def _counts(child: Node) -> bool:
    return child.spot is None or bool(child.spot.name)
