"""The painter with this game's fonts and land: where pictures meet the files they need."""

from __future__ import annotations

import json
from functools import lru_cache

import pygame

from game.files.paths import assets
from game.widgets.map.ground import Rings
from game.widgets.map.paint import MapPainter
from game.widgets.painter import Painter
from game.widgets.typeset import Face, Fonts


def coasts(name: str) -> tuple[Rings, Rings]:
    """Return land and lakes by the name of the coastlines."""
    drawn = json.loads((assets() / "map" / f"{name}.json").read_text(encoding="utf-8"))
    return drawn["land"], [ring for _, ring in drawn["lakes"]]


def painter() -> Painter:
    """Return a painter that opens fonts and land when it first needs them."""
    fonts = Fonts(assets() / "fonts")

    def maps() -> MapPainter:
        @lru_cache(maxsize=4096)
        def face(px: int, letter: str) -> pygame.font.Font:
            (run,) = fonts.runs(letter or " ", Face.HEAD)
            return fonts.open(run.face, px)

        return MapPainter(coasts, face)

    return Painter(fonts, maps)
