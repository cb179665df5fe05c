"""Hands or slips: the teacher types in how many there were for each response."""

from __future__ import annotations

from game.classroom.hosting import Hosting
from game.room.requests import Count
from game.room.views import Choice, DecisionPage
from game.screens import styles
from game.screens.foot import MOVE
from game.screens.menu import in_the_dark, titled
from game.screens.screen import Close, Move, Office, Stay, Tell
from game.screens.wall.view import Shown
from game.widgets.controls import Press, Style, height_of, label, ring, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face

LONGEST = 3
"""Figures in a field."""
SAID = "Type how many there were for each. Down leads to the next."


class HandsScreen:
    """A field for each response that may be sent."""

    name = "hands"
    over = False

    def __init__(self, office: Office, hosting: Hosting, shown: Shown) -> None:
        self.office = office
        self.hosting = hosting
        page = shown.view.page
        found = page.choices if isinstance(page, DecisionPage) else ()
        self.choices = tuple(one for one in found if one.closed is None)
        self.typed = dict.fromkeys((f"count:{one.id}" for one in self.choices), "")
        self.hand = Hand(focus=next(iter(self.typed), ""))

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the fields in the dark."""
        presses = [
            Press("close", "Back", "back", "back"),
            Press("keep", "That is the count", "advance", "that is the count"),
        ]
        return in_the_dark(Draft(look, self.hand), "hands", presses, self.words, MOVE)

    def words(self, draft: Draft, width: int) -> int:
        """Write the title and a row for each response; return the height."""
        look, palette = draft.look, draft.look.palette
        y = titled(draft, 0, 0, "Count the hands") + look.px(6)
        y += write(draft, Rect(0, y, width, 0), SAID, styles.note_on_dark(palette)) + look.px(14)
        for one in self.choices:
            place = Rect(look.px(5), y, width - look.px(10), 0)
            y += self.field(draft, place, one) + look.px(8)
        return y

    def field(self, draft: Draft, rect: Rect, one: Choice) -> int:
        """Draw a response with its field; return the height."""
        look, palette = draft.look, draft.look.palette
        name, title = f"count:{one.id}", f"{one.letter} · {one.title}"
        style, figure = Style(Face.HEAD, 20, palette.cream), Style(Face.HEAD_BOLD, 24, palette.gold)
        side = look.pt(70)
        room = rect.left(rect.w - side - look.px(30))
        tall = look.fonts.height(figure.face, figure.px(look)) + look.px(14)
        high = max(height_of(look, title, style, room.w - look.px(24)) + look.px(16), tall)
        high = max(high, look.px(38))
        place = rect._replace(h=high)
        typing = self.hand.focus == name
        draft.add(Fill(place, palette.wood), Edge(place, palette.gold if typing else palette.line))
        write(draft, room.inset(look.px(12), 0).moved(0, look.px(8)), title, style, role="")
        shown = self.typed[name] + "_" * typing
        label(draft, rect.right - side, rect.y + look.px(7), shown, figure)
        ring(draft, place, name)
        draft.spot(Spot(name, "field", title, place, value=self.typed[name]))
        return high

    def act(self, spot: str) -> Move:
        """Write a figure, keep the count, or go back."""
        word, _, typed = spot.partition(":")
        here = self.hand.focus
        match word:
            case "typed" if typed.isdecimal() and here in self.typed:
                self.typed[here] = (self.typed[here] + typed)[:LONGEST]
            case "erased" if here in self.typed:
                self.typed[here] = self.typed[here][:-1]
            case "keep":
                return self.keep()
            case "close":
                return Close()
            case _:
                pass
        return Stay()

    def keep(self) -> Move:
        """Tell the room how many there were; fields that are empty count as none."""
        counts = {str(one.id): int(self.typed[f"count:{one.id}"] or 0) for one in self.choices}
        refused = self.hosting.ask(Count(counts))
        return Tell(f"{refused.message} {refused.fix}") if refused else Close()
