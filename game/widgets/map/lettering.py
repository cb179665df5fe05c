"""Names as they are cut: spaced letters with a halo in the colour of the land, each drawn once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, cos, pi, sin

import pygame

from game.widgets.map.colours import LAND, TONES
from game.widgets.map.layers import Tone

Fonts = Callable[[int], pygame.font.Font]
"""Gives the face for names at a size in pixels; it is asked often and should keep its fonts."""

_HALO_STEPS = 12
_KEPT = 300


@dataclass(frozen=True, slots=True)
class Caption:
    """A name and how it is set."""

    text: str
    px: int
    """Size of the letters, in pixels."""
    tone: Tone = "ink"
    tracking: float = 0.05
    """Space added between letters, as a share of their size; set in whole pixels."""


class Lettering:
    """The captions drawn so far."""

    def __init__(self, font: Fonts) -> None:
        self._font = font
        self._drawn: dict[Caption, pygame.Surface] = {}

    def picture(self, caption: Caption) -> pygame.Surface:
        """A caption with its halo, trimmed to its ink."""
        if caption not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[caption] = self._cut(caption)
        return self._drawn[caption]

    def _cut(self, caption: Caption) -> pygame.Surface:
        """Draw a caption: its letters in land colour pushed all round, then the letters."""
        halo = max(1.0, caption.px * 0.14)
        ink = self._spaced(caption, TONES[caption.tone])
        light = self._spaced(caption, LAND)
        edge = ceil(halo)
        size = (ink.get_width() + 2 * edge, ink.get_height() + 2 * edge)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        for step in range(_HALO_STEPS):
            turn = 2 * pi * step / _HALO_STEPS
            picture.blit(light, (edge + cos(turn) * halo, edge + sin(turn) * halo))
        picture.blit(ink, (edge, edge))
        return picture.subsurface(picture.get_bounding_rect()).copy()

    def _spaced(self, caption: Caption, colour: str) -> pygame.Surface:
        """The letters alone, spaced, kerned as the face wants."""
        font = self._font(caption.px)
        space = round(caption.tracking * caption.px)
        text = caption.text
        width = font.size(text)[0] + space * len(text)
        picture = pygame.Surface((max(1, width), font.get_height()), pygame.SRCALPHA)
        for place, letter in enumerate(text):
            start = font.size(text[: place + 1])[0] - font.size(letter)[0]
            cut = font.render(letter, antialias=True, color=colour)
            picture.blit(cut, (start + place * space, 0))
        return picture
