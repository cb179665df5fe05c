"""The painter with this game's fonts and land: where pictures meet the files they need."""

from __future__ import annotations

import json
from functools import lru_cache

import pygame

from game.paths import assets
from game.widgets.map.paint import MapPainter
from game.widgets.painter import Painter
from game.widgets.typeset import Face, Fonts


def painter(*, hasty: bool = False) -> Painter:
    """Return a painter that opens fonts and land when it first needs them.

    A hasty one shows a map of a new size stretched at once and sharp a moment later.
    """
    fonts = Fonts(assets() / "fonts")

    def maps() -> MapPainter:
        world = json.loads((assets() / "map" / "land.json").read_text(encoding="utf-8"))

        @lru_cache(maxsize=4096)
        def face(px: int, letter: str) -> pygame.font.Font:
            (run,) = fonts.runs(letter or " ", Face.HEAD)
            return fonts.open(run.face, px)

        return MapPainter(world["land"], face, [ring for _, ring in world["lakes"]])

    return Painter(fonts, maps, hasty=hasty)
