"""The ground of a map is drawn in cells: each has what passes it, and no seam is left."""

from __future__ import annotations

import pygame
import pytest

from game.widgets.map import ground
from game.widgets.map.camera import Camera
from game.widgets.map.ground import _cells
from game.widgets.map.layers import Layers
from game.widgets.map.paint import MapPainter
from game.widgets.map.scene import Scene
from game.widgets.map.texture import grain, tiled
from tests.widgets.map.conftest import coasts, face

SIZE = (640, 360)


def test_the_cells_of_a_ground_cover_it_once_and_are_small() -> None:
    covered = pygame.Surface((1200, 977))
    for left, top, right, bottom in _cells(covered.get_size()):
        covered.fill((1, 1, 1), (left, top, right - left, bottom - top), pygame.BLEND_ADD)

        assert (right - left) * (bottom - top) <= ground.CELL[0] * ground.CELL[1]

    once = pygame.mask.from_threshold(covered, (1, 1, 1), (1, 1, 1, 255))
    assert once.count() == 1200 * 977


@pytest.mark.parametrize("cell", [(90, 360), (640, 50), (70, 70)])
def test_a_map_drawn_in_cells_looks_as_if_it_was_drawn_in_one(
    camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch, cell: tuple[int, int]
) -> None:
    pictures = []
    for size in (SIZE, cell):
        monkeypatch.setattr(ground, "CELL", size)
        pictures.append(MapPainter(coasts, face).picture(SIZE, Scene(camera, layers)))
    apart = pygame.mask.from_threshold(
        pictures[0], (0, 0, 0), (24, 24, 24, 255), othersurface=pictures[1]
    )

    assert SIZE[0] * SIZE[1] - apart.count() < 20


def test_the_grain_goes_on_from_cell_to_cell() -> None:
    paper, whole = grain(1.0), pygame.Surface((400, 500))
    tiled(whole, paper)
    part = pygame.Surface((300, 300))

    tiled(part, paper, corner=(100, 200))

    assert part.get_buffer().raw == whole.subsurface((100, 200, 300, 300)).copy().get_buffer().raw
