"""Two tiles that make the surface: engraved waves and the grain of the paper."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.digests import shake_128
from game.widgets.map import svg
from game.widgets.map.colours import Inks
from game.widgets.map.cuts import noise

PERIOD, ROW, CREST = 18, 9, 2.0
"""Length, distance and height of the waves, in pixels of the 720-line design."""

_ACROSS, _DOWN = 8, 12
_GRAIN = 160


def waves(stroke: float, inks: Inks) -> pygame.Surface:
    """A tile of sea with rows of waves, some cut short; `stroke` is pixels per pixel at 720."""
    period, row = max(4, round(PERIOD * stroke)), max(2, round(ROW * stroke))
    size = (period * _ACROSS, row * _DOWN)
    strokes = [_crests(line, period, row, CREST * stroke) for line in range(_DOWN)]
    tile = pygame.Surface(size)
    tile.fill(inks.sea)
    drawn = svg.stroke("".join(strokes), inks.wave, 1.15 * stroke, ends=("round", "round"))
    tile.blit(svg.rasterised([drawn], size), (0, 0))
    return tile


def _crests(line: int, period: int, row: int, height: float) -> str:
    """One row of waves as path data; about every twelfth wave is left out, as a knife slips."""
    y = (line + 0.5) * row
    start = -period + (line % 2) * period / 2
    data = []
    for wave in range(_ACROSS + 2):
        x = start + wave * period
        if noise(wave % _ACROSS * 7.0, line * 13.0) > -0.84:
            half = period / 2
            data.append(
                f"M{x:.1f} {y:.1f}q{half / 2:.1f} {-height * 2:.1f} {half:.1f} 0"
                f"q{half / 2:.1f} {height * 2:.1f} {half:.1f} 0"
            )
    return "".join(data)


@lru_cache(maxsize=1)
def _paper() -> bytes:
    """The brightness of each pixel of the grain: specks, and fibres of three pixels each."""
    count = _GRAIN * _GRAIN
    specks = shake_128(b"specks").digest(count)
    fibres = shake_128(b"fibres").digest((_GRAIN // 3 + 1) * _GRAIN)
    speck = [round(-6.0 + 12.0 * value / 255) for value in range(256)]
    fibre = [round(-3.5 + 7.0 * value / 255) for value in range(256)]
    row = _GRAIN // 3 + 1
    return bytes(
        min(255, 250 + speck[specks[place]] + fibre[fibres[place // _GRAIN * row + x // 3]])
        for place, x in zip(range(count), [*range(_GRAIN)] * _GRAIN, strict=True)
    )


def grain(stroke: float) -> pygame.Surface:
    """A nearly white tile to multiply the land with: fibres and specks of paper."""
    tile = pygame.image.frombuffer(_paper(), (_GRAIN, _GRAIN), "P")
    tile.set_palette([(grey, grey, grey) for grey in range(256)])
    tile = tile.convert(24)
    size = max(1, round(_GRAIN * max(1.0, stroke)))
    return pygame.transform.smoothscale(tile, (size, size))


def tiled(
    surface: pygame.Surface,
    tile: pygame.Surface,
    special_flags: int = 0,
    corner: tuple[int, int] = (0, 0),
) -> None:
    """Cover a picture with a tile; it may be a part of a larger one, from a corner of that on."""
    left, top = (-(at % side) for at, side in zip(corner, tile.get_size(), strict=True))
    for y in range(top, surface.get_height(), tile.get_height()):
        for x in range(left, surface.get_width(), tile.get_width()):
            surface.blit(tile, (x, y), special_flags=special_flags)
