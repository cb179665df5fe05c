"""One of several: a box to choose, and a paper over the screen whose rows take and close."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens import styles
from game.screens.frame import rule
from game.screens.overlay import OverlayScreen
from game.screens.screen import Close, Move, Office
from game.widgets.controls import Press, Style, height_of, ring, width_of, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Edge, Fill, Group, Spot
from game.widgets.typeset import Face

LIST = Group("list", "To choose from")


class ChoiceScreen(OverlayScreen):
    """Words to choose from, the one that holds now in hand."""

    name = "choice"

    def __init__(
        self,
        office: Office,
        title: str,
        words: Sequence[str],
        take: Callable[[int], Move | None],
        here: int = 0,
    ) -> None:
        super().__init__(office, title, ())
        self.choices = tuple(words)
        self.take = take
        """Is told the number of what was taken; may lead on to another screen."""
        self.hand.focus = f"choose:{here}"

    def words(self, draft: Draft, width: int) -> int:
        """Write a row for each."""
        look, palette = draft.look, draft.look.palette
        y = write(draft, Rect(0, 0, width, 0), self.title, styles.heading(palette), role="heading")
        y += look.px(6)
        for number, words in enumerate(self.choices):
            rule(draft, 0, y, width)
            name, inner = f"choose:{number}", Rect(look.px(8), y + look.px(10), width, 0)
            high = write(
                draft, inner.left(width - look.px(16)), words, styles.text(palette), role=""
            )
            place = Rect(0, y + look.px(2), width, max(high + look.px(16), look.px(39)))
            ring(draft, place.inset(look.px(4)), name)
            key = str(number + 1) if number < 9 else ""
            draft.spot(Spot(name, "option", words, place, key, "choose", within=(LIST,)))
            y = place.bottom + look.px(2)
        return y

    def act(self, spot: str) -> Move:
        """Take one, or none."""
        word, _, which = spot.partition(":")
        return (self.take(int(which)) if word == "choose" else None) or Close()


def option(draft: Draft, rect: Rect, press: Press, *, chosen: bool) -> int:
    """Draw one of several answers as a box with its key; the chosen one stands in red.

    Returns:
        Its height.
    """
    look, palette = draft.look, draft.look.palette
    mark = look.named((press.key,))
    style = Style(Face.TEXT_BOLD if chosen else Face.TEXT, 16, palette.ink)
    pad = look.px(9)
    side = max(look.pt(16), width_of(look, mark, styles.small(palette))) + pad
    height = height_of(look, press.label, style, rect.w - 2 * pad - side) + 2 * pad
    place = rect._replace(h=max(height, look.px(38)))
    is_lit = chosen or press.name == draft.hand.hover
    draft.add(Fill(place, palette.shade if is_lit else palette.paper))
    draft.add(Edge(place, palette.red if chosen else palette.rule, look.px(3) if chosen else 1))
    inner = Rect(place.x + pad, place.y + pad, place.w - 2 * pad, 0)
    write(draft, inner.left(side), mark, styles.small(palette), role="")
    write(draft, inner.after(side), press.label, style, role="")
    ring(draft, place, press.name)
    state = "chosen" if chosen else ""
    draft.spot(Spot(press.name, "option", press.label, place, press.key, press.hint, state=state))
    return place.h
