"""The way through the game that `bench --desk` takes when it looks at memory and keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.commands.bench_play import Watch

MOST_SCREENS = 60
"""Screens, or spots on one, after which a walk that leads nowhere ends."""


def walk(watch: Watch) -> Iterator[str]:
    """Yield keys that lead from the title through one telegram to its record."""
    yield from ("tab", "tab", "return", "down", "escape", "tab", "tab", "return", "escape")
    for _ in range(MOST_SCREENS):
        match watch.app and watch.app.top.name:
            case "title":
                yield from onto(watch, "new")
            case "situation":
                yield from ("tab", "tab", "tab")
                yield from onto(watch, "next")
            case "council":
                yield from ("1", "2", "return")
            case "decision" | "foresight":
                yield from ("1", "return")
            case "consequences":
                yield from ("return", "return")
                yield from onto(watch, "why:")
                yield "escape"
                yield from onto(watch, "next")
            case "record":
                return
            case _:
                yield "return"


def onto(watch: Watch, spot: str) -> Iterator[str]:
    """Yield Tab until the focus is on a spot that is called so, or begins so, then Enter."""
    for _ in range(MOST_SCREENS):
        yield "tab"
        if watch.app and watch.app.top.hand.focus.startswith(spot):
            yield "return"
            return
