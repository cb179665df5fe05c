"""The painter draws a map once, then copies it, and changes nothing it is handed."""

from copy import deepcopy
from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.widgets.map.camera import Camera, View, between
from game.widgets.map.coast import shores
from game.widgets.map.colours import PLAIN
from game.widgets.map.ground import Ground
from game.widgets.map.labels import collide
from game.widgets.map.layers import Area, Arrow, Layers, Line, Mark
from game.widgets.map.lettering import Lettering
from game.widgets.map.naming import Naming
from game.widgets.map.paint import MapPainter, Scene, bearing
from game.widgets.map.projection import project
from game.widgets.map.shelf import Shelf
from tests.widgets.map.conftest import face

SIZE = (640, 360)
SIZES = [(1024, 640), (1280, 720), (1920, 1080)]


def near(a: pygame.Color, b: str, by: int = 24) -> bool:
    """Whether a pixel is about a colour."""
    other = pygame.Color(b)
    return max(abs(a.r - other.r), abs(a.g - other.g), abs(a.b - other.b)) <= by


def pixel(picture: pygame.Surface, camera: Camera, lon: float, lat: float) -> pygame.Color:
    """The pixel at a longitude and latitude."""
    x, y = View(camera, picture.get_size()).pixel(project(lon, lat))
    return picture.get_at((round(x), round(y)))


