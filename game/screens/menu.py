"""Words to choose from: in a column, as on the title, or in a row; a page of words."""

from __future__ import annotations

from collections.abc import Callable

from game.screens import styles
from game.screens.foot import MOVE, NOWHERE, Hint, foot, foot_height
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    label,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Color, Look
from game.widgets.sheet import Draft, Fade, Fill, Group, Sheet, Spot
from game.widgets.typeset import Face

MENU = Group("list", "Menu")
WORDS = 430
"""Pixels that the sentence of a menu is wide, at 1280 by 720."""
SHADE = 225
"""How dark it is under a menu, of 255."""


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
        style = _word(color)
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
        draft.spot(Spot(name, "button", text, place, key, hint, enabled, within=(MENU,)))
        y += tall + look.px(2)
    return y - rect.y


def over_the_dimmed(
    draft: Draft, name: str, head: tuple[str, str], items: tuple[tuple[str, str, bool], ...]
) -> Sheet:
    """Return a menu over a dimmed screen: where its words stand it is darker, so nothing shines up.

    Args:
        draft: what it is drawn on.
        name: of what scrolls.
        head: the title, and the sentence below it.
        items: (name, label, enabled) of what can be chosen; the first one goes back.
    """
    look, (title, said) = draft.look, head
    whole, low, indent = Rect(0, 0, *look.size), foot_height(look), look.px(18)
    inside = Rect(look.px(70), look.px(30), whole.w - look.px(140), whole.h - low - look.px(46))
    wide = min(max(look.px(WORDS), _widest(look, items)), inside.w)
    shade = whole.left(inside.x + wide)
    draft.add(Fill(shade, look.palette.night, SHADE))
    draft.add(
        Fade(whole.after(shade.w).left(shade.w // 3), look.palette.night, SHADE, 0, across=True)
    )

    def words(part: Draft, width: int) -> int:
        y = titled(part, indent, 0, title) + look.px(6)
        place = Rect(indent, y, min(wide, width) - indent, 0)
        y += write(part, place, said, styles.note_on_dark(look.palette)) + look.px(12)
        return y + column(part, Rect(0, y, width, 0), items, items[0][0])

    draft.scroll(name, inside, words)
    back, label_of_it, _ = items[0]
    draft.spot(Spot(back, "button", label_of_it, NOWHERE, "back", label_of_it.casefold()))
    foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE,))
    return draft.done()


def _widest(look: Look, items: tuple[tuple[str, str, bool], ...]) -> int:
    """Return how wide a column of words comes out."""
    return max(width_of(look, text, _word(look.palette.cream)) for _, text, _ in items) + look.px(
        56
    )


def _word(color: Color) -> Style:
    """Return how a word of a column is set."""
    return Style(Face.HEAD, 21, color, 1.6, upper=True)


def tabs(
    draft: Draft,
    rect: Rect,
    words: dict[str, str],
    here: str,
    said: dict[str, str] | None = None,
    *,
    keyed: bool = True,
) -> int:
    """Draw a word for each spot in a row, wrapping; return the height.

    The spot that is open, `here`, stands on red. The numbers from 1 on press them, unless they are
    not `keyed`: below other tabs. Where a word is too short to be heard alone, `said` has a longer
    one.
    """
    look, palette = draft.look, draft.look.palette
    x, y, tall = rect.x, rect.y, 0
    for number, (spot, word) in enumerate(words.items(), 1):
        color = palette.cream if spot == here else palette.muted
        style = Style(Face.HEAD, 17, color, 1.2, upper=True)
        high = look.fonts.height(style.face, style.px(look))
        tall = max(high + look.px(10), look.px(38))
        wide = width_of(look, word, style) + look.px(24)
        if x + wide > rect.right and x > rect.x:
            x, y = rect.x, y + tall + look.px(4)
        place = Rect(x, y, wide, tall)
        draft.add(Fill(place, palette.red if spot == here else palette.night))
        label(draft, x + look.px(12), y + (tall - high) // 2, word, style)
        ring(draft, place, spot)
        key, hint = (str(number), spot.partition(":")[0]) if keyed else ("", "")
        state = "open" if spot == here else ""
        whole = (Group("tabs", "Pages"),)
        told = (said or words)[spot]
        draft.spot(Spot(spot, "tab", told, place, key, hint, state=state, within=whole))
        x += wide + look.px(6)
    return y + tall - rect.y


def titled(draft: Draft, x: int, y: int, text: str) -> int:
    """Write a menu's title; return its height."""
    style = Style(Face.HEAD_BOLD, 34, draft.look.palette.cream, 2.0, upper=True)
    wide = label(draft, x, y, text, style)
    high = height_of(draft.look, text, style, 10_000)
    draft.spot(Spot("", "heading", text, Rect(x, y, wide, high), enabled=False))
    return high


def in_the_dark(
    draft: Draft,
    name: str,
    presses: list[Press],
    words: Callable[[Draft, int], int],
    *hints: Hint,
) -> Sheet:
    """Return a list or a form that scrolls over buttons, the last of which is the main one."""
    look, low, main = draft.look, foot_height(draft.look), presses[-1].name
    whole = Rect(0, 0, *look.size)
    draft.add(Fill(whole, look.palette.night))
    inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
    used = row_of_buttons(draft.part(), inside, presses, main=main) + look.px(14)
    draft.scroll(name, inside._replace(h=inside.h - used), words, rows=True)
    row_of_buttons(draft, inside, presses, main=main)
    foot(draft, Rect(0, whole.h - low, whole.w, low), hints)
    return draft.done()
