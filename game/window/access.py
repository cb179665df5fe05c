"""The door to screen readers: the tree of widgets told to the system, by way of AccessKit.

AccessKit is an extra that few have, and without a screen reader it stays asleep; neither is an
error. It is used where it was tried, which is Linux: Orca reads the window as it reads any other.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Lock
from typing import Any

import pygame

from game.frozen import dataclass
from game.widgets.sheet import Sheet
from game.widgets.tree import Node, tree_of

WANTED = pygame.USEREVENT
"""The event by which a screen reader moves the focus or presses something."""
ROOT = 0
ROLES = {
    "window": "WINDOW",
    "banner": "BANNER",
    "figures": "GROUP",
    "list": "LIST",
    "tabs": "TAB_LIST",
    "setting": "GROUP",
    "button": "BUTTON",
    "tab": "TAB",
    "option": "RADIO_BUTTON",
    "field": "TEXT_INPUT",
    "link": "LINK",
    "heading": "HEADING",
    "text": "LABEL",
    "note": "LABEL",
    "bar": "METER",
    "picture": "IMAGE",
    "notice": "ALERT",
    "caption": "CAPTION",
}
"""What the roles of the tree are called by AccessKit."""
CHOSEN = ("chosen", "open", "speaking")
"""The states in which something is selected."""


@dataclass(frozen=True, slots=True)
class Told:
    """A node with its number, and the numbers of what is in it."""

    number: int
    node: Node
    inside: tuple[int, ...]


class Numbers:
    """The number of each node: the same thing keeps the same number from one sheet to the next."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}
        self._next = ROOT + 1

    def told(self, tree: Node) -> tuple[Told, ...]:
        """Return every node of a tree with its number, the innermost first."""
        before, self._known = self._known, {}
        told: list[Told] = []
        children = tuple(self._number(one, before, told) for one in tree.children)
        return (*told, Told(ROOT, tree, children))

    def _number(self, node: Node, before: dict[tuple[object, ...], int], told: list[Told]) -> int:
        children = tuple(self._number(one, before, told) for one in node.children)
        key = next(one for one in _keys(node) if one not in self._known)
        if key not in before:
            self._next += 1
        number = self._known[key] = before.get(key, self._next)
        told.append(Told(number, node, children))
        return number


def _keys(node: Node) -> Iterator[tuple[object, ...]]:
    """Yield what a node may be known by; things alike are told apart by their order."""
    name = node.spot.name if node.spot else ""
    order = 0
    while True:
        yield node.within, node.role, name or node.label, order
        order += 1


class Access:
    """What screen readers are told of the window."""

    def __init__(self) -> None:
        self.bell: Callable[[], None] = lambda: None
        """Wakes up the window: somebody wants something, in another thread than the window's."""
        self._pane: pygame.Window | None = None
        """Where it is shown, and what it is called."""
        self._kit: Any = None
        self._adapter: Any = None
        self._is_started = False
        self._numbers = Numbers()
        self._lock = Lock()  # AccessKit asks from a thread of its own
        self._told = self._numbers.told(tree_of(Sheet((0, 0), (), (), ())))
        self._sheet: Sheet | None = None
        self._bounds: tuple[int, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether screen readers can be told anything."""
        return self._adapter is not None

    def start(self, pane: pygame.Window) -> None:
        """Be ready for a screen reader, if AccessKit is installed and was tried here; once."""
        if sys.platform != "linux" or self._is_started:
            return
        self._is_started, self._pane = True, pane
        with suppress(ImportError, AttributeError, OSError):
            import accesskit  # noqa: PLC0415 - an extra that few have

            self._adapter = accesskit.unix.Adapter(self._whole, self._act, lambda: None)
            self._kit = accesskit
            self.front(pygame.key.get_focused())

    def front(self, is_front: bool) -> None:  # noqa: FBT001 - it is the whole message
        """Take note of whether the window is in front of others."""
        if self.is_there:
            self._adapter.update_window_focus_state(is_front)

    def follow(self, sheet: Sheet) -> None:
        """Tell what has changed."""
        if not self.is_there:
            return
        before, self._sheet = self._sheet, sheet
        if before and (before.spots, before.focus) == (sheet.spots, sheet.focus):
            return
        with self._lock:
            self._told = self._numbers.told(tree_of(sheet))
        self._place(sheet)
        self._adapter.update_if_active(self._whole)

    def _place(self, sheet: Sheet) -> None:
        """Say where on the screen the window is."""
        x, y = self._pane.position if self._pane else (0, 0)
        bounds = (x, y, x + sheet.size[0], y + sheet.size[1])
        if bounds != self._bounds:
            self._bounds = bounds
            rect = self._kit.Rect(*bounds)
            self._adapter.set_root_window_bounds(rect, rect)

    def _whole(self) -> Any:
        """Return the whole tree as AccessKit wants it."""
        with self._lock:
            told = self._told
        focus = next((one.number for one in told if one.node.focused and one.node.name), ROOT)
        update = self._kit.TreeUpdate(focus)
        update.tree = self._kit.Tree(ROOT)
        update.nodes = [(one.number, self._node(one)) for one in told]
        return update

    def _node(self, told: Told) -> Any:
        """Return one node as AccessKit wants it."""
        kit, node = self._kit, told.node
        made = kit.Node(getattr(kit.Role, ROLES[node.role]))
        if ROLES[node.role] == "LABEL":
            made.set_value(node.label)
        else:
            made.set_label(node.label or (self._pane.title if self._pane else ""))
        made.set_children(list(told.inside))
        if node.rect.w and node.rect.h:
            made.set_bounds(kit.Rect(node.rect.x, node.rect.y, node.rect.right, node.rect.bottom))
        if node.of:
            made.set_position_in_set(node.number)
            made.set_size_of_set(node.of)
        if node.role == "notice":
            made.set_live(kit.Live.POLITE)
        if node.spot:
            self._stand(made, node)
        return made

    def _stand(self, made: Any, node: Node) -> None:
        """Say how a spot stands, and what can be done with it."""
        spot = node.spot
        if spot is None:
            return
        if spot.value:
            made.set_value(spot.value)
        if spot.state:
            made.set_description(spot.state)
        if spot.name:
            made.set_selected(spot.state in CHOSEN)
        if spot.name and not spot.enabled:
            made.set_disabled()
        if node.name:
            made.add_action(self._kit.Action.FOCUS)
            made.add_action(self._kit.Action.CLICK)

    def _act(self, request: Any) -> None:
        """Pass on what a screen reader wants: the game's own thread does it."""
        with self._lock:
            names = {one.number: one.node.name for one in self._told}
        name = names.get(request.target, "")
        actions = (self._kit.Action.FOCUS, self._kit.Action.CLICK)
        if name and request.action in actions:
            press = request.action == self._kit.Action.CLICK
            pygame.event.post(pygame.Event(WANTED, spot=name, press=press))
            self.bell()
