"""What will soon be needed, made while nobody waits: each piece takes a few hundredths of a second.

A screen is loaded when it is first shown, so that the title comes soon. Once the title rests there
is time: then the key that leads to the next screen need not wait for it to be loaded. So it is on
every screen: while it rests, the one that follows is laid out, so that all is measured, and its
portraits are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first picture waits for none of these
    from game.campaign.campaign import Campaign
    from game.screens.screen import Office, Screen
    from game.widgets.look import Look
    from game.widgets.painter import Painter

MODULES = (
    "game.screens.overlay",
    "game.screens.stages.opening",
    "game.screens.stages.situation",
    "game.screens.stages.telegram",
    "game.screens.menus.encyclopaedia",
    "game.screens.menus.pause",
    "game.screens.links",
    "game.screens.everywhere",
    "game.screens.stages.council",
    "game.screens.stages.decision",
    "game.simulation.arrows",
    "game.simulation.why",
    "game.playthrough.why",
    "game.playthrough.chain",
    "game.words.explaining",
    "game.screens.stages.foresight",
    "game.screens.stages.sending",
    "game.screens.stages.consequences",
    "game.screens.stages.record",
)
"""In the order in which they are needed; what is not here is needed late or by few."""


def pieces(campaign: Campaign) -> Iterator[None]:
    """Make one thing after the other: the screens, the links of the texts, the portraits."""
    for name in MODULES:
        import_module(name)
        yield
    from game.screens.links import links_of  # noqa: PLC0415 - see flow
    from game.screens.woodcut import woodcut  # noqa: PLC0415 - see flow

    links_of(campaign)
    yield
    for person in campaign.cast:
        woodcut(person)
        yield


class Ahead:
    """What is made while a screen rests, and how far it has come."""

    def __init__(self, office: Office, painter: Painter) -> None:
        self.office = office
        self.painter = painter
        self._start = pieces(office.campaign)
        self._of: tuple[object, ...] = ()
        """The screen that rests, where it is, and how things look."""
        self._work: Iterator[None] = iter(())

    def step(self, top: Screen, look: Look) -> bool:
        """Make one piece, if there is one left; return whether there was.

        Args:
            top: the screen that rests.
            look: how things look.
        """
        if next(self._start, self) is not self:
            return True
        of = (top, getattr(top, "desk", None), look)
        if of != self._of:
            self._of, self._work = of, self._laid(top, look)
        return next(self._work, self) is not self

    def _laid(self, top: Screen, look: Look) -> Iterator[None]:
        """Lay out what follows a screen, then draw the portraits on it."""
        from game.screens.links import links_of  # noqa: PLC0415 - see flow
        from game.widgets.sheet import Drawing  # noqa: PLC0415 - see flow

        for screen in following(self.office, top):
            yield
            sheet = links_of(self.office.campaign).linked(screen, screen.view(look), look)
            for mark in sheet.marks:
                if isinstance(mark, Drawing):
                    yield
                    self.painter.know(mark)


def following(office: Office, top: Screen) -> Iterator[Screen]:
    """Yield the screens that will most likely follow one; none where an answer decides that."""
    from game.playthrough.desk import Desk, Stage, forward  # noqa: PLC0415 - see flow
    from game.playthrough.playthrough import begin  # noqa: PLC0415 - see flow
    from game.screens.flow import screen_for  # noqa: PLC0415 - see flow
    from game.screens.menus.encyclopaedia import EncyclopaediaScreen  # noqa: PLC0415 - see flow
    from game.screens.screen import AtDesk  # noqa: PLC0415 - see flow

    if isinstance(top, AtDesk) and top.name == top.desk.stage:  # a page over a stage leads nowhere
        desk = forward(office.campaign, top.desk)
        if desk != top.desk and desk.stage is not Stage.CHRONICLE:
            yield screen_for(office, desk)
    elif top.name == "title":
        yield EncyclopaediaScreen(office)
        yield screen_for(office, Desk(begin(office.campaign)))
