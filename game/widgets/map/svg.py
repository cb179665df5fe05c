"""Writing the little SVG that pygame can rasterise, and rasterising it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import chain
from math import ceil, floor

import pygame

from game.widgets.map.camera import Box
from game.widgets.map.clipping import Point


def body(points: Sequence[Point]) -> str:
    """The points of a path without its first letter, to a tenth of a pixel."""
    written = "%.1f %.1f" + "L%.1f %.1f" * (len(points) - 1)  # for many far faster than one by one
    return written % tuple(chain.from_iterable(points))


def path(points: Sequence[Point], *, closed: bool = False) -> str:
    """The path data of a line or ring; none for fewer than two points."""
    if len(points) < 2:
        return ""
    return "M" + body(points) + ("Z" if closed else "")


def paths(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """The path data of many lines or rings as one shape."""
    return "".join(path(line, closed=closed) for line in lines)


def stroke(
    data: str,
    colour: str,
    width: float,
    *,
    opacity: float = 1.0,
    dash: str = "",
    ends: tuple[str, str] = ("butt", "round"),
) -> str:
    """A line `width` pixels wide, `dash` as in SVG; without data an empty string.

    `ends` are the forms of its ends and of its corners.
    """
    if not data:
        return ""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:.2f}"'
        f' stroke-opacity="{opacity:.3f}" stroke-linecap="{ends[0]}"'
        f' stroke-linejoin="{ends[1]}"{dashes}/>'
    )


def fill(data: str, colour: str, *, opacity: float = 1.0) -> str:
    """A filled shape, rings within rings being holes; without data an empty string."""
    if not data:
        return ""
    return f'<path d="{data}" fill="{colour}" fill-opacity="{opacity:.3f}" fill-rule="evenodd"/>'


def cropped(elements: Iterable[str], box: Box) -> tuple[pygame.Surface, tuple[int, int]]:
    """The part of the elements inside a box, as a picture with transparency, and its corner.

    A small box costs less than the whole picture.
    """
    left, top = floor(box[0]), floor(box[1])
    width, height = max(1, ceil(box[2]) - left), max(1, ceil(box[3]) - top)
    return _drawn(elements, (left, top, width, height)), (left, top)


def rasterised(elements: Iterable[str], size: tuple[int, int]) -> pygame.Surface:
    """The elements as a picture with transparency, one unit of theirs to a pixel."""
    return _drawn(elements, (0, 0, *size))


def document(elements: Iterable[str], frame: tuple[int, int, int, int]) -> str:
    """The elements as an SVG file that shows a frame: left, top, width, height."""
    left, top, width, height = frame
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{left} {top} {width} {height}">{"".join(elements)}</svg>'
    )


def _drawn(elements: Iterable[str], frame: tuple[int, int, int, int]) -> pygame.Surface:
    return usual(_read(elements, frame))


def _read(elements: Iterable[str], frame: tuple[int, int, int, int]) -> pygame.Surface:
    """The elements as a picture whose colours have another order than the usual one."""
    file = BytesIO(document(elements, frame).encode("ascii"))
    return pygame.image.load_sized_svg(file, frame[2:])


def usual(picture: pygame.Surface) -> pygame.Surface:
    """A picture with its colours in the usual order: from another one copying is far slower."""
    return picture.convert(_in_order())


@lru_cache(maxsize=1)
def _in_order() -> pygame.Surface:
    return pygame.Surface((1, 1), pygame.SRCALPHA)
