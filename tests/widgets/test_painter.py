"""The painter: what is on a sheet is on the surface, and nothing beyond its clip."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.screens.menus.settings import SettingsScreen
from game.widgets.canvas import Canvas
from game.widgets.geometry import Rect
from game.widgets.map.camera import Camera
from game.widgets.map.layers import Layers, Place
from game.widgets.map.scene import Scene
from game.widgets.painter import Painter
from game.widgets.sheet import (
    Chart,
    Clipped,
    Drawing,
    Edge,
    Fade,
    Fill,
    Ink,
    Op,
    Shadow,
    Shape,
    Sheet,
    Stroke,
    Tilted,
)
from game.widgets.typeset import Face
from game.window.app import App
from game.window.gallery import office_in_memory
from game.window.painting import painter

RED, BLUE, BLACK = (255, 0, 0), (0, 0, 255), (0, 0, 0)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


@pytest.fixture(scope="module")
def brush() -> Painter:
    """A painter with the game's fonts."""
    return painter()


def painted(brush: Painter, *marks: Op, ground: tuple[int, int, int] = (9, 9, 9)) -> pygame.Surface:
    """Return a small surface with marks on it."""
    surface = pygame.Surface((100, 100))
    surface.fill(ground)
    brush.paint(surface, Sheet((100, 100), marks, (), ()))
    return surface


def changed(surface: pygame.Surface, ground: tuple[int, int, int] = (9, 9, 9)) -> Rect:
    """Return the rectangle around every pixel that is not of the ground."""
    mask = pygame.mask.from_threshold(surface, ground, (1, 1, 1, 255))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return Rect(*boxes[0].unionall(boxes[1:])) if boxes else Rect(0, 0, 0, 0)


def test_a_filled_rectangle_covers_itself(brush: Painter) -> None:
    assert changed(painted(brush, Fill(Rect(10, 20, 30, 40), RED))) == Rect(10, 20, 30, 40)


def test_a_veil_lets_the_ground_through(brush: Painter) -> None:
    color = painted(brush, Fill(Rect(0, 0, 9, 9), RED, 128), ground=BLUE).get_at((4, 4))

    assert 120 < color.r < 136
    assert 120 < color.b < 136


def test_a_veil_of_no_size_is_nothing(brush: Painter) -> None:
    assert changed(painted(brush, Fill(Rect(5, 5, 0, 10), RED, 128))) == Rect(0, 0, 0, 0)


def test_an_edge_is_drawn_inwards(brush: Painter) -> None:
    surface = painted(brush, Edge(Rect(10, 10, 30, 30), RED, 4))

    assert changed(surface) == Rect(10, 10, 30, 30)
    assert surface.get_at((25, 25))[:3] == (9, 9, 9)


@pytest.mark.parametrize("cut", [10, 12, 15, 25, 36, 39])
def test_an_edge_has_no_side_where_a_clip_cuts_it(brush: Painter, cut: int) -> None:
    edge, seen = Edge(Rect(10, 10, 30, 30), RED, 4), Rect(0, 0, 100, cut)
    whole, part = painted(brush, edge), painted(brush, Clipped(seen, (edge,)))

    whole.fill((9, 9, 9), (0, cut, 100, 100))

    assert part.get_buffer().raw == whole.get_buffer().raw


@pytest.mark.parametrize(
    "mark",
    [
        Fill(Rect(0, 0, 100, 100), RED),
        Edge(Rect(25, 25, 90, 90), RED, 20),
        Ink(Rect(20, 20, 90, 30), "WWWWWWWWWW", Face.HEAD, 30, RED),
        Drawing(Rect(0, 0, 100, 100), SVG),
        Shadow(Rect(0, 0, 35, 100), 10),
        Fade(Rect(0, 0, 100, 100), RED, 255, 100),
        Shape(((0, 0), (100, 0), (100, 100)), RED),
        Stroke(((0, 0), (100, 100)), RED, 3),
        Tilted(Rect(0, 0, 90, 90), 3.0, (Fill(Rect(0, 0, 90, 90), RED),)),
        Clipped(Rect(0, 0, 100, 100), (Fill(Rect(0, 0, 100, 100), RED),)),
    ],
)
def test_nothing_is_drawn_beyond_a_clip(brush: Painter, mark: Op) -> None:
    clip = Rect(30, 30, 20, 20)

    drawn = changed(painted(brush, Clipped(clip, (mark,))))

    assert drawn.w > 0
    assert drawn.common(clip) == drawn


def test_after_a_clip_the_whole_surface_is_free_again(brush: Painter) -> None:
    surface = painted(brush, Clipped(Rect(0, 0, 5, 5), ()), Fill(Rect(90, 90, 10, 10), RED))

    assert changed(surface) == Rect(90, 90, 10, 10)


def test_a_fade_goes_from_one_side_to_the_other(brush: Painter) -> None:
    down = painted(brush, Fade(Rect(0, 0, 100, 100), RED, 0, 255), ground=BLACK)
    across = painted(brush, Fade(Rect(0, 0, 100, 100), RED, 255, 0, across=True), ground=BLACK)

    assert down.get_at((50, 5)).r < 40
    assert down.get_at((50, 95)).r > 200
    assert across.get_at((5, 50)).r > 200
    assert across.get_at((95, 50)).r < 40


def test_a_shadow_is_darkest_at_the_edge_of_its_paper(brush: Painter) -> None:
    surface = painted(brush, Shadow(Rect(30, 30, 40, 40), 10), ground=(200, 200, 200))

    assert surface.get_at((50, 70)).r < surface.get_at((50, 82)).r <= 200


