"""The painter draws a map once, then copies it, and changes nothing it is handed."""

from copy import deepcopy
from dataclasses import replace
from itertools import combinations, pairwise

import pygame
import pytest

from game.widgets.map.camera import Camera, View, between
from game.widgets.map.coast import runs_of_coast, shores
from game.widgets.map.colours import PLAIN, STARK
from game.widgets.map.flight import reach
from game.widgets.map.ground import Ground
from game.widgets.map.labels import collide
from game.widgets.map.layers import Area, Arrow, Layers, Line, Mark
from game.widgets.map.lettering import Lettering
from game.widgets.map.naming import Naming
from game.widgets.map.overlay import bearing
from game.widgets.map.paint import MapPainter
from game.widgets.map.projection import Globe
from game.widgets.map.scene import Scene
from tests.widgets.map.conftest import GLOBE, face

SIZE = (640, 360)
SIZES = [(1024, 640), (1280, 720), (1920, 1080)]


def near(a: pygame.Color, b: str, by: int = 24) -> bool:
    """Whether a pixel is about a colour."""
    other = pygame.Color(b)
    return max(abs(a.r - other.r), abs(a.g - other.g), abs(a.b - other.b)) <= by


def pixel(picture: pygame.Surface, camera: Camera, lon: float, lat: float) -> pygame.Color:
    """The pixel at a longitude and latitude."""
    x, y = View(camera, picture.get_size()).spot(lon, lat)
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
    painter.picture(SIZE, Scene(camera, layers, is_alive=True))
    monkeypatch.delattr(Ground, "drawn")
    moved = replace(layers, marks=(Mark("column", 99.0, 38.0, "Column"),))

    assert painter.picture(SIZE, Scene(camera, moved, is_alive=True)).get_size() == SIZE


