"""Words to choose from: in a column, as on the title, or in a row; a page of words."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.foot import Hint, foot, foot_height
from game.widgets.controls import Press, Style, height_of, label, ring, row_of_buttons, width_of
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Fill, Group, Sheet, Spot
from game.widgets.typeset import Face

MENU = Group("list", "Menu")


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
        draft.spot(Spot(name, "button", text, place, key, hint, enabled, within=(MENU,)))
        y += tall + look.px(2)
    return y - rect.y


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
    """Return a page of words that scroll over buttons, the last of which is the main one."""
    look, low, main = draft.look, foot_height(draft.look), presses[-1].name
    whole = Rect(0, 0, *look.size)
    draft.add(Fill(whole, look.palette.night))
    inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
    used = row_of_buttons(draft.part(), inside, presses, main=main) + look.px(14)
    draft.scroll(name, inside._replace(h=inside.h - used), words)
    row_of_buttons(draft, inside, presses, main=main)
    foot(draft, Rect(0, whole.h - low, whole.w, low), hints)
    return draft.done()
