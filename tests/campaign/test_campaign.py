"""A campaign as a value."""

from __future__ import annotations

from game.campaign.campaign import Campaign


def test_a_campaign_prints_as_its_name(harbour: Campaign) -> None:
    """A failing property would print all of it otherwise."""
    assert repr(harbour) == f"Campaign({str(harbour.outline.id)!r}, version=1)"