def test_where_nothing_moves_no_ground_is_kept(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    painter.picture(SIZE, Scene(camera, layers))

    assert [one.kind for one in painter._shelf] == ["picture"]


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


START = Scene(Camera(*GLOBE.project(60.0, 45.0), 2000.0, GLOBE))
GOAL = Scene(Camera(*GLOBE.project(95.0, 35.0), 2500.0, GLOBE))
LARGE = pygame.Rect(0, 0, 1280, 720)


@pytest.mark.parametrize("t", [0.0, 0.3, 0.7, 0.99])
def test_a_frame_of_a_flight_has_no_blank_land(painter: MapPainter, t: float) -> None:
    surface = pygame.Surface(LARGE.size)
    while not painter.prepare(LARGE.size, START, GOAL):
        pass

    painter.paint(surface, LARGE, Scene(between(START.camera, GOAL.camera, t)), GOAL)

    assert near(surface.get_at((640, 360)), PLAIN.land, 60)


def test_a_flight_that_nobody_prepared_is_painted_all_the_same(painter: MapPainter) -> None:
    surface = pygame.Surface(LARGE.size)

    painter.paint(surface, LARGE, START, GOAL)

    assert near(surface.get_at((640, 360)), PLAIN.land, 60)


@pytest.mark.parametrize(("here", "t"), [(START, 0.001), (GOAL, 0.999)])
def test_a_flight_is_sharp_where_it_begins_and_ends(
    painter: MapPainter, here: Scene, t: float
) -> None:
    painter.fit((852, 479))  # a window of which the map takes its usual share
    surface = pygame.Surface(SIZE)
    still = painter.picture(SIZE, here).subsurface((220, 80, 200, 200)).copy()

    painter.paint(surface, surface.get_rect(), START, GOAL)
    painter.paint(surface, surface.get_rect(), Scene(between(START.camera, GOAL.camera, t)), GOAL)

    moving = surface.subsurface((220, 80, 200, 200))
    same = pygame.mask.from_threshold(moving, (0, 0, 0), (9, 9, 9, 255), othersurface=still)
    assert same.count() == 200 * 200


def test_when_a_flight_is_prepared_its_frames_and_its_end_draw_no_ground(
    painter: MapPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    surface = pygame.Surface(LARGE.size)
    while not painter.prepare(LARGE.size, START, GOAL):
        pass
    monkeypatch.delattr(Ground, "drawn")

    for t in (0.0, 0.5, 0.99):
        painter.paint(surface, LARGE, Scene(between(START.camera, GOAL.camera, t)), GOAL)

    assert painter.is_ready(LARGE.size, GOAL)


def test_a_flight_in_strong_colours_shows_none_of_the_plain_ones(painter: MapPainter) -> None:
    surface = pygame.Surface(LARGE.size)
    painter.paint(surface, LARGE, START, GOAL)
    start, goal = (replace(scene, inks=STARK) for scene in (START, GOAL))

    painter.paint(surface, LARGE, start, goal)

    assert near(surface.get_at((640, 360)), STARK.land, 24)


def test_a_moved_front_draws_the_ground_no_second_time(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = painter.picture(SIZE, Scene(camera, layers, is_alive=True))
    monkeypatch.delattr(Ground, "drawn")
    lines = [one for one in layers.lines if one.kind != "front"]
    moved = replace(layers, lines=(*lines, Line("front", ((56.0, 60.0), (58.0, 40.0)))))

    after = painter.picture(SIZE, Scene(camera, moved))

    assert after.get_buffer().raw != before.get_buffer().raw


def test_a_map_is_prepared_in_many_slices(painter: MapPainter, layers: Layers) -> None:
    scene, slices = Scene(GOAL.camera, layers), 1
    while not painter.prepare(SIZE, scene):
        slices += 1

    assert slices > 4
    assert painter.is_ready(SIZE, scene)


def test_work_begun_for_one_map_is_dropped_for_another(painter: MapPainter, layers: Layers) -> None:
    painter.prepare(SIZE, START)
    scene = Scene(GOAL.camera, layers)
    while not painter.prepare(SIZE, scene):
        pass

    assert painter.is_ready(SIZE, scene)
    assert not painter.is_ready(SIZE, START)


def test_a_map_shown_before_is_not_enough_for_a_flight_to_it(painter: MapPainter) -> None:
    painter.picture(SIZE, GOAL)

    assert painter.is_ready(SIZE, GOAL)
    assert not painter.is_ready(SIZE, START, GOAL)


def test_a_small_window_keeps_fewer_pictures(painter: MapPainter) -> None:
    painter.fit(SIZE)
    painter.picture(SIZE, START)
    painter.picture(SIZE, GOAL)

    assert painter.is_ready(SIZE, GOAL)
    assert not painter.is_ready(SIZE, START)


def test_the_map_stays_within_its_rectangle(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    surface = pygame.Surface((800, 500))
    surface.fill("magenta")
    for goal in (None, GOAL):
        painter.paint(surface, pygame.Rect(50, 40, *SIZE), Scene(camera, layers), goal)

    assert surface.get_at((49, 200)) == pygame.Color("magenta")
    assert surface.get_at((50 + SIZE[0], 200)) == pygame.Color("magenta")
    assert surface.get_at((51, 41)) != pygame.Color("magenta")


@pytest.mark.parametrize("goal", [None, GOAL])
def test_a_map_changes_nothing_beyond_the_clip(painter: MapPainter, goal: Scene | None) -> None:
    surface = pygame.Surface((800, 500))
    surface.fill("magenta")
    surface.set_clip(pygame.Rect(100, 100, 50, 50))
    painter.paint(surface, pygame.Rect(50, 40, *SIZE), START, goal)

    assert surface.get_at((99, 120)) == surface.get_at((150, 120)) == pygame.Color("magenta")
    assert surface.get_at((120, 120)) != pygame.Color("magenta")


def test_an_empty_rectangle_paints_nothing(painter: MapPainter, camera: Camera) -> None:
    surface = pygame.Surface((10, 10))
    painter.paint(surface, pygame.Rect(0, 0, 0, 5), Scene(camera))

    assert surface.get_at((0, 0)) == pygame.Color("black")


def test_what_is_handed_in_does_not_change(camera: Camera, layers: Layers) -> None:
    land = [[(40.0, 25.0), (40.0, 65.0), (120.0, 65.0), (120.0, 25.0)]]
    before = deepcopy((land, layers))
    painter = MapPainter(lambda _: (land, []), face)
    painter.picture(SIZE, Scene(camera, layers))

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


def test_a_ring_across_the_back_of_the_globe_lies_at_both_ends_of_the_plane() -> None:
    across = [(-100.0, 40.0), (-80.0, 40.0), (-80.0, 50.0), (-100.0, 50.0)]
    west, east = sorted(shores([across], GLOBE), key=lambda shore: shore.box[0])

    assert west.box[2] < 0 < east.box[0]


def test_a_ring_across_180_degrees_lies_together() -> None:
    pacific = [(170.0, 60.0), (-170.0, 60.0), (-170.0, 65.0), (170.0, 65.0)]
    (shore,) = shores([pacific], GLOBE)

    assert shore.breadth < 1500


def test_a_ring_of_two_points_is_no_land() -> None:
    assert list(shores([[(0.0, 0.0), (1.0, 1.0)]], GLOBE)) == []


@pytest.mark.parametrize("middle", [(-100.0, 38.0), (135.0, -30.0), (175.0, -40.0), (0.0, 0.0)])
def test_land_lies_under_the_middle_wherever_that_is(middle: tuple[float, float]) -> None:
    globe = Globe(middle, "round", ())
    lon, lat = middle
    land = [[(lon - 8, lat - 8), (lon + 8, lat - 8), (lon + 8, lat + 8), (lon - 8, lat + 8)]]
    painter = MapPainter(lambda _: (land, []), face)
    camera = Camera(0.0, 0.0, 4000.0, globe)
    picture = painter.picture(SIZE, Scene(camera))

    assert near(pixel(picture, camera, lon, lat), PLAIN.land)
    assert near(pixel(picture, camera, lon + 14, lat), PLAIN.sea, 40)
    assert (
        View(camera, SIZE).spot(lon, lat + 5)[1]
        < SIZE[1] / 2
        < View(camera, SIZE).spot(lon, lat - 5)[1]
    )


def test_the_seam_of_an_outline_cut_at_180_degrees_is_no_coast() -> None:
    globe = Globe((175.0, 65.0))
    halves = [
        [(170.0, 60.0), (180.0, 60.0), (180.0, 70.0), (170.0, 70.0)],
        [(-180.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (-180.0, 70.0)],
    ]
    box = View(Camera(0.0, 0.0, 3000.0, globe), SIZE).extent()
    legs = [
        leg
        for shore in shores(halves, globe)
        for run in runs_of_coast(shore.ring, box, globe, shore.seam)
        for leg in pairwise(run)
    ]

    assert len(legs) == 6
    assert not any(globe.is_on_seam(a) and globe.is_on_seam(b) for a, b in legs)


def test_a_flight_on_a_globe_without_corners_has_a_picture_below(camera: Camera) -> None:
    bare = replace(camera, globe=Globe(GLOBE.middle, GLOBE.coast))

    assert reach(bare, SIZE).width > bare.width


@pytest.mark.parametrize(("is_alive", "left"), [(False, 1), (True, 0)])
def test_before_a_map_is_drawn_older_ones_go_until_there_is_room_for_it_and_its_copy(
    painter: MapPainter, camera: Camera, left: int, *, is_alive: bool
) -> None:
    """A copy is made where something moves: the ground is kept then."""
    painter.fit((SIZE[0] * 2, SIZE[1]))  # room for nearly four
    painter.picture(SIZE, Scene(camera, dim=0.5))
    other = replace(camera, width=camera.width / 2)

    painter.prepare(SIZE, Scene(other, is_alive=is_alive))

    assert len(list(painter._shelf)) == left
