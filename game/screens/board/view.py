"""What part of the board is seen, how large; and parts of a sheet that are kept while it moves."""

from __future__ import annotations

from collections.abc import Callable

from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Hand

TALLEST, WIDEST = 16, 8
"""How many times as tall and as wide as its window the board can be drawn."""
ACROSS, DOWN = "across", "strands"
"""The names of the offsets; the wheel and the arrows know the second one."""


class View:
    """Zoom and place."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.wide = 1
        """How many times as wide as its window the whole is."""
        self.tall = 1
        self.rect = Rect(0, 0, 1, 1)
        """Where the board was seen last."""
        self.anchor: tuple[int, int] | None = None
        """The point of the window that stays where it is when it comes closer; none: the middle."""

    @property
    def whole(self) -> tuple[int, int]:
        """Return the size of the whole, in pixels."""
        return self.rect.w * self.wide, self.rect.h * self.tall

    @property
    def at(self) -> tuple[int, int]:
        """Return the first column and the first row that are seen."""
        offsets = self.hand.offsets
        wide, tall = self.whole
        return (
            min(offsets.get(ACROSS, 0), wide - self.rect.w),
            min(offsets.get(DOWN, 0), tall - self.rect.h),
        )

    def zoom(self, wide: int, tall: int) -> None:
        """Draw the whole so many times as large as its window; the anchor stays where it is."""
        rect, before, at = self.rect, (self.wide, self.tall), self.at
        self.wide, self.tall = min(max(wide, 1), WIDEST), min(max(tall, 1), TALLEST)
        point = self.anchor or (rect.x + rect.w // 2, rect.y + rect.h // 2)
        inside = point[0] - rect.x, point[1] - rect.y
        left, top = (
            round((start + part) * now / then) - part
            for start, part, now, then in zip(
                at, inside, (self.wide, self.tall), before, strict=True
            )
        )
        self._to(left, top)

    def move(self, across: int, down: int) -> None:
        """See what lies so many pixels to the right and further down."""
        left, top = self.at
        self._to(left + across, top + down)

    def _to(self, left: int, top: int) -> None:
        wide, tall = self.whole
        self.hand.offsets[ACROSS] = min(max(left, 0), wide - self.rect.w)
        self.hand.offsets[DOWN] = min(max(top, 0), tall - self.rect.h)


class Kept:
    """A part of a sheet as it was written last, as long as what it rests on stays the same."""

    def __init__(self) -> None:
        self._key: object = None
        self._part: Draft | None = None
        self._height = 0

    def lay(self, draft: Draft, key: object, fill: Callable[[Draft], int]) -> int:
        """Lay the part down and return its height; it is written anew when `key` is another."""
        if self._part is None or self._key != key:
            self._key, self._part = key, draft.part()
            self._height = fill(self._part)
        draft.add(*self._part.marks)
        draft.spots += self._part.spots
        draft.scrolls += self._part.scrolls
        return self._height
