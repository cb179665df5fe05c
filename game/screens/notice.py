"""A notice: one line over the screen that goes by itself, such as where a picture was kept."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from game.widgets.controls import Style, height_of, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet
from game.widgets.typeset import Face

STAYS = 4.0
"""Seconds that a short notice stays; a long one stays longer."""
READ = 15
"""Letters read in a second by somebody who reads slowly."""


class Notice:
    """What the player was told last."""

    def __init__(self) -> None:
        self.text = ""
        self._left = 0.0

    def tell(self, text: str) -> None:
        """Tell something; it takes the place of what was told before."""
        self.text, self._left = text, max(STAYS, len(text) / READ)

    @property
    def left(self) -> float:
        """The seconds until the notice goes; endless without one."""
        return self._left if self.text else inf

    def pass_by(self, seconds: float) -> bool:
        """Let time pass; return whether the notice has gone."""
        self._left -= seconds
        goes = bool(self.text) and self._left <= 0
        if goes:
            self.text = ""
        return goes

    def over(self, sheet: Sheet, look: Look, standing: str = "") -> Sheet:
        """Return a sheet with the notice on it, at the top, or else with what stands there."""
        text = self.text or standing
        if not text:
            return sheet
        draft, style = Draft(look, Hand()), Style(Face.TEXT, 16.5, look.palette.cream)
        pad, most = look.px(14), min(look.px(760), look.size[0] - look.px(40))
        wide = min(width_of(look, text, style) + 2 * pad, most)
        tall = height_of(look, text, style, wide - 2 * pad) + 2 * pad
        place = Rect((look.size[0] - wide) // 2, look.px(56), wide, tall)
        draft.add(Fill(place, look.palette.night), Edge(place, look.palette.gold, look.px(2)))
        write(draft, place.inset(pad), text, style, align="center", role="notice")
        return replace(
            sheet, marks=(*sheet.marks, *draft.marks), spots=(*sheet.spots, *draft.spots)
        )
