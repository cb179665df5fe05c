"""The board: where strands lie, what is asked of them, and that neighbours end alike."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.atlas.answers import Answers, apart, line_of, numbers_of
from game.atlas.board import Board, laid
from game.atlas.ends import Ends
from game.atlas.walk import walk
from game.atlas.wish import Span, Wish
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import history
from game.screens.board.walking import work_on
from game.simulation.arrays import Floats

pytestmark = pytest.mark.gallery  # it has the same walk of all lines


def board_of(campaign: Campaign) -> Board:
    """Return the board of a whole campaign, walked once for the gallery and for all tests here."""
    work = work_on(campaign, campaign.model.readings[0].id)
    work.errand.wait()
    assert work.board is not None, work.trouble
    return work.board


def strands(board: Board) -> list[Answers]:
    """Return the answers of each strand, from the top down."""
    return [board.answers(number) for number in range(board.strands)]


def wished(board: Board, wish: Wish) -> list[int]:
    """Return the numbers of the strands that are wished for."""
    chosen: list[int] = board.wished(wish).chosen.tolist()
    return chosen


# --- neighbours end alike ---


def neighbours(board: Board, column: int) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of strands that run side by side in a column."""
    order = np.lexsort((board.codes[np.argsort(board.order)], board.places[column]))
    return order[:-1], order[1:]


def strangers(board: Board) -> tuple[np.ndarray, np.ndarray]:
    """Return as many pairs drawn by lot."""
    drawn = np.random.default_rng(1)
    one, other = drawn.integers(0, board.strands, (2, 20_000))
    return one, other


def axes_of(campaign: Campaign, board: Board) -> Floats:
    """Return each axis of each strand, measured by its spread among all."""
    columns = board.ends.figures[: len(campaign.outline.axes)]
    measured: Floats = columns / columns.std(axis=1, keepdims=True)
    return measured


@pytest.mark.parametrize("column", [1, 2, 3, 4, 5, 6])
def test_strands_beside_each_other_have_one_ending_far_more_often_than_two_by_lot(
    shipped: Campaign, column: int
) -> None:
    board = board_of(shipped)
    endings = board.ends.endings
    beside, by_lot = (
        np.mean(endings[one] == endings[other])
        for one, other in (neighbours(board, column), strangers(board))
    )

    assert beside > 3 * by_lot


@pytest.mark.parametrize("column", [1, 2, 3, 4, 5, 6])
def test_strands_beside_each_other_end_at_much_the_same_place_on_the_axes(
    shipped: Campaign, column: int
) -> None:
    board = board_of(shipped)
    axes = axes_of(shipped, board)
    beside, by_lot = (
        np.abs(axes[:, one] - axes[:, other]).mean()
        for one, other in (neighbours(board, column), strangers(board))
    )

    assert beside < 2 / 3 * by_lot


@pytest.mark.parametrize("column", [1, 2, 3, 4, 5])
def test_where_strands_run_side_by_side_they_reach_the_last_column_near_each_other(
    shipped: Campaign, column: int
) -> None:
    board = board_of(shipped)
    last = board.places[-1]
    beside, by_lot = (
        np.abs(last[one] - last[other]).mean()
        for one, other in (neighbours(board, column), strangers(board))
    )

    assert beside < 0.4 * by_lot


# --- places ---


def test_every_line_has_a_strand_and_every_strand_a_place_in_each_column(
    harbour: Campaign,
) -> None:
    board, lines = board_of(harbour), [one.line for one in walk(harbour)]

    assert {line_of(harbour, one) for one in strands(board)} == set(lines)
    assert board.ends.lines == board.strands == len(lines)
    assert board.places.shape == (len(harbour.scenarios) + 1, len(lines))


def test_all_strands_begin_in_one_point_and_none_ends_where_another_does(
    harbour: Campaign,
) -> None:
    first, *_, last = board_of(harbour).places.tolist()

    assert {round(one, 9) for one in first} == {0.5}
    assert last == sorted(set(last))


