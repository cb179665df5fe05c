"""Responses compared: whether one is never better than another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.atlas.rivals import Behind, Rivals, behind
from game.atlas.walk import walk
from game.campaign.campaign import Campaign

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

    assert leads(town, "engineer", "fisherman") == [Behind(0, "pray", "wait")]  # type: ignore[arg-type]


def test_what_only_gains_puts_doing_nothing_behind(changed: Callable[..., Campaign]) -> None:
    """Whichever stands first."""
    town = praying(changed, "{order: levy, size: 1000}")

    assert Behind(0, "wait", "pray") in leads(town, "engineer")  # type: ignore[arg-type]


def test_what_is_the_same_in_all_is_behind_nothing(changed: Callable[..., Campaign]) -> None:
    """A twin is not worse."""
    assert leads(praying(changed, "{order: levy, size: 0}"), "engineer") == []


def test_what_is_worth_choosing_under_one_reading_is_a_choice(
    changed: Callable[..., Campaign],
) -> None:
    """Readings differ about what a storm does; only what all hold against a response counts."""
    town = praying(changed, "{order: levy, size: 1000}")
    assert behind([]) == []
    assert behind([{}, _only(town)]) == []


def _only(campaign: Campaign) -> dict[tuple[int, object, object], list[float]]:
    rivals = Rivals(campaign)
    for one in walk(campaign, "engineer"):
        rivals.add(one)
    return rivals.finish()  # type: ignore[return-value]


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
    safety, _ = rivals.finish()[0, "wait", "pray"]  # type: ignore[index]
    assert safety == pytest.approx((mean["wait"] - mean["pray"]) / 400)


def test_without_lines_there_is_nothing_to_compare(harbour: Campaign) -> None:
    """No leads."""
    assert Rivals(harbour).finish() == {}
