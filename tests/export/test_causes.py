"""The arrows of a model and which way each pushes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.campaign.campaign import Campaign
from game.export.causes import Arrow, arrows, signs


def test_an_arrow_goes_from_what_a_formula_names(harbour: Campaign) -> None:
    """Parameters and a stock's debt to itself are no arrows."""
    found = arrows(harbour.model)

    assert Arrow("surge", "damage") in found
    assert Arrow("gangs", "crest") in found
    assert not any(one.cause in ("surge_spread", one.effect) for one in found)


@pytest.mark.parametrize(
    ("cause", "effect", "sign"),
    [
        ("gangs", "crest", "+"),
        ("gangs", "purse", "−"),
        ("crest", "damage", "−"),
        ("surge", "damage", "+"),
        ("tide", "surge", "+"),
    ],
)
def test_the_sign_tells_what_more_of_the_cause_does(
    harbour: Campaign, cause: str, effect: str, sign: str
) -> None:
    """Of a stock, to what it changes by."""
    assert signs(harbour)[Arrow(cause, effect)] == sign


def test_a_cause_that_is_never_felt_has_no_sign(changed: Callable[..., Campaign]) -> None:
    """Water never rises so high."""
    town = changed("model.yaml", "when(surge > crest,", "when(surge > 9000,")
    assert signs(town)[Arrow("surge", "damage")] == ""


def test_a_cause_that_pushes_both_ways_is_marked_so(changed: Callable[..., Campaign]) -> None:
    """A tide that helps when low and harms when high."""
    town = changed("model.yaml", "tide + 80 * storm", "abs(tide - 250) + 80 * storm")
    assert signs(town)[Arrow("tide", "surge")] == "±"
