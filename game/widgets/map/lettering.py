"""Names as they are cut: spaced letters with a halo in the ground's colour, each drawn once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, cos, pi, sin

import pygame

from game.frozen import dataclass
from game.punctuation import printed
from game.widgets.map.colours import Inks
from game.widgets.map.layers import Tone

Fonts = Callable[[int, str], pygame.font.Font]
"""Gives the face for a letter at a size in pixels; it is asked often and should keep its fonts."""

HALO = 0.11
"""Width of the halo, as a share of the letters' size."""

LEADING = 1.15
"""From one line to the next, as a share of the letters' size."""

_HALO_STEPS = 12
_KEPT = 600


@dataclass(frozen=True, slots=True)
class Caption:
    """A name and how it is set."""

    text: str
    """One line, or several, each set in the middle."""
    px: int
    """Size of the letters, in pixels."""
    tone: Tone = "ink"
    tracking: float = 0.04
    """Space added between letters, as a share of their size; set in whole pixels."""
    at_sea: bool = False
    """Whether it is written pale on the sea; it is as large as on land."""


class Lettering:
    """The captions drawn so far."""

    def __init__(self, font: Fonts) -> None:
        self._font = font
        self._drawn: dict[tuple[Caption, Inks], pygame.Surface] = {}

    def picture(self, caption: Caption, inks: Inks) -> pygame.Surface:
        """A caption with its halo, trimmed to its ink."""
        key = (caption, inks)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[key] = self._cut(caption, inks)
        return self._drawn[key]

    def _cut(self, caption: Caption, inks: Inks) -> pygame.Surface:
        """Draw a caption: its letters in the ground's colour pushed all round, then the letters."""
        halo = max(1.0, caption.px * HALO)
        letters = self._spaced(caption, inks.pale if caption.at_sea else inks.tone(caption.tone))
        ground = self._spaced(caption, inks.sea if caption.at_sea else inks.land)
        edge = ceil(halo)
        size = (letters.get_width() + 2 * edge, letters.get_height() + 2 * edge)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        for step in range(_HALO_STEPS):
            turn = 2 * pi * step / _HALO_STEPS
            picture.blit(ground, (edge + cos(turn) * halo, edge + sin(turn) * halo))
        picture.blit(letters, (edge, edge))
        return picture.subsurface(picture.get_bounding_rect()).copy()

    def _runs(self, text: str, px: int) -> Iterator[tuple[pygame.font.Font, str]]:
        """A line in pieces of one face each."""
        run, face = "", self._font(px, text[:1])
        for letter in text:
            its = self._font(px, letter)
            if its is not face and run:
                yield face, run
                run = ""
            run, face = run + letter, its
        yield face, run

    def _spaced(self, caption: Caption, colour: str) -> pygame.Surface:
        """The letters alone, line under line."""
        lines = [self._line(line, caption, colour) for line in caption.text.split("\n")]
        width = max(line.get_width() for line in lines)
        pitch = round(caption.px * LEADING)
        height = lines[-1].get_height() + pitch * (len(lines) - 1)
        picture = pygame.Surface((width, height), pygame.SRCALPHA)
        for number, line in enumerate(lines):
            picture.blit(line, ((width - line.get_width()) // 2, number * pitch))
        return picture

    def _line(self, text: str, caption: Caption, colour: str) -> pygame.Surface:
        """The letters of a line, on one base line, set one by one.

        So no kerning brings them together: a small face kerns by whole pixels, and the foot of an L
        ran into the letter beside it.
        """
        space = round(caption.tracking * caption.px)
        runs = list(self._runs(printed(text), caption.px))
        rise = max(font.get_ascent() for font, _ in runs)
        fall = max(font.get_height() - font.get_ascent() for font, _ in runs)
        letters = [(font, letter, font.size(letter)[0]) for font, run in runs for letter in run]
        width = sum(wide + space for _, _, wide in letters)
        picture = pygame.Surface((max(1, width), rise + fall), pygame.SRCALPHA)
        left = 0
        for font, letter, wide in letters:
            if letter != " ":  # a tiny one has no width, of which no picture can be made
                cut = font.render(letter, antialias=True, color=colour)
                picture.blit(cut, (left, rise - font.get_ascent()))
            left += wide + space
        return picture
