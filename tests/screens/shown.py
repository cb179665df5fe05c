"""The gallery of the campaign that comes with the game, made once for all tests that look at it.

Making it plays many lines; looking at it changes nothing. Who looks sets `office.settings` first.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from game.screens import curves
from game.screens.screen import Office
from game.window.gallery import Scene, office_in_memory, scenes
from tests.whole import shipped


@lru_cache(maxsize=1)
def gallery() -> tuple[Office, tuple[Scene, ...]]:
    """Return an office and its scenes."""
    office = office_in_memory(shipped())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curves, "DRAWS", curves.DRAWS[:1])  # rough bands are as large as fine ones
        return office, tuple(scenes(office))
