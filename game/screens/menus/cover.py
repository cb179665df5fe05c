"""The front of the title without its map: the name, the menu, the tape.

It is also the first picture, seen while the campaign is still being read. So it knows no campaign.
"""

from __future__ import annotations

from dataclasses import replace

from game.frozen import dataclass
from game.screens.foot import MOVE, foot, foot_height
from game.screens.menu import column
from game.widgets.controls import Style, label, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fade, Fill, Hand, Shadow, Sheet, Spot, Tilted
from game.widgets.typeset import Face

MOST = 10
"""Rows of a menu that there is room for: the last comes once a campaign was played to its end. The
cover does not know of it, and nothing may jump when the title takes its place."""
KEYS = (MOVE, ("full screen", "fullscreen"), ("open a class", "classroom"))
"""What the line of keys says besides."""
Items = tuple[tuple[str, str, bool], ...]
"""The name, the words, and whether it can be chosen."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the title."""

    title: str
    subtitle: str
    tape: str
    items: Items

    def words(self, draft: Draft, width: int) -> int:
        """Write the name of the game, the line under it and the menu; return the height."""
        look = draft.look
        indent = look.px(18)
        y = self.name(draft, indent, 0, look.px(84 if look.text <= 130 else 64))
        style = Style(Face.TEXT_ITALIC, 19, look.palette.muted)
        wide = min(width - indent, round(look.size[0] * 0.48) * max(look.text, 100) // 100)
        y += write(draft, Rect(indent, y, wide, 0), self.subtitle, style)
        y += look.px(22 if look.text <= 130 else 12)
        return y + column(draft, Rect(0, y, width, 0), self.items, self.items[0][0])

    def name(self, draft: Draft, x: int, y: int, px: int) -> int:
        """Write the title large, its last letters in red; return the height."""
        look, palette = draft.look, draft.look.palette
        size = px * 100 / (look.scale * look.text)
        tall = 0
        for word in self.title.upper().split(" "):
            pale, red = (word, "") if len(word) < 6 else (word[:4], word[4:])
            wide = label(draft, x, y + tall, pale, Style(Face.HEAD_BOLD, size, palette.cream, 4.0))
            if red:
                style = Style(Face.HEAD_BOLD, size, palette.bright_red, 4.0)
                label(draft, x + wide, y + tall, red, style)
            tall += round(px * 1.02)
        draft.spot(Spot("", "heading", self.title, Rect(x, y, px * 5, tall), enabled=False))
        return tall + px // 4


def items(*, has_saves: bool, can_load: bool) -> Items:
    """Return what can be chosen; Continue comes first when there is something to continue."""
    go_on = (("continue", "Continue", True),) if has_saves else ()
    return (
        *go_on,
        ("new", "New campaign", True),
        ("load", "Load", can_load),
        ("entry", "Type a code", True),
        ("classroom", "Classroom", True),
        ("notebook", "Encyclopaedia", True),
        ("settings", "Settings", True),
        ("accessibility", "Accessibility", True),
        ("quit", "Quit", True),
    )


def cover(look: Look, front: Front) -> Sheet:
    """Return the first picture: the title before its map is there."""
    draft = Draft(look, Hand())
    draft.add(Fill(Rect(0, 0, *look.size), look.palette.night))
    lay(draft, front)
    return draft.done()


def lay(draft: Draft, front: Front) -> None:
    """Lay dusk, tape, name, menu and keys over what is there."""
    look = draft.look
    whole = Rect(0, 0, *look.size)
    low, left = foot_height(look), look.px(52)
    _dusk(draft, whole, front.tape)
    room = Rect(left, look.px(14), whole.w - 2 * left, whole.h - low - look.px(20))
    more = MOST - len(front.items) if front.items[0][0] == "continue" else 0
    needed = replace(front, items=(*front.items, *more * (("", "", False),))).words(
        draft.part(), room.w
    )
    top = min(max((room.h - needed) // 2, 0), look.px(110))
    draft.scroll("title", room.below(top), front.words)
    foot(draft, Rect(0, whole.h - low, whole.w, low), KEYS)


def _dusk(draft: Draft, whole: Rect, tape: str) -> None:
    """Darken the left, where the words stand, and lay the tape over the lower right corner."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fade(whole.left(whole.w * 3 // 4), palette.night, 255, 0, across=True))
    draft.add(Fade(whole.left(whole.w // 2), palette.night, 160, 0, across=True))
    if look.text > 160:
        return
    style = Style(Face.TYPED, 20 * 100 / look.text, palette.ink)
    high = look.px(44)
    place = Rect(whole.w * 45 // 100, whole.h * 78 // 100, whole.w * 60 // 100, high)
    part = Draft(replace(look, fonts=look.fonts.read_in("serif", 100)), draft.hand)
    part.add(Shadow(place, look.px(8)), Fill(place, palette.paper))
    label(part, place.x + look.px(24), place.y + (high - look.px(26)) // 2, tape, style)
    draft.add(Tilted(place, 2.9, tuple(part.marks)))
