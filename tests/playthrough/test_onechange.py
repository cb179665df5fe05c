"""The table of every line with one other answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.playthrough.onechange import OneChange, one_change
from game.playthrough.parting import compare
from game.playthrough.playthrough import Playthrough, begin, history

WAIT, GANGS = map(ResponseId, ("wait", "ten-gangs"))


def whole(campaign: Campaign) -> Playthrough:
    """Return history's answers, with chance."""
    return replace(begin(campaign), line=history(campaign))


@pytest.fixture(scope="module")
def table(shipped: Campaign) -> OneChange:
    """The table of history's answers."""
    return one_change(shipped, whole(shipped))


def test_every_other_answer_to_every_telegram_has_its_line(
    shipped: Campaign, table: OneChange
) -> None:
    """It differs from the line in that answer only."""
    line = history(shipped)
    expected = sum(len(one.decision.responses) - 1 for one in shipped.scenarios)

    assert len({one.playthrough.line for one in table.changes}) == expected
    for one in table.changes:
        pairs = list(zip(one.playthrough.line, line, strict=True))
        assert [turn for turn, (new, old) in enumerate(pairs) if new != old] == [one.turn]
        assert pairs[one.turn] == (one.response, one.instead_of)


def test_the_ranking_is_that_of_compare_run_on_each(shipped: Campaign, table: OneChange) -> None:
    """On every axis: the same effects, in the same order."""
    base = whole(shipped)
    for number, axis in enumerate(shipped.outline.axes):
        apart = {}
        for one in table.changes:
            values = compare(shipped, (base, one.playthrough)).stands[-1].axes[number]
            apart[one.playthrough.line] = values[1] - values[0]
        rows = table.ranked(axis, number)

        assert {row.change.playthrough.line: row.effect for row in rows} == apart
        sizes = [abs(row.effect) for row in rows]
        assert sizes == sorted(map(abs, apart.values()), reverse=True)


def test_a_direction_holds_when_every_reading_goes_the_same_way(
    shipped: Campaign, table: OneChange
) -> None:
    """And one that is nothing somewhere does not."""
    rows = [
        row
        for number, axis in enumerate(shipped.outline.axes)
        for row in table.ranked(axis, number)
    ]
    assert {row.sign_holds for row in rows} == {True, False}
    for row in rows:
        ways = {(value or 0) > 0 for value in row.by_reading}
        assert row.sign_holds == (len(ways) == 1 and all(row.by_reading))


def test_a_place_holds_when_the_next_row_is_smaller_under_every_reading(
    shipped: Campaign, table: OneChange
) -> None:
    """The last row has nothing after it."""
    axis = shipped.outline.axes[0]
    rows = table.ranked(axis, 0)
    firm = [
        all(
            abs(one or 0) >= abs(other or 0)
            for one, other in zip(row.by_reading, later.by_reading, strict=True)
        )
        for row, later in pairwise(rows)
    ]

    assert [row.order_holds for row in rows] == [*firm, True]
    assert not all(firm)


def test_the_weightiest_answer_is_that_of_the_first_row(
    shipped: Campaign, table: OneChange
) -> None:
    """Under the reading of the line itself, which comes first."""
    for number, axis in enumerate(shipped.outline.axes):
        first = table.ranked(axis, number)[0]
        assert table.weightiest(axis, number)[0] == first.change.turn
        assert table.readings[0] == table.playthrough.reading


def test_an_answer_after_which_a_later_one_is_closed_has_no_effect(
    harbour: Campaign,
) -> None:
    """It is listed apart, with the reason."""
    line = (WAIT, GANGS)
    found = one_change(harbour, replace(begin(harbour, chance=False), line=line))
    closed = {one.response for one in found.closed}
    axis = harbour.outline.axes[0]

    assert closed
    assert all(one.stopped is not None for one in found.closed)
    assert closed.isdisjoint(row.change.response for row in found.ranked(axis, 0))


def test_an_axis_that_nothing_moves_has_no_weightiest_answer(harbour: Campaign) -> None:
    """Where the line itself cannot be played, neither."""
    line = (ResponseId("gull"), WAIT)
    found = one_change(harbour, replace(begin(harbour), line=line))
    axis = harbour.outline.axes[0]

    assert set(found.ends) == {None}
    assert set(found.weightiest(axis, 0)) == {None}
    assert found.ranked(axis, 0) == ()
