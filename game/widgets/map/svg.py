"""Writing the little SVG that pygame can rasterise, and rasterising it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import pygame

from game.widgets.map.clipping import Point


def path(points: Sequence[Point], *, closed: bool = False) -> str:
    """The path data of a line or ring, to a tenth of a pixel; none for fewer than two points."""
    if len(points) < 2:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")


def paths(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """The path data of many lines or rings as one shape."""
    return "".join(path(line, closed=closed) for line in lines)


def stroke(
    data: str, colour: str, width: float, *, opacity: float = 1.0, dash: str = "", cap: str = "butt"
) -> str:
    """A line `width` pixels wide, `dash` as in SVG; without data an empty string."""
    if not data:
        return ""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:.2f}"'
        f' stroke-opacity="{opacity:.3f}" stroke-linecap="{cap}" stroke-linejoin="round"{dashes}/>'
    )


def fill(data: str, colour: str, *, opacity: float = 1.0) -> str:
    """A filled shape, rings within rings being holes; without data an empty string."""
    if not data:
        return ""
    return f'<path d="{data}" fill="{colour}" fill-opacity="{opacity:.3f}" fill-rule="evenodd"/>'


def rasterised(elements: Iterable[str], size: tuple[int, int]) -> pygame.Surface:
    """The elements as a picture with transparency, one unit of theirs to a pixel."""
    width, height = size
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">{"".join(elements)}</svg>'
    )
    return pygame.image.load_sized_svg(BytesIO(text.encode("ascii")), size)
