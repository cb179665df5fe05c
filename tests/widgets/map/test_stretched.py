"""A picture stretched band by band is the picture stretched, whatever part of it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.widgets.map import flight
from game.widgets.map.camera import Camera, View
from game.widgets.map.colours import PLAIN
from game.widgets.map.paint import finished
from tests.widgets.map.conftest import GLOBE

SOURCE = View(Camera(0.0, 0.0, 1000.0, GLOBE), (500, 400))
"""Two kilometres to a pixel."""


def waved(view: View) -> pygame.Surface:
    """A picture with slopes of eight shades a pixel, red from west to east, green downwards."""
    picture = pygame.Surface(view.size)
    for x in range(view.size[0]):
        for y in range(view.size[1]):
            picture.set_at((x, y), (abs(x % 60 - 30) * 8, abs(y % 60 - 30) * 8, 0))
    return picture


@pytest.fixture(scope="module")
def picture() -> pygame.Surface:
    """What is stretched."""
    return waved(SOURCE)


def at_once(picture: pygame.Surface, surface: pygame.Surface, view: View) -> None:
    """Draw the whole of a picture, in one go, where it belongs."""
    ratio = view.scale / SOURCE.scale
    rim = 0.5 if ratio > 1.01 else 0.0
    west, _, _, north = SOURCE.extent()
    x, y = view.pixel((west, north))
    size = [round((side - 2 * rim) * ratio) for side in picture.get_size()]
    piece = pygame.transform.smoothscale(picture, size)
    surface.blit(piece, (round(x + rim * ratio), round(y + rim * ratio)))


def alike(a: pygame.Surface, b: pygame.Surface, rect: pygame.Rect, shades: int) -> float:
    """The share of a part of two pictures where they differ by no more than some shades."""
    same = pygame.mask.from_threshold(
        a.subsurface(rect).copy(),
        (0, 0, 0),
        (shades, shades, shades, 255),
        b.subsurface(rect).copy(),
    )
    return same.count() / (rect.width * rect.height)


WIDTHS = [1000.0, 997.0, 1004.0, 700.0, 480.0, 60.0, 1250.0, 1256.0, 1700.0, 4000.0]
"""Of the view, in kilometres: enlarged, as large, and smaller."""


@pytest.mark.parametrize("width", WIDTHS)
def test_bands_leave_no_seam(picture: pygame.Surface, width: float) -> None:
    view = View(Camera(20.0, -15.0, width, GLOBE), (640, 512))
    banded, whole = pygame.Surface(view.size), pygame.Surface(view.size)

    flight.stretched(picture, SOURCE, banded, view)

    at_once(picture, whole, view)
    rect = flight.covered(SOURCE, view).clip(banded.get_rect())
    assert rect.width * rect.height > 10000
    assert alike(banded, whole, rect, 14) > 0.99


@pytest.mark.parametrize("width", [60.0, 300.0, 1000.0, 1250.0, 2000.0])
def test_a_spot_of_a_stretched_picture_is_where_it_belongs(width: float) -> None:
    view, spot = View(Camera(20.0, -15.0, width, GLOBE), (640, 512)), (248, 203)
    source, surface = pygame.Surface(SOURCE.size), pygame.Surface(view.size)
    source.fill("white", (*spot, 2, 2))

    flight.stretched(source, SOURCE, surface, view)

    seen = pygame.mask.from_threshold(surface, "white", (200, 200, 200, 255)).centroid()
    west, _, _, north = SOURCE.extent()
    x, y = view.pixel((west + (spot[0] + 1) / SOURCE.scale, north - (spot[1] + 1) / SOURCE.scale))
    assert seen == pytest.approx((x, y), abs=1.5)


def test_a_part_of_a_stretched_picture_is_the_same_as_in_the_whole(
    picture: pygame.Surface,
) -> None:
    view = View(Camera(20.0, -15.0, 60.0, GLOBE), (640, 512))
    whole, part = pygame.Surface(view.size), pygame.Surface(view.size)
    flight.stretched(picture, SOURCE, whole, view)
    part.set_clip((200, 100, 150, 60))

    flight.stretched(picture, SOURCE, part, view)

    a, b = whole.subsurface((200, 100, 150, 60)), part.subsurface((200, 100, 150, 60))
    same = pygame.mask.from_threshold(b.copy(), (0, 0, 0), (6, 6, 6, 255), a.copy())
    assert same.count() == 150 * 60
    assert part.get_at((199, 120)) == part.get_at((350, 120)) == pygame.Color("black")


def test_what_two_views_do_not_share_is_left_alone(picture: pygame.Surface) -> None:
    view = View(replace(SOURCE.camera, x=5000.0), (640, 512))
    surface = pygame.Surface(view.size)
    surface.fill("magenta")

    flight.stretched(picture, SOURCE, surface, view)

    assert pygame.transform.average_color(surface)[:3] == (255, 0, 255)


def test_the_wide_picture_is_drawn_only_where_no_finer_one_lies(
    picture: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = counted(monkeypatch)
    near = View(replace(SOURCE.camera, width=100.0), (640, 512))
    surface = pygame.Surface(near.size)

    flight.laid(surface, near, [(waved(near), near), (picture, SOURCE)], PLAIN)
    at_rest = drawn()
    view = View(replace(SOURCE.camera, width=200.0), (640, 512))
    flight.laid(surface, view, [(waved(near), near), (picture, SOURCE)], PLAIN)

    assert at_rest < 1.2 * 640 * 512
    assert drawn() - at_rest < 1.5 * 640 * 512


def test_the_finest_picture_is_seen_where_it_lies_and_coarser_ones_around_it() -> None:
    views = [View(replace(SOURCE.camera, width=width), (640, 512)) for width in (100, 300, 900)]
    pictures = [pygame.Surface(one.size) for one in views]
    for number, one in enumerate(pictures):
        one.fill((0, 0, 100 * number))
    view = View(replace(SOURCE.camera, width=600.0), (640, 512))
    surface = pygame.Surface(view.size)

    flight.laid(surface, view, list(zip(pictures, views, strict=True)), PLAIN)

    seen = [surface.get_at((320 + away, 256)).b for away in (0, 100, 250)]
    assert seen == pytest.approx([0, 100, 200], abs=3)


def test_near_its_goal_a_flight_shows_what_was_drawn_for_it_though_it_is_not_all() -> None:
    start, goal, wide = (replace(SOURCE.camera, width=width) for width in (9500.0, 1700.0, 16000.0))
    view = View(replace(SOURCE.camera, width=2000.0), (640, 512))

    assert flight.helpful([start, goal], view, wide) == [goal, start]


def test_a_picture_of_a_small_part_of_the_view_is_not_worth_its_time() -> None:
    goal, wide = (replace(SOURCE.camera, width=width) for width in (1700.0, 16000.0))
    view = View(replace(SOURCE.camera, width=6000.0), (640, 512))

    assert flight.helpful([goal], view, wide) == []


def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Let it be told how many pixels were stretched so far."""
    scaled, pixels = pygame.transform.smoothscale, [0]

    def scale(
        source: pygame.Surface, size: tuple[int, int], *target: pygame.Surface
    ) -> pygame.Surface:
        pixels[0] += size[0] * size[1]
        return scaled(source, size, *target)

    monkeypatch.setattr(pygame.transform, "smoothscale", scale)
    return lambda: pixels[0]


