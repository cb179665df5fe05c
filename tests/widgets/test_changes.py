"""What is drawn again: all that differs, and no more than a rectangle around it."""

from __future__ import annotations

import pygame
import pytest

from game.widgets.changes import difference, extent
from game.widgets.geometry import Rect
from game.widgets.map.camera import Camera
from game.widgets.map.scene import Scene
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
from game.window.painting import painter

SIZE = (200, 200)
RED = (255, 0, 0)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
MAP = Chart(Rect(0, 0, 100, 80), Scene(Camera(0.0, 0.0, 1000.0)))
A, B, C = (Fill(Rect(20 * n, 10 * n, 10, 10), RED) for n in range(3))


def between(old: tuple[Op, ...], new: tuple[Op, ...], *, maps: bool = False) -> Rect:
    """Return what differs between two sheets with some marks."""
    return difference(Sheet(SIZE, old, (), ()), Sheet(SIZE, new, (), ()), maps=maps)


def test_equal_sheets_do_not_differ() -> None:
    assert between((A, B), (A, B)) == Rect(0, 0, 0, 0)


def test_one_mark_for_another_counts_both() -> None:
    assert between((A, B), (A, C)) == Rect(20, 10, 30, 20)


def test_a_mark_that_comes_or_goes_is_all_that_counts() -> None:
    assert between((A, C), (A, B, C)) == between((A, B, C), (A, C)) == B.rect


def test_marks_in_another_order_differ() -> None:
    assert between((A, B), (B, A)) == Rect(0, 0, 30, 20)


def test_a_map_can_be_counted_though_it_is_equal() -> None:
    assert between((MAP, A), (MAP, A), maps=True) == MAP.rect


def test_nothing_beyond_the_window_counts() -> None:
    assert between((), (Fill(Rect(150, 150, 900, 900), RED),)) == Rect(150, 150, 50, 50)


@pytest.mark.parametrize(
    "mark",
    [
        Fill(Rect(30, 40, 50, 60), RED),
        Edge(Rect(30, 40, 50, 60), RED, 9),
        Ink(Rect(30, 40, 60, 30), "fjWäjf", Face.TEXT_ITALIC, 30, RED),
        Drawing(Rect(30, 40, 50, 60), SVG),
        Shadow(Rect(60, 60, 80, 80), 15),
        Fade(Rect(30, 40, 50, 60), RED, 255, 100),
        Shape(((30, 30), (90, 40), (50, 99)), RED),
        Stroke(((30, 30), (90, 40), (50, 99)), RED, 9),
        Stroke(((30, 30), (90, 40), (50, 99)), RED),
        Tilted(Rect(50, 50, 90, 60), 6.0, (Shadow(Rect(50, 50, 90, 60), 5),)),
        Tilted(Rect(50, 50, 90, 60), -40.0, (Fill(Rect(50, 50, 90, 60), RED),)),
        Clipped(Rect(30, 40, 50, 60), (Fill(Rect(0, 0, 200, 200), RED),)),
    ],
)
def test_a_mark_changes_nothing_beyond_its_extent(mark: Op) -> None:
    surface = pygame.Surface(SIZE)
    surface.fill((9, 9, 9))
    painter().paint(surface, Sheet(SIZE, (mark,), (), ()))

    surface.fill((9, 9, 9), extent(mark))

    assert pygame.transform.average_color(surface)[:3] == (9, 9, 9)
    assert len(set(surface.get_buffer().raw[::4])) == 1


# --- on a paper ---

PAPER = Rect(20, 10, 120, 160)
LINES = tuple(Fill(Rect(30, 20 + 40 * row, 60, 10), RED) for row in range(4))


def test_of_a_paper_that_is_written_on_only_the_line_is_drawn_again() -> None:
    before, after = (Tilted(PAPER, 2.0, LINES[:count], is_growing=True) for count in (2, 3))

    part = between((A, before, B), (A, after, B))

    assert part.common(LINES[2].rect) == LINES[2].rect
    assert part.h < 25


def test_a_paper_that_turns_otherwise_is_drawn_again_whole() -> None:
    before, after = (Tilted(PAPER, degrees, LINES) for degrees in (2.0, 3.0))

    assert between((before,), (after,)) == extent(before).around(extent(after)).common(
        Rect(0, 0, *SIZE)
    )


def test_of_a_part_that_scrolls_only_what_differs_is_drawn_again() -> None:
    before, after = (Clipped(PAPER, lines) for lines in (LINES[:2], LINES[:3]))

    assert between((before,), (after,)) == LINES[2].rect


def test_what_differs_beyond_the_window_of_a_part_does_not_count() -> None:
    before, after = (Clipped(Rect(20, 10, 120, 30), lines) for lines in (LINES[:2], LINES[:3]))

    assert between((before,), (after,)) == Rect(0, 0, 0, 0)
