"""The menu of the wall: what a teacher does at the computer and not with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.classroom.addresses import PORTS, hints
from game.room.requests import Debrief, Lock, Mute
from game.screens.menu import over_the_dimmed
from game.screens.menus.accessibility import AccessibilityScreen
from game.screens.menus.help import HelpScreen
from game.screens.menus.settings import SettingsScreen
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Open, Reset, Stay
from game.screens.wall.lobby import NO_NETWORK
from game.screens.wall.questions import ending
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet

if TYPE_CHECKING:
    from game.room.requests import TeacherRequest
    from game.screens.wall.wall import WallScreen

SAID = "The teacher's page has the seats, the reasons and the reports."
KEPT = "The room is on disk after every step. Its playthrough is on your shelf only if you save it."


class WallMenu:
    """What can be done besides going on."""

    name = "wall-menu"
    over = True

    def __init__(self, wall: WallScreen) -> None:
        self.wall = wall
        self.office = wall.office
        self.hand = Hand()
        self.said = f"{SAID} {KEPT}"

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def items(self) -> tuple[tuple[str, str, bool], ...]:
        """Return what can be chosen."""
        shown = self.wall.shown
        shared, line = shown.view.shared, shown.room.desk.playthrough.line
        return (
            ("close", "Go on", True),
            ("teacher", "The teacher's page", True),
            ("lock", "Let pupils in again" if shared.locked else "Let nobody else in", True),
            ("mute", "Take reasons again" if shared.muted else "Take no reasons", True),
            ("knew", "Who knew what when", bool(line)),
            ("unreached", "No phone gets through?", True),
            ("debrief", "To the debrief", shared.debrief is None and not shared.ended),
            ("end", "End the lesson", not shared.ended),
            ("save", "Save on your shelf", True),
            ("settings", "Settings", True),
            ("accessibility", "Accessibility", True),
            ("help", "Help", True),
            ("leave", "End hosting", True),
        )

    def view(self, look: Look) -> Sheet:
        """Return the menu in the dark."""
        head = self.wall.shown.view.shared.name, self.said
        return over_the_dimmed(Draft(look, self.hand), "wall-menu", head, self.items())

    def act(self, spot: str) -> Move:
        """Do what was chosen."""
        shared = self.wall.shown.view.shared
        match spot:
            case "lock":
                return self.ask(Lock(not shared.locked))
            case "mute":
                return self.ask(Mute(not shared.muted))
            case "debrief":
                return self.ask(Debrief())
            case "end":
                return Open(ending(self.wall))
            case "knew":
                return self.wall.knew()
            case "teacher":
                self.said = self.office.classes.browse(self.wall.hosting)
            case "save":
                self.said = self.office.shelf.write(self.wall.shown.room.desk)
            case "leave":
                return self.wall.leave(Reset(self.office.title()))
            case _:
                return self.opened(spot)
        return Stay()

    def opened(self, spot: str) -> Move:
        """Open a page that opens from everywhere, or go on."""
        match spot:
            case "settings":
                return Open(SettingsScreen(self.office))
            case "accessibility":
                return Open(AccessibilityScreen(self.office))
            case "help":
                return Open(HelpScreen(self.office))
            case "unreached":
                return Open(OverlayScreen(self.office, "No phone gets through?", self.advice()))
            case _:
                return Close()

    def advice(self) -> tuple[Told, ...]:
        """Return what may keep phones out on this computer, and every address of it."""
        found = self.wall.hosting.addresses
        port = int(found[0].url.rpartition(":")[2]) if found else PORTS[0]
        ways = "\n".join(f"{one.url}: {one.note}" for one in found) or NO_NETWORK
        return *(Told("", one) for one in hints(port)), Told("Every address of this computer", ways)

    def ask(self, request: TeacherRequest) -> Move:
        """Ask the host, and say why not if it does not do it."""
        refused = self.wall.hosting.ask(request)
        if refused:
            self.said = f"{refused.message} {refused.fix}"
        return Stay()