def test_an_unchanged_map_is_the_same_picture(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    first = painter.picture(SIZE, Scene(camera, layers))

    assert painter.picture(SIZE, Scene(camera, deepcopy(layers))) is first


def test_another_camera_or_light_is_another_picture(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    first = painter.picture(SIZE, Scene(camera, layers))

    assert painter.picture(SIZE, Scene(replace(camera, x=camera.x + 9), layers)) is not first
    assert painter.picture(SIZE, Scene(camera, layers, dim=0.5)) is not first


def test_a_moved_mark_does_not_draw_the_ground_again(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    painter.picture(SIZE, Scene(camera, layers))
    monkeypatch.delattr(Ground, "picture")
    moved = replace(layers, marks=(Mark("column", 99.0, 38.0, "Column"),))

    assert painter.picture(SIZE, Scene(camera, moved)).get_size() == SIZE


@pytest.mark.parametrize("size", SIZES)
def test_names_never_collide_on_the_map(
    camera: Camera, layers: Layers, size: tuple[int, int]
) -> None:
    naming = Naming(Lettering(face), 14)
    named = naming.named(layers.named(), View(camera, size))
    named += naming.marked(layers.marks, named, View(camera, size))

    assert named
    assert not any(collide(a.box, b.box) for a, b in combinations(named, 2))


def test_land_is_land_and_sea_and_lake_are_sea(painter: MapPainter, camera: Camera) -> None:
    picture = painter.picture((1280, 720), Scene(camera))

    assert near(pixel(picture, camera, 60.0, 45.0), PLAIN.land)
    assert near(pixel(picture, camera, 128.0, 40.0), PLAIN.sea, 40)
    assert near(pixel(picture, camera, 83.0, 46.0), PLAIN.sea, 40)


def test_a_dimmed_map_is_darker(painter: MapPainter, camera: Camera) -> None:
    lit = pixel(painter.picture(SIZE, Scene(camera)), camera, 60.0, 45.0)
    dim = pixel(painter.picture(SIZE, Scene(camera, dim=0.7)), camera, 60.0, 45.0)

    assert sum(dim[:3]) < 0.5 * sum(lit[:3])


@pytest.mark.parametrize("t", [0.0, 0.3, 0.7, 1.0])
def test_a_frame_of_a_flight_has_no_blank_land(painter: MapPainter, t: float) -> None:
    goal = Camera(*project(95.0, 35.0), 2500.0)
    surface = pygame.Surface((1280, 720))
    painter.prepare((1280, 720), Scene(goal))
    here = between(Camera(*project(60.0, 45.0), 2000.0), goal, t)
    painter.paint(surface, surface.get_rect(), Scene(here), moving=True)
    middle = surface.get_at((640, 360))

    assert near(middle, PLAIN.land, 60)


def test_the_map_stays_within_its_rectangle(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    surface = pygame.Surface((800, 500))
    surface.fill("magenta")
    for moving in (False, True):
        painter.paint(surface, pygame.Rect(50, 40, *SIZE), Scene(camera, layers), moving=moving)

    assert surface.get_at((49, 200)) == pygame.Color("magenta")
    assert surface.get_at((50 + SIZE[0], 200)) == pygame.Color("magenta")
    assert surface.get_at((51, 41)) != pygame.Color("magenta")


def test_an_empty_rectangle_paints_nothing(painter: MapPainter, camera: Camera) -> None:
    surface = pygame.Surface((10, 10))
    painter.paint(surface, pygame.Rect(0, 0, 0, 5), Scene(camera))

    assert surface.get_at((0, 0)) == pygame.Color("black")


def test_what_is_handed_in_does_not_change(camera: Camera, layers: Layers) -> None:
    land = [[(40.0, 25.0), (40.0, 65.0), (120.0, 65.0), (120.0, 25.0)]]
    before = deepcopy((land, layers))
    MapPainter(land, face).picture(SIZE, Scene(camera, layers))

    assert (land, layers) == before


def test_shapes_with_too_few_points_are_left_out(painter: MapPainter, camera: Camera) -> None:
    poor = Layers(
        areas=(Area("hatch", ()), Area("grown", ((90.0, 40.0), (91.0, 40.0)), label="Thin")),
        lines=(Line("front", ()), Line("railway", ((90.0, 40.0),), "Stop")),
        arrows=(Arrow(()), Arrow(((90.0, 40.0),))),
    )
    bare = painter.picture(SIZE, Scene(camera))

    assert painter.picture(SIZE, Scene(camera, poor)).get_buffer().raw == bare.get_buffer().raw


def test_a_weak_area_is_smaller_than_a_strong_one(painter: MapPainter, camera: Camera) -> None:
    zone = Area("grown", ((60.0, 35.0), (75.0, 35.0), (75.0, 45.0), (60.0, 45.0)), tone="moss")
    bare = painter.picture(SIZE, Scene(camera))

    def changed(strength: float) -> int:
        layers = Layers(areas=(replace(zone, strength=strength),))
        drawn = painter.picture(SIZE, Scene(camera, layers))
        mask = pygame.mask.from_threshold(drawn, "black", (1, 1, 1, 255), bare)
        return SIZE[0] * SIZE[1] - mask.count()

    assert 0 == changed(0.0) < changed(0.3) < changed(1.0)


def test_a_cut_lies_across_the_nearest_railway(camera: Camera) -> None:
    track = Line("railway", ((88.0, 30.0), (88.0, 50.0)))

    assert abs(bearing(Mark("cut", 89.0, 40.0), Layers(lines=(track,)), View(camera, SIZE))) == (
        pytest.approx(90.0, abs=1.0)
    )


def test_rings_across_the_back_of_the_globe_are_left_out() -> None:
    across = [(-100.0, 40.0), (-80.0, 40.0), (-80.0, 50.0), (-100.0, 40.0)]
    pacific = [(170.0, 60.0), (190.0, 60.0), (190.0, 65.0), (170.0, 60.0)]

    assert len(list(shores([across, pacific]))) == 1


def test_a_full_shelf_drops_what_was_used_longest_ago() -> None:
    shelf: Shelf[str] = Shelf(room=10_000, least=1)
    for name in ("a", "b"):
        shelf.put(name, pygame.Surface((30, 30)))
    shelf.get("a")
    shelf.put("c", pygame.Surface((30, 30)))

    assert list(shelf) == ["a", "c"]
