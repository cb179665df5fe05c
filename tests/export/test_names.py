"""Names in other programs."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.export.names import free, names_of


def test_a_name_stays_as_it_is_if_it_can(harbour: Campaign) -> None:
    """An author finds the quantities under their own names."""
    names = names_of(harbour.model)

    assert {name for name, other in names.items() if name != other} == set()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("time", "the_time"),
        ("notable", "the_notable"),
        ("a__b", "a_b_2"),
        ("b_", "b"),
    ],
)
def test_a_name_that_would_mean_something_else_is_changed(name: str, written: str) -> None:
    """A function, a beginning read as `not`, or underscores that count as one."""
    assert free(name, {"a_b"}) == written
