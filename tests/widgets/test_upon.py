"""What lies on a map in flight: drawn once, and it looks as if drawn mark by mark."""

from __future__ import annotations

import pygame
import pytest

from game.widgets.geometry import Rect
from game.widgets.map.camera import Camera
from game.widgets.map.scene import Scene
from game.widgets.painter import Painter
from game.widgets.sheet import Chart, Clipped, Fill, Ink, Op, Sheet
from game.widgets.typeset import Face
from game.widgets.upon import Upon
from game.window.painting import painter

RED, NIGHT, BUFF = (255, 0, 0), (20, 20, 24), (230, 210, 170)
MAP = Rect(10, 10, 200, 150)
PANEL = Rect(20, 130, 100, 20)
VEIL = Fill(PANEL, NIGHT, 235)
WORD = Ink(Rect(24, 130, 40, 10), "Trust", Face.HEAD, 9, BUFF)
BAR = Fill(Rect(24, 144, 50, 4), RED)


@pytest.fixture(scope="module")
def brush() -> Painter:
    """A painter with the game's fonts."""
    return painter()


@pytest.fixture
def drawn() -> list[Op]:
    """What was drawn by `upon`."""
    return []


@pytest.fixture
def upon(drawn: list[Op]) -> Upon:
    """A keeper that notes what it draws."""
    return Upon(lambda _, mark: drawn.append(mark))


@pytest.fixture
def surface() -> pygame.Surface:
    """A window."""
    return pygame.Surface((300, 200))


def test_what_lies_on_a_map_is_drawn_once_for_all_pictures(
    upon: Upon, drawn: list[Op], surface: pygame.Surface
) -> None:
    counts = [upon.lay(surface, MAP, (VEIL, WORD, BAR)) for _ in range(3)]

    assert counts == [3, 3, 3]
    assert [one.text for one in drawn if isinstance(one, Ink)] == ["Trust"]


def test_what_has_changed_is_drawn_anew(
    upon: Upon, drawn: list[Op], surface: pygame.Surface
) -> None:
    upon.lay(surface, MAP, (VEIL, WORD))
    upon.lay(surface, MAP, (VEIL, Ink(WORD.rect, "Threat", Face.HEAD, 9, BUFF)))

    assert [one.text for one in drawn if isinstance(one, Ink)] == ["Trust", "Threat"]


@pytest.mark.parametrize(
    "other",
    [
        Fill(Rect(150, 20, 100, 20), RED),
        Clipped(Rect(20, 20, 50, 50), (BAR,)),
        Chart(Rect(20, 20, 50, 50), Scene(Camera(0.0, 0.0, 2000.0))),
    ],
    ids=["reaches beyond", "is a part of its own", "is a map"],
)
def test_what_follows_it_ends_with_what_is_no_still_mark_on_the_map(
    upon: Upon, surface: pygame.Surface, other: Op
) -> None:
    assert upon.lay(surface, MAP, (VEIL, other, BAR)) == 1


def test_what_was_let_go_is_drawn_anew(
    upon: Upon, drawn: list[Op], surface: pygame.Surface
) -> None:
    upon.lay(surface, MAP, (VEIL, WORD))
    upon.drop()
    upon.lay(surface, MAP, (VEIL, WORD))

    assert [one.text for one in drawn if isinstance(one, Ink)] == ["Trust", "Trust"]


def test_what_covers_much_of_the_map_is_not_kept(upon: Upon, surface: pygame.Surface) -> None:
    assert upon.lay(surface, MAP, (Fill(MAP, NIGHT, 100), WORD)) == 0
    assert surface.get_bounding_rect() == surface.get_rect()
    assert surface.get_at((50, 50)) == pygame.Color("black")


def test_a_frame_of_a_flight_looks_as_if_drawn_mark_by_mark(brush: Painter) -> None:
    start, end = Camera(0.0, 0.0, 2000.0), Camera(300.0, 0.0, 2500.0)
    chart = Chart(MAP, Scene(start), Scene(end), start, 0.4)
    marks = (VEIL, WORD, BAR)
    surface, beside = pygame.Surface((300, 200)), pygame.Surface((300, 200))
    brush.paint(surface, Sheet((300, 200), (chart, *marks), (), ()))
    brush.paint(beside, Sheet((300, 200), (chart,), (), ()))
    for mark in marks:
        brush.mark(beside, mark)

    apart = surface.copy()
    apart.blit(beside, (0, 0), special_flags=pygame.BLEND_SUB)
    beside.blit(surface, (0, 0), special_flags=pygame.BLEND_SUB)

    worst = [
        max(max(one.get_at((x, y))[:3]) for x in range(300) for y in range(200))
        for one in (apart, beside)
    ]
    assert max(worst) <= 6  # of 255, at the rims of letters
    assert surface.get_at((30, 145))[:3] == RED
