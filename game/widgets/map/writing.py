"""Writing on a map: whether a name lies at sea, and the line that leads to it from its sign."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point
from game.widgets.map.colours import Inks

COLUMNS, ROWS = 7, 3
"""Pixels of a name that are looked at, across and down."""


def is_at_sea(picture: pygame.Surface, box: Box, inks: Inks) -> bool:
    """Whether a name lies on the sea: four fifths of it, by the brightness of some pixels."""
    left, top, right, bottom = box
    limit, light = picture.get_rect(), _lightest(inks)
    spots = (
        (round(left + (right - left) * x / 8), round(top + (bottom - top) * y / 4))
        for x in range(1, COLUMNS + 1)
        for y in range(1, ROWS + 1)
    )
    ashore = (
        spot
        for spot in spots
        if not limit.collidepoint(spot) or sum(picture.get_at(spot)[:3]) >= light
    )
    most = COLUMNS * ROWS // 5
    return next(islice(ashore, most, None), None) is None  # on land it is soon clear


@lru_cache(maxsize=4)
def _lightest(inks: Inks) -> float:
    """The brightness from which on a pixel is none of the sea's, of 3 times 255."""
    land, wave = (sum(pygame.Color(one)[:3]) for one in (inks.land, inks.wave))
    return wave + (land - wave) / 4


def lead(
    picture: pygame.Surface, leader: tuple[Point, Point], view: View, colours: tuple[str, str]
) -> None:
    """Draw the line from a sign to its name: its own colour, and that of its rim."""
    data, s = svg.path(leader), view.stroke
    across, down = zip(*leader, strict=True)
    box = (min(across) - 3 * s, min(down) - 3 * s, max(across) + 3 * s, max(down) + 3 * s)
    colour, rim = colours
    shapes = [svg.stroke(data, rim, 3.2 * s, opacity=0.8), svg.stroke(data, colour, 1.2 * s)]
    picture.blit(*svg.cropped(shapes, box))
