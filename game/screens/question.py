"""A question before something that cannot be taken back: yes, or as it was."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.overlay import OverlayScreen, Told, papered
from game.screens.screen import Close, Move, Office
from game.widgets.controls import Press
from game.widgets.look import Look
from game.widgets.sheet import Draft, Sheet


class QuestionScreen(OverlayScreen):
    """A paper with two buttons. Enter is the harmless one."""

    name = "question"

    def __init__(
        self, office: Office, title: str, text: str, yes: str, then: Callable[[], Move]
    ) -> None:
        super().__init__(office, title, (Told("", text),))
        self.hand.focus = "close"
        self.yes = yes
        self.then = then

    def view(self, look: Look) -> Sheet:
        """Return the paper in the middle of a dark window."""
        draft, presses = Draft(look, self.hand), self.presses()
        return papered(draft, self.name, presses, self.words, hints=(("choose", "next"),))

    def presses(self) -> list[Press]:
        """Return the buttons."""
        return [
            Press("yes", self.yes),
            Press("close", "Leave it as it is", "back", "leave it as it is"),
        ]

    def act(self, spot: str) -> Move:
        """Do it, or leave it."""
        return self.then() if spot == "yes" else Close()
