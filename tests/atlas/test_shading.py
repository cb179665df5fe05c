"""How dark strands are: on which pixels, how many on one another, in slices, and the nearest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from game.atlas import shading
from game.atlas.shading import Area, Pattern

WHOLE = (121, 60)


def pattern(*chosen: int) -> Pattern:
    """Return some of three strands: two that part, one straight."""
    places = np.array(((0.5, 0.5, 0.5), (0.1, 0.5, 0.9), (0.1, 0.5, 0.9)))
    return Pattern(places, np.array(chosen, dtype=np.int64))


def sliced(of: Pattern, area: Area, whole: tuple[int, int] = WHOLE) -> tuple[int, bytes]:
    """Return in how many slices a part was reckoned, and its bytes."""
    count, work = 0, of.shades(whole, area)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return count, end.value
        count += 1


def dark(of: Pattern, whole: tuple[int, int] = WHOLE) -> np.ndarray:
    """Return how dark each pixel of the whole is: (row, column)."""
    _, data = sliced(of, (0, 0, *whole), whole)
    return np.frombuffer(data, dtype=np.uint8).reshape(whole[1], whole[0])


def lit(column: np.ndarray) -> list[int]:
    """Return the rows of a column that are not bare."""
    return np.flatnonzero(column).tolist()


def test_strands_run_from_their_first_place_to_their_last() -> None:
    picture = dark(pattern(0, 1, 2))

    assert lit(picture[:, 0]) == [30]
    assert lit(picture[:, -1]) == [6, 30, 54]


def test_a_falling_strand_leaves_no_pixel_between_two_columns_bare() -> None:
    picture = dark(pattern(2), (13, 60))
    rows = [lit(picture[:, column]) for column in range(7)]

    assert sorted({row for column in rows for row in column}) == list(range(30, 55))
    assert all(one[-1] >= other[0] - 1 for one, other in pairwise(rows))


def test_only_the_chosen_strands_are_drawn() -> None:
    assert lit(dark(pattern(0))[:, -1]) == [6]
    assert not dark(pattern()).any()


def test_strands_on_one_another_are_darker_than_one() -> None:
    places = np.array(((0.5,) * 1000, (0.5,) * 999 + (0.2,)))
    picture = dark(Pattern(places, np.arange(1000)))

    assert picture[30, 60] > 2 * picture[:, 110][picture[:, 110] > 0].min() > 0


@pytest.mark.parametrize("area", [(0, 0, 50, 60), (50, 10, 71, 30), (119, 0, 2, 60)])
def test_a_part_is_the_same_as_that_part_of_the_whole(area: Area) -> None:
    left, top, wide, high = area
    _, data = sliced(pattern(0, 1, 2), area)
    part = np.frombuffer(data, dtype=np.uint8).reshape(high, wide)

    assert part.tolist() == dark(pattern(0, 1, 2))[top : top + high, left : left + wide].tolist()


def test_many_strands_are_reckoned_in_more_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    few, _ = sliced(pattern(0, 1, 2), (0, 0, *WHOLE))
    monkeypatch.setattr(shading, "BLOCK", 60)
    many, _ = sliced(pattern(0, 1, 2), (0, 0, *WHOLE))

    assert few < many
    assert many > WHOLE[0] // (2 * shading.SLICE)


def test_the_nearest_strand_to_a_point_is_found_and_how_far_off() -> None:
    number, off = pattern(0, 1, 2).nearest(1.0, 0.85) or (None, 0)

    assert number == 2
    assert off == pytest.approx(0.05)


def test_the_nearest_is_among_those_that_are_chosen_at_each_place() -> None:
    def found() -> Iterator[int | None]:
        for across in (0.0, 0.3, 0.6, 1.0):
            near = pattern(0, 2).nearest(across, 0.6)
            yield near and near[0]

    assert set(found()) == {0, 2} or set(found()) == {2}
    assert pattern().nearest(0.5, 0.5) is None
