"""One of several, on a paper over the screen: pressing it takes it and puts the paper away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens import styles
from game.screens.frame import rule
from game.screens.overlay import OverlayScreen
from game.screens.screen import Close, Move, Office
from game.widgets.controls import ring, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Group, Spot

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