def test_a_shadow_is_not_drawn_where_its_paper_hides_it(brush: Painter) -> None:
    surface = painted(brush, Shadow(Rect(30, 30, 40, 40), 10))

    assert {surface.get_at((x, y))[:3] for x in range(30, 70) for y in range(30, 70)} == {(9, 9, 9)}


@pytest.mark.parametrize("across", [True, False])
def test_a_fade_larger_than_a_strip_is_whole(brush: Painter, across: bool) -> None:
    surface = painted(brush, Fade(Rect(0, 0, 99, 97), RED, 255, 255, across=across), ground=BLUE)

    assert {surface.get_at((x, y))[:3] for x in range(99) for y in range(97)} == {RED}
    assert surface.get_at((99, 50))[:3] == surface.get_at((50, 97))[:3] == BLUE


def test_a_paper_without_a_tilt_lies_where_it_says(brush: Painter) -> None:
    paper = Rect(20, 20, 50, 50)

    assert changed(painted(brush, Tilted(paper, 0.0, (Fill(paper, RED),)))) == paper


def test_a_tilted_paper_stays_around_its_middle(brush: Painter) -> None:
    paper = Rect(20, 20, 50, 50)

    drawn = changed(painted(brush, Tilted(paper, 5.0, (Fill(paper, RED),))))

    assert drawn.common(paper) == paper
    assert abs((drawn.x + drawn.right) - (paper.x + paper.right)) <= 2


def test_a_line_of_text_is_kept_for_next_time(brush: Painter) -> None:
    ink = Ink(Rect(0, 0, 50, 20), "Yan'an", Face.TEXT, 16, RED)

    assert brush._picture(ink) is brush._picture(ink)


def test_a_tilted_paper_is_drawn_anew_when_more_is_written_on_it(brush: Painter) -> None:
    paper, dot = Rect(20, 20, 50, 50), Fill(Rect(30, 30, 20, 20), BLUE)
    bare = Tilted(paper, 5.0, (Fill(paper, RED),))

    painted(brush, bare)
    written = painted(brush, Tilted(paper, 5.0, (Fill(paper, RED), dot)))
    again = painted(brush, bare)

    assert written.get_at((40, 40))[:3] == BLUE
    assert again.get_at((40, 40))[:3] == RED


def test_a_stroke_is_drawn_thin_and_thick(brush: Painter) -> None:
    thin = changed(painted(brush, Stroke(((10, 50), (90, 50)), RED, 1)))
    thick = changed(painted(brush, Stroke(((10, 50), (90, 50)), RED, 7)))

    assert thin.h < thick.h == 7


# --- only what changed is drawn ---


def test_an_equal_sheet_is_not_drawn_again(harbour: Campaign, brush: Painter) -> None:
    office = office_in_memory(harbour)
    app, surface = App([SettingsScreen(office)], office, brush), pygame.Surface((1280, 720))

    assert app.draw(surface)
    assert not app.draw(surface)


def test_a_changed_sheet_or_another_surface_is_drawn(harbour: Campaign, brush: Painter) -> None:
    office = office_in_memory(harbour)
    app, surface = App([SettingsScreen(office)], office, brush), pygame.Surface((1280, 720))
    app.draw(surface)

    app.top.act("more:text")

    assert app.draw(surface)
    assert app.draw(pygame.Surface((1024, 640)))


# --- maps beside one another, in a part that scrolls ---

HERE = Camera(0.0, 0.0, 2000.0)
LEFT = Chart(Rect(0, 0, 40, 40), Scene(HERE))
RIGHT = Chart(Rect(50, 0, 40, 40), Scene(HERE, Layers(places=(Place("Seat", 95.0, 33.0),))))
BELOW = Chart(Rect(0, 200, 40, 40), Scene(Camera(0.0, 0.0, 2500.0)))


def hasty(canvas: Canvas, *marks: Op) -> pygame.Surface:
    """Return a small surface with marks in a part of it, drawn without waiting for maps."""
    surface, part = pygame.Surface((100, 100)), Clipped(Rect(0, 0, 100, 100), marks)
    canvas.draw(surface, Sheet((100, 100), (part,), (), ()), hasty=True)
    return surface


def test_maps_in_a_scrolled_part_are_waited_for_until_all_are_there(brush: Painter) -> None:
    canvas = Canvas(brush)
    first = hasty(canvas, LEFT, RIGHT, BELOW)
    while not canvas.is_ready:
        canvas.prepare()
    then = hasty(canvas, LEFT, RIGHT, BELOW)

    assert first.get_at((20, 20)) == first.get_at((70, 20)) == pygame.Color(LEFT.scene.inks.night)
    assert then.get_at((20, 20)) != first.get_at((20, 20)) != then.get_at((70, 20))
    assert not canvas.waits


def test_a_map_that_is_scrolled_out_of_sight_is_not_waited_for(brush: Painter) -> None:
    canvas = Canvas(brush)
    hasty(canvas, BELOW)

    assert not canvas.waits


def test_maps_in_a_scrolled_part_that_are_not_kept_all_at_once_are_drawn_in_turn(
    brush: Painter,
) -> None:
    canvas = Canvas(brush)
    large = [Chart(Rect(0, y, 100, 90), Scene(Camera(5.0, y, 2000.0))) for y in (0, 90)]
    surface = hasty(canvas, *large)

    assert not canvas.waits
    assert surface.get_at((50, 95)) != pygame.Color(LEFT.scene.inks.night)
