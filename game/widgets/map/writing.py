"""Writing on a map: whether a name lies at sea, and the line that leads to it from its sign."""

from __future__ import annotations

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point
from game.widgets.map.colours import Inks


def is_at_sea(picture: pygame.Surface, box: Box, inks: Inks) -> bool:
    """Whether a name lies on the sea: four fifths of it, by the brightness of some pixels."""
    left, top, right, bottom = box
    light, dark = sum(pygame.Color(inks.land)[:3]), sum(pygame.Color(inks.wave)[:3])
    limit = picture.get_rect()
    spots = [
        (round(left + (right - left) * x / 8), round(top + (bottom - top) * y / 4))
        for x in range(1, 8)
        for y in range(1, 4)
    ]
    seen = [sum(picture.get_at(spot)[:3]) for spot in spots if limit.collidepoint(spot)]
    darkest = dark + (light - dark) / 4
    return 5 * sum(one < darkest for one in seen) >= 4 * len(spots)


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
