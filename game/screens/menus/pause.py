"""The pause menu: save, load, settings, and the ways out. Nothing is lost by leaving."""

from __future__ import annotations

from game.playthrough.desk import Desk
from game.screens.menu import over_the_dimmed
from game.screens.menus.accessibility import AccessibilityScreen
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.help import HelpScreen
from game.screens.menus.replay import answering_again
from game.screens.menus.runcode import RunCodeScreen
from game.screens.menus.settings import SettingsScreen
from game.screens.menus.shelf import ShelfScreen
from game.screens.screen import Close, Move, Office, Open, Quit, Reset, Stay
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet

ITEMS = (
    ("close", "Go on playing", True),
    ("save", "Save", True),
    ("load", "Load", True),
    ("replay", "Answer a telegram again", True),
    ("run-code", "Run code", True),
    ("notebook", "Encyclopaedia", True),
    ("settings", "Settings", True),
    ("accessibility", "Accessibility", True),
    ("help", "Help", True),
    ("title", "To the title", True),
    ("quit", "Quit the game", True),
)


class PauseScreen:
    """The game holds its breath."""

    name = "pause"
    over = True

    def __init__(self, office: Office, desk: Desk) -> None:
        self.office = office
        self.desk = desk
        self.hand = Hand()
        self.said = "The game saves by itself after every step."

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the menu in the dark."""
        return over_the_dimmed(Draft(look, self.hand), "pause", ("Paused", self.said), ITEMS)

    def act(self, spot: str) -> Move:
        """Do what was chosen."""
        match spot:
            case "save":
                self.said = self.office.shelf.write(self.desk)
                return Stay()
            case "load":
                return Open(ShelfScreen(self.office))
            case "replay":
                return answering_again(self.office, self.desk)
            case "run-code":
                return Open(RunCodeScreen(self.office, self.desk))
            case "notebook":
                return Open(EncyclopaediaScreen(self.office))
            case "settings":
                return Open(SettingsScreen(self.office))
            case "accessibility":
                return Open(AccessibilityScreen(self.office))
            case "help":
                return Open(HelpScreen(self.office))
            case "title":
                return Reset(self.office.title())
            case "quit":
                return Quit()
            case _:
                return Close()
