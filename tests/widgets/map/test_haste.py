"""In haste what is at hand stands in for a map: the last one, or one of another size, stretched."""

from dataclasses import replace

import pygame
import pytest

from game.widgets.map.camera import Camera, View, between
from game.widgets.map.colours import PLAIN
from game.widgets.map.layers import Layers
from game.widgets.map.paint import MapPainter
from game.widgets.map.scene import Scene
from tests.widgets.map.conftest import GLOBE, coasts, face

SIZE = (640, 360)
START = Scene(Camera(*GLOBE.project(60.0, 45.0), 2000.0, GLOBE))
GOAL = Scene(Camera(*GLOBE.project(95.0, 35.0), 2500.0, GLOBE))


def near(a: pygame.Color, b: str, by: int) -> bool:
    """Whether a pixel is about a colour."""
    other = pygame.Color(b)
    return max(abs(a.r - other.r), abs(a.g - other.g), abs(a.b - other.b)) <= by


def hasty(painter: MapPainter, scene: Scene) -> bytes:
    """The pixels of a map painted in haste."""
    surface = pygame.Surface(SIZE)
    painter.paint(surface, surface.get_rect(), scene, hasty=True)
    return bytes(surface.get_buffer().raw)


def test_in_haste_a_map_that_is_not_there_is_night(painter: MapPainter) -> None:
    surface = pygame.Surface(SIZE)
    painter.paint(surface, surface.get_rect(), START, hasty=True)

    assert surface.get_at((320, 180)) == pygame.Color(PLAIN.night)
    assert not painter.is_ready(SIZE, START)


def test_in_haste_the_last_map_of_this_size_stands_in(painter: MapPainter) -> None:
    painter.picture(SIZE, START)
    painter.picture((320, 200), GOAL)
    shown = hasty(painter, START)

    assert hasty(painter, GOAL) == shown


WIDER = (800, 400)
"""The size that a window is dragged to."""


def dragged(painter: MapPainter, scene: Scene, size: tuple[int, int] = WIDER) -> pygame.Surface:
    """A map painted in haste in a window of another size."""
    surface = pygame.Surface(size)
    painter.paint(surface, surface.get_rect(), scene, hasty=True)
    return surface


def test_in_haste_a_map_of_another_size_is_stretched(
    painter: MapPainter, camera: Camera, layers: Layers
) -> None:
    scene = Scene(camera, layers)
    painter.picture(SIZE, scene)
    surface = dragged(painter, scene)
    x, y = View(camera, WIDER).spot(60.0, 45.0)

    assert not painter.is_ready(WIDER, scene)
    assert near(surface.get_at((round(x), round(y))), PLAIN.land, 60)
    assert near(surface.get_at((790, 10)), PLAIN.sea, 60)


def test_a_stretched_map_lies_where_it_belongs_though_only_a_part_of_it_is_on_the_surface(
    painter: MapPainter,
) -> None:
    painter.picture(SIZE, START)
    whole, part = dragged(painter, START), pygame.Surface((500, 300))
    part.set_clip((0, 0, 400, 300))
    painter.paint(part, pygame.Rect((-200, -50), WIDER), START, hasty=True)

    seen = whole.subsurface((200, 50, 400, 300))
    alike = pygame.mask.from_threshold(part, (0, 0, 0), (6, 6, 6, 255), whole_at(seen, part))
    assert alike.count() > 0.999 * 500 * 300


def whole_at(seen: pygame.Surface, like: pygame.Surface) -> pygame.Surface:
    """What is seen, in the corner of a picture as large as another one."""
    picture = pygame.Surface(like.get_size())
    picture.blit(seen, (0, 0))
    return picture


def test_a_stretched_map_beyond_the_surface_is_not_painted(painter: MapPainter) -> None:
    painter.picture(SIZE, START)
    surface = pygame.Surface((500, 300))
    painter.paint(surface, pygame.Rect((600, 0), WIDER), START, hasty=True)

    assert pygame.mask.from_threshold(surface, "black", (1, 1, 1)).count() == 500 * 300


def test_a_window_made_far_smaller_still_shows_a_map(painter: MapPainter) -> None:
    painter.picture((1280, 720), START)
    painter.fit(SIZE)
    dragged(painter, START, SIZE)
    for _ in range(4):
        painter.prepare(SIZE, START)

    assert not painter.is_ready(SIZE, START)
    assert not list(painter._shelf)
    assert alike(hasty(painter, START), START) > 0.9


def test_a_quarter_is_kept_of_a_map_that_was_stretched_and_only_once(painter: MapPainter) -> None:
    painter.picture(SIZE, START)
    dragged(painter, START)
    spare = painter._stand_in.spare
    dragged(painter, START, (900, 400))

    assert spare
    assert spare.picture.get_size() == (SIZE[0] // 2, SIZE[1] // 2)
    assert painter._stand_in.spare is spare


def test_nothing_is_left_of_a_stretched_map_beside_a_sharp_one(painter: MapPainter) -> None:
    painter.picture(SIZE, START)
    dragged(painter, START)
    while not painter.prepare(WIDER, START):
        pass

    assert painter._stand_in.spare is None


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.7), (0.5, 0.8)])
def test_a_brighter_map_is_let_down_into_the_night_as_far_as_it_has_to_be(
    painter: MapPainter, before: float, after: float
) -> None:
    dark = replace(START, dim=after)
    painter.picture(SIZE, replace(START, dim=before))
    surface = dragged(painter, dark)

    shown = painter.picture(WIDER, dark)

    a, b = (pygame.transform.average_color(one)[:3] for one in (surface, shown))
    assert a == pytest.approx(b, abs=6)


