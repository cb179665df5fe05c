"""Players for the tests of screens."""

from __future__ import annotations

import pytest

from game import paths
from game.campaign.campaign import Campaign
from game.folder import read_folder
from tests.screens.player import Player, office


@pytest.fixture(scope="session")
def shipped() -> Campaign:
    """The campaign that comes with the game."""
    found = read_folder(paths.campaign())
    assert found.campaign is not None, "\n".join(map(str, found.problems))
    return found.campaign


@pytest.fixture
def player(harbour: Campaign) -> Player:
    """Somebody before the title of the harbour."""
    return Player(office(harbour))
