"""What of a window has to be drawn again when one sheet follows another."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, cos, radians, sin

from game.widgets.geometry import Rect
from game.widgets.sheet import Chart, Ink, Op, Shadow, Shape, Sheet, Strands, Stroke, Tilted


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
        case Tilted(rect, degrees):
            return _turned(rect.inset(-max(rect.w // 16, 16)), degrees)
        case _:
            return mark.rect


def _turned(rect: Rect, degrees: float) -> Rect:
    """Return the rectangle around one that is turned about its middle."""
    across, down = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    wide, tall = ceil(rect.w * across + rect.h * down), ceil(rect.w * down + rect.h * across)
    return rect.inset(-((wide - rect.w) // 2 + 2), -((tall - rect.h) // 2 + 2))


def difference(before: Sheet, after: Sheet, *, maps: bool = False) -> Rect:
    """Return a rectangle that holds every difference between two sheets; empty if there is none.

    Args:
        before: what is seen.
        after: what is to be seen.
        maps: count every map and all strands as changed.
    """
    old, new = list(before.marks), list(after.marks)
    marks: list[Op] = [one for one in new if maps and isinstance(one, Chart | Strands)]
    if len(old) == len(new):
        marks += [one for pair in zip(old, new, strict=True) if pair[0] != pair[1] for one in pair]
    else:
        first = _alike(old, new)
        old, new = old[first:], new[first:]
        last = _alike(old[::-1], new[::-1])
        marks += [*old[: len(old) - last], *new[: len(new) - last]]
    return around(map(extent, marks)).common(Rect(0, 0, *after.size))


def _alike(old: list[Op], new: list[Op]) -> int:
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
