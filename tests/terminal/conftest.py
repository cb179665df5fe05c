"""Typists for the tests of the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from tests.terminal.typist import Typist


@pytest.fixture
def sit(harbour: Campaign, tmp_path: Path) -> Callable[[], Typist]:
    """Sit somebody down at the harbour; all of them share one folder of saves."""
    return lambda: Typist(harbour, tmp_path / "saves")
