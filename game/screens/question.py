"""A question before something that cannot be taken back: yes, or as it was."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.foot import foot, foot_height
from game.screens.overlay import OverlayScreen, Told, middle, shortened
from game.screens.screen import Close, Move, Office
from game.widgets.controls import Press, paper, row_of_buttons
from game.widgets.geometry import Rect
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
        draft = Draft(look, self.hand)
        whole, low = Rect(0, 0, *look.size), foot_height(look)
        sheet = middle(look, Rect(0, 0, whole.w, whole.h - low))
        presses = [
            Press("yes", self.yes),
            Press("close", "Leave it as it is", "back", "leave it as it is"),
        ]
        inside = sheet.inset(look.px(30), look.px(24))
        used = row_of_buttons(draft.part(), inside, presses, main="close") + look.px(12)
        sheet = shortened(
            sheet, draft.height_of(self.words, inside.w, sheet.h) + used + look.px(54)
        )
        paper(draft, sheet)
        inside = sheet.inset(look.px(30), look.px(24))
        draft.scroll("question", inside._replace(h=inside.h - used), self.words)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (("choose", "next"),))
        return draft.done()

    def act(self, spot: str) -> Move:
        """Do it, or leave it."""
        return self.then() if spot == "yes" else Close()
