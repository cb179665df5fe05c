"""What is seen of a stack of screens: the top one, what it lies over, and the captions below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.screens.captions import above, captioned
from game.screens.screen import UNREAD, Office, Pictured, Screen
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Fill, Sheet


def layered(stack: Sequence[Screen], office: Office, look: Look, *, bare: bool) -> Sheet:
    """Return what is seen of a stack under any notice, captions under it if they are wanted.

    Args:
        stack: the screens, the top one last.
        office: what they share.
        look: how things look.
        bare: whether the words are hidden, so that only the picture is seen.
    """
    if not office.settings.captions:
        return _stacked(stack, office, look, bare=bare)
    return captioned(_stacked(stack, office, above(look), bare=bare), look, office.captions.line)


def _stacked(stack: Sequence[Screen], office: Office, look: Look, *, bare: bool) -> Sheet:
    """Return the top screen, over a dimmed one if it lies on top of it."""
    top = stack[-1]
    if bare and isinstance(top, Pictured):
        return top.bare(look)
    sheet = _linked(top, office, look)
    if not top.over:
        return sheet
    below = next((one for one in reversed(stack[:-1]) if not one.over), None)
    marks = below.view(look).marks if below else ()
    veil = Fill(Rect(0, 0, *look.size), look.palette.night, 205 if below else 255)
    return replace(sheet, marks=(*marks, veil, *sheet.marks))


def _linked(top: Screen, office: Office, look: Look) -> Sheet:
    """Return the top screen; what its texts name leads to the encyclopaedia."""
    if top.name in UNREAD:
        return top.view(look)
    from game.screens.links import links_of  # noqa: PLC0415 - the title needs none

    return links_of(office.campaign).linked(top, top.view(look), look)
