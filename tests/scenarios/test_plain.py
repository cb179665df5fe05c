"""Campaigns as plain things: nothing is lost on the way there and back."""

from __future__ import annotations

import json

import pytest

from game.campaign.campaign import Campaign
from game.campaign.model import Model
from game.scenarios.plain import made, plain


def there_and_back(campaign: Campaign) -> Campaign:
    """Return a campaign made from the text of its plain things."""
    again: Campaign = made(Campaign, json.loads(json.dumps(plain(campaign))))
    return again


def test_the_harbour_comes_back_as_it_was(harbour: Campaign) -> None:
    again = there_and_back(harbour)

    assert (again.outline, again.scenarios) == (harbour.outline, harbour.scenarios)
    assert plain(again) == plain(harbour)


def test_the_shipped_campaign_comes_back_as_it_was(shipped: Campaign) -> None:
    again = there_and_back(shipped)

    assert (again.outline, again.scenarios) == (shipped.outline, shipped.scenarios)
    assert (again.geography, again.cast) == (shipped.geography, shipped.cast)
    assert plain(again) == plain(shipped)


def test_formulas_are_parsed_again(shipped: Campaign) -> None:
    again = there_and_back(shipped).model.equations

    assert [one.equals.tree for one in again] == [
        one.equals.tree for one in shipped.model.equations
    ]


@pytest.mark.parametrize("given", [None, 7, "text", [1], [[]] * 7])
def test_what_is_something_else_makes_nothing(given: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        made(Model, given)
