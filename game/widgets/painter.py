"""Draws a sheet on a surface, or what has changed of it; keeps finished pictures for next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import islice

import pygame

from game.widgets.changes import extent, slow_in
from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.loom import Loom
from game.widgets.map.paint import WINDOWS as MAPS
from game.widgets.map.paint import MapPainter
from game.widgets.map.svg import usual
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
    Strands,
    Stroke,
    Tilted,
    moved,
)
from game.widgets.shelf import Shelf
from game.widgets.tilt import Piece, Point, laid, pieces
from game.widgets.typeset import Fonts
from game.widgets.upon import Upon

WINDOWS = 0.5
"""Room for what is kept besides maps, in pictures as large as the window."""
MIDWAY = 0.5
"""The share of a flight from which on the place it leads to has to be there."""
STRIP = 32
"""Pixels of a fade or a veil that are drawn once and laid side by side."""


class Painter:
    """Draws sheets."""

    def __init__(self, fonts: Fonts, maps: Callable[[], MapPainter]) -> None:
        self.fonts = fonts
        self._maps = lru_cache(maxsize=1)(maps)
        self._loom = Loom()
        self._upon = Upon(self.mark)
        self._kept: Shelf[tuple[object, ...]] = Shelf()
        self._last: tuple[Sheet, list[Chart | Strands]] | None = None
        """The last sheet, and what may wait on it."""
        self._papers: dict[tuple[object, ...], tuple[tuple[Op, ...], Point]] = {}
        """What stands on the pieces of turned papers that are kept, and where each goes."""

    def is_ready(self, sheet: Sheet) -> bool:
        """Return whether maps and strands of a sheet can be painted without any wait."""
        return all(
            self._is_ready(one)
            if isinstance(one, Chart)
            else self._loom.is_ready(one.weave, one.at)
            for one in self._waiting(sheet)
        )

    def _waiting(self, sheet: Sheet) -> list[Chart | Strands]:
        """Return what may wait on a sheet, looked for once: every slice asks."""
        if self._last is None or self._last[0] is not sheet:
            self._last = sheet, _slow(sheet)
        return self._last[1]

    def _is_ready(self, chart: Chart) -> bool:
        """Return whether a map is there, or so much of its flight as is seen first."""
        size, goal = chart.rect[2:], chart.goal
        if goal and chart.share < MIDWAY and self._maps().may_fly(size, goal):
            return True
        return self._maps().is_ready(size, chart.scene, goal)

    def prepare(self, sheet: Sheet) -> bool:
        """Do a slice of the work for maps and strands of a sheet; return whether all is done."""
        return all(
            self._prepare(one) if isinstance(one, Chart) else self._loom.prepare(one.weave, one.at)
            for one in self._waiting(sheet)
        )

    def _prepare(self, chart: Chart) -> bool:
        """Do a slice of the work for a map, or for all of its flight from where that begins."""
        return self._maps().prepare(chart.rect[2:], chart.flown(0.0).scene, chart.goal)

    def paint(
        self,
        surface: pygame.Surface,
        sheet: Sheet,
        part: Rect | None = None,
        *,
        hasty: bool = False,
    ) -> None:
        """Draw a sheet.

        Args:
            surface: as large as the sheet.
            sheet: what is drawn.
            part: draw only what lies here; none for all.
            hasty: where a map is not ready, draw what stands in for it.
        """
        self._kept.room = round(WINDOWS * surface.get_pitch() * surface.get_height())
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(part).clip(before) if part else before)
        waiting = self._waiting(sheet) if hasty else []
        marks, flies = iter(enumerate(sheet.marks, 1)), False
        for number, mark in marks:
            self.mark(surface, mark, waiting)
            if isinstance(mark, Chart) and mark.goal:  # all but the map stays as it is
                laid = self._upon.lay(surface, mark.rect, sheet.marks[number:])
                next(islice(marks, laid, laid), None)
                flies = True
        if not flies:
            self._upon.drop()
        surface.set_clip(before)

    def mark(self, surface: pygame.Surface, mark: Op, waiting: Sequence[Op] = ()) -> None:
        """Draw one thing, unless it lies beyond the clip.

        Args:
            surface: what is drawn on.
            mark: what is drawn.
            waiting: of these what stands in is drawn where they are not ready.
        """
        if not surface.get_clip().colliderect(extent(mark)):
            return
        match mark:
            case Fill(rect, color, alpha):
                _fill(surface, rect, color, alpha)
            case Edge(rect, color, width):
                _edge(surface, rect, color, width)
            case Shape(points, color):
                pygame.draw.polygon(surface, color, points)
            case Stroke(points, color, width):
                _stroke(surface, points, color, width)
            case Chart() | Strands():
                self._slow(surface, mark, waiting)
            case Clipped(rect, marks):
                self._clipped(surface, rect, marks, waiting)
            case Shadow():
                self._shadow(surface, mark)
            case Fade():
                self._fade(surface, mark)
            case Tilted():
                self._tilted(surface, mark)
            case Ink() | Drawing():
                surface.blit(self._picture(mark), mark.rect[:2])

    def _picture(self, mark: Ink | Drawing) -> pygame.Surface:
        """Return the picture of a thing, which is kept for next time."""
        match mark:
            case Ink(_, text, face, px, color, spacing):
                key = ("ink", text, face, px, color, spacing)
                return self._known(key, lambda: self._rendered(mark))
            case Drawing(rect, svg):
                return self._known(("drawing", svg, rect.w, rect.h), lambda: _rasterised(mark))

    def know(self, mark: Ink | Drawing) -> None:
        """Draw a thing for when it is first seen."""
        self._picture(mark)

    def _known(
        self, key: tuple[object, ...], drawn: Callable[[], pygame.Surface]
    ) -> pygame.Surface:
        known = self._kept.get(key)
        return known if known is not None else self._kept.put(key, drawn())

    def _slow(self, surface: pygame.Surface, mark: Chart | Strands, waiting: Sequence[Op]) -> None:
        """Draw a map or strands."""
        rect, hasty = mark.rect, mark in waiting
        if isinstance(mark, Chart):
            self._maps().fit(surface.get_size())
            while not (hasty or self._prepare(mark)):
                pass
            self._maps().paint(
                surface, pygame.Rect(rect), mark.scene, mark.goal, hasty=hasty, beside=len(waiting)
            )
        else:
            self._loom.fit(surface.get_size())
            self._loom.paint(surface, rect, mark.weave, mark.at, hasty=hasty)

    def _shadow(self, surface: pygame.Surface, shadow: Shadow) -> None:
        """Draw a shadow around its paper: what lies under the paper is never seen."""
        rect, reach = shadow.rect, shadow.reach
        x, y = rect.x - reach, rect.y - reach // 2
        drawn: list[pygame.Surface] = []
        sides = _sides(rect, reach)
        for number, side in enumerate(sides):
            key = ("shadow", rect.w, rect.h, reach, side)
            picture = self._kept.get(key)
            if picture is None:
                drawn = drawn or _shadowed(rect.w, rect.h, reach, sides)
                picture = self._kept.put(key, drawn[number])
            surface.blit(picture, (x + side.x, y + side.y))

    def _fade(self, surface: pygame.Surface, fade: Fade) -> None:
        """Draw a fade: it is the same all along, so a strip of it is laid side by side."""
        rect = fade.rect
        key = ("fade", fade.color, fade.first, fade.last, fade.across, rect.w, rect.h)
        strip = self._known(key, lambda: _faded(fade))
        long, step = (rect.h, (0, STRIP)) if fade.across else (rect.w, (STRIP, 0))
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(rect).clip(before))
        for number in range(-(-long // STRIP)):
            surface.blit(strip, (rect.x + step[0] * number, rect.y + step[1] * number))
        surface.set_clip(before)

    def _clipped(
        self, surface: pygame.Surface, rect: Rect, marks: tuple[Op, ...], waiting: Sequence[Op]
    ) -> None:
        before = surface.get_clip()
        surface.set_clip(pygame.Rect(rect).clip(before))
        for mark in marks:
            self.mark(surface, mark, waiting)
        surface.set_clip(before)

    def _tilted(self, surface: pygame.Surface, paper: Tilted) -> None:
        """Draw the pieces of a turned paper that are in sight."""
        clip = surface.get_clip()
        for piece in pieces(paper):
            if piece.rows is None or (piece.rows[0] < clip.bottom and clip.top < piece.rows[1]):
                surface.blit(*self._turned(paper, piece))

    def _turned(self, paper: Tilted, piece: Piece) -> tuple[pygame.Surface, Point]:
        """Return a piece of a paper as it was last, or turned anew if it has changed."""
        marks = tuple(one for one in paper.marks if extent(one).meets(piece.flat))
        key = ("tilted", paper.rect, paper.degrees, piece)
        known, picture = self._papers.get(key), self._kept.get(key)
        if known and picture and known[0] == marks:
            return picture, known[1]
        flat = pygame.Surface(piece.flat[2:], pygame.SRCALPHA)
        for mark in marks:
            self._once(flat, moved(mark, -piece.flat.x, -piece.flat.y))
        picture, corner = laid(piece, flat, paper.degrees)
        self._papers = {one: self._papers[one] for one in self._kept if one in self._papers}
        self._papers[key] = marks, corner  # a piece that is being written on is kept once
        return self._kept.put(key, picture), corner

    def _once(self, surface: pygame.Surface, mark: Op) -> None:
        """Draw a thing that will be seen on a paper only: its lines of text are not kept."""
        if isinstance(mark, Ink):
            surface.blit(self._rendered(mark), mark.rect[:2])
        else:
            self.mark(surface, mark)

    def _rendered(self, ink: Ink) -> pygame.Surface:
        """Render one line, each character in a face that has it, all on one base line."""
        text, face, px, spacing = ink.text, ink.face, ink.px, ink.spacing
        runs = self.fonts.runs(text, face)
        fonts = {run.face: self.fonts.open(run.face, px) for run in runs}
        main = self.fonts.open(face, px)
        leading = self.fonts.body(face, px)
        base = (leading - main.get_height()) // 2 + main.get_ascent()
        width = max(self.fonts.width(text, face, px, spacing), 1)
        picture = pygame.Surface((width, leading + px // 4), pygame.SRCALPHA)
        x = 0
        for run in runs:
            font = fonts[run.face]
            pieces = run.text if spacing else (run.text,)
            for piece in pieces:
                drawn = font.render(piece, antialias=True, color=ink.color)
                picture.blit(drawn, (x, base - font.get_ascent()))
                x += font.size(piece)[0] + spacing
        return picture


def _slow(sheet: Sheet) -> list[Chart | Strands]:
    """Return the marks of a sheet that take a while when they are first drawn, and may wait.

    Those in a scrolled part may not if all maps are not kept at once beside the work on one: each
    is drawn when its turn comes. A flight comes last: what is made for it is there only until
    another map is asked for.
    """
    slow = [mark for mark, _ in slow_in(sheet.marks)]
    sizes = [one.rect.w * one.rect.h for one in slow if isinstance(one, Chart)]
    if len(sizes) > 1 and sum(sizes) + max(sizes) > MAPS * sheet.size[0] * sheet.size[1]:
        slow = [mark for mark in sheet.marks if isinstance(mark, Chart | Strands)]
    return sorted(slow, key=lambda one: isinstance(one, Chart) and one.goal is not None)


def _fill(surface: pygame.Surface, rect: Rect, color: Color, alpha: int) -> None:
    if alpha >= 255:
        surface.fill(color, rect)
        return
    seen = surface.get_clip().clip(rect)
    if seen.w > 0 and seen.h > 0:
        veil = pygame.Surface((seen.w, min(seen.h, STRIP)))
        veil.fill(color)
        veil.set_alpha(alpha)
        for y in range(seen.y, seen.bottom, STRIP):
            surface.blit(veil, (seen.x, y), (0, 0, seen.w, seen.bottom - y))


def _edge(surface: pygame.Surface, rect: Rect, color: Color, width: int) -> None:
    """Draw the four sides: pygame's own rectangle gets a side where a clip cuts it."""
    width = min(width, rect.w, rect.h)
    middle = rect.inset(0, width)
    sides = (rect.top(width), rect.below(rect.h - width), middle.left(width))
    for side in (*sides, middle.after(middle.w - width)):
        surface.fill(color, side)


