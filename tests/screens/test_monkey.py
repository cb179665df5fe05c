"""Somebody who presses anything at any time neither stops the game nor loses what is theirs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.errand import Errand
from tests.screens.monkey import Monkey

EVENTS = int(os.environ.get("MONKEY", "20000"))
"""How many happen in all, where all is gone through; the README tells of a million."""
SEEDS = 20
SITTING = 5000
"""Events after which a monkey begins anew with an empty disk."""
SITTINGS = -(-EVENTS // SEEDS // SITTING)


@pytest.fixture(autouse=True)
def _no_errand_fails(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What goes wrong in a thread is told on the screen, where no monkey reads it."""
    failed: list[Exception] = []
    run = Errand._run

    def noted(errand: Errand[object]) -> None:
        run(errand)
        failed.extend([errand.error] if errand.error else [])

    monkeypatch.setattr(Errand, "_run", noted)
    yield

    assert failed == []


def test_a_monkey_stops_nothing_and_loses_nothing(harbour: Campaign, tmp_path: Path) -> None:
    monkey = Monkey(harbour, tmp_path, "all day").press_on(300)

    assert monkey.done >= 300


def test_a_monkey_does_the_same_each_time(harbour: Campaign, tmp_path: Path) -> None:
    first, second = (Monkey(harbour, tmp_path / name, "again").press_on(60) for name in "ab")

    assert (first.done, first.screens) == (second.done, second.screens)


@pytest.mark.exhaustive
@pytest.mark.parametrize("sitting", range(SITTINGS))
@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_storm_of_presses_stops_nothing_and_loses_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, seed: int, sitting: int
) -> None:
    campaign = request.getfixturevalue("harbour" if seed % 10 else "shipped")
    events = min(SITTING, EVENTS // SEEDS)

    monkey = Monkey(campaign, tmp_path, f"{seed}-{sitting}").press_on(events)

    assert monkey.done >= events
