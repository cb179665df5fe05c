"""What comes to the screens on the stack from outside, and what they let through."""

from __future__ import annotations

from functools import lru_cache
from math import inf

from game.screens.screen import (
    Followed,
    Following,
    Holding,
    Move,
    Quit,
    Remote,
    Reset,
    Screen,
    Turn,
)
from game.widgets.sheet import Sheet


@lru_cache
def follows(kind: type[Screen]) -> bool:
    """Return whether something outside changes screens of a kind.

    It is asked whenever the window wakes, and to look a protocol up takes as long as all the rest.
    """
    return issubclass(kind, Following)


def patience(stack: list[Screen]) -> float:
    """Return after how many seconds a screen may have changed though nobody tells of it."""
    for screen in stack:
        if follows(type(screen)) and isinstance(screen, Following):
            return screen.due()
    return inf


def follow(stack: list[Screen]) -> bool:
    """Let a screen follow what changes outside; return whether anything looks otherwise.

    What lies on it goes when it shows something else.
    """
    for number, screen in enumerate(stack):
        if follows(type(screen)) and isinstance(screen, Following):
            followed = screen.follow()
            if followed is Followed.TURNED:
                del stack[number + 1 :]
            return followed is not Followed.NOTHING
    return False


def held(stack: list[Screen], move: Move) -> Move:
    """Return a move, or what a screen asks first that the move would leave."""
    if not isinstance(move, Quit | Reset | Turn):
        return move
    holder = next((one for one in stack if isinstance(one, Holding)), None)
    return holder.leave(move) if holder else move


def meant(screen: Screen, given: str, command: str) -> str:
    """Return the command that an input gives on a screen."""
    return screen.meant(given, command) if isinstance(screen, Remote) else command


def obeyed(screen: Screen, command: str, sheet: Sheet) -> Move | None:
    """Return what a command leads to on a screen though nothing on its sheet answers to it."""
    return screen.obeyed(command, sheet) if isinstance(screen, Remote) else None
