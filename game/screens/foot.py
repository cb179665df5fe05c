"""The line of keys at the foot of every screen."""

from __future__ import annotations

from dataclasses import replace

from game.keymap import NUMBERS
from game.screens import styles
from game.widgets.controls import label, ring, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill

BETWEEN = "  ·  "
"""Between two keys in the line of keys."""
Hint = tuple[str, ...]
"""What can be done, then the commands that do it."""
MOVE: Hint = ("move", "previous", "next", "up", "down")
SCROLL: Hint = ("scroll", "up", "down")
NOWHERE = Rect(0, 0, 0, 0)
"""Where a spot is that has a key but no button, until the line of keys names it."""


def foot_height(look: Look) -> int:
    """Return how tall the line of keys is."""
    style = styles.keys(look.palette)
    return look.fonts.height(style.face, style.px(look)) + look.px(10)


def foot(draft: Draft, rect: Rect, extra: tuple[Hint, ...] = ()) -> None:
    """Name the keys of everything that can be pressed, as far as there is room."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fill(rect, palette.night))
    style = styles.keys(palette)
    x, y = rect.x + look.px(20), rect.y + look.px(4)
    fitting = _fitting(look, hints(draft, extra), rect.w - look.px(40))
    for number, (words, *keys) in enumerate(fitting):
        x += label(draft, x, y, BETWEEN, style) if number else 0
        width = label(draft, x, y, hinted(look, (words, *keys)), style)
        _found(draft, words, Rect(x, rect.y, width, rect.h))
        x += width


def hints(draft: Draft, extra: tuple[Hint, ...] = ()) -> list[Hint]:
    """Return what can be done and by which commands; what has one name is one thing.

    What is chosen by number comes first, then what leads on, then the rest as one reads.
    """
    found: dict[str, list[str]] = {}
    for spot in draft.spots:
        if spot.hint and spot.enabled and spot.key not in found.setdefault(spot.hint, []):
            found[spot.hint].append(spot.key)
    rows = [(words, *filter(None, keys)) for words, keys in found.items()]
    return [*sorted(rows, key=_place), *extra]


def _place(hint: Hint) -> int:
    keys = hint[1:]
    return 0 if set(keys) & set(NUMBERS) else 1 if "advance" in keys else 2


def hinted(look: Look, hint: Hint) -> str:
    """Return a hint as it is written: the keys, then what they do."""
    words, *keys = hint
    return f"{look.named(keys)} {words}" if keys else words


def _fitting(look: Look, found: list[Hint], room: int) -> list[Hint]:
    """Return the hints there is room for, in their order: going on and going back are kept last."""
    style = styles.keys(look.palette)
    kept: list[Hint] = []
    for hint in sorted(found, key=lambda one: not {"advance", "back"} & set(one[1:])):
        line = BETWEEN.join(hinted(look, one) for one in (*kept, hint))
        if width_of(look, line, style) <= room:
            kept.append(hint)
    return [hint for hint in found if hint in kept]


def _found(draft: Draft, hint: str, place: Rect) -> None:
    """Let what has a key but no button of its own be pressed where its key is named."""
    for number, spot in enumerate(draft.spots):
        if spot.hint == hint and spot.rect.w == NOWHERE.w:
            draft.spots[number] = replace(spot, rect=place)
            ring(draft, place.inset(draft.look.px(4)), spot.name)
