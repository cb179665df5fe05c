"""The model held against the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Grade, Month
from game.playthrough.hindcast import hindcast, mean_error


def test_the_shipped_model_answers_to_the_record(shipped: Campaign) -> None:
    """Every documented or reported point lies in its range, and the mean error is small."""
    done = hindcast(shipped)

    assert done.missed == ()
    assert done.error <= 0.08
    assert done.error_left_out <= 0.12
    assert done.is_met


def test_fewer_parameters_are_fitted_than_there_are_points(shipped: Campaign) -> None:
    """Or the fit would say nothing."""
    done = hindcast(shipped)
    assert 0 < done.parameters < len(done.fitted_to)


def test_every_third_used_point_of_a_series_is_left_out_of_the_fit(shipped: Campaign) -> None:
    """The second, the fifth, the eighth, by date."""
    done = hindcast(shipped)
    for record in shipped.model.record:
        used = [one for one in done.points if one.quantity == record.id and one.point.use]
        left_out = [number for number, one in enumerate(used, 1) if not one.fitted_to]
        assert all(number % 3 == 2 for number in left_out)


def test_estimates_of_our_own_do_not_count(shipped: Campaign) -> None:
    """They are shown, and are ranges only."""
    assert all(one.point.grade is not Grade.INFERRED for one in hindcast(shipped).counted)


def test_a_point_of_the_harbour_is_compared(harbour: Campaign) -> None:
    """With its error and its range."""
    (one,) = hindcast(harbour).points

    assert one.is_inside
    assert one.error == pytest.approx((one.model - 300) / 300)


def test_a_model_that_misses_is_told_so(changed: Callable[..., Campaign]) -> None:
    """A figure outside its range is a miss."""
    town = changed(
        "model.yaml", "value: 300, low: 290, high: 310", "value: 900, low: 890, high: 910"
    )
    done = hindcast(town)

    assert len(done.missed) == 1
    assert not done.is_met


def test_a_figure_of_a_month_that_was_not_computed_is_not_compared(harbour: Campaign) -> None:
    """There is nothing to hold against it."""
    (record,) = harbour.model.record
    early = replace(record, points=(replace(record.points[0], month=Month(1899, 1)),))
    town = replace(harbour, model=replace(harbour.model, record=(early,)))

    assert hindcast(town).points == ()


def test_of_no_points_the_mean_error_is_nothing() -> None:
    """And not a division by zero."""
    assert mean_error(()) == 0
