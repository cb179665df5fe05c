"""What a measure reads out of the months."""

from __future__ import annotations

import pytest

from game.campaign.formula import formula, measure
from game.campaign.words import Month
from game.simulation.course import Course, Window

FIRST = Month(1900, 1)
COURSE = Course({"q": 0, "r": 1}, FIRST, ((1.0, 9.0), (5.0, 8.0), (2.0, 7.0), (4.0, 6.0)))
WINDOW = Window(FIRST, FIRST.plus(2), FIRST.plus(3))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("start(q)", 1),
        ("end(q)", 2),
        ("q", 2),
        ("change(q)", 1),
        ("total(q)", 6),
        ("most(q)", 5),
        ("least(q)", 1),
        ("at_chronicle(q)", 4),
        ("most(q) - least(r)", -2),
        ("value * 2", 20),
    ],
)
def test_a_measure_reads_its_window(text: str, value: float) -> None:
    """From the first month to the last; a total leaves the last one out."""
    assert COURSE.measure(measure(text), WINDOW, value=10.0) == value


def test_the_total_of_one_month_is_that_month() -> None:
    """A window without length still has a month."""
    assert COURSE.measure(measure("total(q)"), Window(FIRST, FIRST, FIRST)) == 1


def test_a_window_may_reach_beyond_the_months_there_are() -> None:
    """The nearest month stands for those that are missing."""
    wide = Window(FIRST.plus(-2), FIRST.plus(6), FIRST)

    assert COURSE.measure(measure("total(q)"), wide) == 1 + 1 + sum(COURSE.curve("q")) + 4 + 4
    assert COURSE.measure(measure("start(q) + end(q)"), wide) == 1 + 4


def test_a_formula_reads_one_month() -> None:
    """Beyond the ends the nearest month counts."""
    values = [COURSE.formula(formula("q + r"), FIRST.plus(n)) for n in (-5, 1, 99)]

    assert values == [10, 13, 10]


def test_a_course_knows_its_months() -> None:
    """From the first to the last."""
    assert COURSE.last == FIRST.plus(3)
    assert COURSE.months() == (FIRST, FIRST.plus(1), FIRST.plus(2), FIRST.plus(3))
    assert COURSE.curve("r") == (9.0, 8.0, 7.0, 6.0)
