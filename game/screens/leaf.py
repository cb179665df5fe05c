"""Pages that open from everywhere: on top of all, or closed if they are open."""

from __future__ import annotations

from game.screens.screen import Screen


def turn_leaf(stack: list[Screen], screen: Screen) -> None:
    """Open a page, or close what lies on it, or close it if nothing does."""
    names = [one.name for one in stack]
    if screen.name not in names:
        stack.append(screen)
    elif names[-1] == screen.name:
        stack.pop()
    else:
        del stack[names.index(screen.name) + 1 :]
