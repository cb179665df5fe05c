"""How simulated pupils are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.rehearsal.temper import MIX, PATIENCE, Nature, Temper, class_of
from game.room.pupils import POINTS
from game.room.requests import LONGEST_REASON

TABLE = ("wait", "ten-gangs", "pray")


def test_the_same_seed_gives_the_same_class() -> None:
    assert class_of(30, 7) == class_of(30, 7) != class_of(30, 8)


def test_a_class_has_pupils_of_every_temper_in_their_shares() -> None:
    found = Counter(one.temper for one in class_of(2000, 1))
    for temper, share in MIX:
        assert found[temper] / 2000 == pytest.approx(share, abs=0.03)


def test_the_first_is_steady_for_somebody_has_the_chair() -> None:
    assert {class_of(1, seed)[0].temper for seed in range(50)} == {Temper.STEADY}


@given(st.sampled_from(Temper), st.integers(0, 400), st.integers(0, 9), st.integers(2, 6))
def test_points_always_add_up(temper: Temper, number: int, turn: int, answers: int) -> None:
    points = Nature(number, temper, 3).spreads(answers, turn, 0)
    assert sum(points) == POINTS
    assert len(points) == answers
    assert min(points) >= 0


@given(st.sampled_from(Temper), st.integers(0, 400), st.integers(0, 9))
def test_whatever_somebody_says_is_on_the_table_in_good_words_and_time(
    temper: Temper, number: int, turn: int
) -> None:
    nature = Nature(number, temper, 3)
    assert nature.speaks_for(TABLE, ("pray",), turn) in TABLE
    assert len(nature.reason(turn)) <= LONGEST_REASON
    first, last = PATIENCE[temper]
    assert first <= nature.waits(turn) <= last


@pytest.mark.parametrize(("temper", "most"), [(Temper.STEADY, "pray"), (Temper.DOUBTER, "wait")])
def test_the_steady_speak_for_what_their_seat_leans_to_and_doubters_against(
    temper: Temper, most: str
) -> None:
    said = Counter(
        Nature(number, temper, 3).speaks_for(("wait", "pray"), ("pray",), 0)
        for number in range(200)
    )
    assert said.most_common(1)[0][0] == most


def test_a_seat_without_leanings_speaks_for_anything() -> None:
    said = {Nature(number, Temper.STEADY, 3).speaks_for(TABLE, (), 0) for number in range(99)}
    assert said == {*TABLE}
