"""What is heard around the screens on the stack: the one that knows its place decides."""

from __future__ import annotations

from collections.abc import Sequence

from game.playthrough.desk import Desk
from game.playthrough.surroundings import Surroundings, around_desk
from game.screens.screen import Office, Screen


def heard_around(office: Office, stack: Sequence[Screen]) -> Surroundings:
    """Return what goes round: a page without a place of its own lets the one below it be heard."""
    for screen in reversed(stack):
        # asked at every picture: to compare with `Heard` and `AtDesk` takes Python 40 us a screen
        around: Surroundings | None = getattr(screen, "around", None)
        if around is not None:
            return around
        desk: Desk | None = getattr(screen, "desk", None)
        if desk is not None:
            return around_desk(office.campaign, desk)
    return Surroundings()