def test_strands_of_one_ending_lie_together_at_the_end(shipped: Campaign) -> None:
    endings = board_of(shipped).ends.endings.tolist()

    assert sum(a != b for a, b in pairwise(endings)) == len(set(endings)) - 1


def test_bundles_tell_where_each_ending_lies_and_how_many_are_wished_for(
    shipped: Campaign,
) -> None:
    board = board_of(shipped)
    chosen = board.wished(Wish(answers=(0,))).chosen

    found = list(board.bundles(chosen))

    assert [one.ending for one in found] == list(dict.fromkeys(board.ends.endings.tolist()))
    assert all(one.first <= one.last for one in found)
    assert all(one.last < other.first for one, other in pairwise(found))
    assert sum(one.many for one in found) == len(chosen)


def test_a_whole_line_is_found_by_its_answers_and_runs_where_its_strand_does(
    harbour: Campaign,
) -> None:
    board = board_of(harbour)

    for number, answers in enumerate(strands(board)):
        assert board.number(answers) == number
        assert board.path(answers) == tuple(board.places[:, number].tolist())


def test_the_beginning_of_a_line_runs_amid_all_that_begin_so(harbour: Campaign) -> None:
    board = board_of(harbour)
    first = board.answers(0)[:1]
    last = board.places[-1].tolist()
    mine = [last[number] for number, one in enumerate(strands(board)) if one[:1] == first]

    assert board.path(first) == pytest.approx((0.5, sum(mine) / len(mine)))
    assert board.number(first) is None


@pytest.mark.parametrize("never", [(99, 99), (0, 99)])
def test_a_line_that_cannot_be_played_has_no_strand(harbour: Campaign, never: Answers) -> None:
    board = board_of(harbour)

    assert board.number(never) is None
    assert len(board.path(never)) == 1 + (never[0] == 0)


def test_a_closed_line_runs_as_far_as_it_can_be_played(harbour: Campaign) -> None:
    board = board_of(harbour)
    every = {(one, other) for one in range(3) for other in range(3)}
    (closed,) = every - set(strands(board))

    assert board.number(closed) is None
    assert board.path(closed) == board.path(closed[:1])


def test_a_board_of_one_line_is_a_board(harbour: Campaign) -> None:
    whole = board_of(harbour).ends
    only = Ends(whole.answers[:1], whole.endings[:1], whole.figures[:, :1], 1)

    board = laid(harbour, only)

    assert board.places.tolist() == [[0.5]] * 3
    assert board.part(0, 0) == board.part(0, 3) == board.ranged(0)
    assert sum(board.bars(0, board.wished(Wish()).chosen)) == 1


# --- figures ---


def test_half_of_the_lines_lie_below_the_middle_of_an_axis(harbour: Campaign) -> None:
    board = board_of(harbour)
    column = sorted(board.ends.figures[0].tolist())

    assert board.below(0, column[0] - 1) == 0
    assert board.below(0, column[-1] + 1) == 1
    assert board.below(0, column[len(column) // 2]) == pytest.approx(0.5, abs=0.2)


def test_the_parts_of_a_figure_hold_equally_many_lines_from_its_least_to_its_greatest(
    shipped: Campaign,
) -> None:
    board = board_of(shipped)
    parts = [board.part(1, number) for number in range(4)]

    assert (parts[0].low, parts[-1].high) == (board.ranged(1).low, board.ranged(1).high)
    assert all(one.high <= other.low for one, other in pairwise(parts))
    for one in parts:
        many = len(wished(board, Wish(spans=(one,))))
        assert many == pytest.approx(board.strands / 4, rel=0.05)


def test_bars_count_the_strands_that_are_wished_for(shipped: Campaign) -> None:
    board = board_of(shipped)
    whole = board.bars(0, board.wished(Wish()).chosen)
    span = board.part(0, 0)
    low = board.bars(0, board.wished(Wish(spans=(span,))).chosen)

    assert max(whole) == max(low) == 1
    assert sum(one > 0 for one in low) < sum(one > 0 for one in whole)
    assert set(board.bars(0, np.array([], dtype=np.int64))) == {0.0}


# --- wishes ---


def test_whoever_wishes_nothing_sees_all(harbour: Campaign) -> None:
    board = board_of(harbour)

    assert wished(board, Wish()) == list(range(board.strands))


def test_an_ending_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)
    ending = board.ending(board.strands - 1)

    found = wished(board, Wish(ending=ending))

    assert found
    assert found == [one for one in range(board.strands) if board.ending(one) == ending]


def test_an_answer_to_one_telegram_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)

    found = [board.answers(one) for one in wished(board, Wish(answers=(None, 1)))]

    assert {one[1] for one in found} == {1}
    assert len({one[0] for one in found}) > 1


