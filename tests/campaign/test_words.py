"""Months."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.campaign.words import Month

MONTHS = st.builds(Month, st.integers(1, 4000), st.integers(1, 12))


@given(MONTHS, st.integers(-11, 5000))
def test_going_on_and_counting_back_agree(month: Month, distance: int) -> None:
    """`plus` and `since` are one another's opposite."""
    assert month.plus(distance).since(month) == distance


@given(MONTHS)
def test_a_later_month_is_greater(month: Month) -> None:
    """Months are in the order of time."""
    assert month < month.plus(1)


def test_a_month_is_written_with_four_and_two_figures() -> None:
    """As it stands in the files."""
    assert str(Month(941, 7)) == "0941-07"
