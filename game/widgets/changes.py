"""What of a window has to be drawn again when one sheet follows another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from game.widgets.geometry import Rect
from game.widgets.sheet import (
    Chart,
    Clipped,
    Ink,
    Op,
    Shadow,
    Shape,
    Sheet,
    Strands,
    Stroke,
    Tilted,
)
from game.widgets.tilt import turned, with_margin


def extent(mark: Op) -> Rect:
    """Return a rectangle that holds all that a mark changes."""
    match mark:
        case Shape(points) | Stroke(points):
            edge = 1 + (mark.width if isinstance(mark, Stroke) else 0)
            across, down = [x for x, _ in points], [y for _, y in points]
            left, top = min(across) - edge, min(down) - edge
            return Rect(left, top, max(across) + edge + 1 - left, max(down) + edge + 1 - top)
        case Ink(rect, _, _, px):
            return Rect(rect.x, rect.y, rect.w + px, rect.h + px)  # some letters lean out
        case Shadow(rect, reach):
            return Rect(rect.x - reach, rect.y - reach // 2, rect.w + 2 * reach, rect.h + 2 * reach)
        case Tilted(rect):
            return turned(with_margin(rect), mark)
        case _:
            return mark.rect


SLOW = (Chart, Strands)
"""What takes a while when it is first drawn; `Chart | Strands` would be made anew at each mark."""


def slow_in(marks: Iterable[Op]) -> Iterator[tuple[Chart | Strands, Rect]]:
    """Yield the marks that take a while when they are first drawn, with what is seen of each."""
    for mark in marks:
        if isinstance(mark, SLOW):
            yield mark, mark.rect
        elif isinstance(mark, Clipped):
            inside = ((one, part.common(mark.rect)) for one, part in slow_in(mark.marks))
            yield from ((one, part) for one, part in inside if part.w > 0 and part.h > 0)


def difference(before: Sheet, after: Sheet, *, maps: bool = False) -> Rect:
    """Return a rectangle that holds every difference between two sheets; empty if there is none.

    Args:
        before: what is seen.
        after: what is to be seen.
        maps: count every map and all strands as changed.
    """
    slow = slow_in(after.marks) if maps else ()
    parts = [*(part for _, part in slow), *_changed(before.marks, after.marks)]
    return around(parts).common(Rect(0, 0, *after.size))


def _changed(old: Sequence[Op], new: Sequence[Op]) -> Iterator[Rect]:
    """Yield a rectangle around each difference between two lists of marks."""
    if len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            if one is not other and one != other:  # in a flight nearly all are the same
                yield from _between(one, other)
        return
    first = _alike(old, new)
    old, new = old[first:], new[first:]
    last = _alike(old[::-1], new[::-1])
    yield from map(extent, (*old[: len(old) - last], *new[: len(new) - last]))


def _between(one: Op, other: Op) -> Iterator[Rect]:
    """Yield what differs between two marks: of papers, only what is written otherwise."""
    match one, other:
        case (Clipped(), Clipped()) if one.rect == other.rect:
            yield around(_changed(one.marks, other.marks)).common(one.rect)
        case (Tilted(), Tilted()) if replace(one, marks=other.marks) == other:
            part = around(_changed(one.marks, other.marks)).common(with_margin(one.rect))
            yield turned(part, one) if part.w and part.h else part
        case _:
            yield from map(extent, (one, other))


def _alike(old: Sequence[Op], new: Sequence[Op]) -> int:
    """Return with how many equal marks two lists begin."""
    pairs = zip(old, new, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def around(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around some that are not empty."""
    some = [one for one in rects if one.w > 0 and one.h > 0]
    if not some:
        return Rect(0, 0, 0, 0)
    left, top = min(one.x for one in some), min(one.y for one in some)
    right, bottom = max(one.right for one in some), max(one.bottom for one in some)
    return Rect(left, top, right - left, bottom - top)
