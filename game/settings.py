"""What the player set: kept in one small file, at once, and back to defaults when it is damaged."""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

from game.paths import APP
from game.store import set_aside, write_whole

TEXT_SIZES = (75, 90, 100, 115, 130, 150, 175, 200, 225, 250)
SWITCHES = ("motion", "contrast", "fullscreen")
BOUNDS = {"text": (75, 250), "volume": (0, 100), "width": (640, 7680), "height": (400, 4320)}
"""The least and the greatest value of each number."""
VOLUMES = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Comfort and taste."""

    text: int = 100
    """Text size in per cent."""
    volume: int = 60
    """Sound volume in per cent; 0 is off."""
    motion: bool = True
    """Whether things fly, rise and type."""
    contrast: bool = False
    """High contrast."""
    fullscreen: bool = False
    width: int = 1280
    """Of the window, in pixels."""
    height: int = 720


def file() -> Path:
    """Return where settings are kept."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.json"


def load(path: Path) -> Settings:
    """Return the settings in `path`; a missing or damaged file gives the defaults."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return _without(path)
    return _sound(given) if isinstance(given, dict) else _without(path)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; a disk that cannot be written is no reason to stop playing."""
    try:
        write_whole(path, json.dumps(dataclasses.asdict(settings), indent=1) + "\n")
    except OSError:
        return


def _without(path: Path) -> Settings:
    with suppress(OSError):
        set_aside(path)
    return Settings()


def _sound(given: dict[str, object]) -> Settings:
    """Take over every value that makes sense."""
    sound: dict[str, Any] = {}
    for name in SWITCHES:
        if isinstance(given.get(name), bool):
            sound[name] = given[name]
    for name, (low, high) in BOUNDS.items():
        value = given.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            sound[name] = value
    return replace(Settings(), **sound)
