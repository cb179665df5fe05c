"""Responses compared: whether one is never better than another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.atlas.rivals import Behind, Rivals, behind
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId

WAIT, PRAY = ResponseId("wait"), ResponseId("pray")
PRAYERS = ("      commands:\n        - {order: gangs, size: 0.5}\n", "      commands:\n{}\n")


def leads(campaign: Campaign, *readings: str) -> list[Behind]:
    """Return the responses that are behind another under some readings."""
    found = []
    for reading in readings:
        rivals = Rivals(campaign)
        for one in walk(campaign, reading):
            rivals.add(one)
        found.append(rivals.finish())
    return behind(found)


def praying(changed: Callable[..., Campaign], command: str) -> Campaign:
    """The harbour where prayers of the first winter do something else."""
    old, new = PRAYERS
    return changed("first-winter.yaml", old, new.format(f"        - {command}"))


def test_what_costs_something_and_gains_something_is_a_choice(harbour: Campaign) -> None:
    """Neither response is behind."""
    assert leads(harbour, "engineer") == []


def test_what_only_costs_is_behind_doing_nothing(changed: Callable[..., Campaign]) -> None:
    """It is filler."""
    town = praying(changed, "{order: levy, size: -90000, months: 9}")

    assert Behind(0, PRAY, WAIT) in leads(town, "engineer", "fisherman")


def test_what_only_gains_puts_doing_nothing_behind(changed: Callable[..., Campaign]) -> None:
    """Whichever stands first."""
    town = praying(changed, "{order: levy, size: 1000}")

    assert Behind(0, WAIT, PRAY) in leads(town, "engineer")


def test_what_is_the_same_in_all_is_behind_nothing(changed: Callable[..., Campaign]) -> None:
    """A twin is not worse."""
    assert leads(praying(changed, "{order: levy, size: 0}"), "engineer") == []


@pytest.mark.parametrize(
    ("leads_of_each", "is_behind"),
    [
        (([-1.0, -1.0], [-1.0, -0.5]), True),
        (([-1.0, -1.0], [-1.0, 0.5]), False),
        (([-1.0, 0.0], [0.0, -1.0]), True),
        (([-1.0, -1.0], [0.0, 0.0]), False),
    ],
)
def test_only_what_all_readings_hold_against_a_response_counts(
    leads_of_each: tuple[list[float], ...], is_behind: bool
) -> None:
    """Never ahead on an axis, and somewhere behind, under each of them."""
    assert bool(behind([{(0, WAIT, PRAY): one} for one in leads_of_each])) is is_behind


def test_responses_that_are_never_open_together_are_not_compared() -> None:
    """Under one of the readings."""
    assert behind([{(0, WAIT, PRAY): [-1.0]}, {}]) == []


def test_the_lead_is_the_mean_over_the_ways_to_go_on(harbour: Campaign) -> None:
    """As a share of the axis' scale."""
    rivals, lines = Rivals(harbour), list(walk(harbour, "engineer"))
    for one in lines:
        rivals.add(one)
    mean = {
        name: sum(found) / len(found)
        for name in ("wait", "pray")
        for found in [[one.axes[0] for one in lines if one.line[0] == name]]
    }
    safety, _ = rivals.finish()[0, WAIT, PRAY]
    assert safety == pytest.approx((mean["wait"] - mean["pray"]) / 400)


def test_without_lines_there_is_nothing_to_compare(harbour: Campaign) -> None:
    """No leads."""
    assert Rivals(harbour).finish() == {}
