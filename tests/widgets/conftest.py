"""Fonts and looks for the tests of widgets."""

from __future__ import annotations

import pytest

from game.files.paths import assets
from game.widgets.look import Look
from game.widgets.typeset import Fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The fonts of the game."""
    return Fonts(assets() / "fonts")


@pytest.fixture
def look(fonts: Fonts) -> Look:
    """How things look in the window of the pictures."""
    return Look((1280, 720), fonts)
