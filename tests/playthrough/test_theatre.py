"""What lies on the map follows the model: fronts, areas, cuts, columns and threats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Month, ResponseId
from game.playthrough.playthrough import begin
from game.playthrough.replay import play
from game.playthrough.strokes import along, apart
from game.playthrough.theatre import MOST_CUTS, Theatre, front_in, theatre
from game.simulation.course import Course

STORM = Month(1902, 1)
"""A month in which the neglected dike is damaged."""
WORK = Month(1900, 11)
"""A month in which gangs are on the dike, if they were sent."""


def course_of(campaign: Campaign, first: str = "wait") -> Course:
    """Return the months of a playthrough that begins with an answer and then waits."""
    line = (ResponseId(first), ResponseId("wait"))
    return play(campaign, replace(begin(campaign, chance=False), line=line)).course


def shown(campaign: Campaign, month: Month = STORM, gone: float = 0.0) -> Theatre:
    """Return what lies on the map when everybody waits."""
    return theatre(campaign.geography, course_of(campaign), month, gone)


def test_a_front_stands_on_its_date_as_it_is_written(harbour: Campaign) -> None:
    fronts = harbour.geography.fronts

    assert front_in(fronts, Month(1900, 7)) == fronts[0].points
    assert front_in(fronts, Month(1901, 1)) == fronts[1].points


def test_a_front_moves_month_by_month_between_its_dates(harbour: Campaign) -> None:
    wests = [
        front_in(harbour.geography.fronts, Month(1900, 7).plus(later))[0][0][0]
        for later in range(7)
    ]

    assert wests == pytest.approx([4.1 + 0.2 * later / 6 for later in range(7)])


def test_a_front_moves_within_a_month(harbour: Campaign) -> None:
    ((west, _), *_), *_ = front_in(harbour.geography.fronts, Month(1900, 7), 0.5)

    assert west == pytest.approx(4.1 + 0.2 / 12)


def test_a_front_that_did_not_move_stays_until_it_did(harbour: Campaign) -> None:
    first, last = harbour.geography.fronts
    fronts = (replace(first, until=Month(1900, 10)), last)

    assert front_in(fronts, Month(1900, 9)) == first.points
    assert front_in(fronts, Month(1900, 10)) == first.points
    assert front_in(fronts, Month(1900, 11)) not in (first.points, last.points)


def test_the_order_of_writing_fronts_does_not_matter(harbour: Campaign) -> None:
    fronts = harbour.geography.fronts

    assert front_in(fronts[::-1], Month(1900, 9)) == front_in(fronts, Month(1900, 9))


def test_before_the_first_date_there_is_no_front_and_after_the_last_it_stays(
    harbour: Campaign,
) -> None:
    fronts = harbour.geography.fronts

    assert front_in(fronts, Month(1900, 6)) == ()
    assert front_in(fronts, Month(1910, 1)) == fronts[1].points


def test_an_area_is_as_large_as_its_formula_says(harbour: Campaign) -> None:
    damage = course_of(harbour).at(STORM, "damage")

    assert shown(harbour).spreads[0].share == pytest.approx(1 - damage / 60)


def test_an_area_without_a_formula_is_whole(changed: Callable[..., Campaign]) -> None:
    campaign = changed("map.yaml", "    size: clamp(1 - damage / 60, 0, 1)\n", "")

    assert shown(campaign).spreads[0].share == 1.0


def test_within_a_month_an_area_is_on_its_way_to_the_next(harbour: Campaign) -> None:
    here, half, there = (
        shown(harbour, month, gone).spreads[0].share
        for month, gone in ((STORM, 0.0), (STORM, 0.5), (STORM.plus(1), 0.0))
    )

    assert half == pytest.approx((here + there) / 2)


def test_a_line_is_cut_once_for_so_much_of_its_quantity(changed: Callable[..., Campaign]) -> None:
    campaign = changed("map.yaml", "    cut_by: damage", "    cut_by: damage\n    cut_each: 0.5")
    damage = course_of(campaign).at(STORM, "damage")

    assert len(shown(campaign).torn[0].cuts) == round(damage / 0.5)


def test_a_cut_stays_where_it_is_when_others_come(changed: Callable[..., Campaign]) -> None:
    few = changed("map.yaml", "    cut_by: damage", "    cut_by: damage\n    cut_each: 1")
    line = few.geography.lines[0]
    cuts, more = (
        theatre(
            replace(few.geography, lines=(replace(line, cut_each=each),)), course_of(few), STORM
        )
        .torn[0]
        .cuts
        for each in (2.0, 0.5)
    )

    assert 0 < len(cuts) < len(more)
    assert more[: len(cuts)] == cuts


def test_there_are_never_more_cuts_than_can_be_told_apart(harbour: Campaign) -> None:
    line = replace(harbour.geography.lines[0], cut_each=0.001)
    found = theatre(replace(harbour.geography, lines=(line,)), course_of(harbour), STORM)

    assert len(found.torn[0].cuts) == MOST_CUTS


def test_a_cut_lies_on_the_leg_it_names(harbour: Campaign) -> None:
    line = replace(harbour.geography.lines[0], cut_each=0.5)
    found = theatre(replace(harbour.geography, lines=(line,)), course_of(harbour), STORM)

    for cut in found.torn[0].cuts:
        start, end = cut.leg
        assert apart(start, cut.at) + apart(cut.at, end) == pytest.approx(apart(start, end))


def test_lines_that_share_a_quantity_share_its_cuts(harbour: Campaign) -> None:
    line = replace(harbour.geography.lines[0], cut_each=0.5)
    far = replace(line, points=(((20.0, 10.0), (24.0, 10.0)),))
    whole = replace(line, cut_by=None)
    dot = replace(line, points=(((30.0, 10.0), (30.0, 10.0)),))
    lines = (line, whole, far, dot)
    found = theatre(replace(harbour.geography, lines=lines), course_of(harbour), STORM)

    assert found.torn[0].lines == (line, far, dot)
    assert {cut.at[0] > 10 for cut in found.torn[0].cuts} == {True, False}


def test_a_line_without_length_is_cut_where_it_is(harbour: Campaign) -> None:
    point = (30.0, 10.0)
    dot = replace(harbour.geography.lines[0], points=((point, point),), cut_each=1.0)
    found = theatre(replace(harbour.geography, lines=(dot,)), course_of(harbour), STORM)

    assert {cut.at for cut in found.torn[0].cuts} == {point}


def test_a_column_stands_at_its_share_of_the_route(harbour: Campaign) -> None:
    course = course_of(harbour, "ten-gangs")
    (march,) = theatre(harbour.geography, course, WORK).marches

    assert (march.men, march.share) == (10.0, 1.0)
    assert march.gone[-1] == along(march.column.route, march.share)


def test_a_column_of_too_few_is_not_shown(changed: Callable[..., Campaign]) -> None:
    campaign = changed("map.yaml", "    men: gangs", "    men: gangs\n    least: 1000")

    course = course_of(campaign, "ten-gangs")

    assert theatre(campaign.geography, course, WORK).marches == ()


def test_a_threat_is_known_as_believed_and_as_it_is(harbour: Campaign) -> None:
    course, danger = course_of(harbour), shown(harbour).dangers[0]

    assert danger.believed == pytest.approx(min(course.at(STORM, "tide") / 400, 1))
    assert danger.true == pytest.approx(min(course.at(STORM, "surge") / 400, 1))


def test_a_threat_nobody_knows_better_is_as_it_is_believed(
    changed: Callable[..., Campaign],
) -> None:
    campaign = changed("map.yaml", "    truth: clamp(surge / 400, 0, 1)\n", "")
    danger = shown(campaign).dangers[0]

    assert danger.true == danger.believed
