"""The door to pictures of the screen: where they are kept, and what is said about it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import platformdirs
import pygame

from game.files.paths import APP
from game.files.store import write_whole


def folder() -> Path:
    """Return where pictures belong: among the player's own, or else beside the saves."""
    theirs = platformdirs.user_pictures_path()
    mine = platformdirs.user_data_path(APP, appauthor=False) / "pictures"
    return theirs / APP if theirs.is_dir() else mine


def keep(surface: pygame.Surface) -> str:
    """Keep a picture of the screen under the present moment; return a sentence about it."""
    moment = datetime.now().astimezone()
    path = folder() / f"{APP}-{moment:%Y%m%d-%H%M%S-%f}.png"
    text = BytesIO()
    pygame.image.save(surface, text, "picture.png")
    try:
        write_whole(path, text.getvalue())
    except OSError as error:
        return f"The picture could not be kept: {error.strerror or error}."
    return f"Picture kept: {path}"
