"""Answers as numbers, and lines beside one another."""

from __future__ import annotations

from game.atlas.answers import apart, before, beside, line_of, lines_at_most, numbers_of
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import history


def test_there_are_at_most_as_many_lines_as_responses_multiplied(harbour: Campaign) -> None:
    assert lines_at_most(harbour) == 9


def test_a_line_as_numbers_is_the_same_line_again(harbour: Campaign) -> None:
    line = history(harbour)

    assert line_of(harbour, numbers_of(harbour, line)) == line


def test_the_first_line_of_all_comes_before_every_other(harbour: Campaign) -> None:
    assert before(harbour, (0,) * len(harbour.scenarios)) == 0
    assert before(harbour, (1,)) == 1 / len(harbour.scenarios[0].decision.responses)


def test_lines_come_one_after_another_in_a_walk(harbour: Campaign) -> None:
    told = [before(harbour, numbers_of(harbour, one.line)) for one in walk(harbour)]

    assert told == sorted(set(told))


def test_two_lines_are_apart_where_they_answer_otherwise_as_far_as_both_go() -> None:
    assert apart((0, 1, 2), (0, 2, 2)) == (1,)
    assert apart((0, 1, 2), (1, 1)) == (0,)
    assert apart((0, 1), (0, 1)) == ()


def test_beside_a_line_lie_all_that_differ_in_exactly_one_answer(harbour: Campaign) -> None:
    line = numbers_of(harbour, history(harbour))

    found = beside(harbour, line)

    assert len(found) == len(set(found)) == 4
    assert {len(apart(one, line)) for one in found} == {1}
