"""The ground is drawn band by band, and no band is seen."""

from itertools import pairwise

import pygame
import pytest

from game.widgets.map import ground, svg
from game.widgets.map.camera import Box, Camera, View
from game.widgets.map.colours import PLAIN
from game.widgets.map.ground import Ground, _bands
from game.widgets.map.paint import finished
from game.widgets.map.texture import grain, tiled
from tests.widgets.map.conftest import GLOBE, coasts

SIZE = (480, 320)
SPOTS = {
    "all of it": ((88.0, 47.0), 9000.0),
    "no coast": ((60.0, 50.0), 300.0),
    "a lake": ((83.0, 46.0), 900.0),
    "an island": ((137.5, 37.0), 600.0),
    "a corner": ((120.0, 65.0), 800.0),
    "a long coast": ((120.0, 45.0), 2500.0),
    "the sea": ((150.0, 30.0), 500.0),
}
"""Where the camera looks, in degrees, and how many kilometres it sees."""


def drawn(view: View) -> pygame.Surface:
    """The ground of a view of the small world."""
    return finished(Ground(coasts).drawn(view, PLAIN))


@pytest.mark.parametrize("spot", SPOTS)
def test_a_ground_in_bands_is_the_ground_in_one_piece(
    spot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    middle, width = SPOTS[spot]
    view = View(Camera(*GLOBE.project(*middle), width, GLOBE), SIZE)
    banded = drawn(view)
    monkeypatch.setattr(ground, "BANDS", 1)
    whole = drawn(view)

    alike = pygame.mask.from_threshold(banded, (0, 0, 0), (12, 12, 12, 255), whole)
    assert alike.count() >= SIZE[0] * SIZE[1] - 3


def test_a_band_reads_little_more_than_its_own_part_of_the_coast(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = View(Camera(*GLOBE.project(120.0, 45.0), 2500.0, GLOBE), SIZE)
    letters: list[int] = []
    read = svg.strips

    def counted(shapes: list[str], band: Box) -> object:
        letters.append(sum(map(len, shapes)))
        return read(shapes, band)

    monkeypatch.setattr(svg, "strips", counted)
    drawn(view)
    monkeypatch.setattr(ground, "BANDS", 1)
    drawn(view)

    assert len(letters) == 5
    assert max(letters[:4]) < letters[4] / 2


def test_the_bands_of_a_ground_cover_it_without_a_gap() -> None:
    bands = list(_bands((1200, 977)))

    assert bands[0][1] == 0
    assert bands[-1][3] == 977
    assert all(above[3] == below[1] for above, below in pairwise(bands))
    assert max(band[3] - band[1] for band in bands) < 250


def test_the_grain_goes_on_from_band_to_band() -> None:
    paper, whole = grain(1.0), pygame.Surface((400, 500))
    tiled(whole, paper)
    part = pygame.Surface((400, 300))

    tiled(part, paper, top=200)

    assert part.get_buffer().raw == whole.subsurface((0, 200, 400, 300)).copy().get_buffer().raw
