"""A presenter before a class, for the tests of the wall."""

from __future__ import annotations

from dataclasses import dataclass

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.playthrough import history
from game.room.room import Room
from game.screens.wall.wall import WallScreen
from game.window.classgallery import (
    DECISION,
    ClassesInMemory,
    HostInMemory,
    answered,
    host_in_memory,
    voted,
    walked,
    wall,
    wanted,
)
from tests.screens.player import Player, office


@dataclass
class Presenter:
    """Somebody before a class, at the keyboard of the computer with the projector."""

    player: Player
    host: HostInMemory

    @property
    def wall(self) -> WallScreen:
        """The screen of the class."""
        found = self.player.app.stack[0]
        assert isinstance(found, WallScreen)
        return found

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.wall.inner.name

    def press(self, *keys: str) -> Presenter:
        """Press keys."""
        self.player.press(*keys)
        return self

    def follow(self) -> Presenter:
        """Let the window look at its host."""
        self.player.app.rest(0.1)
        return self


def before(
    host: HostInMemory, settings: Settings | None = None, others: tuple[Room, ...] = ()
) -> Presenter:
    """Return a presenter before the class of a host; rooms of other classes may be kept."""
    at = office(host.campaign, settings or Settings(motion=False))
    at.classes = ClassesInMemory(others=others)
    return Presenter(Player(at, wall(at, host)), host)


def tied(campaign: Campaign) -> HostInMemory:
    """Return a host whose seven pupils are split, the chair silent, the count shown."""
    return walked(voted(walked(host_in_memory(campaign, 7), DECISION + 1), (3, 3)), 2)


def over(campaign: Campaign) -> HostInMemory:
    """Return a host whose class has answered the last telegram and come to the chronicle."""
    before_it = history(campaign, len(campaign.scenarios) - 1)
    return walked(answered(host_in_memory(campaign, 7, wanted(campaign, before=before_it))), 2)