def test_beyond_all_pictures_there_is_sea(picture: pygame.Surface) -> None:
    view = View(replace(SOURCE.camera, width=4000.0), (640, 512))
    surface = pygame.Surface(view.size)

    flight.laid(surface, view, [(picture, SOURCE)], PLAIN)

    assert surface.get_at((5, 5)) == pygame.Color(PLAIN.sea)


def test_beyond_what_is_known_its_edge_goes_on_and_no_coast_is_made_up() -> None:
    target, known = pygame.Surface((40, 20)), pygame.Rect(10, 5, 20, 10)
    target.fill("black")
    target.fill("white", known)
    target.fill("red", (10, 5, 1, 10))

    flight.drawn_out(target, known, PLAIN)

    red, white = pygame.Color("red"), pygame.Color("white")
    assert [target.get_at((0, y)) for y in (0, 10, 19)] == [red] * 3
    assert [target.get_at((39, y)) for y in (0, 10, 19)] == [white] * 3
    assert [target.get_at((20, y)) for y in (0, 19)] == [white] * 2


def test_where_nothing_is_known_there_is_sea() -> None:
    target = pygame.Surface((40, 20))

    flight.drawn_out(target, pygame.Rect(50, 0, 10, 10), PLAIN)

    assert target.get_at((20, 10)) == pygame.Color(PLAIN.sea)


def test_a_melted_picture_is_itself_in_the_middle_and_the_wide_one_at_its_edge(
    picture: pygame.Surface,
) -> None:
    view = View(replace(SOURCE.camera, width=500.0), (640, 512))
    plate, below = pygame.Surface(view.size), pygame.Surface(view.size)
    plate.fill("white")
    flight.stretched(picture, SOURCE, below, view)

    soft = finished(flight.melted(plate, view, picture, SOURCE))

    assert soft.get_at((320, 256)) == pygame.Color("white")
    assert soft.get_at((0, 256)) == below.get_at((0, 256))
    assert soft.get_at((320, 511)) == below.get_at((320, 511))
    assert below.get_at((16, 256)).b < soft.get_at((16, 256)).b < 255


def test_a_picture_is_melted_all_along_its_edges(picture: pygame.Surface) -> None:
    size = (1500, 900)
    view = View(replace(SOURCE.camera, width=500.0), size)
    plate, wide = pygame.Surface(size), pygame.Surface(picture.get_size())
    plate.fill("white")

    soft = finished(flight.melted(plate, view, wide, SOURCE))

    for x, y in ((30, 450), (1469, 450), (750, 30), (750, 869)):
        assert 0 < soft.get_at((x, y)).b < 255
    for y in range(300, 600):
        assert soft.get_at((30, y)) == soft.get_at((30, 450)), y
        assert soft.get_at((1469, y)) == soft.get_at((1469, 450)), y
    for x in range(300, 1200):
        assert soft.get_at((x, 30)) == soft.get_at((750, 30)), x
        assert soft.get_at((x, 869)) == soft.get_at((750, 869)), x
