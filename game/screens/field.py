"""A field on paper in which one writes: its name above it, and as many lines as it needs."""

from __future__ import annotations

from game.screens import styles
from game.widgets.controls import Style, label, lines_of, ring, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Edge, Fill, Spot
from game.widgets.typeset import Face


def written_in(
    draft: Draft, rect: Rect, what: tuple[str, str, str], *, key: str = "", least: int = 1
) -> int:
    """Draw a field; return its height.

    Args:
        draft: what is drawn on.
        rect: its place; only the width matters.
        what: the name of its spot, what it is called, and what is written in it.
        key: the command that leads into it.
        least: lines it has room for, even if fewer are written.
    """
    name, title, text = what
    look, palette = draft.look, draft.look.palette
    top = write(draft, rect, title, styles.small(palette), role="") + look.px(7)
    # a face in which no word leads to the encyclopaedia: these are the player's own
    style, pad = Style(Face.MONO, 15, palette.ink), look.px(9)
    typing = draft.hand.focus == name
    lines = lines_of(look, text + "_" * typing, style, rect.w - 2 * pad)
    leading = look.fonts.height(style.face, style.px(look))
    tall = max(max(len(lines), least) * leading + 2 * pad, look.px(40))
    place = Rect(rect.x, rect.y + top, rect.w, tall)
    draft.add(Fill(place, palette.cream), Edge(place, palette.red if typing else palette.faded, 1))
    for number, line in enumerate(lines):
        label(draft, place.x + pad, place.y + pad + number * leading, line, style)
    ring(draft, place.inset(look.px(2)), name)
    hint = "find" if key == "find" else ""
    draft.spot(Spot(name, "field", title, place, key, hint, value=text))
    return top + tall
