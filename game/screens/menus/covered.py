"""How much of the campaign was seen: counts and small boxes, which tell nothing of the rest."""

from __future__ import annotations

from game.playthrough.coverage import Coverage, Share
from game.screens import styles
from game.widgets.controls import Style, label, width_of, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Edge, Fill
from game.widgets.typeset import Face
from game.words.shelfwords import seen_so_far


def covered(draft: Draft, rect: Rect, found: Coverage) -> int:
    """Write what was seen, and draw a box for each ending and answer; return the height."""
    look = draft.look
    y = write(draft, rect, seen_so_far(found), styles.note_on_dark(look.palette)) + look.px(4)
    groups = [("Endings", found.endings)]
    groups += [(f"Telegram {number}", one) for number, one in enumerate(found.answers, 1)]
    style = Style(Face.HEAD, 12, look.palette.muted, 0.6, upper=True)
    side, high = look.px(10), look.fonts.height(style.face, style.px(look))
    x, top = rect.x, rect.y + y
    for words, share in groups:
        wide = width_of(look, words, style) + look.px(6) + share.of * (side + look.px(3))
        if x > rect.x and x + wide > rect.right:
            x, top = rect.x, top + high + look.px(4)
        at = x + label(draft, x, top, words, style) + look.px(6)
        boxes(draft, Rect(at, top + (high - side) // 2, side, side), share)
        x += wide + look.px(16)
    return top + high - rect.y


def boxes(draft: Draft, first: Rect, share: Share) -> None:
    """Draw so many boxes beside one another, those seen filled."""
    look, palette = draft.look, draft.look.palette
    for number in range(share.of):
        box = first.moved(number * (first.w + look.px(3)), 0)
        full = number < share.seen
        draft.add(Fill(box, palette.ochre if full else palette.night))
        draft.add(Edge(box, palette.ochre if full else palette.dim, max(look.px(1), 1)))
