"""Where the parts of the board lie in a window."""

from __future__ import annotations

from game.frozen import dataclass
from game.screens import styles
from game.screens.board.axisstrip import strip_height
from game.screens.foot import foot_height
from game.widgets.geometry import Rect
from game.widgets.look import Look

LARGE = 140
"""Per cent of text size from which on the card scrolls with the other words."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts; those without area have no room and are not drawn."""

    head: Rect
    """When each telegram came."""
    strands: Rect
    ends: Rect
    """What bundles of strands end in."""
    strip: Rect
    """How all lines lie on each axis."""
    panel: Rect
    """All words."""
    foot: Rect
    is_pinned: bool
    """Whether the card of the strand under the mouse stays while the words below it scroll."""

    @property
    def is_drawn(self) -> bool:
        """Whether there are strands."""
        return self.strands.w > 0


def parts_of(look: Look, axes: int, *, has_board: bool) -> Parts:
    """Return where everything lies; without a board, or in large letters, all is words."""
    whole, low = Rect(0, 0, *look.size), foot_height(look)
    foot = whole.below(whole.h - low)
    inside = whole.top(whole.h - low).inset(look.px(24), look.px(14))
    wide = min(round(look.px(340) * max(look.text / 100, 1) ** 0.8), inside.w)
    none = Rect(0, 0, 0, 0)
    if not has_board or inside.w - wide <= look.px(420):
        return Parts(none, none, none, none, inside, foot, is_pinned=False)
    panel, rect = inside.after(inside.w - wide), inside.left(inside.w - wide - look.px(20))
    bar = styles.bar(look.palette)
    head = 2 * look.fonts.height(bar.face, bar.px(look)) + look.px(4)
    low = strip_height(look, rect.w, axes)
    low = low if rect.h - low - head > look.px(260) else 0
    beside, gap = min(look.pt(150), rect.w // 4), look.px(10) if low else 0
    strands = rect.below(head).top(rect.h - head - low - gap).left(rect.w - beside)
    return Parts(
        strands._replace(y=rect.y, h=head),
        strands,
        Rect(strands.right + look.px(4), strands.y, beside - look.px(4), strands.h),
        rect.below(rect.h - low) if low else none,
        panel,
        foot,
        is_pinned=look.text <= LARGE,
    )
