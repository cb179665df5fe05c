"""The painter with this game's fonts and land: where pictures meet the files they need."""

from __future__ import annotations

import json
from functools import lru_cache

import pygame

from game.paths import assets
from game.widgets.map.paint import MapPainter
from game.widgets.painter import Painter
from game.widgets.typeset import Face, Fonts


def painter() -> Painter:
    """Return a painter that opens fonts and land when it first needs them."""
    fonts = Fonts(assets() / "fonts")

    def maps() -> MapPainter:
        world = json.loads((assets() / "map" / "land.json").read_text(encoding="utf-8"))

        @lru_cache(maxsize=24)
        def face(px: int) -> pygame.font.Font:
            return fonts.open(Face.HEAD, px)

        return MapPainter(world["land"], face, [ring for _, ring in world["lakes"]])

    return Painter(fonts, maps)
