"""Draws a sheet on a surface. Finished lines, drawings and tilted papers are kept for next time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

import pygame

from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.map.paint import MapPainter
from game.widgets.sheet import (
    Chart,
    Clipped,
    Drawing,
    Edge,
    Fade,
    Fill,
    Ink,
    Op,
    Shadow,
    Shape,
    Sheet,
    Stroke,
    Tilted,
    moved,
)
from game.widgets.typeset import Face, Fonts


CALM = 1
"""Times a map of a new size is shown stretched before it is drawn sharp: while a window is being
dragged every picture has another size, and none of them is worth the time."""


class Painter:
    """Draws sheets.

    Args:
        fonts: the faces.
        maps: makes the painter of maps when the first map is drawn.
        hasty: whether a map of a new size is shown at once, stretched from the last one, and drawn
            sharp when the same sheet is painted again.
    """

    def __init__(
        self, fonts: Fonts, maps: Callable[[], MapPainter], *, hasty: bool = False
    ) -> None:
        self.fonts = fonts
        self.hasty = hasty
        self.unfinished = False
        """Whether the last sheet was painted with a stretched map, and wants to be painted again."""
        self._awaited: tuple[Chart, int] | None = None
        self._maps = lru_cache(maxsize=1)(maps)
        self._line = lru_cache(maxsize=1500)(self._rendered)
        self._drawing = lru_cache(maxsize=64)(_rasterised)
        self._shadow = lru_cache(maxsize=24)(_shadowed)
        self._fade = lru_cache(maxsize=12)(_faded)
        self._tilted = lru_cache(maxsize=4)(self._turned)

    def paint(self, surface: pygame.Surface, sheet: Sheet) -> None:
        """Draw the whole sheet."""
        self.unfinished = False
        for mark in sheet.marks:
            self.mark(surface, mark)

    def mark(self, surface: pygame.Surface, mark: Op) -> None:
        """Draw one thing."""
        match mark:
            case Fill(rect, color, alpha):
                _fill(surface, rect, color, alpha)
            case Edge(rect, color, width):
                pygame.draw.rect(surface, color, pygame.Rect(rect), width)
            case Shape(points, color):
                pygame.draw.polygon(surface, color, points)
            case Stroke(points, color, width):
                _stroke(surface, points, color, width)
            case Chart():
                self._chart(surface, mark)
            case Clipped(rect, marks):
                self._clipped(surface, rect, marks)
            case Ink() | Shadow() | Fade() | Drawing() | Tilted():
                surface.blit(*self._picture(mark))

    def _picture(
        self, mark: Ink | Shadow | Fade | Drawing | Tilted
    ) -> tuple[pygame.Surface, tuple[int, int]]:
        """Return the picture of a thing that is kept for next time, and where it goes."""
        x, y = mark.rect[:2]
        match mark:
            case Ink(_, text, face, px, color, spacing):
                return self._line(text, face, px, color, spacing), (x, y)
            case Shadow(rect, reach):
                return self._shadow(rect.w, rect.h, reach), (x - reach, y - reach // 2)
            case Fade():
                return self._fade(mark), (x, y)
            case Drawing(rect, svg):
                return self._drawing(svg, rect.w, rect.h), (x, y)
            case Tilted():
                picture, (dx, dy) = self._tilted(mark)
                return picture, (x + dx, y + dy)

    def _chart(self, surface: pygame.Surface, chart: Chart) -> None:
        """Draw a map; before a flight its goal is drawn once, so that landing costs nothing."""
        if chart.goal is not None:
            self._maps().prepare((chart.rect.w, chart.rect.h), chart.goal)
        elif self._stands_in(surface, chart):
            return
        moving = chart.goal is not None
        self._maps().paint(surface, pygame.Rect(chart.rect), chart.scene, moving=moving)

    def _stands_in(self, surface: pygame.Surface, chart: Chart) -> bool:
        """Show the last map stretched, if this one is new and has not been waited for long enough.

        Whether that was done.
        """
        rect, maps = pygame.Rect(chart.rect), self._maps()
        times = self._awaited[1] if self._awaited and self._awaited[0] == chart else 0
        if not self.hasty or times >= CALM or maps.is_ready(rect.size, chart.scene):
            self._awaited = None
            return False
        if not maps.stand_in(surface, rect, chart.scene):
            return False
        self._awaited, self.unfinished = (chart, times + 1), True
        return True

    def _clipped(self, surface: pygame.Surface, rect: Rect, marks: tuple[Op, ...]) -> None:
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(rect).clip(before))
        for mark in marks:
            self.mark(surface, mark)
        surface.set_clip(before)

    def _turned(self, paper: Tilted) -> tuple[pygame.Surface, tuple[int, int]]:
        """Draw a paper flat with a margin, then turn it; also return where it goes."""
        rect, edge = paper.rect, max(paper.rect.w // 16, 16)
        flat = pygame.Surface((rect.w + 2 * edge, rect.h + 2 * edge), pygame.SRCALPHA)
        for mark in paper.marks:
            self.mark(flat, moved(mark, edge - rect.x, edge - rect.y))
        if not paper.degrees:
            return flat, (-edge, -edge)
        turned = pygame.transform.rotozoom(flat, paper.degrees, 1.0)
        dx = (rect.w - turned.get_width()) // 2
        dy = (rect.h - turned.get_height()) // 2
        return turned, (dx, dy)

    def _rendered(
        self, text: str, face: Face, px: int, color: Color, spacing: int
    ) -> pygame.Surface:
        """Render one line, each character in a face that has it, all on one base line."""
        runs = self.fonts.runs(text, face)
        fonts = {run.face: self.fonts.open(run.face, px) for run in runs}
        main = self.fonts.open(face, px)
        leading = self.fonts.height(face, px)
        base = (leading - main.get_height()) // 2 + main.get_ascent()
        width = max(self.fonts.width(text, face, px, spacing), 1)
        picture = pygame.Surface((width, leading + px // 4), pygame.SRCALPHA)
        x = 0
        for run in runs:
            font = fonts[run.face]
            pieces = run.text if spacing else (run.text,)
            for piece in pieces:
                drawn = font.render(piece, antialias=True, color=color)
                picture.blit(drawn, (x, base - font.get_ascent()))
                x += font.size(piece)[0] + spacing
        return picture


def _fill(surface: pygame.Surface, rect: Rect, color: Color, alpha: int) -> None:
    if alpha >= 255:
        surface.fill(color, rect)
    elif rect.w > 0 and rect.h > 0:
        veil = pygame.Surface((rect.w, rect.h))
        veil.fill(color)
        veil.set_alpha(alpha)
        surface.blit(veil, rect[:2])


def _stroke(
    surface: pygame.Surface, points: tuple[tuple[int, int], ...], color: Color, width: int
) -> None:
    if width <= 1:
        pygame.draw.aalines(surface, color, closed=False, points=points)
    else:
        pygame.draw.lines(surface, color, closed=False, points=points, width=width)


def _rasterised(svg: str, width: int, height: int) -> pygame.Surface:
    return pygame.image.load_sized_svg(BytesIO(svg.encode()), (width, height))


def _shadowed(width: int, height: int, reach: int) -> pygame.Surface:
    """Return a shadow for a paper of a size: drawn small, then softly enlarged."""
    small = max(reach // 3, 1)
    size = (width + 2 * reach) // small + 1, (height + 2 * reach) // small + 1
    dark = pygame.Surface(size, pygame.SRCALPHA)
    for step, alpha in enumerate((26, 60, 96, 120)):
        inner = pygame.Rect(0, 0, *size).inflate(-2 * step, -2 * step)
        if inner.w > 0 and inner.h > 0:
            dark.fill((0, 0, 0, alpha), inner)
    return pygame.transform.smoothscale(dark, (width + 2 * reach, height + 2 * reach))


def _faded(fade: Fade) -> pygame.Surface:
    """Return a strip of rising alpha stretched to a rectangle."""
    count = 64
    size = (count, 1) if fade.across else (1, count)
    strip = pygame.Surface(size, pygame.SRCALPHA)
    for step in range(count):
        share = step / (count - 1)
        alpha = round(fade.first + (fade.last - fade.first) * share)
        strip.set_at((step, 0) if fade.across else (0, step), (*fade.color, alpha))
    return pygame.transform.smoothscale(strip, (max(fade.rect.w, 1), max(fade.rect.h, 1)))