def test_a_dark_map_stands_in_for_a_lit_one_as_it_is(painter: MapPainter) -> None:
    dark = replace(START, dim=0.5)
    shown = pygame.transform.average_color(painter.picture(SIZE, dark))[:3]

    surface = dragged(painter, START)

    assert pygame.transform.average_color(surface)[:3] == pytest.approx(shown, abs=6)


def test_the_map_that_shows_most_of_what_is_to_be_seen_stands_in(painter: MapPainter) -> None:
    aside = replace(START, camera=replace(START.camera, x=START.camera.x + 9e5))
    painter.picture(SIZE, START)
    seen = dragged(painter, START).get_buffer().raw
    painter._stand_in.drop()
    painter.picture(SIZE, aside)

    assert dragged(painter, START).get_buffer().raw == seen


def test_a_map_with_this_light_stands_in_before_a_later_one_with_another(
    painter: MapPainter,
) -> None:
    painter.picture(SIZE, START)
    lit = dragged(painter, START).get_buffer().raw
    painter._stand_in.drop()
    painter.picture(SIZE, replace(START, dim=0.5))

    assert dragged(painter, START).get_buffer().raw == lit


def test_in_haste_a_map_from_the_same_place_stands_in_before_a_later_one(
    painter: MapPainter, layers: Layers
) -> None:
    painter.picture(SIZE, START)
    shown = hasty(painter, START)
    painter.picture(SIZE, GOAL)

    assert hasty(painter, Scene(START.camera, layers)) == shown


def test_of_two_maps_beside_one_another_each_stands_in_for_itself(
    painter: MapPainter, layers: Layers
) -> None:
    pair = [Scene(START.camera, layers), START]
    shown = [beside(painter, one) for one in pair]
    later = [replace(one, layers=replace(one.layers, clear=(((50.0, 60.0),),))) for one in pair]

    assert shown[0] != shown[1]
    assert [beside(painter, one, hasty=True) for one in later] == shown


def beside(painter: MapPainter, scene: Scene, *, hasty: bool = False) -> bytes:
    """The pixels of one of two maps that are painted in turn."""
    surface = pygame.Surface(SIZE)
    painter.paint(surface, surface.get_rect(), scene, hasty=hasty, beside=2)
    return bytes(surface.get_buffer().raw)


def test_of_two_maps_beside_one_another_the_same_one_is_stretched(
    painter: MapPainter, layers: Layers
) -> None:
    other = Scene(START.camera, layers)
    painter.picture(SIZE, START)
    alone = bytes(dragged(painter, START).get_buffer().raw)
    painter.picture(SIZE, other)

    assert bytes(dragged(painter, START).get_buffer().raw) == alone
    assert bytes(dragged(painter, other).get_buffer().raw) != alone


def test_in_haste_a_map_that_is_there_is_painted(painter: MapPainter) -> None:
    painter.picture(SIZE, START)
    painter.picture(SIZE, GOAL)

    assert hasty(painter, START) != hasty(painter, GOAL)


# --- in the air ---


def taken_off(painter: MapPainter) -> Scene:
    """Let a camera take off from the start and be a little way on; return what it sees."""
    painter.picture(SIZE, START)
    while not painter.may_fly(SIZE, GOAL):
        painter.prepare(SIZE, START, GOAL)
    here = replace(GOAL, camera=between(START.camera, GOAL.camera, 0.4))
    painter.paint(pygame.Surface(SIZE), pygame.Rect(0, 0, *SIZE), here, GOAL, hasty=True)
    return here


def alike(shown: bytes, scene: Scene) -> float:
    """The share of pixels that are about as they are on the sharp map of a scene."""
    picture = pygame.image.frombuffer(shown, SIZE, "BGRA").convert(24)
    sharp = MapPainter(coasts, face).picture(SIZE, scene).convert(24)
    near_by = pygame.mask.from_threshold(picture, (0, 0, 0), (40, 40, 40, 255), sharp)
    return near_by.count() / (SIZE[0] * SIZE[1])


def test_a_camera_that_lands_early_does_not_show_where_it_came_from(painter: MapPainter) -> None:
    taken_off(painter)

    shown = hasty(painter, GOAL)

    assert not painter.is_ready(SIZE, GOAL)
    assert alike(shown, GOAL) > 0.9 > alike(shown, START)


def test_a_camera_that_lands_early_does_its_work_no_second_time(painter: MapPainter) -> None:
    taken_off(painter)
    work = painter._work

    while not painter.prepare(SIZE, GOAL):
        assert painter._work is work

    assert painter.is_ready(SIZE, GOAL)


def test_where_there_is_little_room_a_flight_waits_for_its_goal(painter: MapPainter) -> None:
    """What it would show meanwhile would be driven out by the work."""
    painter.fit(SIZE)
    painter.picture(SIZE, START)
    begun = [painter.may_fly(SIZE, GOAL)]

    while not painter.prepare(SIZE, START, GOAL):
        begun.append(painter.may_fly(SIZE, GOAL))

    assert len(begun) > 4
    assert not any(begun)


def test_a_flight_that_is_broken_off_goes_on_from_where_the_camera_is(painter: MapPainter) -> None:
    here, surface = taken_off(painter), pygame.Surface(SIZE)

    painter.paint(surface, surface.get_rect(), here, START, hasty=True)
    painter.prepare(SIZE, here, START)

    assert painter.may_fly(SIZE, START)
    assert alike(bytes(surface.get_buffer().raw), here) > 0.9
