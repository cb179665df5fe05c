"""Players for the tests of screens."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from tests.screens.player import Player, office


@pytest.fixture
def player(harbour: Campaign) -> Player:
    """Somebody before the title of the harbour."""
    return Player(office(harbour))
