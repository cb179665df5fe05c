"""The clock on the wall."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.room.clock import LONGEST, STOPPED, Clock

MOMENTS = st.integers(0, 10**13)


def test_a_clock_that_runs_loses_what_passes() -> None:
    assert Clock(90_000).started(1000).left_at(31_000) == 60_000


def test_a_clock_that_stands_still_keeps_what_is_left() -> None:
    held = Clock(90_000).started(0).paused(30_000)
    assert held.left_at(10**9) == 60_000
    assert not held.is_running


def test_nothing_is_started_where_nothing_is_left() -> None:
    assert STOPPED.started(5) == STOPPED


def test_a_running_clock_is_not_started_again() -> None:
    running = Clock(9000).started(1)
    assert running.started(2) == running


def test_a_minute_more_is_added_while_it_runs() -> None:
    longer = Clock(30_000).started(0).more(60_000, at=10_000)
    assert longer.is_running
    assert longer.left_at(10_000) == 80_000


def test_a_clock_from_which_all_is_taken_stops() -> None:
    assert Clock(30_000).started(0).more(-60_000, at=0) == STOPPED


def test_no_clock_shows_more_than_the_longest() -> None:
    assert STOPPED.more(10**12, at=0).left == LONGEST


@given(st.integers(0, LONGEST), MOMENTS, MOMENTS)
def test_a_clock_never_shows_more_than_it_had_nor_less_than_nothing(
    left: int, started: int, now: int
) -> None:
    assert 0 <= Clock(left).started(started).left_at(now) <= left
