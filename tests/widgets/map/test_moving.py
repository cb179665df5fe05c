"""What moves on the map moves over a ground, and beside names, that stay as they are."""

from dataclasses import replace

import pygame
import pytest

from game.widgets.map import svg
from game.widgets.map.camera import Box, Camera, View
from game.widgets.map.colours import PLAIN, STARK
from game.widgets.map.cuts import band
from game.widgets.map.ground import Ground
from game.widgets.map.labels import collide
from game.widgets.map.layers import Area, Arrow, Layers, Line, Mark, Place
from game.widgets.map.lettering import Lettering
from game.widgets.map.naming import Naming, halved
from game.widgets.map.overlay import outline_of, piece, singles
from game.widgets.map.paint import MapPainter
from game.widgets.map.projection import Degrees
from game.widgets.map.scene import Scene
from game.widgets.map.writing import is_at_sea
from tests.widgets.map.conftest import GLOBE, coasts, face

SIZE = (640, 360)
CLOSE = Camera(*GLOBE.project(82.0, 46.0), 1500.0, GLOBE)
TAIL, TIP = (112.0, 45.0), (90.0, 48.0)


def elsewhere(layers: Layers, east: float) -> Layers:
    """The same layers with every moving line, arrow and mark so many degrees farther east."""

    def moved(points: tuple[Degrees, ...]) -> tuple[Degrees, ...]:
        return tuple((x + east, y) for x, y in points)

    return replace(
        layers,
        lines=tuple(
            replace(one, points=moved(one.points)) if one.kind in ("front", "march") else one
            for one in layers.lines
        ),
        arrows=tuple(replace(one, points=moved(one.points)) for one in layers.arrows),
    )


def breadth(width: float, view: View) -> float:
    """How many pixels an arrow measures across at its shoulder, a third of the way along."""
    rows = [y for _, y in outline_of(Arrow((TAIL, TIP), width), view)]
    return max(rows) - min(rows)


