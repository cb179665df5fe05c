"""Captions: what is heard, written along the lower edge for those who do not hear it.

They have a strip of their own under everything else, so that they cover nothing; screens are laid
out in the window that remains.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from game.widgets.controls import Style, label, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

LONGEST = 38
"""Letters in the line."""
STAYS = 4.0
"""Seconds that a caption stays after its sound was last heard, or has begun to go round."""


class Captions:
    """What was heard lately, whether it is shown or not."""

    def __init__(self) -> None:
        self._left: dict[str, float] = {}

    def hear(self, name: str) -> None:
        """Note that a sound is heard; one that goes on keeps its place in the line."""
        if words := wording.caption(name):
            self._left[words] = STAYS

    def pass_by(self, seconds: float) -> bool:
        """Let time pass; return whether a caption has gone."""
        before = len(self._left)
        left = {words: rest - seconds for words, rest in self._left.items()}
        self._left = {words: rest for words, rest in left.items() if rest > 0}
        return len(self._left) != before

    @property
    def left(self) -> float:
        """The seconds until the next caption goes; endless without any."""
        return min(self._left.values(), default=inf)

    @property
    def line(self) -> str:
        """What is written: the newest captions that there is room for, the oldest first."""
        line = ""
        for words in reversed(self._left):
            longer = f"{words} {line}".strip()
            if len(longer) > LONGEST:
                break
            line = longer
        return line


def style_of(look: Look) -> Style:
    """Return how captions are set."""
    return Style(Face.TEXT, 17, look.palette.cream)


def strip_of(look: Look) -> Rect:
    """Return the strip along the lower edge of a window that captions have for themselves."""
    width, height = look.size
    style = style_of(look)
    tall = min(look.fonts.height(style.face, style.px(look)) + look.px(8), height // 3)
    return Rect(0, height - tall, width, tall)


def above(look: Look) -> Look:
    """Return the look of the window that remains above the captions."""
    return replace(look, size=(look.size[0], strip_of(look).y))


def captioned(sheet: Sheet, look: Look, line: str) -> Sheet:
    """Return a sheet laid out `above` the captions with their strip under it."""
    strip, style = strip_of(look), style_of(look)
    draft = Draft(look, Hand())
    draft.add(Fill(strip, look.palette.night), Edge(strip, look.palette.line, look.px(1)))
    if line:
        tall = look.fonts.height(style.face, style.px(look))
        x = strip.x + max((strip.w - width_of(look, line, style)) // 2, 0)
        label(draft, x, strip.y + (strip.h - tall) // 2, line, style)
        draft.spot(Spot("", "caption", line, strip, enabled=False))
    marks, spots = (*sheet.marks, *draft.marks), (*sheet.spots, *draft.spots)
    return replace(sheet, size=look.size, marks=marks, spots=spots)
