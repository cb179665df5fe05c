"""Strands as pictures: where they are, that a slice is a slice, and what stands in."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import count

import pygame
import pytest

from game.widgets.geometry import Rect
from game.widgets.loom import BEND, STEPS, Loom, Weave, bent, tiles

SIZE = (120, 60)
INK, GROUND = (200, 180, 140), (20, 16, 12)


class Rows:
    """A pattern of straight strands: each has a row of its own, in parts of the whole."""

    def __init__(self, *places: float) -> None:
        self.places = places

    def shades(
        self, whole: tuple[int, int], area: tuple[int, int, int, int]
    ) -> Generator[None, None, bytes]:
        """Fill the rows, a row in a slice."""
        _, top, wide, high = area
        rows = bytearray(wide * high)
        for place in self.places:
            row = int(place * whole[1]) - top
            if 0 <= row < high:
                rows[row * wide : (row + 1) * wide] = b"\xff" * wide
            yield
        return bytes(rows)

    def nearest(self, across: float, down: float) -> tuple[int, float] | None:
        """Nobody asks here."""
        raise AssertionError


def weave(pattern: Rows, wide: int = 1, tall: int = 1) -> Weave:
    """Return a pattern on a whole so many times as large as what is seen."""
    return Weave(pattern, SIZE, (wide * SIZE[0], tall * SIZE[1]), INK, GROUND)


@pytest.fixture
def loom() -> Loom:
    """A loom for a small window."""
    made = Loom()
    made.fit(SIZE)
    return made


def painted(
    loom: Loom, what: Weave, at: tuple[int, int] = (0, 0), *, hasty: bool = False
) -> pygame.Surface:
    """Return what is painted."""
    surface = pygame.Surface(SIZE)
    loom.paint(surface, Rect(0, 0, *SIZE), what, at, hasty=hasty)
    return surface


def lit(surface: pygame.Surface, column: int = 60) -> list[int]:
    """Return the rows of a column that are not bare ground."""
    return [row for row in range(SIZE[1]) if surface.get_at((column, row))[:3] != GROUND]


def test_what_a_pattern_shades_is_painted_in_the_ink_of_the_weave(loom: Loom) -> None:
    surface = painted(loom, weave(Rows(0.1, 0.5)))

    assert lit(surface) == lit(surface, 0) == lit(surface, SIZE[0] - 1) == [6, 30]
    assert surface.get_at((60, 30))[:3] == INK


def test_a_taller_whole_is_seen_in_part(loom: Loom) -> None:
    tall = weave(Rows(0.9), tall=4)

    assert lit(painted(loom, tall)) == []
    assert lit(painted(loom, tall, (0, 3 * SIZE[1]))) == [36]


def test_a_wider_whole_is_seen_in_part(loom: Loom) -> None:
    wide = weave(Rows(0.5), wide=3)

    assert lit(painted(loom, wide, (2 * SIZE[0], 0)), SIZE[0] - 1) == [30]


def test_tiles_meet_without_a_seam(loom: Loom) -> None:
    large = weave(Rows(0.25, 0.49, 0.51), wide=2, tall=2)

    for left, top in ((0, 0), (17, 13), (60, 30), (120, 60)):
        surface = painted(loom, large, (left, top))
        rows = [row - top for row in (30, 58, 61) if 0 <= row - top < SIZE[1]]
        assert all(lit(surface, column) == rows for column in range(0, SIZE[0], 7))


def test_all_tiles_that_are_seen_cover_what_is_seen() -> None:
    large = weave(Rows(), wide=2, tall=2)

    assert list(tiles(large, (0, 0))) == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert len(list(tiles(large, (1, 1)))) == 9
    assert list(tiles(large, (120, 60)))[-1] == (3, 3)


def prepared(loom: Loom, what: Weave, at: tuple[int, int] = (0, 0)) -> Iterator[int]:
    """Yield the number of each slice until all is done."""
    for number in count():
        if loom.prepare(what, at):
            return
        yield number


def test_a_picture_is_prepared_in_slices_and_is_then_at_hand(loom: Loom) -> None:
    what = weave(Rows(0.1, 0.5, 0.9))
    before = loom.is_ready(what, (0, 0))

    slices = list(prepared(loom, what))

    assert not before
    assert len(slices) == 4 * 4
    assert loom.is_ready(what, (0, 0))


def test_work_on_one_picture_is_put_away_for_another(loom: Loom) -> None:
    first, second = weave(Rows(0.1)), weave(Rows(0.9))
    loom.prepare(first, (0, 0))

    slices = list(prepared(loom, second))

    assert slices
    assert loom.is_ready(second, (0, 0))
    assert not loom.is_ready(first, (0, 0))


def test_work_on_a_tile_goes_on_when_another_is_missing_besides(loom: Loom) -> None:
    large = weave(Rows(*([0.5] * 30)), wide=2, tall=2)
    list(prepared(loom, large, (0, 0)))
    loom.prepare(large, (60, 30))  # begins the second tile from the top at the right

    slices = list(prepared(loom, large, (60, 1)))

    assert len(slices) == 31 * 4 - 1


def test_whoever_is_in_haste_sees_ground_at_first(loom: Loom) -> None:
    assert lit(painted(loom, weave(Rows(0.5)), hasty=True)) == []


def test_whoever_is_in_haste_sees_what_was_there_stretched_until_the_part_is_there(
    loom: Loom,
) -> None:
    pattern = Rows(0.5)
    painted(loom, weave(pattern))
    tall = weave(pattern, wide=2, tall=2)

    rough = lit(painted(loom, tall, (60, 30), hasty=True))

    assert rough
    assert (rough[0], rough[-1]) == pytest.approx((30, 31), abs=3)
    assert not loom.is_ready(tall, (60, 30))


def test_tiles_that_are_there_are_seen_before_the_others(loom: Loom) -> None:
    what = weave(Rows(0.1, 0.9))
    for _ in range(3):
        loom.prepare(what, (0, 0))

    surface = painted(loom, what, hasty=True)

    assert lit(surface, 10) == [6]
    assert lit(surface, 100) == []


def test_a_strand_bends_from_one_height_to_another_and_a_level_one_is_straight() -> None:
    points = bent(0, STEPS, 10, 110)

    assert points == [(number, 10 + 100 * part) for number, part in enumerate(BEND)]
    assert bent(0, STEPS, 10, 11) == [(0, 10), (STEPS, 11)]
