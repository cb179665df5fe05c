"""Rectangles, and ways to cut them up. Lengths are pixels."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle with whole-number sides."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h

    def inset(self, dx: int, dy: int | None = None) -> Rect:
        """Return it smaller by `dx` on the left and right and `dy` above and below."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(self.w - 2 * dx, 0), max(self.h - 2 * dy, 0))

    def moved(self, dx: int, dy: int) -> Rect:
        """Return it elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def top(self, height: int) -> Rect:
        """Return its upper part."""
        return Rect(self.x, self.y, self.w, min(height, self.h))

    def below(self, height: int) -> Rect:
        """Return what is left under its upper part."""
        height = min(height, self.h)
        return Rect(self.x, self.y + height, self.w, self.h - height)

    def left(self, width: int) -> Rect:
        """Return its left part."""
        return Rect(self.x, self.y, min(width, self.w), self.h)

    def after(self, width: int) -> Rect:
        """Return what is left beside its left part."""
        width = min(width, self.w)
        return Rect(self.x + width, self.y, self.w - width, self.h)

    def columns(self, count: int, gap: int) -> tuple[Rect, ...]:
        """Return `count` columns of equal width with gaps between, none beyond this one."""
        width = max((self.w - gap * (count - 1)) / count, 0)
        edges = [self.x + round(n * (width + gap)) for n in range(count)]
        return tuple(Rect(x, self.y, int(width), self.h) for x in edges)

    def has(self, point: tuple[float, float]) -> bool:
        """Return whether a point lies inside."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def meets(self, other: Rect) -> bool:
        """Return whether two rectangles share a pixel."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def around(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both; one without area counts for nothing."""
        if not (self.w and self.h and other.w and other.h):
            return self if self.w and self.h else other
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def common(self, other: Rect) -> Rect:
        """Return the part two rectangles share, which may be empty."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        w, h = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, max(w, 0), max(h, 0))
