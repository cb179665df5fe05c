"""A column of words to choose from, as on the title and in the pause menu."""

from __future__ import annotations

from game.widgets.controls import Style, height_of, label, ring, width_of
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Fill, Spot
from game.widgets.typeset import Face


def column(draft: Draft, rect: Rect, items: tuple[tuple[str, str, bool], ...], first: str) -> int:
    """Draw (name, label, enabled) one below the other; return the height.

    The one under the hand, or else `first`, stands on red.
    """
    look, palette = draft.look, draft.look.palette
    y = rect.y
    names = [name for name, _, enabled in items if enabled]
    lit = draft.hand.focus if draft.hand.focus in names else first
    for name, text, enabled in items:
        color = palette.cream if enabled else palette.dim
        style = Style(Face.HEAD, 21, color, 1.6, upper=True)
        high = look.fonts.height(style.face, style.px(look))
        tall = max(high + look.px(8), look.px(38))
        wide = min(width_of(look, text, style) + look.px(38), rect.w)
        place = Rect(rect.x, y, wide, tall)
        if name == lit:
            draft.add(Fill(place, palette.red))
        elif name == draft.hand.hover and enabled:
            draft.add(Fill(place, palette.line))
        label(draft, place.x + look.px(18), place.y + (tall - high) // 2, text, style)
        ring(draft, place.inset(look.px(4)), name)
        key = "advance" if name == lit else ""
        hint = "choose" if name == lit else ""
        draft.spot(Spot(name, "button", text, place, key, hint, enabled))
        y += tall + look.px(2)
    return y - rect.y


def titled(draft: Draft, x: int, y: int, text: str) -> int:
    """Write a menu's title; return its height."""
    style = Style(Face.HEAD_BOLD, 34, draft.look.palette.cream, 2.0, upper=True)
    label(draft, x, y, text, style)
    return height_of(draft.look, text, style, 10_000)
