"""Counts over walked lines."""

from __future__ import annotations

from game.atlas.counts import Counts, counted
from game.atlas.walk import walk
from game.campaign.campaign import Campaign


def test_lines_are_counted_by_where_they_lead_and_what_they_meet(harbour: Campaign) -> None:
    """Each thing in lines."""
    counts = counted(walk(harbour, "engineer"))

    assert counts.lines == 8
    assert counts.endings == {"plain": 4, "proud": 4}
    assert counts.epilogue == {"later": 8, "rich": 4}
    assert counts.happenings == {"ice": 8, "over-the-dike": 4}
    assert counts.given[1, "wait"] == 3  # type: ignore[index]
    assert counts.closed == {(1, "ten-gangs"): 2}
    assert [counts.cases[0, 0, case] for case in range(3)] == [2, 3, 3]


def test_the_widest_values_of_axes_and_indicators_are_kept(harbour: Campaign) -> None:
    """The least and the greatest."""
    counts = counted(walk(harbour, "engineer"))

    assert counts.axes[0] == (267.5, 738.0)
    assert counts.indicators[0] == (279.5, 641.0)


def test_counts_of_two_readings_can_be_joined(harbour: Campaign) -> None:
    """As if all lines had been counted together."""
    one, other = (list(walk(harbour, name)) for name in ("engineer", "fisherman"))

    assert counted(one).joined(counted(other)) == counted([*one, *other])


def test_nothing_joined_is_the_same(harbour: Campaign) -> None:
    """On either side."""
    counts = counted(walk(harbour))

    assert counts.joined(Counts()) == Counts().joined(counts) == counts
