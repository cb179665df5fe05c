"""Rings are cut into stretches: of one that is not seen only its ends are left."""

from __future__ import annotations

from game.widgets.map.stretches import LEGS, Paths, passing, ring_of

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
CLOSED = [*SQUARE, SQUARE[0]]
AROUND = (-1.0, -1.0, 11.0, 11.0)
LONG = [(float(x), 0.0) for x in range(4 * LEGS + 1)]
"""A run of four stretches."""


def test_the_area_of_a_closed_run_has_each_of_its_points_once() -> None:
    """A leg from a point to itself takes as long as twenty others."""
    found = passing([ring_of([CLOSED])], AROUND)

    assert found.area == "M0.0 0.0L10.0 0.0L10.0 10.0L0.0 10.0Z"


def test_the_edge_of_a_closed_run_goes_back_to_where_it_began() -> None:
    found = passing([ring_of([CLOSED])], AROUND)

    assert found.edge == "M0.0 0.0L10.0 0.0L10.0 10.0L0.0 10.0L0.0 0.0"


def test_between_two_runs_is_area_but_no_edge() -> None:
    found = passing([ring_of([SQUARE[:2], SQUARE[2:3], SQUARE[3:]])], AROUND)

    assert found.area == "M0.0 0.0L10.0 0.0L10.0 10.0L0.0 10.0Z"
    assert found.edge == "M0.0 0.0L10.0 0.0"


def test_a_run_that_begins_where_the_last_one_ended_does_not_repeat_the_point() -> None:
    found = passing([ring_of([SQUARE[:3], [*SQUARE[2:], SQUARE[0]]])], AROUND)

    assert found.area == "M0.0 0.0L10.0 0.0L10.0 10.0L0.0 10.0Z"


def test_a_cell_has_the_stretches_whole_that_pass_it_and_of_the_others_the_first_point() -> None:
    found = passing([ring_of([LONG])], (LEGS + 1.0, -1.0, 2.0 * LEGS - 1.0, 1.0))
    seen = [f"{x}.0 0.0" for x in range(LEGS, 2 * LEGS + 1)]
    beyond = [f"{3 * LEGS}.0 0.0", f"{4 * LEGS}.0 0.0Z"]

    assert found.edge == "M" + "L".join(seen)
    assert found.area == "M" + "L".join(["0.0 0.0", *seen, *beyond])


def test_stretches_that_follow_one_another_are_one_line() -> None:
    found = passing([ring_of([LONG])], (0.0, -1.0, 200.0, 1.0))

    assert found.edge.count("M") == 1
    assert found.edge.count("L") == 4 * LEGS


def test_a_soft_edge_has_every_third_point_and_the_last() -> None:
    found = passing([ring_of([LONG[:9]])], (0.0, -1.0, 200.0, 1.0))

    assert found.soft == "M0.0 0.0L3.0 0.0L6.0 0.0L8.0 0.0"


def test_of_a_ring_that_lies_elsewhere_a_cell_has_nothing() -> None:
    assert passing([ring_of([CLOSED])], (20.0, 0.0, 30.0, 10.0)) == Paths("", "", "")
