"""What is heard around the screens on the stack: the one that knows its place decides."""

from __future__ import annotations

from collections.abc import Sequence

from game.playthrough.surroundings import Surroundings, around_desk, at_title
from game.screens.consequences import ConsequencesScreen
from game.screens.opening import OpeningScreen
from game.screens.screen import AtDesk, Office, Screen
from game.screens.title import TitleScreen


def heard_around(office: Office, stack: Sequence[Screen]) -> Surroundings:
    """Return what goes round: a page without a place of its own lets the one below it be heard."""
    campaign = office.campaign
    for screen in reversed(stack):
        match screen:
            case TitleScreen():
                return at_title(campaign)
            case OpeningScreen(desk=desk, page=page):
                return around_desk(campaign, desk, page=page)
            case ConsequencesScreen(desk=desk):
                return around_desk(campaign, desk, passed=screen.finished or screen.ledger)
            case AtDesk(desk=desk):
                return around_desk(campaign, desk)
            case _:
                pass
    return Surroundings()