def test_ranges_of_several_figures_can_be_wished_for_at_once(shipped: Campaign) -> None:
    board = board_of(shipped)
    axis, indicator = board.part(0, 3), board.part(len(shipped.outline.axes), 0)

    found = wished(board, Wish(spans=(axis, indicator)))

    assert 0 < len(found) < board.strands / 4
    for span in (axis, indicator):
        assert all(span.low <= board.value(span.figure, one) <= span.high for one in found)


def test_a_figure_has_one_range_which_another_replaces() -> None:
    low, high, other = Span(0, 1, 2), Span(0, 3, 4), Span(1, 5, 6)
    wish = Wish(spans=(low, other))

    assert wish.span(0) == low
    assert wish.span(2) is None
    assert wish.spanned(0, high) == (other, high)
    assert wish.spanned(0, None) == (other,)


def test_a_range_without_any_line_is_known_as_such(harbour: Campaign) -> None:
    board = board_of(harbour)
    whole = board.ranged(0)

    assert board.has(whole)
    assert not board.has(Span(0, whole.high + 1, whole.high + 2))


def test_lines_that_differ_in_one_answer_can_be_wished_for(harbour: Campaign) -> None:
    board = board_of(harbour)
    line = numbers_of(harbour, history(harbour))

    found = [board.answers(one) for one in wished(board, Wish(beside=line))]

    assert line in found
    assert {len(apart(one, line)) for one in found} == {0, 1}


def test_the_nearest_strand_to_every_other_ending_is_found_the_nearest_first(
    shipped: Campaign,
) -> None:
    board = board_of(shipped)
    line = numbers_of(shipped, history(shipped))
    own = board.number(line)
    assert own is not None

    found = board.nearest(line)

    assert [len(one.turns) for one in found] == sorted(len(one.turns) for one in found)
    assert {one.ending for one in found} == set(board.ends.endings.tolist()) - {board.ending(own)}
    for one in found:
        answers = board.answers(one.number)
        same = wished(board, Wish(one.ending))
        assert apart(answers, line) == one.turns
        assert len(same) == one.lines
        assert min(len(apart(board.answers(n), line)) for n in same) == len(one.turns)


def test_of_two_strands_as_near_the_one_that_parts_later_is_told(shipped: Campaign) -> None:
    board = board_of(shipped)
    line = numbers_of(shipped, history(shipped))

    for one in board.nearest(line):
        ways = [apart(board.answers(n), line) for n in wished(board, Wish(one.ending))]
        assert one.turns[0] == max(way[0] for way in ways if len(way) == len(one.turns))


def test_of_a_line_that_is_not_shown_every_ending_is_another(harbour: Campaign) -> None:
    board = board_of(harbour)
    every = {(one, other) for one in range(3) for other in range(3)}
    (closed,) = every - set(strands(board))

    found = board.nearest(closed)

    assert {one.ending for one in found} == set(board.ends.endings.tolist())
