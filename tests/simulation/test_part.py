"""The part of a model that something hangs on."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.simulation.part import part_of
from game.simulation.resolve import machine
from tests.simulation.toys import equation, stock, toy


def test_only_what_a_quantity_needs_is_left() -> None:
    """Directly, through others, and through what a stock starts with."""
    model = toy(
        equation("wage", "rate * 2"),
        equation("idle", "other + 1"),
        stock("purse", "coin", "wage"),
        stock("barn", "0", "idle"),
        rate=1.0,
        coin=5.0,
        other=3.0,
    )

    part = part_of(model, frozenset({"purse"}))

    assert [one.id for one in part.equations] == ["wage"]
    assert [one.id for one in part.stocks] == ["purse"]
    assert [one.id for one in part.parameters] == ["rate", "coin"]


def test_a_part_has_every_reading(shipped: Campaign) -> None:
    """With what it says of the parameters that are left."""
    part = part_of(shipped.model, frozenset({"ne_rifles"}))

    known = {str(one.id): one.value for one in part.parameters}
    scales = [
        machine(part, str(one.id)).parameters[[*known].index("arms_scale")] for one in part.readings
    ]

    assert [str(one.id) for one in part.readings] == ["record", "popular", "moscow"]
    assert scales == [1.0, 1.0, 2.3]