def _stroke(
    surface: pygame.Surface, points: tuple[tuple[int, int], ...], color: Color, width: int
) -> None:
    if width <= 1:
        pygame.draw.aalines(surface, color, closed=False, points=points)
    else:
        pygame.draw.lines(surface, color, closed=False, points=points, width=width)


def _rasterised(drawing: Drawing) -> pygame.Surface:
    size = (drawing.rect.w, drawing.rect.h)
    return usual(pygame.image.load_sized_svg(BytesIO(drawing.svg.encode()), size))


def _shadowed(width: int, height: int, reach: int, sides: tuple[Rect, ...]) -> list[pygame.Surface]:
    """Return sides of the shadow of a paper: drawn small, then softly enlarged.

    The whole, which may be as large as the window, is there in narrow strips only.
    """
    small, whole = max(reach // 3, 1), (width + 2 * reach, height + 2 * reach)
    size = whole[0] // small + 1, whole[1] // small + 1
    dark = pygame.Surface(size, pygame.SRCALPHA)
    for step, alpha in enumerate((26, 60, 96, 120)):
        inner = pygame.Rect(0, 0, *size).inflate(-2 * step, -2 * step)
        if inner.w > 0 and inner.h > 0:
            dark.fill((0, 0, 0, alpha), inner)
    low = pygame.transform.smoothscale(dark, (whole[0], size[1]))
    drawn = [pygame.Surface((side.w, side.h), pygame.SRCALPHA) for side in sides]
    for left in range(0, whole[0], STRIP):
        across = min(STRIP, whole[0] - left)
        part = low.subsurface((left, 0, across, size[1]))
        strip = pygame.transform.smoothscale(part, (across, whole[1]))
        for side, picture in zip(sides, drawn, strict=True):
            picture.blit(strip, (left - side.x, -side.y))
    return drawn


def _sides(rect: Rect, reach: int) -> tuple[Rect, ...]:
    """Return the four parts of a shadow's picture that its paper leaves free."""
    whole = Rect(0, 0, rect.w + 2 * reach, rect.h + 2 * reach)
    middle = whole.below(reach // 2).top(rect.h)
    low = whole.below(middle.bottom)
    sides = (whole.top(middle.y), middle.left(reach), middle.after(reach + rect.w), low)
    return tuple(side for side in sides if side.w > 0 and side.h > 0)


def _faded(fade: Fade) -> pygame.Surface:
    """Return a strip of rising alpha as long as the fade."""
    count = 64
    rise = pygame.Surface((count, 1) if fade.across else (1, count), pygame.SRCALPHA)
    for step in range(count):
        share = step / (count - 1)
        alpha = round(fade.first + (fade.last - fade.first) * share)
        rise.set_at((step, 0) if fade.across else (0, step), (*fade.color, alpha))
    size = (max(fade.rect.w, 1), STRIP) if fade.across else (STRIP, max(fade.rect.h, 1))
    return pygame.transform.smoothscale(rise, size)
