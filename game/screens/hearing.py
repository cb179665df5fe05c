"""What is heard around the screens on the stack: the one that knows its place decides."""

from __future__ import annotations

from collections.abc import Sequence

from game.playthrough.surroundings import Surroundings, around_desk
from game.screens.screen import AtDesk, Heard, Office, Screen


def heard_around(office: Office, stack: Sequence[Screen]) -> Surroundings:
    """Return what goes round: a page without a place of its own lets the one below it be heard."""
    for screen in reversed(stack):
        match screen:
            case Heard():
                return screen.around
            case AtDesk(desk=desk):
                return around_desk(office.campaign, desk)
            case _:
                pass
    return Surroundings()
