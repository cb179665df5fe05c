"""What is left of a map that was stretched: it stands in when all that was sharp is dropped."""

from __future__ import annotations

import pygame

from game.widgets.map import flight
from game.widgets.map.camera import View
from game.widgets.map.colours import Inks

Light = tuple[float, Inks]
"""How far a map goes down into the night, and what it is printed with."""


class Spare:
    """The last map that was stretched, at half its size: a quarter of its memory."""

    def __init__(self) -> None:
        self._kept: tuple[View, Light, pygame.Surface] | None = None

    def take(self, view: View, picture: pygame.Surface, light: Light) -> None:
        """Keep a map at half its size, unless it is what is kept already."""
        small = flight.halved(view)
        if not (self._kept and self._kept[0] in (view, small) and self._kept[1] == light):
            self._kept = small, light, pygame.transform.smoothscale(picture, small.size)

    def drop(self) -> None:
        """Keep nothing any more: there is a sharp one."""
        self._kept = None

    def seen(self, light: Light) -> tuple[View, pygame.Surface] | None:
        """What is kept, if it has this light."""
        return (self._kept[0], self._kept[2]) if self._kept and self._kept[1] == light else None
