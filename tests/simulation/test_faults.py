"""The formula that has no value is found, with its month."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.campaign.campaign import Campaign
from game.scenarios.problem import Problem
from game.simulation.faults import fault_of

HUGE = "1e15 ** 20 * 1e8"


def test_a_sound_model_has_no_fault(harbour: Campaign) -> None:
    """Under any reading."""
    assert fault_of(harbour.model, "engineer") is None
    assert fault_of(harbour.model, "fisherman") is None


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("starts: crest_at_first", "starts: 1 / (crest_at_first - 300)", 112, "at the start"),
        ("starts: 60", "starts: 1e15 ** 20 * 1e15 ** 20", 128, "at the start"),
        ("purse * 1.1", "(purse - 3000000) ** 0.5", 104, "in 1900-07"),
        ("levy - 20000", "1 / (1 - winter) + levy - 20000", 121, "in 1900-11"),
        ("- 500 * damage", "+ purse * 1e15", 121, "beyond every bound"),
        (
            "starts: purse_at_first\n    change: levy",
            f"starts: purse_at_first + {HUGE}\n    change: {HUGE} + levy",
            109,
            "a stock grows",
        ),
    ],
)
def test_a_fault_is_found_where_it_is_written(
    mistaken: Callable[..., list[Problem]], old: str, new: str, line: int, what: str
) -> None:
    """At the start, in an equation, in a stock; by a division, a root or growth."""
    (found,) = mistaken("model.yaml", old, new)

    assert (found.code, found.mark.line) == ("M006", line)
    assert what in found.what
