"""The board: where strands lie, what is asked of them, and that neighbours end alike."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import pytest

from game.atlas.board import (
    Answers,
    Board,
    Strand,
    Wish,
    apart,
    before,
    gathered,
    laid,
    line_of,
    numbers_of,
    wished,
)
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import history
from tests.atlas.halves import halves


@lru_cache(maxsize=2)
def board_of(campaign: Campaign) -> Board:
    """Return the board of a whole campaign."""
    return laid(campaign.outline.axes, *gathered(campaign, walk(campaign), lambda _: None))


def alike(board: Board, column: int) -> float:
    """Return how often two strands beside each other in a column have the same ending."""
    places = board.places[column]
    order = sorted(range(len(places)), key=lambda one: (places[one], board.strands[one].answers))
    pairs = [board.strands[a].ending == board.strands[b].ending for a, b in pairwise(order)]
    return sum(pairs) / len(pairs)


@pytest.mark.parametrize("part", [pytest.param(0, marks=pytest.mark.exhaustive), 1])
def test_strands_beside_each_other_end_alike_far_more_often_than_by_chance(
    shipped: Campaign, part: int
) -> None:
    """In every column; on all lines, and on those of a half of the responses."""
    board = board_of((shipped, list(halves(shipped))[1])[part])
    counts = Counter(one.ending for one in board.strands)
    chance = sum((count / len(board.strands)) ** 2 for count in counts.values())

    columns = range(1, len(board.places))
    assert [column for column in columns if alike(board, column) <= 3 * chance] == []


def test_every_line_has_a_strand_and_every_strand_a_place_in_each_column(
    harbour: Campaign,
) -> None:
    board, lines = board_of(harbour), [one.line for one in walk(harbour)]

    assert {line_of(harbour, one.answers) for one in board.strands} == set(lines)
    assert board.lines == len(board.strands) == len(lines)
    assert len(board.places) == len(harbour.scenarios) + 1
    assert {len(column) for column in board.places} == {len(lines)}


def test_all_strands_begin_in_one_point_and_none_ends_where_another_does(
    harbour: Campaign,
) -> None:
    board = board_of(harbour)

    assert {round(one, 9) for one in board.places[0]} == {0.5}
    assert list(board.places[-1]) == sorted(set(board.places[-1]))


def test_strands_of_one_ending_lie_together_at_the_end(harbour: Campaign) -> None:
    endings = [one.ending for one in board_of(harbour).strands]

    assert sum(a != b for a, b in pairwise(endings)) == len(set(endings)) - 1


def test_a_whole_line_is_found_by_its_answers_and_runs_where_its_strand_does(
    harbour: Campaign,
) -> None:
    board = board_of(harbour)

    for number, strand in enumerate(board.strands):
        assert board.number(strand.answers) == number
        assert board.path(strand.answers) == tuple(one[number] for one in board.places)


def test_the_beginning_of_a_line_runs_amid_all_that_begin_so(harbour: Campaign) -> None:
    board = board_of(harbour)
    first = board.strands[0].answers[:1]
    ends = [
        board.places[-1][number]
        for number, one in enumerate(board.strands)
        if one.answers[:1] == first
    ]

    assert board.path(first) == pytest.approx((0.5, sum(ends) / len(ends)))
    assert board.number(first) is None


def test_a_line_that_cannot_be_played_has_no_strand(harbour: Campaign) -> None:
    board = board_of(harbour)
    never: Answers = (99,) * len(harbour.scenarios)

    assert board.number(never) is None
    assert board.path(never) == pytest.approx((0.5,))


def test_of_too_many_lines_an_even_sample_is_kept(harbour: Campaign) -> None:
    lines = list(walk(harbour))

    kept, count = gathered(harbour, lines, lambda _: None, most=3)

    step = next(step for step in (2**power for power in range(20)) if len(lines) <= 3 * step)
    assert count == len(lines)
    assert [line_of(harbour, one.answers) for one in kept] == [one.line for one in lines[::step]]


def test_a_walk_tells_how_far_it_is(harbour: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.atlas.board.OFTEN", 2)
    told: list[float] = []
    gathered(harbour, walk(harbour), told.append)

    assert told == sorted(told)
    assert len(told) == 4
    assert 0 < told[0] < told[-1] <= 1


@pytest.mark.exhaustive
def test_a_walk_of_the_shipped_campaign_tells_it_often_enough(shipped: Campaign) -> None:
    told: list[float] = []
    gathered(shipped, walk(shipped), told.append)

    assert told == sorted(told)
    assert len(told) > 20
    assert 0 < told[0] < told[-1] <= 1


def test_the_first_line_of_all_comes_before_every_other(harbour: Campaign) -> None:
    assert before(harbour, (0,) * len(harbour.scenarios)) == 0
    assert before(harbour, (1,)) == 1 / len(harbour.scenarios[0].decision.responses)


def test_half_of_the_lines_lie_below_the_middle_of_an_axis(harbour: Campaign) -> None:
    board = board_of(harbour)
    column = board.columns[0]

    assert board.below(0, column[0] - 1) == 0
    assert board.below(0, column[-1] + 1) == 1
    assert board.below(0, column[len(column) // 2]) == pytest.approx(0.5, abs=0.2)


# --- wishes ---


def test_whoever_wishes_nothing_sees_all(harbour: Campaign) -> None:
    board = board_of(harbour)

    assert wished(board, Wish()) == tuple(range(len(board.strands)))


def test_an_ending_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)
    ending = board.strands[-1].ending

    found = wished(board, Wish(ending=ending))

    assert found
    assert {board.strands[one].ending for one in found} == {ending}
    assert len(found) == sum(one.ending == ending for one in board.strands)


def test_an_answer_to_one_telegram_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)

    found = wished(board, Wish(answers=(None, 1)))

    assert {board.strands[one].answers[1] for one in found} == {1}
    assert len({board.strands[one].answers[0] for one in found}) > 1


def test_a_part_of_an_axis_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)
    low, high = board.part(0, 3)

    found = wished(board, Wish(parts=(3,)))

    assert found
    assert all(low <= board.strands[one].axes[0] <= high for one in found)
    assert high == board.columns[0][-1]


def test_lines_that_differ_in_one_answer_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)
    line = numbers_of(harbour, history(harbour))

    found = [board.strands[one].answers for one in wished(board, Wish(beside=line))]

    assert line in found
    assert {apart(one, line) for one in found} == {0, 1}


def test_a_board_of_one_line_is_a_board(harbour: Campaign) -> None:
    axes = harbour.outline.axes
    only = Strand((0,) * len(harbour.scenarios), 0, (1.0,) * len(axes))

    board = laid(axes, [only], 1)

    assert {column[0] for column in board.places} == {0.5}
    assert board.part(0, 0) == (1.0, 1.0)
