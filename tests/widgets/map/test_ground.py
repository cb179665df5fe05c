"""The ground of a map is drawn in bands: each has what passes it, and no seam is left."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.widgets.map import ground
from game.widgets.map.camera import Camera
from game.widgets.map.clipping import bounds
from game.widgets.map.coast import Shore, packed, passing
from game.widgets.map.ground import _bands
from game.widgets.map.layers import Layers
from game.widgets.map.paint import MapPainter
from game.widgets.map.scene import Scene
from game.widgets.map.texture import grain, tiled
from tests.widgets.map.conftest import coasts, face

SIZE = (640, 360)


def test_the_bands_of_a_ground_cover_it_without_a_gap() -> None:
    bands = list(_bands((1200, 977)))

    assert bands[0][1] == 0
    assert bands[-1][3] == 977
    assert all(above[3] == below[1] for above, below in pairwise(bands))
    assert max(band[3] - band[1] for band in bands) < 500


def test_a_map_drawn_in_bands_looks_as_if_it_was_drawn_in_one(
    camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    for count in (1, 7):
        monkeypatch.setattr(ground, "BANDS", count)
        pictures.append(MapPainter(coasts, face).picture(SIZE, Scene(camera, layers)))
    apart = pygame.mask.from_threshold(
        pictures[0], (0, 0, 0), (24, 24, 24, 255), othersurface=pictures[1]
    )

    assert SIZE[0] * SIZE[1] - apart.count() < 20


def test_of_a_ring_a_band_has_the_legs_that_pass_it_and_has_them_whole() -> None:
    ring = ((0.0, 0.0), (0.0, 10.0), (0.0, 20.0), (0.0, 30.0), (5.0, 30.0), (5.0, 0.0))
    passed = passing(Shore(packed(ring), bounds(ring)), 12.0, 18.0)

    assert passed == [(0.0, 10.0), (0.0, 20.0), (5.0, 30.0), (5.0, 0.0)]


def test_of_a_thinned_ring_a_band_may_have_nothing() -> None:
    shore = Shore(packed([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]), (0.0, 0.0, 1.0, 40.0))

    assert passing(shore, 12.0, 18.0) == []


def test_the_grain_goes_on_from_band_to_band() -> None:
    paper, whole = grain(1.0), pygame.Surface((400, 500))
    tiled(whole, paper)
    part = pygame.Surface((400, 300))

    tiled(part, paper, top=200)

    assert part.get_buffer().raw == whole.subsurface((0, 200, 400, 300)).copy().get_buffer().raw
