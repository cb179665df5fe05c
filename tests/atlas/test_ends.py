"""Where lines end: as each does by itself, thinned, sampled, and some that are asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.atlas import ends as counted
from game.atlas.answers import WALKED, Answers, line_of, lines_at_most, numbers_of
from game.atlas.ends import Ends, along, ends, sampled, thinned
from game.atlas.ground import ground_of
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import Replay, play
from tests import exhaustive

READING = "engineer"


def quietly(_share: float) -> None:
    """Watch nothing."""


def rows(found: Ends) -> list[Answers]:
    """Return the answers of each line."""
    return [tuple(one) for one in found.answers.tolist()]


def replayed(campaign: Campaign, answers: Answers, reading: str = READING) -> Replay:
    """Play a line by itself."""
    start = begin(campaign, chance=False, reading=reading)
    return play(campaign, replace(start, line=line_of(campaign, answers)))


def assert_same(campaign: Campaign, found: Ends, number: int, reading: str = READING) -> None:
    """Compare a line with the same line played by itself."""
    alone = replayed(campaign, rows(found)[number], reading)
    assert alone.reached is not None
    outline, column = campaign.outline, found.figures[:, number]
    assert outline.endings[found.endings[number]].id == alone.reached.ending.id
    first, last = campaign.scenarios[0].month, outline.chronicle
    wanted = [value for _, value in alone.reached.axes]
    for one in outline.indicators:
        months = range(last.since(first) + 1)
        curve = [alone.course.at(first.plus(month), one.quantity) for month in months]
        wanted += [curve[-1], min(curve), max(curve)]
    assert column.tolist() == pytest.approx(wanted, rel=1e-9)


def test_every_line_ends_as_it_does_played_by_itself(harbour: Campaign) -> None:
    found = ends(harbour, READING, quietly)

    for number in range(len(found.endings)):
        assert_same(harbour, found, number)


@pytest.mark.parametrize("reading", exhaustive.sampled(["record", "moscow"], ["moscow"]))
def test_lines_of_the_shipped_campaign_end_as_they_do_played_by_themselves(
    shipped: Campaign, reading: str
) -> None:
    found = sampled(ground_of(shipped, reading, None), 12, quietly)

    for number in range(len(found.endings)):
        assert_same(shipped, found, number, reading)


def test_all_lines_are_those_of_a_walk(harbour: Campaign) -> None:
    found = ends(harbour, READING, quietly)

    assert rows(found) == [numbers_of(harbour, one.line) for one in walk(harbour, READING)]
    assert (found.lines, found.is_drawn) == (len(rows(found)), False)


def test_a_walk_tells_how_far_it_is(harbour: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "TOGETHER", 2)
    told: list[float] = []

    ends(harbour, READING, told.append)

    assert told == sorted(told)
    assert len(told) > 2
    assert 0 < told[0] < told[-1] < 1


@pytest.mark.parametrize(("most", "step"), [(8, 1), (5, 2), (3, 4), (1, 8)])
def test_of_too_many_lines_every_second_or_fourth_is_kept(
    harbour: Campaign, most: int, step: int
) -> None:
    whole = ends(harbour, READING, quietly)
    parts = [whole.picked(slice(start, start + 3)) for start in (0, 3, 6)]

    found = thinned(parts, most)

    assert rows(found) == rows(whole)[::step]
    assert found.figures.tolist() == whole.figures[:, ::step].tolist()
    assert found.lines == len(rows(whole)) == 8


def test_a_sample_has_lines_that_can_be_played_each_once(harbour: Campaign) -> None:
    whole = rows(ends(harbour, READING, quietly))
    told: list[float] = []

    found = sampled(ground_of(harbour, READING, None), 400, told.append)

    assert set(rows(found)) == set(whole)
    assert len(rows(found)) == len(whole)
    assert (found.lines, found.is_drawn) == (lines_at_most(harbour), True)
    assert told[-1] == 1


def test_a_larger_sample_is_drawn_in_parts(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground = ground_of(harbour, READING, None)
    whole = sampled(ground, 20, quietly)
    monkeypatch.setattr(counted, "TOGETHER", 3)

    parts = sampled(ground, 20, quietly)

    assert rows(parts) == rows(whole)


def test_a_campaign_with_too_many_lines_is_sampled(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "WALKED", 8)

    assert lines_at_most(harbour) < WALKED
    assert ends(harbour, READING, quietly).is_drawn


def test_lines_that_are_asked_for_end_as_they_do_in_a_walk(harbour: Campaign) -> None:
    whole = ends(harbour, READING, quietly)
    wanted = rows(whole)[1], rows(whole)[4]

    found = along(harbour, READING, [*wanted, wanted[0]])

    assert found is not None
    assert rows(found) == list(wanted)
    assert found.figures.tolist() == whole.figures[:, [1, 4]].tolist()


def test_lines_that_cannot_be_played_are_left_out(harbour: Campaign) -> None:
    whole = rows(ends(harbour, READING, quietly))
    every = {(one, other) for one in range(3) for other in range(3)}

    found = along(harbour, READING, every)

    assert found is not None
    assert rows(found) == whole


def test_where_no_line_that_is_asked_for_can_be_played_nothing_is_found(
    harbour: Campaign,
) -> None:
    whole = rows(ends(harbour, READING, quietly))
    never = {(one, other) for one in range(3) for other in range(3)} - set(whole)

    assert never
    assert along(harbour, READING, never) is None
    assert along(harbour, READING, []) is None


def test_lines_join_a_sample_each_once(harbour: Campaign) -> None:
    whole = ends(harbour, READING, quietly)
    few = whole.picked(np.array([2, 5]))

    found = few.joined(whole, None)

    assert sorted(rows(found)) == sorted(rows(whole))
    assert rows(found)[:2] == rows(few)
    assert numbers_of(harbour, history(harbour)) in rows(found)
