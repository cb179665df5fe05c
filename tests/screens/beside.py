"""What the tests of lines side by side share."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.playthrough.desk import Desk, Stage
from game.screens.stages.chronicle import ChronicleScreen
from game.window.gallery import LONG, desk_at
from tests.screens.player import Player, office


def over(campaign: Campaign, *, as_in_history: bool = False) -> Desk:
    """Return the desk at the end of a campaign."""
    last = len(campaign.scenarios) - 1
    return desk_at(campaign, last, Stage.CHRONICLE, as_in_history=as_in_history)


def at_chronicle(campaign: Campaign) -> Player:
    """Return a player at the end of a campaign."""
    room = office(campaign)
    return Player(room, ChronicleScreen(room, over(campaign)))


def weighed(player: Player) -> Player:
    """Wait until the causes are weighed."""
    player.top.update(LONG)
    return player
