"""A campaign cut down, so that a test need not walk every line to look at some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.campaign.campaign import Campaign


def halves(campaign: Campaign) -> Iterator[Campaign]:
    """Yield a campaign twice, with every other response to each telegram: all are in one half."""
    for first in (0, 1):
        scenarios = tuple(
            replace(one, decision=replace(one.decision, responses=one.decision.responses[first::2]))
            for one in campaign.scenarios
        )
        yield replace(campaign, scenarios=scenarios)
