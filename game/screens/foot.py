"""The line of keys at the foot of every screen."""

from __future__ import annotations

from dataclasses import replace

from game.screens import styles
from game.widgets.controls import label, ring, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill

BETWEEN = "  ·  "
"""Between two keys in the line of keys."""
NOWHERE = Rect(0, 0, 0, 0)
"""Where a spot is that has a key but no button, until the line of keys names it."""


def foot_height(look: Look) -> int:
    """Return how tall the line of keys is."""
    style = styles.keys(look.palette)
    return look.fonts.height(style.face, style.px(look)) + look.px(10)


def foot(draft: Draft, rect: Rect, extra: tuple[str, ...] = ()) -> None:
    """Name the keys of everything that can be pressed, as far as there is room."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fill(rect, palette.night))
    style = styles.keys(palette)
    keys = {spot.hint: spot.key for spot in draft.spots if spot.hint and spot.enabled}
    keys |= dict.fromkeys(extra, "")
    x, y = rect.x + look.px(20), rect.y + look.px(4)
    for number, hint in enumerate(_fitting(look, keys, rect.w - look.px(40))):
        x += label(draft, x, y, BETWEEN, style) if number else 0
        width = label(draft, x, y, hint, style)
        _found(draft, hint, Rect(x, rect.y, width, rect.h))
        x += width


def _fitting(look: Look, keys: dict[str, str], room: int) -> list[str]:
    """Return the hints there is room for, in their order: those for Enter and Esc go last."""
    style = styles.keys(look.palette)
    kept: list[str] = []
    for hint in sorted(keys, key=lambda one: keys[one] not in ("return", "escape")):
        if width_of(look, BETWEEN.join((*kept, hint)), style) <= room:
            kept.append(hint)
    return [hint for hint in keys if hint in kept]


def _found(draft: Draft, hint: str, place: Rect) -> None:
    """Let what has a key but no button of its own be pressed where its key is named."""
    for number, spot in enumerate(draft.spots):
        if spot.hint == hint and spot.rect.w == NOWHERE.w:
            draft.spots[number] = replace(spot, rect=place)
            ring(draft, place.inset(draft.look.px(4)), spot.name)
