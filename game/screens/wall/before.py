"""Before the first telegram of a class: content note, what went before, what one should know."""

from __future__ import annotations

from game.room.views import LobbyPage, Statement
from game.screens import styles
from game.screens.wall.pages import LessonPage, papers
from game.widgets.controls import Press, Style, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Sheet
from game.widgets.typeset import Face

BEFORE = "What went before"
KNOWN = "What everybody should know"


class BeforeScreen(LessonPage):
    """The content note in letters for the back row, and what history answered so far."""

    name = "before"

    @property
    def lobby(self) -> LobbyPage:
        """What the lobby has to say."""
        found = self.shown.view.page
        assert isinstance(found, LobbyPage), "the wall shows this in the lobby only"
        return found

    def view(self, look: Look) -> Sheet:
        """Return the page; what everybody should know is one button away."""
        known = [Press("wall:known", KNOWN)] if self.lobby.pages else []
        first = self.shown.view.shared.turn
        onward = f"Open telegram {first + 1}" if first else "Open the first telegram"
        return self.page(look, [*known, Press("next", onward, "advance", "go on")], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write the note, and under it what went before; return the height."""
        look, palette = draft.look, draft.look.palette
        head = styles.large(palette)
        y = write(draft, Rect(0, 0, width, 0), "Before you begin", head, role="heading")
        size = 22 if self.lobby.earlier else 27
        text = Style(Face.TEXT, size, palette.cream)
        y += look.px(10)
        y += write(draft, Rect(0, y, width, 0), self.lobby.content_note, text) + look.px(18)
        if not self.lobby.earlier:
            return y
        gold = styles.gold(palette)
        y += write(draft, Rect(0, y, width, 0), BEFORE, gold, role="heading") + look.px(8)
        return y + papers(draft, Rect(0, y, width, 0), self.lobby.earlier)


class KnownScreen(BeforeScreen):
    """What everybody should know before, statement by statement."""

    name = "known"

    def view(self, look: Look) -> Sheet:
        """Return the page."""
        back = Press("next", "Back", "advance", "back to the note")
        return self.page(look, [back], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write the statements; return the height."""
        told: tuple[Statement, ...] = self.lobby.pages
        head = styles.large(draft.look.palette)
        y = write(draft, Rect(0, 0, width, 0), KNOWN, head, role="heading") + draft.look.px(12)
        return y + papers(draft, Rect(0, y, width, 0), told)
