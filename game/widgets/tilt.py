"""Papers that lie turned on a desk: the pieces they are turned in, and where each of them goes.

One that is being written on is turned in bands, so that a letter costs a band and not the paper.
The middle of each band lies where turning moves it by whole pixels: no seam is seen between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, floor, radians, sin
from typing import NamedTuple

import pygame

from game.widgets.geometry import Rect
from game.widgets.sheet import Tilted

BAND = 48
"""The fewest rows of a band, in pixels: a lower one costs hardly less."""

Point = tuple[int, int]


class Piece(NamedTuple):
    """A part of a paper that is turned by itself. All lengths are pixels of the window."""

    flat: Rect
    """What it is made from, as it lies before it is turned."""
    middle: Point
    """Where the middle of that goes."""
    rows: tuple[int, int] | None = None
    """The first row that it fills and the first that it does not; none for all there are."""


def pieces(paper: Tilted) -> Iterator[Piece]:
    """Yield the pieces that a paper is turned in."""
    whole, middle = with_margin(paper.rect), middle_of(paper.rect)
    if not paper.is_growing:
        yield Piece(whole, middle)
        return
    across, down = sin(radians(paper.degrees)), cos(radians(paper.degrees))
    pixel = 1 / abs(across) if across else float(BAND)  # so many rows down it shifts by one pixel
    step = pixel * ceil(BAND / pixel)
    high = turned(whole, paper).h // 2
    lean = ceil(whole.w / 2 * abs(across)) + 3
    for number in range(-ceil(high / step), ceil(high / step) + 1):
        off, top, low = round(number * step), *(round((number + at) * step) for at in (-0.5, 0.5))
        tall = 2 * (max(off - top, low - off) + lean) + whole.h % 2
        y = whole.y + (whole.h - tall) // 2 + round(off * down)
        flat = Rect(whole.x - round(off * across), y, whole.w, tall)
        yield Piece(flat, (middle[0], middle[1] + off), (middle[1] + top, middle[1] + low))


def laid(piece: Piece, flat: pygame.Surface, degrees: float) -> tuple[pygame.Surface, Point]:
    """Turn a piece that was drawn flat; return its picture and the corner it goes to."""
    picture = pygame.transform.rotozoom(flat, degrees, 1.0) if degrees else flat
    wide, tall = picture.get_size()
    left, top = piece.middle[0] - wide // 2, piece.middle[1] - tall // 2
    if piece.rows is None:
        return picture, (left, top)
    first, last = piece.rows
    return picture.subsurface((0, first - top, wide, last - first)).copy(), (left, first)


def with_margin(rect: Rect) -> Rect:
    """Return a paper with what its shadow and its stamps may need around it."""
    return rect.inset(-max(rect.w // 16, 16))


def middle_of(rect: Rect) -> Point:
    """Return what a paper is turned about."""
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def turned(part: Rect, paper: Tilted) -> Rect:
    """Return a rectangle that holds a part of a paper when the paper is turned."""
    x, y = middle_of(paper.rect)
    across, down = sin(radians(paper.degrees)), cos(radians(paper.degrees))
    corners = [(a - x, b - y) for a in (part.x, part.right) for b in (part.y, part.bottom)]
    columns = [a * down + b * across for a, b in corners]
    rows = [b * down - a * across for a, b in corners]
    left, top = floor(min(columns)) - 2, floor(min(rows)) - 2  # smoothing reaches a pixel farther
    wide, tall = ceil(max(columns)) + 2 - left, ceil(max(rows)) + 2 - top
    return Rect(x + left, y + top, wide, tall)
