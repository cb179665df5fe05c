"""Where files are: what is shipped, beside the package or inside it, and the player's saves."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import platformdirs

APP = "six-telegrams"


@lru_cache(maxsize=1)
def shipped() -> Path:
    """Return the folder that holds `assets` and `scenarios`."""
    here = Path(__file__).resolve().parents[1]
    inside = here / "shipped"
    return inside if inside.is_dir() else here.parent


def assets() -> Path:
    """Return the folder of fonts, pictures and map data."""
    return shipped() / "assets"


def campaign() -> Path:
    """Return the folder of the campaign that comes with the game."""
    return shipped() / "scenarios" / "six-telegrams"


def saves() -> Path:
    """Return where saves belong on this system."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "saves"
