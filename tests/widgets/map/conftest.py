"""A small world to draw: one square continent, one island, one lake."""

import os
from functools import lru_cache

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.widgets.map.camera import Camera, fit
from game.widgets.map.ground import Rings
from game.widgets.map.layers import Area, Arrow, Layers, Line, Mark, Place
from game.widgets.map.paint import MapPainter
from game.widgets.map.projection import Degrees, Globe

GLOBE = Globe((88.0, 47.5), "small", ((18.0, 62.0), (100.0, 18.0), (165.0, 62.0)))
CONTINENT: list[Degrees] = [(40.0, 25.0), (40.0, 65.0), (120.0, 65.0), (120.0, 25.0), (40.0, 25.0)]
ISLAND: list[Degrees] = [(135.0, 35.0), (138.0, 40.0), (140.0, 36.0), (135.0, 35.0)]
LAKE: list[Degrees] = [(80.0, 44.0), (80.0, 48.0), (86.0, 48.0), (86.0, 44.0), (80.0, 44.0)]

LAYERS = Layers(
    areas=(
        Area("hatch", ((100.0, 40.0), (115.0, 40.0), (115.0, 50.0), (100.0, 50.0)), label="North"),
        Area("grown", ((90.0, 30.0), (99.0, 30.0), (99.0, 36.0), (90.0, 36.0)), 0.6, tone="moss"),
        Area("cross-hatch", ((60.0, 30.0), (70.0, 30.0), (66.0, 36.0)), 0.8),
        Area("tint", ((50.0, 50.0), (60.0, 50.0), (56.0, 56.0)), tone="slate"),
    ),
    lines=(
        Line("double-railway", ((45.0, 55.0), (80.0, 56.0), (118.0, 52.0)), "Long line"),
        Line("railway", ((92.0, 32.0), (110.0, 38.0))),
        Line("wall", ((88.0, 38.0), (112.0, 39.0))),
        Line("front", ((50.0, 60.0), (52.0, 40.0))),
        Line("route", ((95.0, 33.0), (105.0, 45.0))),
        Line("march", ((92.0, 32.0), (98.0, 37.0))),
        Line("border", ((60.0, 40.0), (75.0, 41.0))),
        Line("coast", ((60.0, 45.0), (75.0, 46.0))),
    ),
    arrows=(Arrow(((112.0, 45.0), (106.0, 48.0), (100.0, 49.0)), 0.3, outline=0.8),),
    places=(
        Place("Seat", 95.0, 33.0, 1, "star", "red"),
        Place("First", 60.0, 55.0, 1),
        Place("Second", 62.0, 55.0, 2, "ring"),
        Place("Third", 63.0, 54.5, 3, "square"),
    ),
    marks=(
        Mark("cut", 100.0, 34.5, "Cut"),
        Mark("column", 98.0, 37.0, "Column"),
        Mark("clash", 104.0, 36.0),
    ),
    clear=(((50.0, 60.0), (56.0, 40.0)),),
)


def coasts(name: str) -> tuple[Rings, Rings]:
    """Land and lakes of the small world."""
    assert name == GLOBE.coast
    return [CONTINENT, ISLAND], [LAKE]


@lru_cache(maxsize=64)
def face(px: int, _letter: str) -> pygame.font.Font:
    """Pygame's own face, for every letter."""
    pygame.font.init()
    return pygame.font.Font(None, px)


@pytest.fixture
def painter() -> MapPainter:
    """A painter with the small world and pygame's own face."""
    return MapPainter(coasts, face)


@pytest.fixture
def layers() -> Layers:
    """One of everything."""
    return LAYERS


@pytest.fixture
def camera() -> Camera:
    """The whole small world."""
    return fit(GLOBE.project_all([*CONTINENT, *ISLAND]), 16 / 9, globe=GLOBE)
