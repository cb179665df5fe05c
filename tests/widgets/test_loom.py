"""Strands as pictures: where they are, that a slice is a slice, and what stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pygame
import pytest

from game.widgets.geometry import Rect
from game.widgets.loom import Loom, Pattern, Weave, tiles

SIZE = (120, 60)
INK, GROUND = (200, 180, 140), (20, 16, 12)
PLACES = ((0.5, 0.5, 0.5), (0.1, 0.5, 0.9))


def weave(*chosen: int, height: int = SIZE[1]) -> Weave:
    """Return some of three strands."""
    return Weave(Pattern(PLACES, chosen), SIZE, height, INK, GROUND)


@pytest.fixture
def loom() -> Loom:
    """A loom for a small window."""
    made = Loom()
    made.fit(SIZE)
    return made


def painted(loom: Loom, what: Weave, top: int = 0, *, hasty: bool = False) -> pygame.Surface:
    """Return what is painted."""
    surface = pygame.Surface(SIZE)
    loom.paint(surface, Rect(0, 0, *SIZE), what, top, hasty=hasty)
    return surface


def lit(surface: pygame.Surface, column: int) -> list[int]:
    """Return the rows of a column that are not bare ground."""
    return [row for row in range(SIZE[1]) if surface.get_at((column, row))[:3] != GROUND]


def ends(rows: list[int]) -> tuple[int, int]:
    """Return the first and the last of some rows."""
    return rows[0], rows[-1]


def test_strands_run_from_their_first_place_to_their_last(loom: Loom) -> None:
    surface = painted(loom, weave(0, 1, 2))

    assert ends(lit(surface, 1)) == pytest.approx((30, 30), abs=2)
    assert ends(lit(surface, SIZE[0] - 2)) == pytest.approx((6, 54), abs=2)


def test_only_the_chosen_strands_are_drawn(loom: Loom) -> None:
    assert lit(painted(loom, weave(0)), SIZE[0] - 2)[-1] < 10
    assert lit(painted(loom, weave()), 60) == []


def test_a_taller_whole_is_seen_in_part(loom: Loom) -> None:
    tall = weave(2, height=4 * SIZE[1])

    assert lit(painted(loom, tall, 0), SIZE[0] - 2) == []
    below = lit(painted(loom, tall, 3 * SIZE[1]), SIZE[0] - 2)
    assert ends(below) == pytest.approx((36, 36), abs=2)


def test_two_tiles_meet_without_a_seam(loom: Loom) -> None:
    tall = weave(0, 1, 2, height=2 * SIZE[1])
    first, half, second = (
        {row + top for row in lit(painted(loom, tall, top), 60)} for top in (0, 30, 60)
    )

    assert half == {row for row in first | second if 30 <= row < 90}
    assert list(tiles(tall, 30)) == [0, 1]


def test_strands_on_one_another_are_brighter_than_one(loom: Loom) -> None:
    thousand = Pattern(((0.5,) * 1000, (0.5,) * 999 + (0.4,)), tuple(range(1000)))
    surface = painted(loom, Weave(thousand, SIZE, SIZE[1], INK, GROUND))

    assert surface.get_at((110, 30))[0] > surface.get_at((110, 25))[0]


def prepared(loom: Loom, what: Weave) -> Iterator[int]:
    """Yield the number of each slice until all is done."""
    for number in count():
        if loom.prepare(what, 0):
            return
        yield number


def test_a_picture_is_prepared_in_slices_and_is_then_at_hand(loom: Loom) -> None:
    what = weave(0, 1, 2)
    before = loom.is_ready(what, 0)

    slices = list(prepared(loom, what))

    assert not before
    assert len(slices) > 10
    assert loom.is_ready(what, 0)


def test_work_on_one_picture_is_put_away_for_another(loom: Loom) -> None:
    first, second = weave(0), weave(2)
    loom.prepare(first, 0)

    slices = list(prepared(loom, second))

    assert slices
    assert loom.is_ready(second, 0)
    assert not loom.is_ready(first, 0)


def test_whoever_is_in_haste_sees_ground_at_first(loom: Loom) -> None:
    assert lit(painted(loom, weave(0, 1, 2), hasty=True), 60) == []


def test_whoever_is_in_haste_sees_the_whole_stretched_until_the_part_is_there(
    loom: Loom,
) -> None:
    pattern = Pattern(PLACES, (1,))
    painted(loom, Weave(pattern, SIZE, SIZE[1], INK, GROUND))
    tall = Weave(pattern, SIZE, 2 * SIZE[1], INK, GROUND)

    rough = lit(painted(loom, tall, 30, hasty=True), 60)

    assert ends(rough) == pytest.approx((30, 31), abs=3)
    assert not loom.is_ready(tall, 30)