def test_a_front_that_moves_does_not_draw_the_ground_again(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = painter.picture(SIZE, Scene(camera, layers, is_alive=True))
    monkeypatch.delattr(Ground, "drawn")
    second = painter.picture(SIZE, Scene(camera, elsewhere(layers, 3.0)))

    assert second.get_buffer().raw != first.get_buffer().raw


@pytest.mark.parametrize("is_alive", [True, False])
def test_shapes_that_moved_are_kept_until_a_map_is_asked_for_on_which_nothing_moves(
    painter: MapPainter, camera: Camera, layers: Layers, *, is_alive: bool
) -> None:
    painter.picture(SIZE, Scene(camera, layers, is_alive=True))
    shapes = painter._moving

    painter.prepare((320, 180), Scene(camera, layers, is_alive=is_alive))

    assert (painter._moving is shapes) == is_alive


def test_an_area_that_grows_does_not_draw_the_ground_again(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    painter.picture(SIZE, Scene(camera, layers, is_alive=True))
    monkeypatch.delattr(Ground, "drawn")
    grown = tuple(replace(one, strength=0.9) for one in layers.areas if one.kind == "grown")
    still = tuple(one for one in layers.areas if one.kind != "grown")

    scene = Scene(camera, replace(layers, areas=(*still, *grown)))

    assert painter.picture(SIZE, scene).get_size() == SIZE


def rasterised(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return a list that will hold the size of every shape that is rasterised from now on."""
    sizes: list[tuple[int, int]] = []
    cropped = svg.cropped

    def noted(elements: list[str], box: Box) -> tuple[pygame.Surface, tuple[int, int]]:
        shape = cropped(elements, box)
        sizes.append(shape[0].get_size())
        return shape

    monkeypatch.setattr(svg, "cropped", noted)
    return sizes


def test_of_all_that_may_move_only_what_did_is_rasterised_again(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = replace(layers, places=(), marks=())
    painter.picture(SIZE, Scene(camera, bare, is_alive=True))
    sizes = rasterised(monkeypatch)
    swollen = replace(bare, arrows=(replace(bare.arrows[0], width=0.5),))

    later = painter.picture(SIZE, Scene(camera, swollen, is_alive=True))

    assert len(sizes) == 1
    fresh = MapPainter(coasts, face).picture(SIZE, Scene(camera, swollen))
    assert later.get_buffer().raw == fresh.get_buffer().raw


def test_two_maps_that_take_turns_each_remember_their_shapes(
    painter: MapPainter, camera: Camera, layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = replace(layers, places=(), marks=())
    both = [Scene(one, bare, is_alive=True) for one in (camera, replace(camera, width=900.0))]
    for scene in both:
        painter.picture(SIZE, scene)
    sizes = rasterised(monkeypatch)

    for scene in both:
        painter.picture(SIZE, replace(scene, dim=0.5))

    assert not sizes


def test_from_another_camera_everything_is_rasterised_again(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    painter.picture(SIZE, Scene(camera, layers, is_alive=True))

    closer = Scene(replace(camera, width=camera.width / 2), layers, is_alive=True)

    fresh = MapPainter(coasts, face).picture(SIZE, closer)
    assert painter.picture(SIZE, closer).get_buffer().raw == fresh.get_buffer().raw


def test_no_name_moves_when_a_front_does(camera: Camera, layers: Layers) -> None:
    naming, view = Naming(Lettering(face), 14), View(camera, SIZE)
    first = naming.named(layers.named(), view)

    assert first
    assert naming.named(elsewhere(layers, 3.0).named(), view) == first


def test_a_name_keeps_clear_of_where_something_will_move(camera: Camera) -> None:
    naming, view = Naming(Lettering(face), 14), View(camera, SIZE)
    town = Layers(places=(Place("Town", 80.0, 45.0, 1),))
    (free,) = naming.named(town, view)
    path = tuple((80.5 + step * 0.5, 45.0) for step in range(30))
    (clear,) = naming.named(replace(town, clear=(path,)), view)

    assert free.box[0] > free.name.at[0]
    assert clear.box != free.box


def test_what_moves_is_drawn_in_its_own_part_of_the_picture(camera: Camera, layers: Layers) -> None:
    view = View(camera, SIZE)
    found = [piece(one, view, PLAIN) for one in singles(layers.moving())]
    boxes = [one[1] for one in found if one]

    assert len(boxes) == 4
    assert all(0 <= box[0] < box[2] <= SIZE[0] for box in boxes)
    assert all(0 <= box[1] < box[3] <= SIZE[1] for box in boxes)


def test_what_is_out_of_sight_is_not_drawn(layers: Layers) -> None:
    far = View(Camera(*GLOBE.project(-60.0, 60.0), 500.0, GLOBE), SIZE)

    assert not any(piece(one, far, PLAIN) for one in singles(layers.moving()))


def test_an_arrow_is_as_wide_as_its_figure(camera: Camera) -> None:
    view = View(camera, (1280, 720))
    line = breadth(0.0, view)

    assert breadth(0.8, view) > breadth(0.4, view) > breadth(0.2, view) >= line


def test_an_outline_shows_around_a_thinner_arrow(painter: MapPainter, camera: Camera) -> None:
    filled = Scene(camera, Layers(arrows=(Arrow((TAIL, TIP), 0.2),)))
    compared = Scene(camera, Layers(arrows=(Arrow((TAIL, TIP), 0.2, outline=0.9),)))
    first, second = painter.picture(SIZE, filled), painter.picture(SIZE, compared)
    mask = pygame.mask.from_threshold(second, "black", (1, 1, 1, 255), first)

    assert mask.count() < SIZE[0] * SIZE[1]


def test_an_outline_alone_can_be_drawn(painter: MapPainter, camera: Camera) -> None:
    nothing = painter.picture(SIZE, Scene(camera)).get_buffer().raw
    alone = Layers(arrows=(Arrow((TAIL, TIP), 0.0, outline=0.9),))

    assert painter.picture(SIZE, Scene(camera, alone)).get_buffer().raw != nothing


def test_a_band_widens_from_its_start_to_its_end() -> None:
    outline = band([(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)], 2.0, 10.0)
    (_, start), (_, middle), (_, end) = outline[:3]

    assert [abs(y) for y in (start, middle, end)] == pytest.approx([1.0, 3.0, 5.0])


def test_the_words_at_a_mark_keep_clear_of_every_name() -> None:
    naming, view = Naming(Lettering(face), 14), View(CLOSE, SIZE)
    places = tuple(Place(f"Town {n}", 80.0 + n % 3, 45.0 + n // 3, 1) for n in range(9))
    named = naming.named(Layers(places=places), view)
    (words,) = naming.marked((Mark("column", 81.0, 46.0, "Column: 6,000"),), named, view)

    assert named
    assert not any(collide(words.box, one.box) for one in named)


def test_words_out_of_sight_or_without_text_are_left_out(camera: Camera) -> None:
    naming, view = Naming(Lettering(face), 14), View(camera, SIZE)
    marks = (Mark("column", 81.0, 46.0), Mark("column", -60.0, 60.0, "Far off"))

    assert naming.marked(marks, [], view) == []


def test_no_name_stands_where_the_foot_is_covered(camera: Camera, layers: Layers) -> None:
    view, foot = View(camera, SIZE), 150
    named = Naming(Lettering(face), 14, foot).named(layers.named(), view)

    assert named
    assert all(one.box[3] <= SIZE[1] - foot for one in named)
    assert all(one.name.at[1] <= SIZE[1] - foot for one in named)


def test_a_town_in_a_crowd_has_its_name_farther_out_on_a_line() -> None:
    view = View(CLOSE, SIZE)
    places = tuple(Place(f"A long name {n}", 80.0 + n * 0.7, 45.0, 1) for n in range(8))
    named = Naming(Lettering(face), 18).named(Layers(places=places), view)

    assert any(one.leader for one in named)


def test_a_name_on_the_sea_is_pale_and_one_on_land_is_dark(
    painter: MapPainter, camera: Camera
) -> None:
    picture, view = painter.picture((1280, 720), Scene(camera)), View(camera, (1280, 720))

    def at(longitude: float, latitude: float) -> tuple[float, float, float, float]:
        x, y = view.spot(longitude, latitude)
        return x - 8, y - 4, x + 8, y + 4

    assert is_at_sea(picture, at(128.0, 40.0), PLAIN)
    assert not is_at_sea(picture, at(60.0, 45.0), PLAIN)
    assert not is_at_sea(picture, (-50.0, -50.0, -20.0, -40.0), PLAIN)


def test_high_contrast_is_another_map(painter: MapPainter, camera: Camera, layers: Layers) -> None:
    plain = painter.picture(SIZE, Scene(camera, layers))
    stark = painter.picture(SIZE, Scene(camera, layers, inks=STARK))
    x, y = (round(part) for part in View(camera, SIZE).spot(70.0, 50.0))

    assert sum(stark.get_at((x, y))[:3]) > sum(plain.get_at((x, y))[:3])


def test_signs_are_smaller_from_far_off() -> None:
    near, far = (View(Camera(0.0, 0.0, width), SIZE) for width in (1500.0, 9500.0))

    assert (near.fineness, far.fineness) == (1.0, 0.7)


def test_the_names_of_few_views_are_remembered(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    for px in range(9, 23):
        painter._named(View(camera, SIZE), Scene(camera, layers, px))

    assert len(painter._names) <= 12


def test_a_line_of_another_kind_is_still(layers: Layers) -> None:
    still, moving = layers.still(), layers.moving()

    assert {one.kind for one in moving.lines} == {"front", "march"}
    assert {*still.lines, *moving.lines} == {*layers.lines}
    assert Line("front", ()) not in still.lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("NORTH-WEST SHANXI", "NORTH-WEST\nSHANXI"),
        ("A LONG NAME", "A LONG\nNAME"),
        ("E-YU-WAN", "E-YU-\nWAN"),
        ("TAIHANG", "TAIHANG"),
        ("-", "-"),
    ],
)
def test_a_long_name_is_broken_near_its_middle(text: str, lines: str) -> None:
    assert halved(text) == lines


def test_a_zone_too_narrow_for_its_name_has_it_in_two_lines() -> None:
    narrow = ((80.0, 40.0), (84.0, 40.0), (84.0, 46.0), (80.0, 46.0))
    area = Area("grown", narrow, label="North-west Shanxi", tone="moss")
    view = View(Camera(*GLOBE.project(82.0, 43.0), 1700.0, GLOBE), SIZE)
    (entry,) = Naming(Lettering(face), 22).named(Layers(areas=(area,)), view)

    assert entry.name.caption.text == "NORTH-WEST\nSHANXI"
    assert entry.box[3] - entry.box[1] > 22
